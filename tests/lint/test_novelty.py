"""A finding that is new though nobody touched the inventory says what moved."""

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest

from policylint.law.history import Change, RulePack
from policylint.lint.finding import Finding
from policylint.lint.judge import Result, check_file
from policylint.lint.novelty import Key, moved_by_law, weights_on, why_new
from policylint.lint.options import Options
from policylint.lint.settings import Settings
from policylint.rule import Limits, Severity
from policylint.rules import all_rules
from tests.conftest import ROOT

SCENARIOS = ROOT / "tests" / "law" / "scenarios"
DAY = date(2026, 11, 23)
RISES = "the law or a deadline has moved"


def copy(folder: Path, scenario: str, *changes: tuple[str, str]) -> Path:
    text = (SCENARIOS / f"{scenario}.yaml").read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path = folder / "cookies.yaml"
    path.write_text(text, "utf-8")
    return path


def check(path: Path, day: date, *jurisdictions: str) -> Result:
    return check_file(
        str(path), Options(as_of=day, settings=Settings(), jurisdictions=jurisdictions)
    )


def by_law(result: Result, then: date, now: date) -> Mapping[Key, str]:
    assert result.inventory is not None
    before, after = (
        weights_on(
            day=day,
            declaration=result.declaration,
            inventory=result.inventory,
            jurisdictions=result.jurisdictions,
            limits=Limits(),
            rules=all_rules(),
        )
        for day in (then, now)
    )
    return moved_by_law(before, after, then)


def only(result: Result, code: str) -> Finding:
    (found,) = [one for one in result.findings if one.rule.code == code]
    return found


class Moved(NamedTuple):
    """A scenario, changed by replacements, a rule, and what it was worth the day before a day."""

    scenario: str
    changes: tuple[tuple[str, str], ...]
    jurisdictions: tuple[str, ...]
    day: date
    code: str
    was: str


UNOBJECTED = "    opt_out: https://atelier.example/cookies#statistics\n"
MOVED = {
    "a deliberation": Moved(
        "13-email-pixel-fr", (), ("FR", "IT"), date(2026, 3, 12), "SPC002", "an info in FR"
    ),
    "an adequacy decision that ended": Moved(
        *("14-adequacy-brazil", (("country: BR", "country: GB"),), ("DE", "FR")),
        *(date(2031, 12, 28), "VEN008", "no finding in DE, FR"),
    ),
    "an act that came into force": Moved(
        *("04-uk-analytics", ((UNOBJECTED, ""),), ("UK",)),
        *(date(2026, 2, 5), "CLS016", "no finding in UK"),
    ),
}


@pytest.mark.parametrize("case", MOVED.values(), ids=MOVED)
def test_a_law_that_came_into_force_or_ended_is_named(case: Moved, tmp_path: Path) -> None:
    before = case.day - timedelta(days=1)
    result = check(copy(tmp_path, case.scenario, *case.changes), case.day, *case.jurisdictions)

    novelty = why_new(only(result, case.code), by_law(result, before, case.day), "2026.11")

    assert novelty is not None
    assert novelty.moved == "law"
    assert novelty.sentence == f"by the law of {before} it was {case.was}: {RISES}"
    # A baseline of the day itself knew the law as it is.
    unmoved = by_law(result, case.day, case.day)
    assert why_new(only(result, case.code), unmoved, "2026.11") is None


def test_a_deadline_that_passed_is_named(tmp_path: Path) -> None:
    path = copy(tmp_path, "13-email-pixel-fr")
    overdue = date(2026, 10, 2)
    result = check(path, overdue, "FR")

    novelty = why_new(
        only(result, "INV012"), by_law(result, overdue - timedelta(days=1), overdue), "2026.11"
    )

    assert novelty is not None
    assert (novelty.moved, RISES in novelty.sentence) == ("law", True)


