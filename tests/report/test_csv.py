import csv
from collections.abc import Callable, Iterator
from io import StringIO

import pytest

from policylint.lint.finding import Finding, Report
from policylint.report import render
from policylint.report.csv_report import COLUMNS
from tests.report.test_hostile import NAMES

FORMULA = tuple("=+-@＝＋－＠")  # noqa: RUF001 - full width
ATTACKS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "＝1",  # noqa: RUF001 - full width
    "＋1",  # noqa: RUF001 - full width
    "－1",  # noqa: RUF001 - full width
    "＠1",  # noqa: RUF001 - full width
    "\t=1",
    "\r=1",
    "\n=1",
    " \u00a0\u3000=1",
    '"=1',
    "a;=1",
    "a; =1",
    'a;"=1',
    'a;""";=1;',
    "a;;;@x",
    "a\t=1",
    "a\n=1",
    'a"\r\n=1',
]


def rows(report: Report) -> list[dict[str, str]]:
    written = StringIO(render("csv", report), newline="")
    return list(csv.DictReader(written, strict=True))


def cells(report: Report, separator: str) -> Iterator[str]:
    """Split a report as a spreadsheet does where it takes this separator."""
    for row in csv.reader(StringIO(render("csv", report), newline=""), delimiter=separator):
        yield from row


def test_a_row_has_the_columns_of_the_header(report: Report) -> None:
    written = render("csv", report)

    assert written.split("\r\n", 1)[0] == ",".join(COLUMNS)
    for row in csv.reader(StringIO(written, newline=""), strict=True):
        assert len(row) == len(COLUMNS)


@pytest.mark.parametrize("text", [*NAMES, *ATTACKS], ids=ascii)
def test_no_name_adds_a_cell_or_a_row(text: str, hostile: Callable[[str], Report]) -> None:
    report = hostile(text)
    found = list(csv.reader(StringIO(render("csv", report), newline=""), strict=True))

    assert len(found) == 1 + len(report.findings) + 1
    assert {len(row) for row in found} == {len(COLUMNS)}


def test_lines_end_as_the_standard_wants(report: Report) -> None:
    written = render("csv", report)

    assert written.count("\r\n") == written.count("\n") == 1 + len(rows(report))


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("text", [*NAMES, *ATTACKS], ids=ascii)
def test_no_cell_is_a_formula_in_any_country(
    text: str, separator: str, hostile: Callable[[str], Report]
) -> None:
    for cell in cells(hostile(text), separator):
        assert not cell.lstrip('" \u00a0\u3000\t\r\n').startswith(FORMULA)


@pytest.mark.parametrize("text", ATTACKS, ids=ascii)
def test_no_cell_starts_with_what_a_spreadsheet_leaves_out(
    text: str, hostile: Callable[[str], Report]
) -> None:
    assert not [cell for cell in cells(hostile(text), ",") if cell.startswith(("\t", "\r"))]


def test_an_ordinary_text_is_read_back_as_it_is(report: Report) -> None:
    row = rows(report)[1]

    assert row == {
        "path": "site/cookies.yaml",
        "line": "9",
        "column": "14",
        "code": "CLS001",
        "name": "improvement-without-consent",
        "severity": "error",
        "force": "law, guidance",
        "status": "open",
        "cookie": "_ga",
        "jurisdictions": "BE, FR",
        "message": report.findings[1].message,
        "law": "Article 5(3) Directive 1900/1/EC: binding law [known text, not read again at "
        "source] | Biscuit Authority 2020-092, Article 5, ¶50: guidance, not binding "
        "[quoted elsewhere, not read at source]",
        "reason": "",
        "approved_by": "",
        "expires": "",
        "fix": "declare `consent: opt-in`",
    }


def test_every_finding_is_a_row_with_its_status(report: Report) -> None:
    found = rows(report)[: len(report.findings)]

    assert [row["status"] for row in found] == [one.status for one in report.findings]


def test_a_waived_finding_says_why_by_whom_and_until_when(report: Report) -> None:
    [row] = [row for row in rows(report) if row["status"] == "waived"]

    assert (row["reason"], row["approved_by"], row["expires"]) == (
        "the contract ends in January",
        "dpo@studio-ductus.example",
        "2027-01-31",
    )


def test_a_suppressed_finding_says_why(report: Report) -> None:
    [row] = [row for row in rows(report) if row["status"] == "suppressed"]

    assert row["reason"] == "wording agreed with legal"


def test_what_was_not_evaluated_has_rows(report: Report) -> None:
    found = [row for row in rows(report) if row["status"] == "not-evaluated"]

    assert [(row["code"], row["name"], row["reason"]) for row in found] == [
        ("EVD001", "", "no evidence given"),
        ("EVD002", "", "no evidence given"),
        ("SEC004", "cookie-without-secure", "switched off by configuration"),
    ]
    assert {row["severity"] + row["line"] for row in found} == {""}


def test_a_cell_is_no_longer_than_a_spreadsheet_keeps(report: Report) -> None:
    finding = Finding(**{**vars(report.findings[1]), "message": "x" * 100_000})

    [row, *_] = rows(Report(**{**vars(report), "findings": [finding]}))

    assert row["message"] == "x" * 32_766 + "…"
