"""One line a finding, for `grep`, for editors and for problem matchers."""

import re

from policylint.lint.finding import Finding, Report
from policylint.report.clean import inert, visible
from policylint.report.wording import standing, summary

# What ends a path. Within one it is escaped, so that no name can point at another file.
_END_OF_PATH = re.compile(r":(?=[0-9]+:[0-9]+: )")


def render(report: Report) -> str:
    """Write a line for each open finding, then the summary."""
    lines = [_line(finding) for finding in report.findings if finding.status == "open"]
    lines.append(summary(report, name_skipped=True))
    return inert("\n".join(map(visible, lines))) + "\n"


def _line(finding: Finding) -> str:
    place = finding.place
    path = place.path
    if ": " in path:
        path = _END_OF_PATH.sub(r"\\x3a", path)
    start = f"{path}:{place.line}:{place.column}: {finding.rule.code}"
    return f"{start} {finding.severity.label} {finding.message} {standing(finding)}".rstrip()
