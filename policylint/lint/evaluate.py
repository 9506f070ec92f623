"""Run the rules on one inventory, jurisdiction by jurisdiction, and settle which of them speaks."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from policylint.law.jurisdictions import pack
from policylint.model.inventory import Inventory
from policylint.model.record import Record
from policylint.rule import (
    Context,
    Limits,
    NotEvaluated,
    Problem,
    Rule,
    Severity,
)
from policylint.source.pointer import Pointer

ENTRY = 2


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


def evaluate(
    inventory: Inventory,
    jurisdictions: Sequence[str],
    as_of: date,
    limits: Limits,
    rules: Sequence[Rule],
) -> Verdict:
    """Run rules on an inventory in each of its jurisdictions on a day."""
    hits: list[Hit] = []
    gaps: dict[str, Counter[str]] = {}
    idle: dict[str, set[str]] = {rule.code: set() for rule in rules}
    awake: set[str] = set()
    for code in jurisdictions:
        facts = pack(code)
        if facts is None:
            continue
        context = Context(inventory, facts, as_of, limits)
        here: list[Hit] = []
        for rule in rules:
            lacking: Counter[str] = Counter()
            reason = _run(rule, context, here, lacking)
            gaps[rule.code] = gaps.get(rule.code, Counter()) | lacking
            if reason is None:
                awake.add(rule.code)
            else:
                idle[rule.code].add(reason)
        hits += _settle(here)
    return Verdict(
        hits=hits,
        gaps=gaps,
        idle={
            code: "; ".join(sorted(reasons)) for code, reasons in idle.items() if code not in awake
        },
    )


def _run(rule: Rule, context: Context, hits: list[Hit], gaps: Counter[str]) -> str | None:
    """Collect what a rule yields; return why it had nothing to judge, None where it had."""
    scope = rule.scope(context.jurisdiction, context.as_of)
    if scope is None or rule.check is None:
        return f"not in force in {context.jurisdiction} on {context.as_of}"
    for found in rule.check(context):
        if isinstance(found, Problem):
            severity = min(scope.severity, found.severity or scope.severity)
            hits.append(
                Hit(
                    rule=rule,
                    jurisdiction=context.jurisdiction,
                    severity=severity,
                    problem=found,
                )
            )
        elif isinstance(found, NotEvaluated):
            gaps[found.reason] += 1
        else:
            return found.reason
    return None


def _settle(hits: Iterable[Hit]) -> Iterator[Hit]:
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
