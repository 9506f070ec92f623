"""Each rule has a folder of inventories: `bad*.yaml` with the lines it reports, `good*.yaml`.

What a browser saw stands below `x-evidence`. `# not evaluated: REASON` at the head of a good one says
that the rule could not judge it, and why.
"""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from policylint.lint.finding import Report
from policylint.lint.run import Options, check_files
from policylint.lint.settings import Settings
from policylint.rules import all_rules
from tests.law.evidence_fixture import written_evidence

HERE = Path(__file__).parents[1] / "rules"
AS_OF = "2026-11-23"
DAY = re.compile(r"^# as of: (\d{4}-\d{2}-\d{2})$", re.MULTILINE)
UNJUDGED = re.compile(r"^# not evaluated: (.*)$", re.MULTILINE)
EXPECT = re.compile(r"# expect: ([A-Z]{3}\d{3})(?: (error|warning|info) \[([^]]+)\])?")

Line = tuple[int, str, str | None, str | None]


def expected(path: Path) -> Iterator[Line]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        for code, severity, jurisdictions in EXPECT.findall(line):
            yield number, code, severity or None, jurisdictions or None


def checked(path: Path, code: str) -> Report:
    text = path.read_text(encoding="utf-8")
    day = date.fromisoformat((DAY.findall(text) or [AS_OF])[0])
    preview = code.startswith("PRE")
    options = Options(
        as_of=day,
        select=[code],
        settings=Settings(),
        preview=preview,
        evidence=written_evidence(text),
    )
    report, _ = check_files([str(path)], options)
    faults = [one.reason for one in report.outcomes if "faults of its own" in (one.reason or "")]
    assert faults == [], f"{path} does not fit the format"
    return report


def reported(path: Path, code: str) -> Iterator[Line]:
    report = checked(path, code)
    for finding in report.findings:
        jurisdictions = ", ".join(finding.jurisdictions)
        yield finding.place.line, finding.rule.code, finding.severity.label, jurisdictions


FIXTURES = sorted(HERE.glob("*/*.yaml"))
CODES = {rule.name: rule.code for rule in all_rules()}


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_the_lines_marked_are_the_lines_reported(path: Path) -> None:
    found = list(reported(path, CODES[path.parent.name]))
    wanted = list(expected(path))

    assert [line[:2] for line in found] == [line[:2] for line in wanted]
    for got, want in zip(found, wanted, strict=True):
        assert want[2:] in {(None, None), got[2:]}


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_what_could_not_be_judged_is_said_and_is_no_pass(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    (outcome,) = checked(path, CODES[path.parent.name]).outcomes

    for reason in UNJUDGED.findall(text):
        assert (outcome.outcome, outcome.reason) == ("not-evaluated", reason)
    if "x-evidence" in text and path.stem.startswith("good") and not UNJUDGED.search(text):
        assert outcome.outcome == "passed"


def test_every_rule_has_a_bad_and_a_good_fixture_and_every_folder_a_rule() -> None:
    folders = {path.parent.name for path in FIXTURES}

    assert folders == set(CODES)
    for name in CODES:
        stems = {path.stem.partition("-")[0] for path in (HERE / name).glob("*.yaml")}
        assert stems == {"bad", "good"}, name


def test_every_bad_fixture_expects_something_and_no_good_one_does() -> None:
    for path in FIXTURES:
        assert bool(list(expected(path))) == path.stem.startswith("bad"), path
