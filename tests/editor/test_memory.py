"""A check that remembers finds what a check of the whole finds."""

import random
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from benchmarks.inventories import inventory as benchmark
from policylint.editor.entries import OF_ONE_ENTRY
from policylint.editor.memory import COOKIES, Memory
from policylint.law.jurisdictions import pack
from policylint.lint.declaration import Access
from policylint.lint.finding import Finding
from policylint.lint.judge import Engine, check_content
from policylint.lint.options import Options
from policylint.lint.settings import Settings
from policylint.model.inventory import Inventory
from policylint.model.read import read
from policylint.rule import Context, Limits, NotApplicable, Rule, Yield
from policylint.rules import all_rules
from policylint.source.load import load
from policylint.source.pieces import PieceReader
from policylint.source.pointer import Pointer
from tests.conftest import ROOT

DAY = date(2026, 11, 23)
FILES = sorted([*(ROOT / "tests").rglob("*.yaml"), *(ROOT / "examples").rglob("cookies.yaml")])
VIOLATIONS = ROOT / "examples" / "violations" / "cookies.yaml"
OPTIONS = Options(as_of=DAY)


def inventories() -> Iterator[Inventory]:
    for path in FILES:
        inventory = read(Inventory, load(str(path), path.read_bytes()).data)
        if inventory is not None:
            yield inventory


def written(found: Yield, index: int) -> str:
    fields = dict(found.__dict__)
    fields["at"] = at_entry(fields["at"], index)
    related = fields.get("related", ())
    fields["related"] = [(at_entry(at, index), text) for at, text in related]
    return f"{type(found).__name__} {sorted(fields.items())!r}"


def at_entry(at: Pointer, index: int) -> Pointer:
    return (COOKIES, index, *at[2:]) if at[:1] == (COOKIES,) and len(at) > 1 else at


def problems(rule: Rule, context: Context) -> Iterator[Yield]:
    assert rule.check is not None
    return (one for one in rule.check(context) if not isinstance(one, NotApplicable))


def test_a_rule_of_one_entry_says_the_same_of_each_entry_alone() -> None:
    rules = [rule for rule in all_rules() if rule.code in OF_ONE_ENTRY]
    spoke: set[str] = set()
    assert {rule.code for rule in rules} == OF_ONE_ENTRY
    for inventory in inventories():
        for code in inventory.site.jurisdictions:
            facts = pack(code)
            if facts is None:
                continue
            whole = Context(inventory, facts, DAY, Limits())
            alone = [
                Context(inventory.changed(cookies=(one,)), facts, DAY, Limits())
                for one in inventory.cookies
            ]
            for rule in rules:
                together = [
                    written(one, one.at[1] if isinstance(one.at[1], int) else 0)
                    for one in problems(rule, whole)
                    if not isinstance(one, NotApplicable)
                ]
                apart = [
                    written(one, index)
                    for index, context in enumerate(alone)
                    for one in problems(rule, context)
                ]
                assert sorted(together) == sorted(apart), (rule.code, inventory.site.name)
                spoke |= {rule.code} if together else set()

    assert spoke == OF_ONE_ENTRY


def engine() -> tuple[Engine, PieceReader]:
    pieces, memory = PieceReader(COOKIES), Memory()
    access = Access(load=pieces.load)
    return Engine(access, memory.read_inventory, memory.evaluate), pieces


def told(findings: list[Finding]) -> list[str]:
    return sorted(
        f"{one.order} {one.severity} {one.place} {one.cookie} {one.jurisdictions} {one.status}"
        f" {[str(citation) for citation in one.citations]} {one.related} {one.justification}"
        for one in findings
    )


def alike(text: str, using: Engine) -> list[str]:
    content = text.encode()
    mine = check_content("cookies.yaml", content, Settings(), OPTIONS, using)
    whole = check_content("cookies.yaml", content, Settings(), OPTIONS)
    assert told(list(mine.findings)) == told(list(whole.findings))
    return told(list(mine.findings))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_second_check_finds_what_the_first_one_found(path: Path) -> None:
    using, pieces = engine()
    text = path.read_bytes().decode("utf-8", "replace")

    alike(text, using)
    pieces.prepare("cookies.yaml")
    alike(text + "\n", using)


def test_edit_after_edit_finds_what_a_check_of_the_whole_finds() -> None:
    using, pieces = engine()
    text = VIOLATIONS.read_text(encoding="utf-8")
    alike(text, using)
    pieces.prepare("cookies.yaml")
    chance = random.Random(7)  # noqa: S311 - no secret
    words = [
        "essential",
        "improvement",
        "opt-in",
        "none",
        "13 months",
        "2 years",
        "security",
        "true",
    ]
    seen = set()
    for number in range(150):
        lines = text.split("\n")
        at = chance.randrange(len(lines))
        key, mark, _ = lines[at].partition(": ")
        kind = number % 4
        if kind == 0 and mark:
            lines[at] = f"{key}: {chance.choice(words)}"
        elif kind == 1:
            del lines[at]
        elif kind == 2:
            lines[at:at] = lines[at : at + chance.choice([1, 8])]
        else:
            lines[at] += f"  # policylint: ignore[{chance.choice(['INV013', 'LIF001', 'INV'])}] why"
        found = alike("\n".join(lines), using)
        seen.add(len(found))
        if not any("DOC00" in one for one in found):
            text = "\n".join(lines)

    assert len(seen) > 10


def test_an_entry_that_stands_there_twice_is_two_entries() -> None:
    using, pieces = engine()
    text = VIOLATIONS.read_text(encoding="utf-8")
    head, mark, entries = text.partition("cookies:\n")
    first, cut, rest = entries.partition("\n  - ")
    twice = f"{head}{mark}{first}{cut}{rest.rstrip()}\n{first.rstrip()}\n{first.rstrip()}\n"
    alike(text, using)
    pieces.prepare("cookies.yaml")

    assert any("INV010" in one for one in alike(twice, using))


def test_a_rule_that_holds_elsewhere_is_asked_anew() -> None:
    inventory = read(Inventory, load("x", VIOLATIONS.read_bytes()).data)
    assert inventory is not None
    memory = Memory()
    rules = [rule for rule in all_rules() if rule.code == "LIF001"]
    narrow = [
        rule.changed(scopes=[scope.changed(jurisdictions=frozenset({"UK"}))])
        for rule in rules
        for scope in rule.scopes[:1]
    ]

    before = memory.evaluate(inventory, ["FR"], DAY, Limits(), rules)
    again = memory.evaluate(inventory, ["FR"], DAY, Limits(), rules)
    after = memory.evaluate(inventory, ["FR"], DAY, Limits(), narrow)

    assert before.hits
    assert len(again.hits) == len(before.hits)
    assert not after.hits


def test_another_day_is_judged_by_its_own_law() -> None:
    inventory = read(Inventory, load("x", benchmark(4).encode()).data)
    assert inventory is not None
    memory = Memory()
    rules = [rule for rule in all_rules() if rule.code == "INV012"]

    early = memory.evaluate(inventory, ["FR"], date(2020, 1, 1), Limits(), rules)
    late = memory.evaluate(inventory, ["FR"], date(2040, 1, 1), Limits(), rules)

    assert len(late.hits) > len(early.hits)
