from collections.abc import Iterator

from policylint.law.guidance import CNIL_092_5, THIRTEEN_MONTHS
from policylint.law.jurisdictions import ALL
from policylint.model.cookie import Cookie
from policylint.model.lifetime import Lifetime
from policylint.model.sentence import sentence
from policylint.model.traits import WITHOUT_LIFETIME
from policylint.rule import Context, Limits, Problem, Scope, Severity, Yield, rule

DEFAULT = Limits().lifetime


@rule(
    "LIF001",
    citations=[THIRTEEN_MONTHS],
    scopes=[Scope(jurisdictions=ALL, severity=Severity.ERROR)],
    since="0.1.0",
    lowered=[
        (
            Severity.WARNING,
            "an essential entry without identifier keeps only a choice on cookies, or is a cache",
        )
    ],
)
def lifetime_too_long(context: Context) -> Iterator[Yield]:
    """A cookie lives longer than the limit: 13 months, unless configured otherwise.

    Months and years compare as months. Anything else compares longest spans: 13 months hold at
    most 397 days, so 397 days pass and 398 do not. `until-cleared` exceeds any limit.

    ## Why it matters
    No statute names a number of months. 13 months is what the CNIL recommends for audience
    measurement that is exempt from consent; here it is the limit for every cookie, a house rule
    (force: house). Where the French exemption is claimed, it is that recommendation itself.

    ## How to fix it
    Shorten the lifetime where the cookie is set, then here. For Google Analytics, set
    `cookie_expires` to 34128000 seconds (395 days) and declare `13 months`. Another limit is
    `lifetime` under `[limits]` in the configuration.
    """
    limit = context.limits.lifetime
    for at, cookie in context.cookies:
        lifetime = cookie.lifetime
        if lifetime is None or not lifetime.exceeds(limit) or cookie.storage in WITHOUT_LIFETIME:
            continue
        recommended = is_exempt_measurement(context, cookie)
        yield Problem(
            at=(*at, "lifetime"),
            message=_told(cookie.name, lifetime, limit, ground(context, recommended=recommended)),
            severity=Severity.WARNING if is_harmless(cookie) else None,
            citations=[CNIL_092_5] if recommended else None,
        )


def _told(name: str, lifetime: Lifetime, limit: Lifetime, ground: str) -> str:
    if lifetime.is_unbounded:
        return sentence(
            "'{name}' stays until it is cleared, longer than {limit} ({ground})",
            name=name,
            limit=limit,
            ground=ground,
        )
    return sentence(
        "'{name}' lives for '{lifetime}', longer than {limit} ({ground})",
        name=name,
        lifetime=str(lifetime),
        limit=limit,
        ground=ground,
    )


def is_exempt_measurement(context: Context, cookie: Cookie) -> bool:
    """Tell whether a cookie claims the French exemption for measurement here."""
    claimed = context.claimed_exemption(cookie)
    return claimed is not None and (claimed.jurisdiction, claimed.name) == (
        "FR",
        "audience-measurement",
    )


def ground(context: Context, *, recommended: bool) -> str:
    """Say whose figure the limit is."""
    if context.limits.lifetime != DEFAULT:
        return sentence("the limit of the configuration")
    if recommended:
        return sentence("the CNIL's recommendation for exempt audience measurement")
    return sentence(
        "house limit: the CNIL's recommendation for exempt audience measurement, used here for"
        " every cookie"
    )


def is_harmless(cookie: Cookie) -> bool:
    """Tell whether a long life of a cookie is only a warning.

    An opt-out marker works for the visitor; an offline cache has no expiry a site could set.
    """
    if cookie.category != "essential" or cookie.identifier:
        return False
    only_a_choice = set(cookie.purposes) == {"consent-choice"}
    return only_a_choice or cookie.storage in {"service-worker", "cache-storage"}