def test_a_country_where_the_law_moved_is_told_from_one_where_it_did_not(tmp_path: Path) -> None:
    # The adequacy of Brazil is the EU's alone; in the United Kingdom the finding is an old one.
    today = date(2031, 12, 28)
    path = copy(tmp_path, "14-adequacy-brazil", ("country: BR", "country: GB"))
    result = check(path, today, "FR", "UK")

    moved = by_law(result, date(2031, 12, 27), today)

    sentences = [text for (code, _, _), text in moved.items() if code == "VEN008"]
    assert sentences == [f"by the law of 2031-12-27 it was no finding in FR: {RISES}"]


def test_what_an_author_added_is_new_for_no_other_reason(tmp_path: Path) -> None:
    path = copy(tmp_path, "04-uk-analytics", ("  - name: ", "  - name: new-"))
    result = check(path, DAY, "FR")
    moved = by_law(result, date(2026, 11, 1), DAY)

    assert any(one.severity is Severity.ERROR for one in result.findings)
    assert {
        why_new(one, moved, "2026.11") for one in result.findings if one.severity is Severity.ERROR
    } == {None}


def test_findings_in_an_included_file_are_recognised(tmp_path: Path) -> None:
    today = date(2026, 3, 12)
    text = (SCENARIOS / "13-email-pixel-fr.yaml").read_text("utf-8")
    head, cookies = text.split("cookies:\n")
    (tmp_path / "mail.yaml").write_text(f"version: 1\ncookies:\n{cookies}", "utf-8")
    root = tmp_path / "cookies.yaml"
    root.write_text(f"{head}include: [mail.yaml]\ncookies: []\n", "utf-8")
    result = check(root, today, "FR")

    novelty = why_new(only(result, "SPC002"), by_law(result, date(2026, 3, 11), today), "2026.11")

    assert only(result, "SPC002").place.path.endswith("mail.yaml")
    assert novelty is not None
    assert novelty.moved == "law"


def change(kind: str, **fields: object) -> Change:
    return Change.build(
        {"rule": "SPC002", "kind": kind, "sentence": "the Garante was read again", **fields}
    )


def packs(*changes: Change) -> tuple[RulePack, ...]:
    return (
        RulePack(name="2026.11", law_as_of=DAY, version="0.1.0"),
        RulePack(name="2027.02", law_as_of=DAY, version="0.2.0", changes=changes),
    )


@pytest.mark.parametrize(
    ("one", "sentence"),
    [
        (change("added"), "rule pack 2027.02 added it: the Garante was read again"),
        (change("graver", was="info"), "rule pack 2027.02 made it graver: the Garante was read again"),
        (change("changed"), "rule pack 2027.02 changed it: the Garante was read again"),
        (change("added", within=frozenset({"FR"})), "rule pack 2027.02 added it: the Garante was read again"),
        (change("added", within=frozenset({"PL"})), None),
    ],
)  # fmt: skip
def test_a_later_pack_is_named_with_its_sentence(
    one: Change, sentence: str | None, tmp_path: Path
) -> None:
    result = check(copy(tmp_path, "13-email-pixel-fr"), DAY, "FR")
    moved = by_law(result, DAY - timedelta(days=1), DAY)

    novelty = why_new(only(result, "SPC002"), moved, "2026.11", packs(one))

    assert (novelty.moved if novelty else None) == ("pack" if sentence else None)
    assert (novelty.sentence if novelty else None) == sentence


def test_the_law_speaks_before_the_pack(tmp_path: Path) -> None:
    today = date(2026, 3, 12)
    result = check(copy(tmp_path, "13-email-pixel-fr"), today, "FR")
    moved = by_law(result, date(2026, 3, 11), today)

    novelty = why_new(only(result, "SPC002"), moved, "2026.11", packs(change("added")))

    assert novelty is not None
    assert novelty.moved == "law"


@pytest.mark.parametrize("pack", ["2027.02", "2031.01", ""])
def test_a_baseline_of_the_same_or_an_unknown_pack_blames_none(pack: str, tmp_path: Path) -> None:
    result = check(copy(tmp_path, "13-email-pixel-fr"), DAY, "FR")

    assert why_new(only(result, "SPC002"), {}, pack, packs(change("added"))) is None
