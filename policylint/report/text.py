"""The report for people: each finding with its source line, its ground and its cure."""

from collections.abc import Sequence

from policylint.law.citation import Provision
from policylint.lint.finding import BaselineEntry, Finding, Place, Report
from policylint.report.clean import inert, visible
from policylint.report.explanation import explain
from policylint.report.layout import WIDTH, prose, snippet, width, wrap
from policylint.report.wording import (
    acceptance,
    fixable,
    ground_label,
    grounds,
    is_preview,
    shortened,
    skipped,
    summary,
)
from policylint.rule import Rule, Severity

_STYLES = {
    "error": "1;31",
    "warning": "1;33",
    "info": "1;36",
    "strong": "1",
    "gutter": "34",
}
_FIXES = {
    "safe": "fix (--fix applies it)",
    "unsafe": "fix (--fix --unsafe-fixes applies it)",
    "shown": "suggestion (never applied for you)",
}
_REASONS_SHOWN = 20


def render(report: Report, *, color: bool = False) -> str:
    """Write the open findings in full, accepted risks in short, and what could not be checked."""
    page = _Page(color=color)
    for finding in report.findings:
        if finding.status == "open":
            page.finding(finding)
    page.accepted([finding for finding in report.findings if finding.status == "waived"])
    page.skipped(report)
    page.shrinkable(report.shrinkable)
    page.lines.append(page.paint(summary(report), _tone(report.worst)))
    if mendable := fixable(report):
        page.lines.append(mendable)
    return inert("\n".join(page.lines)) + "\n"


def _tone(severity: Severity | None) -> str:
    return severity.label if severity else "strong"


def _position(place: Place) -> str:
    return f"{visible(place.path)}:{place.line}:{place.column}"


class _Page:
    """The lines written so far, and the grounds that need not be told again."""

    def __init__(self, *, color: bool) -> None:
        self.color = color
        self.lines: list[str] = []
        self.told: dict[str, set[tuple[str, ...]]] = {}

    def paint(self, text: str, style: str) -> str:
        return f"\x1b[{_STYLES[style]}m{text}\x1b[0m" if self.color else text

    def label(self, text: str) -> None:
        self.lines.append(f"  {self.paint(f'{text}:', 'strong')}")

    def finding(self, finding: Finding) -> None:
        self.header(finding)
        self.lines += wrap(visible(finding.message), "  ")
        places = [finding.place, *(one.place for one in finding.related)]
        digits = max(len(str(place.line)) for place in places)
        self.source(finding.place, digits, finding.severity.label)
        for one in finding.related:
            self.lines += wrap(f"{_position(one.place)} {visible(one.message)}", "  ", "  ")
            self.source(one.place, digits, "gutter")
        if finding.novelty:
            self.label("new since the baseline")
            self.lines += wrap(visible(finding.novelty), "    ")
        self.ground(finding.rule, finding.citations)
        if finding.fix:
            self.label(_FIXES[finding.fix.applicability])
            self.lines += wrap(visible(finding.fix.title), "    ")
        self.lines.append("")

    def header(self, finding: Finding) -> None:
        position = _position(finding.place)
        severity, code = finding.severity.label, visible(finding.rule.code)
        name = visible(finding.rule.name)
        where = f"[{', '.join(map(visible, finding.jurisdictions))}]"
        note = " (proposal, not law)" if is_preview(finding.rule) else ""
        fits = len(severity + code + name + where + note) + width(position) + 4 <= WIDTH
        tail = f" {where}" if fits and finding.jurisdictions else ""
        self.lines.append(
            f"{self.paint(position, 'strong')} {self.paint(severity, severity)} "
            f"{self.paint(code, 'strong')} {name}{tail}{note}"
        )
        if finding.jurisdictions and not fits:
            self.lines += wrap(where, "  ", " ")

    def source(self, place: Place, digits: int, style: str) -> None:
        """Show the first line of a place, marked, beside its number."""
        if not place.excerpt or place.excerpt.isspace():
            return
        gutter = digits + 5
        shown = snippet(place, gutter)
        onward = f" to line {place.end_line}" if place.end_line > place.line else ""
        bar = self.paint("|", "gutter")
        number = self.paint(f"{place.line:>{digits}}", "gutter")
        self.lines += [
            f"  {'':{digits}} {bar}",
            f"  {number} {bar} {shown.source}".rstrip(),
            f"  {'':{digits}} {bar} {shown.blank}{self.paint(shown.mark + onward, style)}",
            f"  {'':{digits}} {bar}",
        ]

    def ground(self, rule: Rule, citations: Sequence[Provision]) -> None:
        """Tell a rule's ground and cure the first time, and refer to them afterwards."""
        code, label = visible(rule.code), ground_label(rule, citations)
        lines = grounds(citations)
        told = self.told.get(code)
        if told is not None and lines in told:
            self.lines.append(f"  {label} and how to fix: as above for {code}")
            return
        if lines:
            self.label(label)
            for line in lines:
                self.lines += wrap(visible(line), "    ", "  ")
        self.told.setdefault(code, set()).add(lines)
        if told is not None:
            self.lines.append(f"  how to fix: as above for {code}")
        elif cure := explain(rule.explanation).cure:
            self.label("how to fix")
            self.lines += prose(cure, "    ")

    def accepted(self, findings: Sequence[Finding]) -> None:
        """List the risks that a waiver accepts: they are still there."""
        if not findings:
            return
        self.lines.append(self.paint("accepted risks, waived in the configuration:", "strong"))
        for one in findings:
            title = f"{_position(one.place)} {one.severity.label} {one.rule.code} {one.rule.name}"
            self.lines += wrap(visible(f"{title}: {one.message}"), "  ", "  ")
            self.lines += wrap(visible(acceptance(one)), "    ", "  ")
        self.lines.append("")

    def shrinkable(self, entries: Sequence[BaselineEntry]) -> None:
        """List what the baseline holds though it is gone."""
        if not entries:
            return
        title = "gone, though the baseline lists it (--write-baseline writes it anew):"
        self.lines.append(self.paint(title, "strong"))
        for one in entries[:_REASONS_SHOWN]:
            about = f" '{one.cookie}'" if one.cookie else ""
            times = f" ({one.count} times)" if one.count > 1 else ""
            self.lines += wrap(visible(f"{one.path}: {one.code}{about}{times}"), "  ", "  ")
        if len(entries) > _REASONS_SHOWN:
            self.lines.append(f"  … and {len(entries) - _REASONS_SHOWN} more")
        self.lines.append("")

    def skipped(self, report: Report) -> None:
        """List what could not be evaluated, by reason."""
        reasons = list(skipped(report))
        if not reasons:
            return
        self.lines.append(self.paint("not evaluated:", "strong"))
        for reason, codes in reasons[:_REASONS_SHOWN]:
            self.lines += wrap(visible(f"{shortened(codes)}: {reason}"), "  ", "  ")
        if len(reasons) > _REASONS_SHOWN:
            rest = len(reasons) - _REASONS_SHOWN
            self.lines.append(f"  … and for {rest} more reasons, which --format json lists")
        self.lines.append("")
