"""The report as JSON: a public contract (`schema/report.schema.json`)."""

from collections.abc import Mapping

from policylint import __version__
from policylint.law import LAW_AS_OF, RULE_PACK
from policylint.lint.finding import BaselineEntry, Finding, Outcome, Related, Report
from policylint.report.finding_json import citation_json, waiver_json
from policylint.report.json_text import Json, write_json
from policylint.report.wording import closed, is_preview
from policylint.rule import Severity


def render(report: Report) -> str:
    """Write everything that a run has to say, every key always there."""
    document: Json = {
        "version": 1,
        "tool": {"name": "policylint", "version": __version__},
        "rules": {"pack": RULE_PACK, "law_as_of": LAW_AS_OF},
        "as_of": report.as_of.isoformat(),
        "summary": _summary(report),
        "findings": map(_finding, report.findings),
        "outcomes": map(_outcome, report.outcomes),
        "shrinkable": map(_shrinkable, report.shrinkable),
    }
    return write_json(document)


def _summary(report: Report) -> Mapping[str, Json]:
    return {
        "files": len(report.files),
        "errors": report.count(Severity.ERROR),
        "warnings": report.count(Severity.WARNING),
        "infos": report.count(Severity.INFO),
        **closed(report),
    }


def _finding(finding: Finding) -> Mapping[str, Json]:
    place, fix = finding.place, finding.fix
    return {
        "code": finding.rule.code,
        "name": finding.rule.name,
        "severity": finding.severity.label,
        "message": finding.message,
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "pointer": place.pointer,
        "cookie": finding.cookie,
        "jurisdictions": list(finding.jurisdictions),
        "preview": is_preview(finding.rule),
        "citations": map(citation_json, finding.citations),
        "waiver": waiver_json(finding.waiver) if finding.waiver else None,
        "fix": {"title": fix.title, "applicability": fix.applicability} if fix else None,
        "related": map(_related, finding.related),
        "status": finding.status,
        "new_because": finding.novelty,
    }


def _related(related: Related) -> Mapping[str, Json]:
    place = related.place
    return {
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "pointer": place.pointer,
        "message": related.message,
    }


def _shrinkable(entry: BaselineEntry) -> Mapping[str, Json]:
    return {
        "path": entry.path,
        "code": entry.code,
        "cookie": entry.cookie,
        "pointer": entry.pointer,
        "count": entry.count,
    }


def _outcome(outcome: Outcome) -> Mapping[str, Json]:
    held = f"not evaluated {outcome.held_back}" if outcome.held_back else None
    return {
        "code": outcome.code,
        "path": outcome.path,
        "outcome": outcome.outcome,
        "reason": "; ".join(part for part in (outcome.reason, held) if part) or None,
    }
