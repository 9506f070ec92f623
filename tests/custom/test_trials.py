"""The tests beside the rules of a configuration pass, fail and say why."""

from pathlib import Path

import pytest

from policylint.errors import UsageError
from policylint.lint.custom.trial import Trial, run_tests
from policylint.lint.settings import read_settings
from policylint.report.trial_text import trials_text
from tests.custom.conftest import DAY

RULE = """\
[[rules]]
code = "ACM001"
name = "far-vendor"
over = "vendors"
fault = "!(vendor.country in eea) && as_of >= '2026-01-01'"
at = "country"
severity = "error"
message = "{vendor.name} is far"
citation = { title = "Charter", url = "https://acme.example/charter" }
"""
TEST = """\
[[rules.tests]]
name = "far is reported"
"""
FAR = """inventory = "vendors:\\n  far: {name: Far, country: US}\\n"\n"""


def trials(folder: Path, text: str) -> list[Trial]:
    path = folder / "policylint.toml"
    path.write_text(text, encoding="utf-8")
    return run_tests(read_settings(str(path)), DAY)


def test_a_test_passes_where_the_rule_reports_its_lines(tmp_path: Path) -> None:
    (trial,) = trials(tmp_path, f"{RULE}{TEST}{FAR}lines = [2]\n")

    assert trial.passed
    assert (trial.found, trial.messages) == ([2], ["Far is far"])


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("[]", "expected nothing; the rule reports line 2"),
        ("[1]", "expected line 1; the rule reports line 2"),
        ("[2, 2]", "expected lines 2, 2; the rule reports line 2"),
    ],
)
def test_a_test_fails_where_it_reports_others(tmp_path: Path, lines: str, told: str) -> None:
    found = trials(tmp_path, f"{RULE}{TEST}{FAR}lines = {lines}\n")

    assert not found[0].passed
    assert trials_text(found) == (
        "ACM001 far-vendor\n"
        "  FAIL  far is reported\n"
        f"        {told}\n"
        "        line 2: Far is far\n"
        "1 test, 1 failed\n"
    )


def test_the_day_of_a_test_counts(tmp_path: Path) -> None:
    (trial,) = trials(tmp_path, f"{RULE}{TEST}{FAR}lines = []\nas-of = 2025-12-31\n")

    assert trial.passed


def test_a_test_may_stand_in_a_file_with_what_it_includes(tmp_path: Path) -> None:
    (tmp_path / "cases").mkdir()
    (tmp_path / "cases" / "far.yaml").write_text("version: 1\ninclude: [vendors.yaml]\n")
    (tmp_path / "cases" / "vendors.yaml").write_text(
        "version: 1\nvendors:\n  far:\n    name: Far\n    country: US\n"
    )
    (trial,) = trials(tmp_path, f'{RULE}{TEST}file = "cases/far.yaml"\nlines = [5]\n')

    assert trial.passed


def test_the_rule_is_tested_where_it_holds(tmp_path: Path) -> None:
    rule = RULE + 'jurisdictions = ["CH"]\n'

    assert trials(tmp_path, f"{rule}{TEST}{FAR}lines = [2]\n")[0].passed
    elsewhere = FAR.replace('"vendors:', '"site: {jurisdictions: [FR]}\\nvendors:')
    assert trials(tmp_path, f"{rule}{TEST}{elsewhere}lines = []\n")[0].passed


@pytest.mark.parametrize(
    ("inventory", "told"),
    [
        (
            "vendors: {a: {name: A}}",
            "test 'far is reported' of ACM001:1: vendor 'a' has no 'country'",
        ),
        ("a: [", "test 'far is reported' of ACM001:1: "),
        (
            "cookies: 7",
            "test 'far is reported' of ACM001:1: 'cookies' of the inventory holds the number 7",
        ),
        ("- 1", "test 'far is reported' of ACM001:1: "),
    ],
)
def test_a_test_whose_inventory_is_wrong_fails(tmp_path: Path, inventory: str, told: str) -> None:
    (trial,) = trials(tmp_path, f"{RULE}{TEST}inventory = {inventory!r}\nlines = []\n")

    assert not trial.passed
    assert str(trial.fault).startswith(told)
    assert f"        {told}" in trials_text([trial])


def test_a_rule_that_fails_on_an_entry_fails_its_test(tmp_path: Path) -> None:
    rule = RULE.replace("!(vendor.country in eea)", "vendor.role == 'processor'")
    (trial,) = trials(tmp_path, f"{rule}{TEST}{FAR}lines = [2]\n")

    assert "'fault' fails on vendor 'far': there is no 'role' here" in str(trial.fault)


def test_a_rule_without_a_test_is_told(tmp_path: Path) -> None:
    other = RULE.replace("ACM001", "ACM002").replace("far-vendor", "other-vendor")
    found = trials(tmp_path, f"{RULE}{TEST}{FAR}lines = [2]\n{other}")

    assert trials_text(found) == (
        "ACM001 far-vendor\n"
        "  pass  far is reported\n"
        "ACM002 other-vendor\n"
        "  no test stands beside it\n"
        "1 test, 0 failed\n"
    )


@pytest.mark.parametrize("text", ["", RULE])
def test_nothing_to_test_is_no_success(tmp_path: Path, text: str) -> None:
    with pytest.raises(UsageError, match="holds no test of a rule; expected"):
        trials(tmp_path, text)


def test_the_file_of_a_test_has_to_be_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"none.yaml does not exist; expected an inventory"):
        trials(tmp_path, f'{RULE}{TEST}file = "none.yaml"\nlines = []\n')
