from collections.abc import Iterator

from policylint.law.guidance import WP194_3, WP194_LOGIN
from policylint.law.jurisdictions import EEA, UK
from policylint.law.provisions import EPD_5_3
from policylint.law.purposes import PURPOSES
from policylint.law.technical import HOUSE_CHECK
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
from policylint.rules.classification.order import ORDER, before


@rule(
    "LIF005",
    citations=[EPD_5_3, WP194_3, HOUSE_CHECK],
    scopes=[Scope(jurisdictions=EEA, severity=Severity.WARNING)],
    since="0.1.0",
    yields_to=("LIF001", *ORDER),
)
def essential_outlives_purpose(context: Context) -> Iterator[Yield]:
    """An essential cookie lives longer than its purpose takes.

    Each purpose has a ceiling, which `requested` or `note` may explain away, and most have a
    second one, which nothing does. A ceiling of one session admits anything up to 24 hours.

    ## Why it matters
    A cookie is exempt from consent only for as long as what the visitor asked for takes. The
    Article 29 Working Party speaks of sessions and of a few hours; the other figures are house
    readings of it (force: house), which is why this is no error.

    ## How to fix it
    Shorten the lifetime where the cookie is set, then here. If the visitor asked for more, such
    as a basket that is still there next week, say so in `requested`.
    """
    judged = [
        (at, cookie)
        for at, cookie in context.cookies
        if cookie.category == "essential" and cookie.storage not in WITHOUT_LIFETIME
    ]
    if not judged:
        yield NotApplicable(reason="no essential entry has a lifetime on the device")
    for at, cookie in judged:
        if cookie.lifetime is None:
            yield NotEvaluated(at=at, reason=absent("lifetime"))
            continue
        fault = _fault(cookie, cookie.lifetime)
        if fault:
            yield Problem(at=(*at, "lifetime"), message=fault)


def _fault(cookie: Cookie, lifetime: Lifetime) -> str | None:
    """Say which ceiling is passed, the one without excuse first; None where none is."""
    for purpose in cookie.purposes:
        tolerated = PURPOSES[purpose].tolerated
        if tolerated is not None and _passes(lifetime, tolerated):
            return sentence(
                "'{name}' lives for '{lifetime}', longer than {limit}, the most that '{purpose}'"
                " can explain",
                name=cookie.name,
                lifetime=str(lifetime),
                limit=_words(tolerated),
                purpose=purpose,
            )
    if cookie.requested is not None or cookie.note is not None:
        return None
    for purpose in cookie.purposes:
        ceiling = PURPOSES[purpose].ceiling
        if ceiling is not None and _passes(lifetime, ceiling):
            return sentence(
                "'{name}' lives for '{lifetime}', longer than {limit} for '{purpose}', and neither"
                " 'requested' nor 'note' says why",
                name=cookie.name,
                lifetime=str(lifetime),
                limit=_words(ceiling),
                purpose=purpose,
            )
    return None


def _passes(lifetime: Lifetime, ceiling: Lifetime) -> bool:
    return lifetime.persistent if ceiling.is_session else lifetime.exceeds(ceiling)


def _words(ceiling: Lifetime) -> Lifetime | str:
    return sentence("a session") if ceiling.is_session else ceiling


@rule(
    "LIF006",
    citations=[EPD_5_3, WP194_LOGIN],
    scopes=[Scope(jurisdictions=EEA | UK, severity=Severity.WARNING)],
    since="0.1.0",
    yields_to=before("LIF006"),
    unseen="Whether the box is really off by default.",
)
def login_persists_unasked(context: Context) -> Iterator[Yield]:
    """An essential login cookie outlives 24 hours, and the visitor did not ask for it.

    ## Why it matters
    People expect to be logged out when they close the browser. A login that stays is covered only
    if they chose it, at a box that says so.

    ## How to fix it
    Offer a box "Keep me logged in", off by default, and say so in `requested`. Without one, let
    the cookie end with the session.
    """
    judged = [
        (at, cookie)
        for at, cookie in context.cookies
        if cookie.category == "essential"
        and "authentication" in cookie.purposes
        and cookie.storage not in WITHOUT_LIFETIME
    ]
    if not judged:
        yield NotApplicable(reason="no essential cookie is declared for 'authentication'")
    for at, cookie in judged:
        if cookie.lifetime is None:
            yield NotEvaluated(at=at, reason=absent("lifetime"))
        elif cookie.lifetime.persistent and cookie.requested is None:
            yield Problem(
                at=(*at, "lifetime"),
                message=sentence(
                    "'{name}' keeps the visitor logged in for '{lifetime}', and"
                    " 'requested' does not say that the visitor asked for it",
                    name=cookie.name,
                    lifetime=str(cookie.lifetime),
                ),
            )
