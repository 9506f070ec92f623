import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from policylint.lint.finding import Finding, Outcome, Place, Report
from policylint.report import render

SCHEMA = json.loads(
    Path(__file__).with_name("gitlab-code-quality.schema.json").read_text(encoding="utf-8")
)


def entries(report: Report) -> Any:
    return json.loads(render("gitlab", report))


def with_findings(report: Report, *findings: Finding) -> Report:
    return Report(**{**vars(report), "findings": findings})


def moved(finding: Finding, **values: object) -> Finding:
    return Finding(**{**vars(finding), "place": Place(**{**vars(finding.place), **values})})


def fingerprints(report: Report) -> list[str]:
    return [entry["fingerprint"] for entry in entries(report)]


def test_a_report_has_the_fields_that_gitlab_documents(
    report: Report, clean_report: Report
) -> None:
    validator = Draft202012Validator(SCHEMA)

    for one in (report, clean_report):
        assert list(validator.iter_errors(entries(one))) == []


@pytest.mark.parametrize(
    "text", ["a\n\x1b\u202e\ud800%", "", "##[error]x", "[x](https://e.example)"]
)
def test_a_hostile_report_has_the_fields_that_gitlab_documents(
    text: str, hostile: Callable[[str], Report]
) -> None:
    assert list(Draft202012Validator(SCHEMA).iter_errors(entries(hostile(text)))) == []


def test_there_is_no_mark_of_byte_order_which_gitlab_refuses(report: Report) -> None:
    assert render("gitlab", report)[0] == "["


def test_severities_are_spread_over_those_of_gitlab(report: Report) -> None:
    found = {entry["description"].partition(":")[0]: entry["severity"] for entry in entries(report)}

    assert found == {
        "error": "critical",
        "warning": "major",
        "info": "info",
        "not evaluated": "info",
    }


def test_findings_that_are_not_open_are_left_out(report: Report) -> None:
    written = render("gitlab", report)

    assert "_fbp" not in written
    assert "'old'" not in written


def test_a_location_has_lines_and_columns(report: Report) -> None:
    assert entries(report)[3]["location"] == {
        "path": "site/cookies.yaml",
        "lines": {"begin": 104, "end": 106},
        "positions": {
            "begin": {"line": 104, "column": 18},
            "end": {"line": 106, "column": 12},
        },
    }


def test_every_fingerprint_of_a_report_is_another(report: Report) -> None:
    finding = report.findings[1]
    elsewhere = moved(finding, path="shop/cookies.yaml")

    found = fingerprints(with_findings(report, finding, finding, elsewhere, elsewhere))

    assert len(set(found)) == len(found) == 5


def test_a_fingerprint_stays_when_lines_are_added_above(report: Report) -> None:
    finding = report.findings[1]
    below = moved(finding, line=90, end_line=90, column=3, pointer="/cookies/7/consent")

    assert fingerprints(with_findings(report, below)) == fingerprints(
        with_findings(report, finding)
    )


def test_a_fingerprint_stays_when_another_finding_is_waived(report: Report) -> None:
    finding = report.findings[1]
    waived = Finding(**{**vars(report.findings[2]), "status": "waived"})

    both = fingerprints(with_findings(report, finding, report.findings[2]))
    one = fingerprints(with_findings(report, finding, waived))

    assert set(one) < set(both)


def test_what_was_not_evaluated_is_one_entry_a_file(report: Report) -> None:
    outcomes = (
        *report.outcomes,
        Outcome(code="EVD001", path="b.yaml", outcome="not-evaluated", reason="no evidence given"),
    )

    found = [
        (entry["location"]["path"], entry["description"])
        for entry in entries(Report(**{**vars(report), "outcomes": outcomes}))
        if entry["check_name"] == "not-evaluated"
    ]

    assert found == [
        (
            "site/cookies.yaml",
            (
                "not evaluated: EVD001, EVD002 (no evidence given); "
                "SEC004 (switched off by configuration)"
            ),
        ),
        ("b.yaml", "not evaluated: EVD001 (no evidence given)"),
    ]


def test_a_reason_that_counts_something_else_is_no_new_entry(clean_report: Report) -> None:
    def with_reason(reason: str) -> Report:
        gap = Outcome(code="SEC001", path="a.yaml", outcome="not-evaluated", reason=reason)
        return Report(**{**vars(clean_report), "outcomes": (gap,)})

    assert fingerprints(with_reason("'secure' is absent (2 times)")) == fingerprints(
        with_reason("'secure' is absent (3 times)")
    )
