"""The report as SARIF 2.1.0, for code scanning."""

import re
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import quote

from policylint import __version__
from policylint.law import LAW_AS_OF, RULE_PACK
from policylint.law.citation import Provision
from policylint.lint.finding import Finding, Place, Related, Report
from policylint.report.clean import visible
from policylint.report.explanation import explain
from policylint.report.fingerprint import fingerprints
from policylint.report.json_text import Json, write_json
from policylint.report.links import HOME, rule_link
from policylint.report.wording import acceptance, forces, ground_label, grounds, is_preview
from policylint.rule import Rule, Severity

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_PROBLEMS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}
_DRIVE = re.compile(r"[A-Za-z]:/")
_NOT_A_BYTE = re.compile("[\ud800-\udc7f\udd00-\udfff]")


def render(report: Report) -> str:
    """Write one run, with every rule that was run and one result for each finding."""
    rules = _rules(report)
    indices = {rule.code: index for index, rule in enumerate(rules)}
    run: Json = {
        "tool": {"driver": _driver(rules)},
        "invocations": [
            {
                "executionSuccessful": True,
                "toolExecutionNotifications": _notifications(report, indices),
            }
        ],
        "originalUriBaseIds": {
            "%SRCROOT%": {"description": {"text": "The folder in which policylint was run."}}
        },
        "columnKind": "unicodeCodePoints",
        "results": _results(report, indices),
        "properties": {
            "asOf": report.as_of.isoformat(),
            "lawAsOf": LAW_AS_OF,
            "rulePack": RULE_PACK,
        },
    }
    return write_json({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rules(report: Report) -> list[Rule]:
    known = {rule.code: rule for rule in report.rules}
    for finding in report.findings:
        known.setdefault(finding.rule.code, finding.rule)
    return [known[code] for code in sorted(known)]


def _driver(rules: Sequence[Rule]) -> dict[str, Json]:
    return {
        "name": "policylint",
        "version": __version__,
        "informationUri": HOME,
        "rules": [_descriptor(rule) for rule in rules],
    }


def _descriptor(rule: Rule) -> dict[str, Json]:
    explanation = explain(rule.explanation)
    label = ground_label(rule, rule.citations).capitalize()
    ground = grounds(rule.citations)
    parts = {
        "": explanation.summary,
        "Why it matters": explanation.why,
        "How to fix it": explanation.cure,
    }
    told = {title: text for title, text in parts.items() if text}
    plain = {**told, label: "\n".join(ground)}
    linked = {**told, label: "\n".join(_links(rule.citations, ground))}
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": rule.summary or rule.name},
        "fullDescription": {"text": " ".join(explanation.why.split()) or rule.summary or rule.name},
        "help": {"text": _sections(plain, ""), "markdown": _sections(linked, "## ")},
        "helpUri": rule_link(rule),
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {
            "tags": ["cookies", "privacy", rule.family],
            "force": forces(rule.citations),
            "severity": rule.severity.label,
            "problem.severity": _PROBLEMS[rule.severity],
            "since": rule.since,
        },
    }


def _links(citations: Sequence[Provision], ground: Sequence[str]) -> Iterator[str]:
    for provision, line in zip(citations, ground, strict=True):
        place = provision.cite("en")
        yield f"* [{place}](<{provision.link}>){line.removeprefix(place)}"


def _sections(parts: Mapping[str, str], mark: str) -> str:
    return "\n\n".join(
        f"{mark}{title}\n\n{text}" if title else text for title, text in parts.items() if text
    )


def _results(report: Report, indices: Mapping[str, int]) -> Iterator[dict[str, Json]]:
    for finding, identity in zip(report.findings, fingerprints(report.findings), strict=True):
        yield {
            "ruleId": finding.rule.code,
            "ruleIndex": indices[finding.rule.code],
            "level": _LEVELS[finding.severity],
            "message": {"text": _message(finding.message)},
            "locations": [
                {
                    "physicalLocation": _physical(finding.place),
                    "logicalLocations": _logical(finding),
                }
            ],
            "relatedLocations": [
                _related(index, related) for index, related in enumerate(finding.related, 1)
            ],
            "partialFingerprints": {"policylint/v1": identity},
            "suppressions": _suppressions(finding),
            **_fixes(finding),
            "properties": _properties(finding),
        }


def _message(text: str) -> str:
    """Write plain text in which no viewer finds a link that the user made up."""
    return visible(text).replace("](", "]\\(")


def _physical(place: Place) -> dict[str, Json]:
    line, column = max(place.line, 1), max(place.column, 1)
    return {
        "artifactLocation": _artifact(place.path),
        "region": {
            "startLine": line,
            "startColumn": column,
            "endLine": max(place.end_line, line),
            "endColumn": max(place.end_column, 1),
        },
    }


def _artifact(path: str) -> dict[str, str]:
    """Write a path as a URI; the bytes of a name that is no UTF-8 are kept."""
    name = _NOT_A_BYTE.sub("\ufffd", path)
    uri = quote(name, safe="/", encoding="utf-8", errors="surrogateescape")
    if path.startswith("//"):
        return {"uri": f"file:{uri}"}  # a share of Windows names its server
    if path.startswith("/"):
        return {"uri": f"file://{uri}"}
    if _DRIVE.match(path):
        return {"uri": f"file:///{uri.replace('%3A', ':', 1)}"}
    return {"uri": uri, "uriBaseId": "%SRCROOT%"}


def _logical(finding: Finding) -> Iterator[dict[str, str]]:
    if finding.place.pointer is not None:
        yield {"fullyQualifiedName": finding.place.pointer, "kind": "property"}
    if finding.cookie is not None:
        yield {"name": finding.cookie, "kind": "object"}


def _related(index: int, related: Related) -> dict[str, Json]:
    return {
        "id": index,
        "physicalLocation": _physical(related.place),
        "message": {"text": _message(related.message)},
    }


def _suppressions(finding: Finding) -> list[dict[str, Json]]:
    """Say how a finding was closed; the format wants the list on all results or on none."""
    match finding.status:
        case "open":
            return []
        case "suppressed":
            return [_suppression("inSource", finding.justification or "no reason given")]
        case "baselined":
            return [_suppression("external", "in the baseline")]
    told = _suppression("external", acceptance(finding))
    if finding.waiver:
        told["properties"] = {
            "approvedBy": finding.waiver.approved_by,
            "expires": finding.waiver.expires.isoformat(),
        }
    return [told]


def _suppression(kind: str, reason: str) -> dict[str, Json]:
    return {"kind": kind, "status": "accepted", "justification": _message(reason)}


def _fixes(finding: Finding) -> dict[str, Json]:
    """Write what `--fix` would do to the text; offsets count code points, as columns do."""
    fix = finding.fix
    if fix is None or not fix.edits:
        return {}
    replacements: Json = [
        {
            "deletedRegion": {"charOffset": span.start, "charLength": span.end - span.start},
            "insertedContent": {"text": text},
        }
        for span, text in fix.edits
    ]
    location = _artifact(finding.place.path)
    change: Json = {"artifactLocation": location, "replacements": replacements}
    return {"fixes": [{"description": {"text": _message(fix.title)}, "artifactChanges": [change]}]}


def _properties(finding: Finding) -> dict[str, Json]:
    fix = finding.fix
    return {
        "jurisdictions": list(finding.jurisdictions),
        "force": forces(finding.citations),
        "citations": list(grounds(finding.citations)),
        "preview": is_preview(finding.rule),
        "fix": {"title": fix.title, "applicability": fix.applicability} if fix else None,
    }


def _notifications(report: Report, indices: Mapping[str, int]) -> Iterator[dict[str, Json]]:
    """Tell what was not evaluated: silence must not read as a pass."""
    for one in report.outcomes:
        if one.gap is None:
            continue
        rule: dict[str, Json] = {"id": one.code}
        if one.code in indices:
            rule["index"] = indices[one.code]
        reason = _message(one.gap)
        yield {
            "level": "note",
            "message": {"text": f"{one.code} was not evaluated: {reason}"},
            "associatedRule": rule,
            "locations": [{"physicalLocation": {"artifactLocation": _artifact(one.path)}}],
        }
