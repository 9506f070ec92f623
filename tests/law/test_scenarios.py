"""Whole inventories with one fault each: all errors and warnings are the ones they mark.

A file is named after its number in the list of suggested fixtures. It is judged for each of its
jurisdictions alone: `# expect: CODE severity [FR, BE]` at a line is what each of these reports
there. `# as of: DAY; nothing on DAY` at the head names a second day on which nothing is reported.
Infos are compared where the file marks one of that code.
"""

import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from policylint.lint.run import Options, check_files
from policylint.lint.settings import Settings
from tests.law.evidence_fixture import written_evidence

HERE = Path(__file__).parent / "scenarios"
SCENARIOS = sorted(HERE.glob("*.yaml"))
DAY = re.compile(
    r"^# as of: (\d{4}-\d{2}-\d{2})(?:; nothing on (\d{4}-\d{2}-\d{2}))?$", re.MULTILINE
)
EXPECT = re.compile(r"([A-Z]{3}\d{3}) (error|warning|info) \[([^]]+)\]")
CODES = re.compile(r"^  jurisdictions: \[(.*)\]$", re.MULTILINE)

Line = tuple[int, str, str]


def expected(text: str, code: str) -> list[Line]:
    return [
        (number, rule, severity)
        for number, line in enumerate(text.splitlines(), 1)
        for rule, severity, codes in EXPECT.findall(line.partition("# expect: ")[2])
        if code in codes.split(", ")
    ]


def reported(path: Path, code: str, day: str) -> list[tuple[Line, str]]:
    options = Options(
        as_of=date.fromisoformat(day),
        settings=Settings(),
        jurisdictions=[code],
        evidence=written_evidence(path.read_text(encoding="utf-8")),
    )
    report, _ = check_files([str(path)], options)
    faults = [one.reason for one in report.outcomes if "faults of its own" in (one.reason or "")]
    assert faults == [], f"{path} does not fit the format"
    return [
        ((one.place.line, one.rule.code, one.severity.label), one.message)
        for one in report.findings
    ]


def told(found: Iterable[tuple[Line, str]], marked: Iterable[str] = ()) -> list[Line]:
    return sorted(line for line, _ in found if line[2] != "info" or line[1] in marked)


def jurisdictions(text: str) -> list[str]:
    (codes,) = CODES.findall(text)
    return str(codes).split(", ")


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_a_scenario_reports_its_own_fault_and_nothing_else(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    ((day, clean),) = DAY.findall(text)
    marked = {code for code, _, _ in EXPECT.findall(text)}

    for code in jurisdictions(text):
        found = reported(path, code, day)
        assert told(found, marked) == sorted(expected(text, code)), (code, found)
        if clean:
            found = reported(path, code, clean)
            assert told(found, marked) == [], (code, found)


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_a_scenario_marks_only_jurisdictions_of_its_own(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    marks = [line.partition("# expect: ")[2] for line in text.splitlines() if "# expect" in line]
    named = {code for _, _, codes in EXPECT.findall(text) for code in codes.split(", ")}

    assert named <= set(jurisdictions(text))
    assert all(EXPECT.sub("", mark).strip("; ") == "" for mark in marks)


def test_every_suggested_fixture_is_here() -> None:
    numbers = [int(path.stem.partition("-")[0]) for path in SCENARIOS]

    assert numbers == [*range(1, 15)]


def test_only_a_choice_of_the_visitor_is_clean_everywhere() -> None:
    clean = [path.stem for path in SCENARIOS if "# expect: " not in path.read_text("utf-8")]

    assert clean == ["03-consent-cookie-only"]
