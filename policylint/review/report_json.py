"""The report as JSON: a contract that `docs/report.md` describes. Every key is always there."""

from collections.abc import Iterator, Mapping, Sequence

from policylint import __version__
from policylint.law import LAW_AS_OF, RULE_PACK
from policylint.lint.finding import Finding
from policylint.model.digest import content_digest
from policylint.report.finding_json import citation_json, waiver_json
from policylint.report.json_text import Json, write_json
from policylint.review.change import gravest
from policylint.review.difference_json import change_json
from policylint.review.report import build_report
from policylint.review.sections.first_steps import steps
from policylint.review.subject import Subject
from policylint.review.verdict import gravest_verdict, verdict_of
from policylint.review.writer import SubjectWriter
from policylint.rule import Severity

VERSION = 1


def report_json(subjects: Sequence[Subject], language: str) -> str:
    """Write a report on one inventory or on several; texts of rules in the language."""
    document: Json = {
        "version": VERSION,
        "report": build_report(subjects, language).version,
        "tool": {"name": "policylint", "version": __version__},
        "rules": {"pack": RULE_PACK, "law_as_of": LAW_AS_OF},
        "as_of": subjects[0].as_of.isoformat(),
        "language": language,
        "verdict": gravest_verdict(subjects),
        "command": list(subjects[0].command),
        "sites": (_site(SubjectWriter(one, language)) for one in subjects),
    }
    return write_json(document)


def _site(writer: SubjectWriter) -> Mapping[str, Json]:
    subject, inventory = writer.subject, writer.subject.inventory
    return {
        "name": inventory.site.name if inventory else None,
        "url": inventory.site.url if inventory else None,
        "path": subject.result.declaration.path,
        "digest": content_digest(inventory) if inventory else None,
        "jurisdictions": list(subject.result.jurisdictions),
        "verdict": verdict_of(subject),
        "figures": _figures(subject),
        "first": [step.rule.code for step in steps([("", subject)])],
        "findings": (_finding(writer, one) for one in subject.findings),
        "cookies": list(_cookies(subject)),
        "undeclared": _undeclared(subject),
        "changes": _changes(subject),
        "sign_offs": list(_sign_offs(subject)),
        "outcomes": (
            {"code": one.code, "outcome": one.outcome, "reason": one.reason or one.held_back}
            for one in subject.result.outcomes
        ),
        "files": [{"path": path, "sha256": digest} for path, digest in subject.files],
        "evidence": _evidence(subject),
    }


def _figures(subject: Subject) -> Mapping[str, Json]:
    inventory, seen = subject.inventory, subject.observed
    return {
        "errors": subject.count(Severity.ERROR),
        "warnings": subject.count(Severity.WARNING),
        "infos": subject.count(Severity.INFO),
        "waived": len(subject.of_status("waived")),
        "declared": len(inventory.cookies) if inventory else None,
        "observed": len(seen.evidence.observations) if seen else None,
        "undeclared": len(seen.undeclared) if seen else None,
        "never_seen": len(seen.never_seen) if seen else None,
        "passed": len(subject.outcomes("passed")),
        "not_evaluated": len(subject.outcomes("not-evaluated")),
    }


def _finding(writer: SubjectWriter, finding: Finding) -> Mapping[str, Json]:
    rule, place, waiver = finding.rule, finding.place, finding.waiver
    text = writer.rule_text(rule)
    return {
        "id": writer.subject.ids[id(finding)],
        "code": rule.code,
        "name": rule.name,
        "severity": finding.severity.label,
        "status": finding.status,
        "cookie": finding.cookie,
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "pointer": place.pointer,
        "message": finding.message,
        "fault": text.fault,
        "why": text.why,
        "cure": text.cure,
        "text_language": text.language,
        "jurisdictions": list(finding.jurisdictions),
        "citations": [citation_json(one) for one in finding.citations or rule.citations],
        "owners": list(writer.subject.owners(finding)),
        "waiver": waiver_json(waiver) if waiver else None,
    }


def _cookies(subject: Subject) -> Iterator[Mapping[str, Json]]:
    inventory, seen = subject.inventory, subject.observed
    for index, cookie in enumerate(inventory.cookies if inventory else ()):
        found = seen.of_entry.get(index, ()) if seen else ()
        longest = seen.longest(index) if seen else None
        yield {
            "name": cookie.name,
            "domain": cookie.domain,
            "vendor": cookie.vendor,
            "category": cookie.category,
            "purposes": list(cookie.purposes),
            "lifetime": cookie.lifetime.text if cookie.lifetime else None,
            "phases": sorted({phase for one in found for phase in one.phases}) if seen else None,
            "set_seconds": longest[0] if longest else None,
            "set_seconds_cut": longest[1] if longest else None,
            "findings": [subject.ids[id(one)] for one in subject.of_cookie(cookie.name)],
        }


def _undeclared(subject: Subject) -> Json:
    if subject.observed is None:
        return None
    return [
        {
            "name": one.name,
            "domain": one.domain,
            "storage": one.storage,
            "phases": sorted(one.phases),
        }
        for one in subject.observed.undeclared
    ]


def _changes(subject: Subject) -> Json:
    if subject.since is None:
        return None
    codes = {pack.code for pack in subject.packs}
    return {
        "since": subject.since,
        "consequence": gravest(subject.changes),
        "changes": [change_json(one, codes) for one in subject.changes],
    }


def _sign_offs(subject: Subject) -> Iterator[Mapping[str, Json]]:
    inventory = subject.inventory
    if inventory is None or not inventory.approvals:
        return
    digest = content_digest(inventory)
    first = inventory.site.languages[0]
    for one in inventory.approvals:
        yield {
            "by": one.by,
            "role": one.role,
            "on": one.on.isoformat(),
            "decision": one.decision,
            "conditions": one.conditions.read(first, first) if one.conditions else None,
            "holds": one.digest == digest,
        }


def _evidence(subject: Subject) -> Json:
    evidence = subject.evidence
    if evidence is None:
        return None
    digests = dict(subject.evidence_digests)
    return {
        "vantage": evidence.vantage,
        "files": [
            {
                "path": one.path,
                "sha256": digests.get(one.path),
                "format": one.format,
                "browser": one.browser,
                "entries": one.entries,
                "limits": list(one.limits),
            }
            for one in evidence.files
        ],
        "phases": [
            {
                "kind": one.kind,
                "result": one.result,
                "repetitions": one.repetitions,
                "complete": one.is_complete,
                "clicks": sum(1 for click in one.clicks if click.method != "api"),
                "platform": one.platform,
            }
            for one in evidence.phases
        ],
    }
