"""One line a finding, for `grep` and for editors."""

from policylint.lint.finding import Finding, Report
from policylint.report.clean import inert, visible
from policylint.report.wording import standing, summary


def render(report: Report) -> str:
    """Write a line for each open finding, then the summary."""
    lines = [_line(finding) for finding in report.findings if finding.status == "open"]
    lines.append(summary(report, name_skipped=True))
    return inert("\n".join(map(visible, lines))) + "\n"


def _line(finding: Finding) -> str:
    place = finding.place
    start = f"{place.path}:{place.line}:{place.column}: {finding.rule.code}"
    return f"{start} {finding.severity.label} {finding.message} {standing(finding)}".rstrip()
