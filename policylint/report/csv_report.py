"""Every finding as a row of a table, for spreadsheets, which must not run what a name says."""

import csv
import re
from collections.abc import Iterator
from io import StringIO

from policylint.lint.finding import Finding, Report
from policylint.report.clean import inert, visible
from policylint.report.wording import firmness, grounds

COLUMNS = (
    "path",
    "line",
    "column",
    "code",
    "name",
    "severity",
    "force",
    "status",
    "cookie",
    "jurisdictions",
    "message",
    "law",
    "reason",
    "approved_by",
    "expires",
    "fix",
)

# What a spreadsheet takes for a formula, at the start of a cell. Where it splits lines at `;`, as
# it does in half of Europe, a cell may also start in the middle of ours.
_FORMULA = re.compile(r'(?:^|(?<=;))(?=[\s"]*[=+\-@＝＋－＠])')  # noqa: RUF001 - full width
_LONGEST = 32_767  # characters in a cell of Excel


def render(report: Report) -> str:
    """Write a row for each finding, open or not, then one for each rule that was not evaluated."""
    out = StringIO()
    writer = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\r\n")
    writer.writeheader()
    for row in (*map(_finding, report.findings), *_skipped(report)):
        writer.writerow({column: _cell(value) for column, value in row.items()})
    return out.getvalue()


def _cell(value: str | int) -> str | int:
    if isinstance(value, int):
        return value
    text = inert(visible(value))
    if not text[:1].isalnum() or ";" in text:
        text = _FORMULA.sub("'", text)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _finding(finding: Finding) -> dict[str, str | int]:
    waiver = finding.waiver
    return {
        "path": finding.place.path,
        "line": finding.place.line,
        "column": finding.place.column,
        "code": finding.rule.code,
        "name": finding.rule.name,
        "severity": finding.severity.label,
        "force": firmness(finding),
        "status": finding.status,
        "cookie": finding.cookie or "",
        "jurisdictions": ", ".join(finding.jurisdictions),
        "message": finding.message,
        "law": " | ".join(grounds(finding.citations)),
        "reason": waiver.reason if waiver else finding.justification or "",
        "approved_by": waiver.approved_by if waiver else "",
        "expires": waiver.expires.isoformat() if waiver else "",
        "fix": finding.fix.title if finding.fix else "",
    }


def _skipped(report: Report) -> Iterator[dict[str, str | int]]:
    """List what was not evaluated, file by file: silence must not read as a pass."""
    names = {rule.code: rule.name for rule in report.rules}
    for one in report.outcomes:
        if one.gap is not None:
            yield {
                "path": one.path,
                "code": one.code,
                "name": names.get(one.code, ""),
                "status": "not-evaluated",
                "reason": one.gap,
            }
