"""What rules say that are silent only because `lifetime-too-long` speaks at its usual limit."""

from datetime import date
from pathlib import Path

import pytest

from policylint.lint.run import Options, check_files
from policylint.lint.settings import Settings
from policylint.model.lifetime import parse_lifetime
from policylint.rule import Limits

INVENTORY = """\
version: 1
site: {name: Exemple, url: https://www.exemple.example, jurisdictions: [FR], languages: [en]}
controller: {name: Exemple SAS, country: FR, email: privacy@exemple.example}
consent: {validity: 6 months}
cookies:
  - {name: ads, category: improvement, purposes: [advertising], set_by: http, lifetime: 2 years}
  - {name: guard, category: essential, purposes: [security], exemption: requested-service, set_by: http, lifetime: 2 years}
"""


@pytest.mark.parametrize(
    ("code", "message"),
    [
        (
            "LIF004",
            "'ads' outlives the consent of '6 months', and 'on_expiry' does not say what happens then",
        ),
        (
            "LIF005",
            "'guard' lives for '2 years', longer than 13 months, the most that 'security' can explain",
        ),
        ("LIF009", "browsers keep 'ads' and 'guard' for 400 days at most"),
    ],
)
def test_two_years_are_judged_otherwise_where_the_limit_admits_them(
    tmp_path: Path, code: str, message: str
) -> None:
    path = tmp_path / "cookies.yaml"
    path.write_text(INVENTORY, encoding="utf-8")

    def said(limit: str) -> list[str]:
        settings = Settings(limits=Limits(lifetime=parse_lifetime(limit)))
        options = Options(as_of=date(2026, 11, 23), select=[code], settings=settings)
        report, _ = check_files([str(path)], options)
        return [finding.message for finding in report.findings]

    assert said("13 months") == []
    assert said("2 years") == [message]
