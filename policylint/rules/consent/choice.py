from collections.abc import Iterator, Mapping, Sequence

from policylint.law.consent_guidance import (
    CNIL_092_CHOICES,
    EDPB_AS_DECLARED,
)
from policylint.law.guidance import (
    GARANTE_COOKIES,
)
from policylint.law.jurisdictions import EEA, UK
from policylint.law.provisions import GDPR_5_1_C, GDPR_25
from policylint.law.technical import HOUSE_CHECK
from policylint.model.consent import Consent
from policylint.model.cookie import Cookie
from policylint.model.lifetime import Lifetime
from policylint.model.sentence import sentence
from policylint.model.traits import WITHOUT_LIFETIME
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
from policylint.rules.consent.banner import asked
from policylint.rules.consent.clocks import falls_short
from policylint.rules.listing import named
from policylint.source.pointer import Pointer


def choice_entries(context: Context, consent: Consent) -> Sequence[tuple[Pointer, Cookie]]:
    """List the entries of the cookie that stores the choice."""
    name = consent.choice_cookie
    return [(at, cookie) for at, cookie in context.cookies if cookie.name == name]


def unnamed(consent: Consent) -> NotEvaluated:
    """Say why nothing is known of the cookie that stores the choice."""
    if consent.choice_cookie is None:
        return NotEvaluated(at=("consent",), reason=sentence("'choice_cookie' is absent (CON016)"))
    reason = sentence("the choice cookie is no entry of 'cookies' (CON016)")
    return NotEvaluated(at=("consent", "choice_cookie"), reason=reason)


@rule(
    "CON016",
    citations=[HOUSE_CHECK],
    scopes=[Scope(jurisdictions=EEA | UK, severity=Severity.ERROR)],
    since="0.1.0",
    lowered=[(Severity.WARNING, "the cookie is not declared at all, or for other purposes")],
)
def choice_cookie_undeclared(context: Context) -> Iterator[Yield]:
    """The cookie that stores the choice is missing from the inventory, or misdeclared.

    ## Why it matters
    It is exempt, and still part of what the site stores. Claimed as an improvement, it would
    need consent before it could record that consent.

    ## How to fix it
    Name it in `consent.choice_cookie`, and declare an entry of that name with
    `category: essential` and `purposes: [consent-choice]`.
    """
    consent = asked(context)
    if isinstance(consent, NotApplicable):
        yield consent
        return
    name = consent.choice_cookie
    if name is None:
        yield Problem(
            at=("consent", "choice_cookie"),
            message=sentence("'choice_cookie' does not say which cookie stores the choice"),
            severity=Severity.WARNING,
        )
        return
    entries = choice_entries(context, consent)
    if not entries:
        yield Problem(
            at=("consent", "choice_cookie"),
            message=sentence(
                "'{name}', which stores the choice, is no entry of 'cookies'", name=name
            ),
            severity=Severity.WARNING,
        )
    for at, cookie in entries:
        if cookie.category == "improvement":
            yield Problem(
                at=(*at, "category"),
                message=sentence(
                    "'{name}' stores the choice, and is claimed to need consent itself", name=name
                ),
            )
        elif "consent-choice" not in cookie.purposes:
            yield Problem(
                at=(*at, "purposes"),
                message=sentence(
                    "'{name}' stores the choice, and 'consent-choice' is none of its purposes",
                    name=name,
                ),
                severity=Severity.WARNING,
            )


@rule(
    "CON018",
    citations=[GDPR_5_1_C, GDPR_25, CNIL_092_CHOICES],
    scopes=[Scope(jurisdictions=EEA, severity=Severity.INFO)],
    since="0.1.0",
)
def choice_cookie_identifies(context: Context) -> Iterator[Yield]:
    """A cookie that only stores the choice holds a unique identifier, and no note says why.

    ## Why it matters
    To remember a "no", nobody has to be recognised: one yes or no per purpose does. An identifier
    can be needed to tie the proof of a consent to a browser; then somebody should have said so.

    ## How to fix it
    Store the bare choices, with the identifier only after a consent. Or say in `note` what the
    identifier is for, such as the proof.
    """
    consent = asked(context)
    if isinstance(consent, NotApplicable):
        yield consent
        return
    entries = [
        (at, cookie)
        for at, cookie in context.cookies
        if cookie.name == consent.choice_cookie or set(cookie.purposes) == {"consent-choice"}
    ]
    if not entries:
        yield unnamed(consent)
    for at, cookie in entries:
        if cookie.identifier is None:
            yield NotEvaluated(
                at=at, reason=sentence("'identifier' of the choice cookie is absent")
            )
        elif cookie.identifier and cookie.note is None:
            yield Problem(
                at=(*at, "identifier"),
                message=sentence(
                    "'{name}' stores the choice with a unique identifier; expected"
                    " none, or a 'note' that says what it is for",
                    name=cookie.name,
                ),
            )


@rule(
    "CON025",
    citations=[EDPB_AS_DECLARED, CNIL_092_CHOICES, GARANTE_COOKIES],
    scopes=[Scope(jurisdictions=EEA | UK, severity=Severity.WARNING)],
    since="0.1.0",
    unseen="A choice that is kept on a server too, for visitors who are logged in.",
)
def choice_cookie_expires_early(context: Context) -> Iterator[Yield]:
    """The cookie that stores the choice expires before the choice does.

    ## Why it matters
    The site cannot keep what it declares: once the cookie is gone, a refusal is forgotten and the
    visitor is asked again, and a consent can no longer be told from none.

    ## How to fix it
    Give the choice cookie a lifetime of at least `validity` and `refusal_memory`, or declare the
    shorter times that hold.
    """
    consent = asked(context)
    if isinstance(consent, NotApplicable):
        yield consent
        return
    clocks = {"validity": consent.validity, "refusal_memory": consent.refusal_memory}
    known = {name: clock for name, clock in clocks.items() if clock is not None}
    entries = choice_entries(context, consent)
    if not known:
        yield NotEvaluated(
            at=("consent",), reason=sentence("'validity' and 'refusal_memory' are absent")
        )
    elif not entries:
        yield unnamed(consent)
    else:
        for at, cookie in entries:
            yield from _early(at, cookie, known)


def _early(at: Pointer, cookie: Cookie, clocks: Mapping[str, Lifetime]) -> Iterator[Yield]:
    lifetime = cookie.lifetime
    if cookie.storage in WITHOUT_LIFETIME:
        return
    if lifetime is None:
        yield NotEvaluated(at=at, reason=sentence("'lifetime' of the choice cookie is absent"))
        return
    broken = {name: clock for name, clock in clocks.items() if falls_short(lifetime, clock)}
    if broken:
        yield Problem(
            at=(*at, "lifetime"),
            message=sentence(
                "'{name}' stores the choice and lives for '{lifetime}', shorter than {clocks};"
                " expected at least as long",
                name=cookie.name,
                lifetime=str(lifetime),
                clocks=named([f"{name}: {clock}" for name, clock in broken.items()]),
            ),
            related=tuple((("consent", name), "what it is to remember") for name in broken),
        )
