"""Law begins and ends on a day: each case is judged one day before, and on the day."""

from collections.abc import Collection
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest

from policylint.law.jurisdictions import EEA
from policylint.lint.run import Options, check_files
from policylint.lint.settings import Settings

SCENARIOS = Path(__file__).parent / "scenarios"
Told = set[tuple[str, str]]
ERRORS_AND_WARNINGS = {"error", "warning"}


class Case(NamedTuple):
    """A scenario, changed by replacements, and what is told of it before and on a day."""

    scenario: str
    changes: tuple[tuple[str, str], ...]
    jurisdiction: str
    day: str
    before: Told
    on: Told
    only: Collection[str] = ()


MULTI_DEVICE = (
    (
        "  signals: {gpc: honour}\n",
        "  cross_device: {enabled: true, authenticated_only: true, symmetric: false}\n",
    ),
    ("    reject: none", "    reject: button"),
    ("    reject: 3", "    reject: 1"),
)
UNASKED = (("symmetric: false", "symmetric: true"), ("only: true", "only: false"))
RECIPIENT_UK = (("country: BR", "country: GB"),)
POLITICAL = (
    *MULTI_DEVICE[1:],
    ("purposes: [audience-measurement]", "purposes: [political-advertising, advertising]"),
)
NO_OBJECTION = (("    opt_out: https://atelier.example/cookies#statistics\n", ""),)

CASES = {
    "British statistics without consent": Case(
        "04-uk-analytics", (), "UK", "2026-02-05", {("CLS001", "error")}, set()
    ),
    "British statistics without an objection": Case(
        *("04-uk-analytics", NO_OBJECTION, "UK", "2026-02-05"),
        before={("CLS001", "error")},
        on={("CLS016", "error")},
    ),
    "British statistics are of no use in France": Case(
        *("04-uk-analytics", (("      UK:", "      FR:"),), "FR", "2026-02-05"),
        before={("CLS001", "error")},
        on={("CLS001", "error")},
    ),
    "one consent for all devices, and no such refusal": Case(
        *("09-reject-three-clicks", MULTI_DEVICE, "FR", "2026-01-18"),
        before=set(),
        on={("CON021", "warning")},
    ),
    "one consent for all devices, without a login": Case(
        *("09-reject-three-clicks", (*MULTI_DEVICE, *UNASKED), "FR", "2026-01-18"),
        before=set(),
        on={("CON021", "warning")},
    ),
    "one consent for all devices, in Spain": Case(
        *("09-reject-three-clicks", MULTI_DEVICE, "ES", "2026-01-18"), before=set(), on=set()
    ),
    # Before that day it is an info.
    "a pixel in an e-mail": Case(
        *("13-email-pixel-fr", (), "FR", "2026-03-12"),
        before=set(),
        on={("SPC002", "warning")},
        only=["SPC002"],
    ),
    "a pixel in an e-mail for a use that was asked for": Case(
        *("13-email-pixel-fr", (("    storage:", "    requested: it\n    storage:"),)),
        *("FR", "2026-03-12"),
        before=set(),
        on=set(),
    ),
    "adequacy of Brazil": Case(
        *("14-adequacy-brazil", (), "FR", "2026-01-26"),
        before={("VEN008", "error")},
        on=set(),
    ),
    "adequacy of Brazil is no decision of the United Kingdom": Case(
        *("14-adequacy-brazil", (), "UK", "2026-01-26"),
        before={("VEN008", "warning")},
        on={("VEN008", "warning")},
        only=["VEN008"],
    ),
    "adequacy of the United Kingdom, on its last day and after": Case(
        *("14-adequacy-brazil", RECIPIENT_UK, "FR", "2031-12-28"),
        before=set(),
        on={("VEN008", "error")},
        only=["VEN008"],
    ),
    "adequacy of the United Kingdom, before its last day and on it": Case(
        *("14-adequacy-brazil", RECIPIENT_UK, "FR", "2031-12-27"),
        before=set(),
        on=set(),
        only=["VEN008"],
    ),
    "political advertising beside other advertising": Case(
        *("09-reject-three-clicks", POLITICAL, "FR", "2025-10-10"),
        before=set(),
        on={("SPC015", "error")},
        only=["SPC015"],
    ),
    "political advertising in the United Kingdom": Case(
        *("09-reject-three-clicks", POLITICAL, "UK", "2025-10-10"),
        before=set(),
        on=set(),
        only=["SPC015"],
    ),
}


def told(path: Path, jurisdiction: str, day: date, only: Collection[str] = ()) -> Told:
    options = Options(
        as_of=day, settings=Settings(), jurisdictions=[jurisdiction], select=list(only)
    )
    report, _ = check_files([str(path)], options)
    found = [(one.rule.code, one.severity.label) for one in report.findings]
    assert not [code for code, _ in found if code.startswith("DOC")]
    return {one for one in found if one[1] in ERRORS_AND_WARNINGS}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_the_day_decides(case: Case, tmp_path: Path) -> None:
    text = (SCENARIOS / f"{case.scenario}.yaml").read_text(encoding="utf-8")
    for old, new in case.changes:
        assert old in text
        text = text.replace(old, new)
    path = tmp_path / "cookies.yaml"
    path.write_text(text, encoding="utf-8")
    day = date.fromisoformat(case.day)

    assert told(path, case.jurisdiction, day - timedelta(days=1), case.only) == case.before
    assert told(path, case.jurisdiction, day, case.only) == case.on


@pytest.mark.parametrize("jurisdiction", sorted(EEA))
def test_political_advertising_is_judged_in_all_of_the_eea(
    jurisdiction: str, tmp_path: Path
) -> None:
    text = (SCENARIOS / "09-reject-three-clicks.yaml").read_text(encoding="utf-8")
    path = tmp_path / "cookies.yaml"
    path.write_text(text.replace(*POLITICAL[-1]), encoding="utf-8")

    assert told(path, jurisdiction, date(2025, 10, 9), ["SPC015"]) == set()
    assert told(path, jurisdiction, date(2025, 10, 10), ["SPC015"]) == {("SPC015", "error")}
