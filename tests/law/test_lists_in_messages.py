"""What rules say of several names, vendors and languages at once."""

from datetime import date
from pathlib import Path

import pytest

from policylint.lint.run import Options, check_files
from policylint.lint.settings import Settings
from policylint.rule import Limits

INVENTORY = """\
version: 1
site: {name: Exemple, url: https://www.exemple.example, jurisdictions: [FR], languages: [en, fr, de]}
controller: {name: Exemple SAS, country: FR, email: privacy@exemple.example}
vendors:
  alpha: {name: Alpha, country: FR, role: controller}
  beta: {name: Beta, country: FR, role: joint-controller}
  gamma: {name: Gamma, country: FR}
cookies:
  - name: guard
    category: essential
    purposes: [security]
    vendor: alpha
    recipients: [beta]
    cross_site: true
    description: Keeps robots out of the login.
  - {name: ads, category: improvement, purposes: [advertising], consent: opt-in, recipients: [alpha, beta]}
  - name: stats
    category: improvement
    purposes: [audience-measurement]
    exempt_in: {FR: audience-measurement}
    measurement:
      own_account: true
      cross_site: false
      cross_matching: false
      anonymous_output: false
      shared_with: [alpha, gamma]
"""


@pytest.mark.parametrize(
    ("code", "message"),
    [
        (
            "CLS011",
            (
                "'stats' claims the exemption for audience measurement in FR, and 'anonymous_output' is"
                " false; 'alpha' in 'shared_with' is no processor; 'gamma' in 'shared_with' declares no"
                " role"
            ),
        ),
        (
            "CLS022",
            (
                "'guard' is claimed essential for security, but it recognises visitors on other"
                " companies' sites and 'alpha', 'beta' decide for themselves; 'note' does not say that"
                " it serves this site's visitors alone"
            ),
        ),
        ("INF001", "'description' is not written in fr and in de"),
        (
            "VEN014",
            "2 controllers rely on the consent of one visitor, more than 1: 'alpha' and 'beta'",
        ),
    ],
)
def test_several_are_listed_in_one_sentence(tmp_path: Path, code: str, message: str) -> None:
    path = tmp_path / "cookies.yaml"
    path.write_text(INVENTORY, encoding="utf-8")
    options = Options(
        as_of=date(2026, 11, 23), select=[code], settings=Settings(limits=Limits(vendors=1))
    )

    report, _ = check_files([str(path)], options)

    assert [str(finding.message) for finding in report.findings] == [message]
