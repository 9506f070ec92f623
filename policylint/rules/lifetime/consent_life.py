from collections.abc import Iterator, Sequence

from policylint.law.guidance import WP194_3
from policylint.law.jurisdictions import EEA, UK
from policylint.law.provisions import GDPR_5_1_E, GDPR_7
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
from policylint.rules.absent import absent
from policylint.rules.consent.banner import asked
from policylint.rules.listing import MOST_NAMED, named


@rule(
    "LIF004",
    citations=[GDPR_5_1_E, GDPR_7, WP194_3],
    scopes=[Scope(jurisdictions=EEA | UK, severity=Severity.WARNING)],
    since="0.1.0",
    unseen="Whether the cookies are really deleted when the consent ends.",
)
def outlives_consent(context: Context) -> Iterator[Yield]:
    """Cookies that need consent outlive it, and nothing says that they are deleted then.

    Entries with a `note`, and entries above the limit of `lifetime-too-long`, are not listed.

    ## Why it matters
    An identifier that is still there when the consent has ended rests on nothing. A lifetime
    beyond the consent is usual and no fault by itself: what counts is what happens at the end.

    ## How to fix it
    Let the platform delete these cookies when a consent ends without a new one, and declare
    `on_expiry: delete`. Or shorten them; or say in `note` of an entry why it may stay.
    """
    consent = asked(context)
    if isinstance(consent, NotApplicable):
        yield consent
        return
    if consent.validity is None:
        yield NotEvaluated(at=("consent",), reason=absent("validity"))
        return
    if consent.on_expiry == "delete":
        return
    validity = consent.validity
    longer = [entry for entry in context.in_need if _outlives(entry[1], validity, context)]
    if longer:
        yield Problem(
            at=("consent", "validity"),
            message=_told([cookie.name for _, cookie in longer], consent, validity),
            related=tuple(
                ((*at, "lifetime"), f"lives for '{cookie.lifetime}'")
                for at, cookie in longer[:MOST_NAMED]
            ),
        )


def _told(names: Sequence[str], consent: Consent, validity: Lifetime) -> str:
    if consent.on_expiry == "keep":
        then = sentence("'on_expiry: keep' lets that happen")
    else:
        then = sentence("'on_expiry' does not say what happens then")
    if len(names) == 1:
        return sentence(
            "{name} outlives the consent of '{validity}', and {then}",
            name=named(names),
            validity=str(validity),
            then=then,
        )
    return sentence(
        "{names} outlive the consent of '{validity}', and {then}",
        names=named(names),
        validity=str(validity),
        then=then,
    )


def _outlives(cookie: Cookie, validity: Lifetime, context: Context) -> bool:
    lifetime = cookie.lifetime
    return (
        lifetime is not None
        and cookie.storage not in WITHOUT_LIFETIME
        and cookie.note is None
        and lifetime.exceeds(validity)
        and not lifetime.exceeds(context.limits.lifetime)
    )
