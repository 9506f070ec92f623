"""The verdict and the sign-off of a report, from the command line on."""

import json
from pathlib import Path
from typing import Any

import pytest

from policylint.cli.report import report
from policylint.review.verdict import ORDER
from tests.cli.test_approvals import SOUND
from tests.conftest import ROOT, Run

PAGE = (ROOT / "docs" / "report.md").read_text(encoding="utf-8")
IN_FRANCE = SOUND.replace("[CH]", "[FR]").replace("country: CH", "country: FR")
OPT_OUT = """\
  - name: visits
    category: improvement
    purposes: [audience-measurement]
    description: Counts the visits to each page of the site.
    lifetime: 30 days
    consent: opt-out
"""


def told(run: Run, folder: Path, *more: str) -> Any:
    done = run("report", "cookies.yaml", "--format", "json", *more, cwd=folder)
    assert done.code == 0, done.err
    return json.loads(done.out)


def test_a_risk_that_was_accepted_is_reviewed_and_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "cookies.yaml").write_text(IN_FRANCE + OPT_OUT)
    found = {
        (one["code"], f'cookie = "{one["cookie"]}"' if one["cookie"] else "")
        for one in told(run, tmp_path)["sites"][0]["findings"]
        if one["severity"] in {"error", "warning"}
    }
    waiver = (
        '[[waivers]]\nrule = "{}"\nreason = "the <contract> ends"\napproved-by = "dpo@a.example"\n'
        "expires = 2027-01-31\n{}\n"
    )
    assert "CLS001" in {code for code, _ in found}
    (tmp_path / "policylint.toml").write_text("".join(waiver.format(*one) for one in sorted(found)))

    assert told(run, tmp_path)["verdict"] == "review"
    text = " ".join(run("report", "cookies.yaml", "--format", "text", cwd=tmp_path).out.split())
    assert "Publish after review" in text
    assert "the <contract> ends" in text
    assert "dpo@a.example Until: 31" in text.replace("\u00a0", " ")


def test_an_acceptance_that_has_ended_covers_nothing_and_is_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "cookies.yaml").write_text(IN_FRANCE + OPT_OUT)
    (tmp_path / "policylint.toml").write_text(
        '[[waivers]]\nrule = "CLS001"\ncookie = "visits"\nreason = "a trial"\n'
        'approved-by = "dpo@a.example"\nexpires = 2026-11-22\n'
    )

    assert told(run, tmp_path)["verdict"] == "stop"
    text = " ".join(run("report", "cookies.yaml", "--format", "text", cwd=tmp_path).out.split())
    assert "1 acceptance in the configuration has ended and covers nothing any more:" in text
    assert "CLS001 visits (a trial; dpo@a.example; 22" in text


def test_an_error_that_is_switched_off_is_no_pass(run: Run, tmp_path: Path) -> None:
    (tmp_path / "cookies.yaml").write_text(SOUND)
    assert told(run, tmp_path)["verdict"] == "publish"
    (tmp_path / "policylint.toml").write_text('ignore = ["CLS001"]\n')

    assert told(run, tmp_path)["verdict"] == "review"
    page = run("report", "cookies.yaml", cwd=tmp_path).out
    assert "switches off rules that would be errors: CLS001" in page


@pytest.mark.parametrize("role", ["DPO", "Data Protection Officer", "the DPO"])
def test_a_sign_off_that_fits_stands_in_the_row_of_its_role(
    run: Run, tmp_path: Path, role: str
) -> None:
    (tmp_path / "cookies.yaml").write_text(SOUND)
    who = ("--by", "Jeanne Martin", "--role", role, "--on", "2026-11-20")
    assert run("approve", "cookies.yaml", *who, cwd=tmp_path).code == 0

    page = run("report", "cookies.yaml", cwd=tmp_path).out
    row = page.partition("Data protection officer</th>")[2].partition("</tr>")[0]
    assert "<td>Jeanne Martin</td><td>approved</td>" in row
    assert 'datetime="2026-11-20"' in row


def test_a_sign_off_of_other_content_is_counted_and_fills_nothing(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "cookies.yaml"
    file.write_text(SOUND)
    who = ("--by", "Jeanne Martin", "--role", "DPO", "--on", "2026-11-20")
    run("approve", "cookies.yaml", *who, cwd=tmp_path)
    file.write_text(file.read_text().replace("lifetime: session", "lifetime: 1 hour"))

    first = run("report", "cookies.yaml", cwd=tmp_path).out.partition('class="page-break"')[0]
    assert "Jeanne Martin" not in first
    assert "1 earlier sign-off does not cover what is declared today." in first


def test_the_page_names_every_option_and_verdict() -> None:
    options = {name for one in report.params for name in one.opts if name.startswith("--")}

    assert {name for name in options if f"`{name}`" not in PAGE} == set()
    assert {name for name in ORDER if f"`{name}`" not in PAGE} == set()
