"""Run the rules on one inventory, jurisdiction by jurisdiction, and settle which of them speaks."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from policylint.catalog.lookup import Catalog
from policylint.evidence.observation import Evidence
from policylint.law.jurisdictions import pack
from policylint.model.inventory import Inventory
from policylint.model.record import Record
from policylint.rule import (
    Context,
    Limits,
    NotApplicable,
    NotEvaluated,
    Problem,
    Rule,
    Severity,
)
from policylint.source.pointer import Pointer

ENTRY = 2

Answer = tuple[Sequence[Problem | NotEvaluated], str | None]
"""What a rule found, and why nothing was of its concern; None where something was."""


class Hit(Record):
    """One problem of one rule in one jurisdiction, at the severity that it has there."""

    rule: Rule
    jurisdiction: str
    severity: Severity
    problem: Problem


class Verdict(Record):
    """What the rules said of an inventory: hits, gaps by rule and reason, and idle rules."""

    hits: Sequence[Hit]
    gaps: Mapping[str, Counter[str]]
    idle: Mapping[str, str]


def evaluate(  # noqa: PLR0913 - what a check is given
    inventory: Inventory,
    jurisdictions: Sequence[str],
    as_of: date,
    limits: Limits,
    rules: Sequence[Rule],
    evidence: Evidence | None = None,
    *,
    catalog: Catalog | None = None,
) -> Verdict:
    """Run rules on an inventory, and on what was seen of it, in each jurisdiction on a day."""
    hits: list[Hit] = []
    gaps: dict[str, Counter[str]] = {}
    idle: dict[str, set[str]] = {rule.code: set() for rule in rules}
    awake: set[str] = set()
    anywhere: dict[str, Answer] = {}
    for code in jurisdictions:
        facts = pack(code)
        if facts is None:
            continue
        context = Context(inventory, facts, as_of, limits, evidence, catalog)
        here: list[Hit] = []
        for rule in rules:
            found, why_idle = _run(rule, context, code, anywhere)
            if why_idle is None:
                awake.add(rule.code)
            else:
                idle[rule.code].add(why_idle)
            if not found:
                continue
            here += _hits(rule, code, as_of, found)
            lacking = [one.reason for one in found if isinstance(one, NotEvaluated)]
            if lacking:
                gaps[rule.code] = gaps.get(rule.code, Counter()) | Counter(lacking)
        hits += settle(here)
    asleep = {code: reasons for code, reasons in idle.items() if code not in awake}
    why = {code: "; ".join(sorted(reasons)) for code, reasons in asleep.items()}
    return Verdict(hits=hits, gaps=gaps, idle=why)


def _run(rule: Rule, context: Context, jurisdiction: str, anywhere: dict[str, Answer]) -> Answer:
    """Collect what a rule yields, up to the reason why nothing is of its concern.

    `anywhere` keeps by code what holds in every jurisdiction, because none was asked about.
    """
    if rule.check is None or rule.scope(jurisdiction, context.as_of) is None:
        return (), f"not in force in {jurisdiction} on {context.as_of}"
    known = anywhere.get(rule.code)
    if known is not None:
        return known
    context.asked_where = False
    found: list[Problem | NotEvaluated] = []
    why_idle: str | None = None
    for one in rule.check(context):
        if isinstance(one, NotApplicable):
            why_idle = one.reason
            break
        found.append(one)
    if not context.asked_where:
        anywhere[rule.code] = found, why_idle
    return found, why_idle


def _hits(
    rule: Rule, jurisdiction: str, day: date, found: Iterable[Problem | NotEvaluated]
) -> Iterator[Hit]:
    """Weigh the problems of a rule as it does in a jurisdiction."""
    scope = rule.scope(jurisdiction, day)
    for one in found:
        if scope is not None and isinstance(one, Problem):
            severity = min(scope.severity, one.severity or scope.severity)
            yield Hit(rule=rule, jurisdiction=jurisdiction, severity=severity, problem=one)


def said(rule: Rule, context: Context) -> Iterator[Hit | NotEvaluated | NotApplicable]:
    """Let a rule speak in a jurisdiction, each problem at the severity that it has there."""
    code = context.pack.code
    found, why_idle = _run(rule, context, code, {})
    yield from _hits(rule, code, context.as_of, found)
    yield from (one for one in found if isinstance(one, NotEvaluated))
    if why_idle is not None:
        yield NotApplicable(reason=why_idle)


def settle(hits: Iterable[Hit]) -> Iterator[Hit]:
    """Leave out what another rule says better of the same entry, and at least as gravely."""
    hits = list(hits)
    gravest: dict[tuple[str, Pointer], Severity] = {}
    for hit in hits:
        key = (hit.rule.code, hit.problem.at[:ENTRY])
        gravest[key] = max(hit.severity, gravest.get(key, hit.severity))
    for hit in hits:
        entry = hit.problem.at[:ENTRY]
        speakers = (gravest.get((code, entry)) for code in hit.rule.yields_to)
        if any(speaker is not None and speaker >= hit.severity for speaker in speakers):
            continue
        if not any((code, entry) in gravest for code in hit.rule.silenced_by):
            yield hit


def merged(hits: Iterable[Hit]) -> Iterator[Sequence[Hit]]:
    """Group what one rule says of one place in several jurisdictions, the gravest first."""
    groups: dict[tuple[str, Pointer, int], list[Hit]] = {}
    repeats: Counter[tuple[str, Pointer, str]] = Counter()
    for hit in hits:
        at = hit.problem.at
        place = at[:-1] if at and at[-1] == hit.jurisdiction else at
        again = repeats[hit.rule.code, place, hit.jurisdiction]
        repeats[hit.rule.code, place, hit.jurisdiction] += 1
        groups.setdefault((hit.rule.code, place, again), []).append(hit)
    for group in groups.values():
        yield sorted(group, key=lambda hit: -hit.severity)
