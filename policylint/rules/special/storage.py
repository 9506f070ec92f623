from collections.abc import Iterator

from policylint.law.guidance import EDPB_SCOPE_CACHING, EDPB_SCOPE_WHOLE, WP224_WHOLE
from policylint.law.jurisdictions import EEA, UK
from policylint.law.national import PECR_6
from policylint.law.provisions import EPD_5_3, GDPR_5_1_A, GDPR_7_3
from policylint.model.sentence import sentence
from policylint.model.traits import WITHOUT_LIFETIME, is_of_security_family
from policylint.rule import (
    Context,
    NotApplicable,
    NotEvaluated,
    Problem,
    Scope,
    Severity,
    Yield,
    rule,
)
from policylint.rules.absent import absent
from policylint.rules.classification.order import ORDER


@rule(
    "SPC001",
    citations=[EPD_5_3, PECR_6, EDPB_SCOPE_WHOLE, WP224_WHOLE],
    scopes=[Scope(jurisdictions=EEA | UK, severity=Severity.ERROR)],
    since="0.1.0",
    lowered=[(Severity.WARNING, "every purpose is one of security, and 'note' gives the case")],
    yields_to=ORDER,
    unseen="Fingerprints that a script reads and nobody declared.",
)
def fingerprinting_without_consent(context: Context) -> Iterator[Yield]:
    """A fingerprint of the device is read without consent, as if it were essential.

    ## Why it matters
    Reading the traits of a device is access to it, just as reading a cookie is. A fingerprint
    also works against the visitor: it cannot be seen, and it cannot be deleted.

    ## How to fix it
    Declare `category: improvement` and `consent: opt-in`, and read nothing before consent. If it
    protects the login or the payment that the visitor asked for, say in `note` why nothing less
    would do, and have a reviewer agree.
    """
    prints = [(at, cookie) for at, cookie in context.cookies if cookie.storage == "fingerprint"]
    if not prints:
        yield NotApplicable(reason="no entry is a fingerprint")
    for at, cookie in prints:
        if cookie.category != "essential":
            continue
        if is_of_security_family(cookie) and cookie.note is not None:
            yield Problem(
                at=(*at, "storage"),
                message=sentence(
                    "'{name}' reads a fingerprint of the device without consent;"
                    " 'note' argues for it, and a reviewer should agree",
                    name=cookie.name,
                ),
                severity=Severity.WARNING,
            )
        else:
            yield Problem(
                at=(*at, "storage"),
                message=sentence(
                    "'{name}' reads a fingerprint of the device and is claimed"
                    " essential; expected consent before it",
                    name=cookie.name,
                ),
            )


@rule(
    "SPC003",
    citations=[EPD_5_3, PECR_6, EDPB_SCOPE_CACHING, WP224_WHOLE],
    scopes=[Scope(jurisdictions=EEA | UK, severity=Severity.ERROR)],
    since="0.1.0",
    yields_to=ORDER,
)
def cache_identifier(context: Context) -> Iterator[Yield]:
    """The browser's cache carries an identifier, and the entry is claimed essential.

    ## Why it matters
    An ETag or a cached file that differs for each visitor recognises them like a cookie, out of
    their sight and control. Caching is storage in the sense of art. 5(3), and telling visitors
    apart is not what a cache is for.

    ## How to fix it
    Serve everybody the same ETag and the same files, and declare `identifier: false`. If the
    identifier is wanted, use a cookie that visitors can see, after consent.
    """
    cached = [
        (at, cookie)
        for at, cookie in context.cookies
        if cookie.storage in {"etag", "cache-storage"}
    ]
    if not cached:
        yield NotApplicable(reason="no entry is stored in a cache")
    for at, cookie in cached:
        if cookie.category != "essential":
            continue
        if cookie.identifier is None:
            yield NotEvaluated(at=at, reason=absent("identifier"))
        elif cookie.identifier:
            yield Problem(
                at=(*at, "identifier"),
                message=sentence(
                    "'{name}' keeps an identifier in '{storage}' and is claimed"
                    " essential; expected no identifier there",
                    name=cookie.name,
                    storage=cookie.storage,
                ),
                related=(((*at, "storage"), "the cache"),),
            )


@rule(
    "SPC004",
    citations=[EPD_5_3, PECR_6, GDPR_5_1_A, GDPR_7_3],
    scopes=[Scope(jurisdictions=EEA | UK, severity=Severity.ERROR)],
    since="0.1.0",
    unseen="An identifier that comes back although nobody declared it.",
)
def respawning(context: Context) -> Iterator[Yield]:
    """An identifier is rebuilt after the visitor deleted it.

    ## Why it matters
    Deleting is how a visitor refuses or withdraws. An identifier that returns from another store
    makes both void, so no consent covers it.

    ## How to fix it
    Stop restoring the identifier, delete every copy when one is deleted, then declare
    `respawns: false`.
    """
    for at, cookie in context.cookies:
        if cookie.respawns:
            yield Problem(
                at=(*at, "respawns"),
                message=sentence(
                    "'{name}' is rebuilt after the visitor deleted it; expected it to stay deleted",
                    name=cookie.name,
                ),
            )
        elif (
            cookie.respawns is None and cookie.identifier and cookie.storage not in WITHOUT_LIFETIME
        ):
            yield NotEvaluated(at=at, reason=absent("respawns"))
