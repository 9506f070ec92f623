"""What the audit says of the site: each fault of which the scan is the only witness."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.browser.conftest import AS_OF, INVENTORY, Done, Scan


@pytest.fixture(scope="module", params=["klaro", "vanilla", "tarteaucitron", "own"])
def done(request: pytest.FixtureRequest, scan: Scan) -> Done:
    return scan(request.param)


def about(done: Done, code: str, name: str) -> str:
    """Give the one message of a rule on a cookie or a host."""
    (message,) = [one for one in done.codes[code] if one.startswith(f"'{name}' ")]
    return message


def test_findings_end_the_scan_with_exit_1(done: Done) -> None:
    assert done.run.returncode == 1, done.run.stderr


def test_the_leak_before_consent_is_a_finding(done: Done) -> None:
    assert "was set before the choice" in about(done, "EVD002", "_ga")


def test_the_survivor_of_the_withdrawal_is_a_finding(done: Done) -> None:
    assert "after the withdrawal" in about(done, "EVD004", "_fbp")


def test_730_days_are_a_finding_as_730_days(done: Done) -> None:
    message = about(done, "EVD016", "visitor")
    assert "730 days" in message
    assert "400" not in message


def test_the_undeclared_third_party_is_a_finding(done: Done) -> None:
    assert "is declared nowhere" in about(done, "EVD001", "uid")
    assert "before the choice" in about(done, "EVD007", "fonts.localhost")


def test_declared_13_months_against_730_days_within_a_house_limit(
    done: Done, tmp_path: Path
) -> None:
    """Where the house allows 25 months, 730 days still are more than was declared."""
    settings = tmp_path / "policylint.toml"
    settings.write_text('[limits]\nlifetime = "25 months"\n')
    run = subprocess.run(
        [
            *(sys.executable, "-m", "policylint", "check", str(INVENTORY), "--format", "json"),
            *("--evidence", str(done.folder), "--as-of", AS_OF, "--config", str(settings)),
            *("--select", "EVD005"),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    (finding,) = json.loads(run.stdout)["findings"]
    assert finding["cookie"] == "visitor"
    assert "730 days" in finding["message"]
