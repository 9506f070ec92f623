"""The history of the rule packs is true to the catalogue, and holds what a pin needs."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import pytest

from policylint import __version__
from policylint.law.history import HISTORY, Change, RulePack
from policylint.law.jurisdictions import ALL
from policylint.lint.select import catalogue
from policylint.rule import Severity
from tests.conftest import ROOT

LAW = ROOT / "tests" / "law"
CODES = {rule.code: rule for rule in catalogue()}


def faults(history: Sequence[RulePack]) -> Iterator[str]:
    """Find what would make a pin or a changelog of packs untrue."""
    for earlier, pack in zip((None, *history), history, strict=False):
        if not re.fullmatch(r"[0-9]{4}\.[0-9]{2}", pack.name):
            yield f"{pack.name} is no year and month"
        if earlier is None and pack.changes:
            yield f"{pack.name} has nothing to differ from"
        if earlier is not None and not (
            earlier.name < pack.name and earlier.law_as_of <= pack.law_as_of
        ):
            yield f"{pack.name} does not come after {earlier.name}"
        yield from (fault for change in pack.changes for fault in _faults_of(pack, change))


def _faults_of(pack: RulePack, change: Change) -> Iterator[str]:
    name = f"{pack.name} {change.rule}"
    rule = CODES.get(change.rule)
    if (rule is None) != (change.kind == "removed"):
        yield f"{name} is {'unknown' if rule is None else 'still there'}"
    if (change.was is not None) != (change.kind == "graver"):
        yield f"{name}: what got graver, and nothing else, says what it was"
    if rule and change.was and Severity[change.was.upper()] >= rule.severity:
        yield f"{name} is not graver than {change.was}"
    if change.within is not None and not change.within < frozenset(ALL):
        yield f"{name} names places that are no jurisdiction, or all of them"
    if not re.fullmatch(r"[^A-Z\s].*[^.\s]", change.sentence):
        yield f"{name}: the sentence begins small and ends without a full stop"


def pack(name: str, *changes: Change) -> RulePack:
    return RulePack(name=name, law_as_of=date(2026, 11, 23), version="0.1.0", changes=changes)


def change(rule: str, kind: str, **fields: object) -> Change:
    return Change.build({"rule": rule, "kind": kind, "sentence": "it moved", **fields})


def test_the_history_has_no_faults() -> None:
    assert list(faults(HISTORY)) == []


def test_no_pack_is_ahead_of_the_version_that_first_held_it() -> None:
    assert all(number(one.version) <= number(__version__) for one in HISTORY)


def number(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))


@pytest.mark.parametrize(
    ("history", "fault"),
    [
        ((pack("11.2026"),), "11.2026 is no year and month"),
        ((pack("2026.11", change("LIF001", "added")),), "2026.11 has nothing to differ from"),
        ((pack("2026.11"), pack("2026.10")), "2026.10 does not come after 2026.11"),
        ((pack("2026.11"), pack("2027.01", change("LIF099", "added"))), "2027.01 LIF099 is unknown"),
        ((pack("2026.11"), pack("2027.01", change("LIF001", "removed"))), "2027.01 LIF001 is still there"),
        ((pack("2026.11"), pack("2027.01", change("LIF001", "graver"))), "2027.01 LIF001: what got graver, and nothing else, says what it was"),
        ((pack("2026.11"), pack("2027.01", change("LIF001", "added", was="info"))), "2027.01 LIF001: what got graver, and nothing else, says what it was"),
        ((pack("2026.11"), pack("2027.01", change("INV012", "graver", was="warning"))), "2027.01 INV012 is not graver than warning"),
        ((pack("2026.11"), pack("2027.01", change("LIF001", "added", within=frozenset({"Paris"})))), "2027.01 LIF001 names places that are no jurisdiction, or all of them"),
        ((pack("2026.11"), pack("2027.01", change("LIF001", "added", sentence="It moved."))), "2027.01 LIF001: the sentence begins small and ends without a full stop"),
    ],
)  # fmt: skip
def test_a_wrong_entry_would_be_found(history: Sequence[RulePack], fault: str) -> None:
    assert list(faults(history)) == [fault]


def unrecorded(
    before: Mapping[str, object], now: Mapping[str, object], changes: Sequence[Change]
) -> list[str]:
    """Find rules that differ from an earlier pack though no later pack says so."""
    told = {(one.rule, one.kind) for one in changes}
    kinds = {
        code: {"added"}
        if code not in before
        else {"removed"}
        if code not in now
        else {"added", "graver", "changed"}
        for code in before.keys() | now.keys()
        if before.get(code) != now.get(code)
    }
    return sorted(
        code for code, some in kinds.items() if not {(code, kind) for kind in some} & told
    )


def scopes(items: Sequence[Mapping[str, object]]) -> dict[str, object]:
    return {str(one["code"]): (one["scopes"], one["lowered"]) for one in items}


def listed(path: str) -> dict[str, object]:
    return scopes(json.loads((LAW / path).read_text("utf-8")))


def test_every_difference_from_an_earlier_pack_is_told() -> None:
    silent = {
        pack.name: unrecorded(
            listed(f"packs/{pack.name}.json"),
            listed("rules.json"),
            [change for later in HISTORY[index:] for change in later.changes],
        )
        for index, pack in enumerate(HISTORY[:-1], 1)
    }

    assert {name: codes for name, codes in silent.items() if codes} == {}


def test_a_difference_that_is_not_told_would_be_found() -> None:
    before = listed("rules.json")
    now = {**before, "LIF099": ["error: EEA"], "INV001": ["info: EEA"]}
    del now["LIF002"]

    assert unrecorded(before, now, []) == ["INV001", "LIF002", "LIF099"]
    told = [change("LIF099", "added"), change("INV001", "changed"), change("LIF002", "removed")]
    assert unrecorded(before, now, told) == []
    assert unrecorded(before, now, [change("LIF099", "graver")]) == ["INV001", "LIF002", "LIF099"]
