import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from policylint.lint.finding import Report
from policylint.report import FORMATS, render

GOLDEN = Path(__file__).parent / "golden"
CHANGING = re.compile(
    r'(?<="name": "policylint",)(\s+"version": )"[^"]*"'
    r'|("(?:pack|rulePack|law_as_of|lawAsOf)": )"[^"]*"'
    r'|(<property name="(?:rule_pack|law_as_of)" value=")[^"]*'
    r"|(\(rule pack )[^)]*"
)


def lasting(text: str) -> str:
    """Leave out the versions of tool and law, which change with every release."""
    return CHANGING.sub(lambda match: f"{''.join(match.groups(''))}…", text)


@pytest.mark.parametrize("name", FORMATS)
def test_a_report_reads_as_agreed(
    name: str, report: Report, golden: Callable[[Path, str], None]
) -> None:
    golden(GOLDEN / f"{name}.txt", lasting(render(name, report)))


@pytest.mark.parametrize("name", FORMATS)
def test_a_report_without_findings_reads_as_agreed(
    name: str, clean_report: Report, golden: Callable[[Path, str], None]
) -> None:
    golden(GOLDEN / f"{name}-no-findings.txt", lasting(render(name, clean_report)))


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_report_gives_the_same_bytes(name: str, report: Report) -> None:
    assert render(name, report) == render(name, report)


@pytest.mark.parametrize("name", FORMATS)
def test_a_report_ends_with_one_newline(name: str, report: Report) -> None:
    text = render(name, report)

    assert text.endswith("\n")
    assert not text.removesuffix("\n").endswith("\n")


@pytest.mark.parametrize("name", FORMATS)
def test_no_report_says_that_a_site_is_compliant(
    name: str, report: Report, clean_report: Report
) -> None:
    assert "complian" not in (render(name, report) + render(name, clean_report)).lower()


@pytest.mark.parametrize("name", FORMATS)
def test_what_configuration_switched_off_is_in_every_report(name: str, report: Report) -> None:
    assert "SEC004" in render(name, report)


@pytest.mark.parametrize("name", FORMATS)
def test_every_report_shows_severity_and_force(name: str, report: Report) -> None:
    text = render(name, report)

    assert "error" in text
    assert "house" in text or "not law" in text


def test_an_unknown_format_is_refused(report: Report) -> None:
    with pytest.raises(ValueError, match="no report format 'clean'"):
        render("clean", report)


def test_naming_the_formats_loads_no_renderer() -> None:
    code = "import sys, policylint.report; print(*(m for m in sys.modules if 'policylint.' in m))"

    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, text=True
    )

    assert loaded.stdout.split() == ["policylint.report"]
