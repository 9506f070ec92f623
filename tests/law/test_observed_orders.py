"""Of what was seen, one rule speaks of each fault, and says what was declared."""

from datetime import date
from pathlib import Path

import pytest

from policylint.lint.finding import Finding
from policylint.lint.run import Options, check_files
from policylint.lint.settings import Settings
from tests.conftest import FRAME
from tests.law.evidence_fixture import written_evidence

LIVES = """\
x-evidence:
  phases: [accept]
  seen: [{{name: id, on: a.example, set: [{{phase: accept, for: {seen}}}]}}]
cookies:
  - {{name: id, category: improvement, purposes: [advertising], lifetime: {declared}}}
"""
ADVANCED = """\
consent: {{google_consent_mode: {mode}}}
x-evidence:
  from: FR
  phases: [pre]
  pings: [{pings}]
cookies:
  - {{name: id, category: improvement, purposes: [advertising]}}
"""
PING = "{phase: pre, host: google-analytics.com, gcs: G100}"


def found(folder: Path, text: str, *codes: str) -> list[Finding]:
    path = folder / "cookies.yaml"
    path.write_text(FRAME + text, encoding="utf-8")
    options = Options(
        as_of=date(2026, 11, 23),
        settings=Settings(),
        select=codes,
        evidence=written_evidence(FRAME + text),
    )
    report, _ = check_files([str(path)], options)
    return list(report.findings)


def codes(findings: list[Finding]) -> list[str]:
    return [one.rule.code for one in findings]


@pytest.mark.parametrize(
    ("declared", "seen", "expected"),
    [
        ("2 years", "2 years", ["LIF001"]),
        ("6 months", "2 years", ["EVD016"]),
        ("6 months", "10 months", ["EVD005"]),
        ("2 years", "5 years", ["EVD005", "LIF001"]),
        ("6 months", "6 months", []),
        ("6 months", "1 month", []),
    ],
)
def test_one_rule_speaks_of_a_lifetime(
    tmp_path: Path, declared: str, seen: str, expected: list[str]
) -> None:
    text = LIVES.format(declared=declared, seen=seen)

    assert codes(found(tmp_path, text, "LIF001", "EVD005", "EVD016")) == expected


def test_what_lives_too_long_is_told_beside_what_was_declared(tmp_path: Path) -> None:
    (finding,) = found(
        tmp_path, LIVES.format(declared="6 months", seen="2 years"), "EVD005", "EVD016"
    )

    assert "was set to live for 731 days" in finding.message
    assert finding.message.endswith("; declared '6 months'")


def test_an_undeclared_cookie_is_one_fault_whoever_set_it_and_when(tmp_path: Path) -> None:
    text = """\
x-evidence:
  from: FR
  phases: [pre]
  hosts: [{host: a.example}, {host: px.ads.example, phases: [pre]}]
  seen: [{name: uid, on: ads.example, set: [{phase: pre, by: "https://px.ads.example/"}]}]
cookies:
  - {name: id, category: improvement, purposes: [advertising]}
"""

    assert codes(found(tmp_path, text, "EVD001", "EVD002", "EVD007")) == ["EVD001"]


@pytest.mark.parametrize(
    ("mode", "pings", "expected"),
    [
        ("advanced", PING, ["EVD013"]),
        ("advanced", "", ["CON024"]),
        ("basic", PING, ["EVD013"]),
        ("basic", "", []),
    ],
)
def test_pings_that_were_seen_speak_before_those_that_are_declared(
    tmp_path: Path, mode: str, pings: str, expected: list[str]
) -> None:
    text = ADVANCED.format(mode=mode, pings=pings)

    assert codes(found(tmp_path, text, "CON024", "EVD013")) == expected


def test_the_tolerance_is_a_day_and_two_percent(tmp_path: Path) -> None:
    def speaks(declared: str, seen: str) -> bool:
        text = LIVES.format(declared=declared, seen=seen)
        return codes(found(tmp_path, text, "EVD005")) == ["EVD005"]

    assert not speaks("10 days", "11 days")
    assert speaks("10 days", "11 days 1 second")
    assert not speaks("100 days", "102 days")
    assert speaks("100 days", "102 days 1 second")
