"""Annotations for GitHub Actions, after the text report that keeps the log readable."""

from policylint.lint.finding import Finding, Report
from policylint.report import text
from policylint.report.clean import github_data, github_property
from policylint.report.wording import ground_label, grounds, standing
from policylint.rule import Severity

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(report: Report, *, color: bool = False) -> str:
    """Write the text report, then one workflow command for each open finding."""
    commands = [_command(finding) for finding in report.findings if finding.status == "open"]
    return text.render(report, color=color) + "".join(f"{command}\n" for command in commands)


def _command(finding: Finding) -> str:
    place = finding.place
    properties = {
        "file": place.path,
        "line": str(place.line),
        "endLine": str(place.end_line),
    }
    # The runner drops columns, with a complaint, where a place has several lines.
    if place.end_line == place.line:
        properties |= {"col": str(place.column), "endColumn": str(place.end_column)}
    properties["title"] = f"{finding.rule.code} {finding.rule.name}"
    written = ",".join(f"{name}={github_property(value)}" for name, value in properties.items())
    return f"::{_COMMANDS[finding.severity]} {written}::{github_data(_message(finding))}"


def _message(finding: Finding) -> str:
    lines = [f"{finding.message} {standing(finding)}".rstrip().replace("\n", "\\n")]
    if finding.citations:
        lines.append(f"{ground_label(finding.rule, finding.citations)}:")
        lines += grounds(finding.citations)
    return "\n".join(lines)
