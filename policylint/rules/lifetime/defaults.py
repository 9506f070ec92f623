from collections.abc import Iterator

from policylint.catalog.known import Match
from policylint.law.jurisdictions import ALL
from policylint.law.provisions import GDPR_13_2_A
from policylint.law.technical import HOUSE_CHECK
from policylint.model.cookie import Cookie
from policylint.model.lifetime import Lifetime, parse_lifetime
from policylint.model.sentence import sentence
from policylint.model.traits import WITHOUT_LIFETIME
from policylint.model.wildcard import covering
from policylint.rule import Context, NotApplicable, Problem, Scope, Severity, Yield, rule
from policylint.rules.known import recognise

# Sources round: 390 days and 13 months are one default.
ROUNDED = 1.05


@rule(
    "LIF010",
    citations=[GDPR_13_2_A, HOUSE_CHECK],
    scopes=[Scope(jurisdictions=ALL, severity=Severity.INFO)],
    since="0.1.0",
    unseen="Differences of less than a twentieth, for sources round; defaults on which sources"
    " differ; names that many products use.",
)
def vendor_default_lives_longer(context: Context) -> Iterator[Yield]:
    """A cookie is known to live longer by default than declared, and nothing shows the setting.

    Where evidence is given and holds the cookie, what was seen counts instead (EVD005).

    ## Why it matters
    A lifetime below the vendor's default is only true if somebody changed the setting. Many
    declarations state the wish and not the tag.

    ## How to fix it
    Set the lifetime in the tool, then show it with evidence (`check --evidence`); or declare what
    the cookie really lives.
    """
    entries = [
        (at, cookie, cookie.lifetime)
        for at, cookie in context.cookies
        if cookie.lifetime is not None and cookie.storage not in WITHOUT_LIFETIME
    ]
    if not entries:
        yield NotApplicable(reason="no lifetime is declared")
    for at, cookie, lifetime in entries:
        if lifetime.is_unbounded or _is_observed(context, cookie):
            continue
        best = [one for one in recognise(context, cookie).best if one.quality != "name-only"]
        default = _default(best)
        if default is not None and _is_longer(default, lifetime):
            yield Problem(
                at=(*at, "lifetime"),
                message=sentence(
                    "'{name}' declares {lifetime}; {platform} sets {default} by default, and no"
                    " evidence shows another setting",
                    name=cookie.name,
                    lifetime=lifetime,
                    platform=best[0].cookie.platform,
                    default=default,
                ),
            )


def _default(matches: list[Match]) -> Lifetime | None:
    """Give the shortest default of some matches, None where one has none that is sure."""
    texts = [one.cookie.lifetime for one in matches]
    found = [parse_lifetime(text) for text in texts if text is not None]
    if not found or len(found) < len(texts):
        return None
    return next(one for one in found if not any(one.exceeds(other) for other in found))


def _is_longer(default: Lifetime, declared: Lifetime) -> bool:
    if default.is_unbounded:
        return True
    return default.longest_seconds > declared.longest_seconds * ROUNDED


def _is_observed(context: Context, cookie: Cookie) -> bool:
    if context.evidence is None:
        return False
    covers = covering(cookie.name)
    return any(
        one.storage == cookie.storage and covers(one.name) for one in context.evidence.observations
    )
