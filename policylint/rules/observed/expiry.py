from collections.abc import Iterator, Sequence
from itertools import pairwise

from policylint.evidence.observation import Evidence, Observation, Write
from policylint.law.guidance import CNIL_092_5
from policylint.law.jurisdictions import ALL, FR
from policylint.law.provisions import GDPR_13_2_A
from policylint.law.rulings import PLANET49_DURATION
from policylint.law.technical import COOKIE_ATTRIBUTES
from policylint.model.cookie import Cookie
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
from policylint.rules.lifetime.limit import is_exempt_measurement
from policylint.rules.observed.lifetimes import (
    declared_as,
    declared_nowhere,
    nothing_seen,
    observed,
)
from policylint.rules.observed.seen import host_of, seen, settings

APART = 3_000
"""Milliseconds after which a second write counts as a renewal; dates are in seconds."""


@rule(
    "EVD006",
    citations=[CNIL_092_5, GDPR_13_2_A, PLANET49_DURATION],
    scopes=[
        Scope(jurisdictions=FR, severity=Severity.WARNING),
        Scope(jurisdictions=ALL - FR, severity=Severity.INFO),
    ],
    since="0.1.0",
    lowered=[(Severity.INFO, "the entry does not measure under the French exemption")],
)
def expiry_rolls(context: Context) -> Iterator[Yield]:
    """The expiry of a cookie moved forward on a later page, though it is declared `fixed`.

    Of a cookie that measures without consent in France, also where `renewal` is absent.

    ## Why it matters
    A cookie that is renewed with each page never ends for those who come back. The CNIL recommends
    that one which is exempt from consent is not extended.

    ## How to fix it
    Set the expiry once, when the cookie is made; or declare `renewal: rolling`.
    """
    shown = seen(context)
    if isinstance(shown, NotEvaluated):
        yield shown
        return
    nothing = True
    for at, cookie, observations in observed(context, shown):
        measuring = is_exempt_measurement(context, cookie)
        if cookie.renewal == "rolling" or (cookie.renewal is None and not measuring):
            continue
        nothing = False
        pairs = [(one, pair) for one in observations for pair in _twice(shown.evidence, one)]
        rolled = next(((one, pair[1]) for one, pair in pairs if _moved(*pair)), None)
        if rolled is not None:
            yield Problem(
                at=(*at, "renewal"),
                message=_rolled(cookie, *rolled),
                severity=None if measuring else Severity.INFO,
            )
        elif not pairs:
            reason = sentence("the evidence does not show the cookie set twice")
            yield NotEvaluated(at=at, reason=reason)
    if nothing:
        yield NotApplicable(reason="no observed entry is declared 'renewal: fixed'")


def _rolled(cookie: Cookie, one: Observation, last: Write) -> Sentence:
    host = host_of(last.setter)
    though = (
        sentence("it is declared 'fixed'")
        if cookie.renewal
        else sentence("it measures without consent")
    )
    if host is None:
        return sentence(
            "the expiry of '{name}' moved forward on a later page ({source}), though {though}",
            name=one.name,
            source=one.source,
            though=though,
        )
    return sentence(
        "the expiry of '{name}' moved forward on a later page by {host} ({source}), though"
        " {though}",
        name=one.name,
        host=host,
        source=one.source,
        though=though,
    )


def _twice(evidence: Evidence, one: Observation) -> Iterator[tuple[Write, Write]]:
    """Give each two writes in a row to one browser, with some time between them."""
    visits: dict[tuple[str, int], list[Write]] = {}
    for write in settings(one.writes):
        if write.at is not None and write.lifetime.seconds is not None:
            visits.setdefault((write.phase, write.repetition), []).append(write)
    for (kind, _), writes in visits.items():
        if _may_mix(evidence, kind, one):
            continue
        ordered = sorted(writes, key=_time)
        yield from (pair for pair in pairwise(ordered) if _time(pair[1]) - _time(pair[0]) >= APART)


def _may_mix(evidence: Evidence, kind: str, one: Observation) -> bool:
    """Tell whether writes of several fresh browsers may be taken for those of one."""
    repeated = any(phase.kind == kind and phase.repetitions > 1 for phase in evidence.phases)
    told = {write.repetition for write in one.writes if write.phase == kind}
    return repeated and told == {1}


def _time(write: Write) -> int:
    return write.at or 0


def _moved(first: Write, last: Write) -> bool:
    passed = _time(last) - _time(first)
    moved = passed + 1_000 * ((last.lifetime.seconds or 0) - (first.lifetime.seconds or 0))
    return moved * 2 >= passed


@rule(
    "EVD015",
    citations=[COOKIE_ATTRIBUTES, GDPR_13_2_A],
    scopes=[Scope(jurisdictions=ALL, severity=Severity.WARNING)],
    since="0.1.0",
)
def expiry_ignored_by_browsers(context: Context) -> Iterator[Yield]:
    """A cookie is set with an `Expires` that no browser reads, so it ends with the session.

    ## Why it matters
    Whoever wrote the date meant the cookie to stay, and the inventory probably says so. Browsers
    read dates such as `Wed, 21 Oct 2026 07:28:00 GMT`; they ignore ISO 8601 and bare numbers.

    ## How to fix it
    Set `Max-Age` in seconds, or write the date in the form above.
    """
    shown = seen(context)
    if isinstance(shown, NotEvaluated):
        yield shown
        return
    nothing = True
    for at, cookie, observations in observed(context, shown):
        nothing = nothing and not any(one.writes for one in observations)
        ignored = _ignored(observations)
        if ignored is not None:
            fault = _fault(*ignored)
            message = declared_as(fault, cookie.lifetime) if cookie.lifetime else fault
            yield Problem(at=(*at, "lifetime"), message=message)
    for one in shown.undeclared:
        nothing = nothing and not one.writes
        ignored = _ignored([one])
        if ignored is not None:
            yield Problem(
                at=("cookies",),
                message=declared_nowhere(_fault(*ignored)),
                on_key=True,
                cookie=one.name,
            )
    if nothing and shown.evidence.observations:
        reason = sentence("the evidence does not show how cookies are set")
        yield NotEvaluated(at=(), reason=reason)
    elif nothing:
        yield nothing_seen(shown)


def _ignored(observations: Sequence[Observation]) -> tuple[Observation, Write] | None:
    for one in observations:
        for write in settings(one.writes):
            if write.lifetime.ignored_expires and write.lifetime.source != "max-age":
                return one, write
    return None


def _fault(one: Observation, write: Write) -> Sentence:
    host = host_of(write.setter)
    if host is None:
        return sentence(
            "'{name}' was set with an 'Expires' that no browser reads ({source})",
            name=one.name,
            source=one.source,
        )
    return sentence(
        "'{name}' was set by {host} with an 'Expires' that no browser reads ({source})",
        name=one.name,
        host=host,
        source=one.source,
    )
