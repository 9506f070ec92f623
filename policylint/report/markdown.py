"""The report as a comment on a pull request: the verdict, tables, and what was not evaluated."""

from collections.abc import Iterable, Iterator, Sequence

from policylint.lint.finding import Finding, Place, Report
from policylint.model.record import Record
from policylint.report.links import rule_link
from policylint.report.markdown_text import plain
from policylint.report.wording import (
    counted,
    grounds,
    is_preview,
    skipped,
    summary,
)
from policylint.rule import Rule

MARKER = "<!-- policylint -->"
"""The first line, by which a bot finds the comment that it wrote before."""

LIMIT = 65_536
"""What GitHub takes in a comment, in characters; we count bytes, which are never fewer."""

_ROOM_FOR_FRAME = 2_000
_LONGEST = 600
_LONGEST_NAME = 200
_MOST_GROUNDS = 6


class _Section(Record):
    """Rows under a head, and the room that earlier sections leave to them."""

    head: str
    rows: Iterable[str]
    count: int
    noun: str
    room: int = 0
    tail: str = ""

    @property
    def least(self) -> int:
        return min(self.room, sum(map(_size, self.rows))) if self.room else 0


def render(report: Report) -> str:
    """Write the gravest findings first, and count what a comment has no room for."""
    verdict = f"{MARKER}\n\n**policylint:** {plain(summary(report), _LONGEST)}\n{_gone(report)}"
    sections = [one for one in (_opened(report), _waived(report), _skipped(report)) if one.count]
    room = LIMIT - _ROOM_FOR_FRAME
    parts = [verdict]
    for number, section in enumerate(sections, 1):
        kept = sum(one.least for one in sections[number:])
        shown = list(_fitting(section.rows, room - kept))
        room -= sum(map(_size, shown))
        left = section.count - len(shown)
        more = f"\n… and {counted(left, f'more {section.noun}')} in the full report.\n"
        parts.append("".join((section.head, *shown, more if left else "", section.tail)))
    return "\n".join(parts)


def _gone(report: Report) -> str:
    gone = sum(entry.count for entry in report.shrinkable)
    what = counted(gone, "finding")
    told = (
        f"\nThe baseline lists {what} too many; `policylint check --write-baseline` shrinks it.\n"
    )
    return told if gone else ""


def _size(text: str) -> int:
    return len(text.encode())


def _fitting(rows: Iterable[str], room: int) -> Iterator[str]:
    for row in rows:
        room -= _size(row)
        if room < 0:
            return
        yield row


def _opened(report: Report) -> _Section:
    findings = [one for one in report.findings if one.status == "open"]
    findings.sort(key=lambda one: -one.severity)
    return _Section(
        head=_head("severity", "rule", "place", "finding", "ground"),
        rows=map(_open_row, findings),
        count=len(findings),
        noun="finding",
    )


def _waived(report: Report) -> _Section:
    findings = [one for one in report.findings if one.status == "waived"]
    head = _head("rule", "cookie", "place", "finding", "until", "accepted by", "reason")
    return _Section(
        head=f"### Accepted risks\n\n{head}",
        rows=list(_fitting(map(_waived_row, findings), LIMIT)),
        count=len(findings),
        noun="accepted risk",
        room=12_000,
    )


def _skipped(report: Report) -> _Section:
    reasons = list(skipped(report))
    rules = {one.code for one in report.outcomes if one.gap is not None}
    return _Section(
        # Between tags a page reads Markdown only after an empty line.
        head=f"<details>\n<summary>{counted(len(rules), 'rule')} not evaluated</summary>\n\n",
        rows=list(_fitting(map(_skipped_row, reasons), LIMIT)),
        count=len(reasons),
        noun="reason",
        room=8_000,
        tail="\n</details>\n",
    )


def _head(*titles: str) -> str:
    return _table_row(*titles) + _table_row(*["---"] * len(titles))


def _table_row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |\n"


def _open_row(finding: Finding) -> str:
    rule = finding.rule
    law = [plain(one, _LONGEST) for one in grounds(finding.citations)[:_MOST_GROUNDS]]
    if is_preview(rule):
        law.insert(0, "a proposal, not law")
    return _table_row(
        finding.severity.label,
        _rule(rule),
        _place(finding.place),
        _message(finding),
        "<br>".join(law),
    )


def _waived_row(finding: Finding) -> str:
    waiver = finding.waiver
    return _table_row(
        _rule(finding.rule),
        f"<code>{plain(finding.cookie, _LONGEST_NAME)}</code>" if finding.cookie else "",
        _place(finding.place),
        _message(finding),
        waiver.expires.isoformat() if waiver else "",
        plain(waiver.approved_by, _LONGEST_NAME) if waiver else "",
        plain(waiver.reason, _LONGEST) if waiver else "",
    )


def _skipped_row(skip: tuple[str, Sequence[str]]) -> str:
    reason, codes = skip
    return f"- {plain(', '.join(codes), _LONGEST)}: {plain(reason, _LONGEST)}\n"


def _rule(rule: Rule) -> str:
    return f"[{plain(rule.code, _LONGEST_NAME)}]({rule_link(rule)})"


def _place(place: Place) -> str:
    # Between backticks a table could not hold every name.
    return f"<code>{plain(place.path, _LONGEST_NAME)}:{place.line}:{place.column}</code>"


def _message(finding: Finding) -> str:
    where = f" [{', '.join(finding.jurisdictions)}]" if finding.jurisdictions else ""
    return plain(finding.message, _LONGEST) + plain(where, _LONGEST_NAME)
