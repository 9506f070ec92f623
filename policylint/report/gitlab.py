"""The open findings as a GitLab code quality report.

The format knows no suppression: findings that are waived, suppressed or in the baseline are left
out. GitLab shows one entry for each fingerprint of a whole report, so that these name the file too.
"""

from collections.abc import Iterator

from policylint.lint.finding import Finding, Place, Report
from policylint.report.clean import inert, visible
from policylint.report.fingerprint import digest, fingerprints
from policylint.report.json_text import Json, write_json
from policylint.report.wording import skipped_by_file, standing
from policylint.rule import Severity

# `blocker` is not used: whether a finding blocks is for --fail-on to say.
_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "major", Severity.INFO: "info"}


def render(report: Report) -> str:
    """Write an entry for each open finding, and one for each file on what was not evaluated."""
    entries = [*_findings(report), *_skipped(report)]
    return write_json(entries)


def _findings(report: Report) -> Iterator[dict[str, Json]]:
    identities = fingerprints(report.findings)
    for finding, identity in zip(report.findings, identities, strict=True):
        if finding.status == "open":
            yield {
                "description": _description(finding),
                "check_name": f"{finding.rule.code} {finding.rule.name}",
                "fingerprint": digest(finding.place.path, identity),
                "severity": _SEVERITIES[finding.severity],
                "location": _location(finding.place),
            }


def _description(finding: Finding) -> str:
    text = f"{finding.severity.label}: {finding.message} {standing(finding)}"
    return inert(visible(text.rstrip()))


def _location(place: Place) -> dict[str, Json]:
    return {
        "path": place.path,
        "lines": {"begin": place.line, "end": place.end_line},
        "positions": {
            "begin": {"line": place.line, "column": place.column},
            "end": {"line": place.end_line, "column": place.end_column},
        },
    }


def _skipped(report: Report) -> Iterator[dict[str, Json]]:
    """Tell what was not evaluated: silence must not read as a pass."""
    for path, reasons in skipped_by_file(report).items():
        codes = sorted(code for found in reasons.values() for code in found)
        told = "; ".join(f"{', '.join(found)} ({reason})" for reason, found in reasons.items())
        yield {
            "description": inert(visible(f"not evaluated: {told}")),
            "check_name": "not-evaluated",
            "fingerprint": digest(path, "not-evaluated", *codes),
            "severity": "info",
            "location": {"path": path, "lines": {"begin": 1}},
        }
