"""Why a finding is new since a baseline was written, where its inventory is not to blame."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal

from policylint.catalog.lookup import Catalog
from policylint.law.history import HISTORY, Change, RulePack
from policylint.lint.declaration import Declaration
from policylint.lint.evaluate import evaluate
from policylint.lint.finding import Finding
from policylint.lint.pins import packs_after
from policylint.model.inventory import Inventory
from policylint.model.record import MisfitError, Record
from policylint.rule import Limits, Rule, Severity
from policylint.source.pointer import render_pointer

# The code of a rule, a file, a pointer in it; a finding has one severity in each jurisdiction.
Key = tuple[str, str, str]
Weights = Mapping[Key, Mapping[str, Severity]]


class Novelty(Record):
    """What moved while the inventory stood still, with a sentence for the report."""

    moved: Literal["law", "pack"]
    sentence: str


def weights_on(  # noqa: PLR0913 - all by keyword
    *,
    day: date,
    declaration: Declaration,
    inventory: Inventory,
    jurisdictions: Sequence[str],
    limits: Limits,
    rules: Sequence[Rule],
    catalog: Catalog | None = None,
) -> Weights:
    """Judge an inventory by the law of a day: what is found, and how grave it is where."""
    found: dict[Key, dict[str, Severity]] = {}
    for hit in evaluate(inventory, jurisdictions, day, limits, rules, catalog=catalog).hits:
        document, at = declaration.origin(hit.problem.at)
        pointer = _trimmed(render_pointer(at), [hit.jurisdiction])
        places = found.setdefault((hit.rule.code, document.path, pointer), {})
        places[hit.jurisdiction] = max(hit.severity, places.get(hit.jurisdiction, hit.severity))
    return found


def moved_by_law(then: Weights, now: Weights, day: date) -> Mapping[Key, str]:
    """Find what is graver now than the same inventory was by the law of `day`, with a sentence."""
    moved: dict[Key, str] = {}
    for key, places in now.items():
        before = then.get(key, {})
        risen: dict[str, list[str]] = {}
        for code, severity in sorted(places.items()):
            if before.get(code, 0) < severity:
                risen.setdefault(_weight(before.get(code)), []).append(code)
        if risen:
            was = " and ".join(f"{weight} in {', '.join(codes)}" for weight, codes in risen.items())
            moved[key] = (
                f"by the law of {day.isoformat()} it was {was}: the law or a deadline has moved"
            )
    return moved


def why_new(
    finding: Finding,
    by_law: Mapping[Key, str],
    pack: str,
    history: Sequence[RulePack] = HISTORY,
) -> Novelty | None:
    """Say why a finding is new, None where the inventory itself may be the reason.

    `by_law` is what moved since the baseline was written, `pack` the rule pack of that day. What
    the law or a deadline explains is never put down to a pack.
    """
    places = frozenset(finding.jurisdictions)
    pointer = _trimmed(finding.place.pointer or "", finding.jurisdictions)
    sentence = by_law.get((finding.rule.code, finding.place.path, pointer))
    if sentence is not None:
        return Novelty(moved="law", sentence=sentence)
    try:
        later = packs_after(pack, history)
    except MisfitError:
        return None  # a baseline of a version that we know nothing of
    for one in later:
        for change in one.changes:
            if change.rule == finding.rule.code and not (places and _elsewhere(change, places)):
                deed = "made it graver" if change.kind == "graver" else f"{change.kind} it"
                sentence = f"rule pack {one.name} {deed}: {change.sentence}"
                return Novelty(moved="pack", sentence=sentence)
    return None


def _elsewhere(change: Change, places: frozenset[str]) -> bool:
    return change.within is not None and not change.within & places


def _trimmed(pointer: str, jurisdictions: Sequence[str]) -> str:
    # Findings are merged over jurisdictions, whose codes may end their pointers.
    above, _, last = pointer.rpartition("/")
    return above if last in jurisdictions else pointer


def _weight(severity: Severity | None) -> str:
    if severity is None:
        return "no finding"
    return f"a {severity.label}" if severity is Severity.WARNING else f"an {severity.label}"
