from collections.abc import Iterator, Sequence

from policylint.evidence.observation import Observation
from policylint.law.guidance import CNIL_092_5, THIRTEEN_MONTHS
from policylint.law.jurisdictions import ALL
from policylint.law.provisions import GDPR_5_1_A, GDPR_13_2_A
from policylint.law.rulings import PLANET49_DURATION
from policylint.model.cookie import Cookie
from policylint.model.lifetime import DAY, Lifetime
from policylint.model.sentence import Sentence, sentence
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
from policylint.rules.lifetime.limit import ground, is_exempt_measurement, is_harmless
from policylint.rules.observed.seen import NO_COOKIES, Seen, seen
from policylint.rules.observed.spans import CUT, LONGEST, Span, longest_span, unknown_span
from policylint.source.pointer import Pointer


def observed(
    context: Context, shown: Seen
) -> Iterator[tuple[Pointer, Cookie, Sequence[Observation]]]:
    """Give each entry for cookies that was observed, with what was seen of it."""
    for at, cookie in context.cookies:
        observations = shown.of_entry.get(int(at[1]))
        if observations and cookie.storage == "cookie":
            yield at, cookie, observations


def nothing_seen(shown: Seen) -> NotApplicable | NotEvaluated:
    """Say why no declared cookie was observed: there is none, or the evidence shows none."""
    if shown.shows("cookie"):
        return NotApplicable(reason="no declared cookie was observed")
    return NO_COOKIES


@rule(
    "EVD005",
    citations=[PLANET49_DURATION, GDPR_13_2_A, GDPR_5_1_A],
    scopes=[Scope(jurisdictions=ALL, severity=Severity.ERROR)],
    since="0.1.0",
    yields_to=("EVD016",),
    unseen="How long a cookie was set for above 400 days, where only a jar shows it.",
)
def lives_longer_than_declared(context: Context) -> Iterator[Yield]:
    """A cookie is set to live longer than its entry declares, by more than one day and 2 %.

    A `session` is contradicted by what outlives 24 hours. A value that the browser cut at 400 days
    is never compared. The share is `observed-tolerance` under `[limits]` in the configuration.

    ## Why it matters
    Visitors must be told how long a cookie lives. Told 6 months and set for 2 years is a wrong
    information, and a consent to 6 months.

    ## How to fix it
    Shorten the lifetime where the cookie is set, or correct `lifetime`. A lifetime that is declared
    longer than before is a reason to ask for consent again.
    """
    shown = seen(context)
    if isinstance(shown, NotEvaluated):
        yield shown
        return
    nothing = True
    for at, cookie, observations in observed(context, shown):
        nothing = False
        span = longest_span(observations)
        why = _why_not(cookie, span) or unknown_span(shown, observations)
        if why is not None:
            yield NotEvaluated(at=at, reason=why)
        elif span and cookie.lifetime and _is_longer(context, span, cookie.lifetime):
            message = sentence(
                "'{name}' is declared '{lifetime}' and {observed}",
                name=span.observation.name,
                lifetime=cookie.lifetime.text,
                observed=span.told,
            )
            yield Problem(at=(*at, "lifetime"), message=message)
    if nothing:
        yield nothing_seen(shown)


def _why_not(cookie: Cookie, span: Span | None) -> str | None:
    if cookie.lifetime is None:
        return sentence("'lifetime' is absent")
    if span is not None and span.is_cut and not cookie.lifetime.is_unbounded:
        return sentence("the browser cut the lifetime at {limit}", limit=LONGEST)
    return None


def _is_longer(context: Context, span: Span, declared: Lifetime) -> bool:
    if declared.is_unbounded:
        return False
    if declared.is_session:
        return span.seconds > DAY
    most = declared.longest_seconds
    over = context.limits.observed_tolerance.exceeded_by(span.seconds, most)
    return over and span.seconds > most + DAY


@rule(
    "EVD016",
    citations=[THIRTEEN_MONTHS],
    scopes=[Scope(jurisdictions=ALL, severity=Severity.ERROR)],
    since="0.1.0",
    lowered=[
        (
            Severity.WARNING,
            "an essential entry without identifier keeps only a choice on cookies, or is a cache",
        )
    ],
    silenced_by=("LIF001",),
)
def observed_lifetime_too_long(context: Context) -> Iterator[Yield]:
    """A cookie was seen to live longer than the limit: 13 months, unless configured otherwise.

    What was asked for counts. A jar shows 400 days at most, for browsers cut what is longer: such a
    value is a lower bound, and is called so. A cookie that is declared for too long is LIF001's.

    ## Why it matters
    A declaration within the limit is of no use if the cookie stays for years. No statute names a
    number of months; the limit is the one of LIF001, with its force.

    ## How to fix it
    Shorten the lifetime where the cookie is set. For Google Analytics, set `cookie_expires` to
    34128000 seconds (395 days).
    """
    shown = seen(context)
    if isinstance(shown, NotEvaluated):
        yield shown
        return
    for at, cookie, observations in observed(context, shown):
        declared = cookie.lifetime
        if declared is not None and declared.exceeds(context.limits.lifetime):
            continue
        span = longest_span(observations)
        why = unknown_span(shown, observations)
        if why is not None:
            yield NotEvaluated(at=at, reason=why)
        elif span is not None and _passes_limit(context, span):
            recommended = is_exempt_measurement(context, cookie)
            fault = _fault(context, span, recommended=recommended)
            yield Problem(
                at=(*at, "lifetime"),
                message=declared_as(fault, declared),
                severity=Severity.WARNING if is_harmless(cookie) else None,
                citations=[CNIL_092_5] if recommended else None,
            )
    yield from _undeclared(context, shown)
    if not any(one.storage == "cookie" for one in shown.evidence.observations):
        yield nothing_seen(shown)


def _undeclared(context: Context, shown: Seen) -> Iterator[Yield]:
    for one in shown.undeclared:
        if one.storage != "cookie":
            continue
        span = longest_span([one])
        why = unknown_span(shown, [one])
        if why is not None:
            yield NotEvaluated(at=("cookies",), reason=why)
        elif span is not None and _passes_limit(context, span):
            yield Problem(
                at=("cookies",),
                message=declared_nowhere(_fault(context, span, recommended=False)),
                on_key=True,
                cookie=one.name,
            )


def _passes_limit(context: Context, span: Span) -> bool:
    limit = context.limits.lifetime
    if limit.is_unbounded:
        return False
    return min(span.seconds, CUT * DAY if span.is_cut else span.seconds) > (
        limit.longest_seconds + span.slack
    )


def _fault(context: Context, span: Span, *, recommended: bool) -> Sentence:
    return sentence(
        "'{name}' {observed}, longer than {limit} ({ground})",
        name=span.observation.name,
        observed=span.told,
        limit=context.limits.lifetime,
        ground=ground(context, recommended=recommended),
    )


def declared_as(fault: Sentence, lifetime: Lifetime | None) -> Sentence:
    """Say of a fault which lifetime is declared instead."""
    if lifetime is None:
        return sentence("{fault}; no lifetime is declared", fault=fault)
    return sentence("{fault}; declared '{lifetime}'", fault=fault, lifetime=lifetime.text)


def declared_nowhere(fault: Sentence) -> Sentence:
    """Say of a fault that its cookie is declared nowhere."""
    return sentence("{fault}; it is declared nowhere", fault=fault)
