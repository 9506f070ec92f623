"""A pin keeps the rules of an earlier pack, and every report says what it holds back."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import pytest

from policylint.errors import UsageError
from policylint.law import LAW_AS_OF, RULE_PACK
from policylint.law.history import HISTORY, Change, RulePack
from policylint.lint.builtin import DUPLICATE_ANCHOR
from policylint.lint.finding import Outcome, Report
from policylint.lint.pins import Pin, packs_after, pin, read_pin
from policylint.lint.run import Options, check_files
from policylint.lint.select import catalogue, find_rule
from policylint.lint.settings import Settings, read_settings
from policylint.model.record import MisfitError
from policylint.report import FORMATS, render
from policylint.rule import Severity
from tests.conftest import ROOT, Run

VIOLATIONS = str(ROOT / "examples" / "violations" / "cookies.yaml")
DAY = date(2026, 11, 23)


def pack(name: str, *changes: Change) -> RulePack:
    return RulePack(name=name, law_as_of=DAY, version="0.1.0", changes=changes)


def change(rule: str, kind: str, **fields: object) -> Change:
    return Change.build({"rule": rule, "kind": kind, "sentence": "the law moved", **fields})


FABRICATED = (
    pack("2020.01"),
    pack(
        "2021.01",
        change("LIF001", "added"),
        change("INV001", "graver", was="info"),
        change("CLS001", "graver", was="warning", within=frozenset({"FR"})),
    ),
    pack(
        "2022.01",
        change("LIF002", "added", within=frozenset({"BE"})),
        change("DOC009", "graver", was="info"),
        change("CLS002", "changed"),
    ),
)


def report(settings: Settings, *, overridden: bool = False) -> Report:
    options = Options(as_of=DAY, settings=settings, overridden=overridden)
    return check_files([VIOLATIONS], options)[0]


def outcomes(found: Report) -> Mapping[str, Outcome]:
    assert len({one.code for one in found.outcomes}) == len(found.outcomes)
    return {one.code: one for one in found.outcomes}


def weights(found: Report, code: str) -> list[tuple[str, Sequence[str]]]:
    return [
        (one.severity.label, one.jurisdictions) for one in found.findings if one.rule.code == code
    ]


def test_a_rule_of_a_later_pack_stays_silent_and_is_listed() -> None:
    free = report(Settings())
    pinned = report(Settings(rule_pack=pin("2020.01", FABRICATED)))

    assert weights(free, "LIF001")
    assert not weights(pinned, "LIF001")
    assert outcomes(pinned)["LIF001"].outcome == "not-evaluated"
    reason = "added by rule pack 2021.01; the configuration pins 2020.01"
    assert outcomes(pinned)["LIF001"].reason == reason
    for name in set(FORMATS) - {"concise"}:
        assert reason in " ".join(render(name, pinned).split()), name
    assert "LIF001" in render("concise", pinned).rpartition("not evaluated:")[2]


def test_a_rule_that_got_graver_weighs_what_it_did_and_is_listed() -> None:
    free = report(Settings())
    pinned = report(Settings(rule_pack=pin("2020.01", FABRICATED)))

    assert {severity for severity, _ in weights(free, "INV001")} == {"error"}
    assert {severity for severity, _ in weights(pinned, "INV001")} == {"info"}
    assert outcomes(pinned)["INV001"].outcome == "failed"
    reason = "as error: rule pack 2021.01 made it graver; the configuration pins 2020.01"
    for name in set(FORMATS) - {"concise"}:
        assert reason in " ".join(render(name, pinned).split()), name
    summary = render("concise", pinned).splitlines()[-1]
    assert summary.endswith(", 4 held back by the pinned rule pack: CLS001, DOC009, INV001, LIF002")


def test_what_got_graver_in_one_country_is_held_back_there_alone() -> None:
    held = pin("2020.01", FABRICATED).held(find_rule("CLS001"))

    before = find_rule("CLS001").scope("FR", DAY)
    france, belgium = held.scope("FR", DAY), held.scope("BE", DAY)
    assert before is not None
    assert france is not None
    assert belgium is not None
    assert before.severity is Severity.ERROR
    assert france.severity is Severity.WARNING
    assert belgium.severity is Severity.ERROR


def test_a_country_that_a_later_pack_added_is_left_out() -> None:
    later = pin("2021.01", FABRICATED)
    held = later.held(find_rule("LIF002"))

    # The rule holds in France and Belgium alone, or in more places: Belgium is gone in any case.
    places = {code for scope in find_rule("LIF002").scopes for code in scope.jurisdictions}
    assert {code for scope in held.scopes for code in scope.jurisdictions} == places - {"BE"}
    assert later.held_back(find_rule("LIF002")) == (
        "in BE: rule pack 2022.01 added it there; the configuration pins 2021.01"
    )


def test_a_rule_of_the_engine_is_held_back_too(tmp_path: Path) -> None:
    text = (ROOT / "examples" / "minimal" / "cookies.yaml").read_text("utf-8")
    path = tmp_path / "cookies.yaml"
    twice = text.replace("name: Studio Ductus", "name: &a Studio Ductus", 1)
    path.write_text(twice.replace("country: FR", "country: &a FR"), "utf-8")

    def severities(settings: Settings) -> list[str]:
        found, _ = check_files([str(path)], Options(as_of=DAY, settings=settings))
        return [severity for severity, _ in weights(found, DUPLICATE_ANCHOR.code)]

    assert severities(Settings()) == ["warning"]
    assert severities(Settings(rule_pack=pin("2021.01", FABRICATED))) == ["info"]
    chosen = Settings(rule_pack=pin("2021.01", FABRICATED), severity={"DOC009": Severity.ERROR})
    assert severities(chosen) == ["error"]


def test_a_pin_to_the_middle_keeps_what_was_there_by_then() -> None:
    middle = report(Settings(rule_pack=pin("2021.01", FABRICATED)))

    assert weights(middle, "LIF001")
    assert {severity for severity, _ in weights(middle, "INV001")} == {"error"}
    assert outcomes(middle)["INV001"].held_back is None


def test_a_rule_that_came_later_silences_no_other() -> None:
    # CLS003 yields to CLS002: without it, it speaks as it did before there was CLS002.
    late = (pack("2020.01"), pack("2021.01", change("CLS002", "added")))
    speaking = find_rule("CLS002")
    assert any(speaking.code in rule.yields_to for rule in catalogue())

    free = report(Settings())
    pinned = report(Settings(rule_pack=pin("2020.01", late)))

    def said(found: Report) -> set[tuple[str, str]]:
        return {(one.rule.code, str(one.place.pointer)) for one in found.findings}

    assert weights(free, "CLS002")
    assert {code for code, _ in said(pinned) - said(free)} <= {
        rule.code for rule in catalogue() if speaking.code in {*rule.yields_to, *rule.silenced_by}
    }
    assert said(pinned) - said(free)


def test_an_auditor_overrides_the_pin() -> None:
    settings = Settings(rule_pack=pin("2020.01", FABRICATED))

    assert weights(report(settings, overridden=True), "LIF001")
    assert {severity for severity, _ in weights(report(settings, overridden=True), "INV001")} == {
        "error"
    }


@pytest.mark.parametrize("name", ["2027.01", "", "2026.11 ", "latest"])
def test_a_pack_that_is_not_held_is_refused_with_those_that_are(name: str) -> None:
    with pytest.raises(MisfitError) as caught:
        pin(name, FABRICATED)

    assert caught.value.message == (
        f"holds '{name}', a rule pack that policylint 0.1.0 does not hold;"
        " it holds 2020.01, 2021.01, 2022.01"
    )


def test_a_pack_without_quotes_is_told_to_take_some(tmp_path: Path) -> None:
    path = tmp_path / "policylint.toml"
    path.write_text("rule-pack = 2026.11\n", "utf-8")

    with pytest.raises(UsageError) as caught:
        read_settings(str(path))
    assert caught.value.message == (
        f"{path}: 'rule-pack' holds the number 2026.11; expected the name of a rule pack in"
        f' quotes, as "{RULE_PACK}"'
    )


def test_a_pin_to_the_newest_pack_holds_nothing_back() -> None:
    newest = pin("2022.01", FABRICATED)

    assert newest.hold(catalogue()) == list(catalogue())
    assert newest.added == {}


def test_the_pin_of_this_version_changes_nothing_on_the_command_line(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "cookies.yaml").write_text(Path(VIOLATIONS).read_text("utf-8"), "utf-8")
    free = run("check", "--format", "json")
    (tmp_path / "policylint.toml").write_text(f'rule-pack = "{RULE_PACK}"\n', "utf-8")

    pinned = run("check", "--format", "json")

    assert json.loads(pinned.out)["findings"]
    assert pinned.out == free.out


def test_a_later_pin_ends_the_run_as_wrong_configuration(run: Run, tmp_path: Path) -> None:
    (tmp_path / "cookies.yaml").write_text(Path(VIOLATIONS).read_text("utf-8"), "utf-8")
    (tmp_path / "policylint.toml").write_text('rule-pack = "2999.01"\n', "utf-8")

    done = run("check")

    assert done.code == 2
    assert done.out == ""
    assert "holds '2999.01', a rule pack that policylint" in done.err
    assert f"it holds {', '.join(one.name for one in HISTORY)}" in done.err


def test_the_packs_after_one_come_oldest_first() -> None:
    assert [one.name for one in packs_after("2020.01", FABRICATED)] == ["2021.01", "2022.01"]
    assert packs_after(HISTORY[-1].name) == ()


def test_the_newest_pack_of_the_history_is_the_one_that_runs() -> None:
    assert (HISTORY[-1].name, HISTORY[-1].law_as_of.isoformat()) == (RULE_PACK, LAW_AS_OF)
    assert read_pin(RULE_PACK).pack == RULE_PACK
    assert Pin().later == {}
