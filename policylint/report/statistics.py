"""What a run found, counted by rule: where a team begins, and what it has accepted."""

from collections.abc import Iterator, Sequence

from policylint.lint.finding import Finding, Report
from policylint.model.record import Record
from policylint.report.clean import inert, visible
from policylint.report.wording import counted
from policylint.rule import Severity

_STATUSES = ("open", "suppressed", "waived", "baselined")
_TITLES = ("code", "severity", *_STATUSES, "files", "rule")
# All but these are figures, which end in one column.
_WORDS = frozenset({"code", "severity", "rule"})


class _Count(Record):
    code: str
    name: str
    severity: Severity
    statuses: Sequence[int]
    files: int


def statistics(report: Report) -> str:
    """Write a table of the rules that found something, those that found most first."""
    counts = sorted(_counts(report.findings), key=lambda one: (-sum(one.statuses), one.code))
    if not counts:
        return f"statistics: no rule found anything in {counted(len(report.files), 'file')}\n"
    rows = [_TITLES, *map(_row, counts), _total(counts, report)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return inert("\n".join(_line(row, widths) for row in rows)) + "\n"


def _counts(findings: Sequence[Finding]) -> Iterator[_Count]:
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(finding.rule.code, []).append(finding)
    for code, group in groups.items():
        statuses: list[str] = [one.status for one in group]
        yield _Count(
            code=code,
            name=group[0].rule.name,
            severity=max(one.severity for one in group),
            statuses=[statuses.count(status) for status in _STATUSES],
            files=len({one.place.path for one in group}),
        )


def _row(count: _Count) -> tuple[str, ...]:
    figures = (*count.statuses, count.files)
    name = visible(count.name)
    return (visible(count.code), count.severity.label, *map(str, figures), name)


def _total(counts: Sequence[_Count], report: Report) -> tuple[str, ...]:
    figures = [sum(column) for column in zip(*(one.statuses for one in counts), strict=True)]
    files = len({one.place.path for one in report.findings})
    return ("total", "", *map(str, figures), str(files), counted(len(counts), "rule"))


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    cells = (
        cell.ljust(width) if title in _WORDS else cell.rjust(width)
        for title, cell, width in zip(_TITLES, row, widths, strict=True)
    )
    return "  ".join(cells).rstrip()
