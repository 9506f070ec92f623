"""Findings as diagnostics of the Language Server Protocol."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lsprotocol import types

from policylint.editor.places import client_position
from policylint.editor.positions import Encoding
from policylint.editor.session import Root, Session, is_told
from policylint.lint.builtin import UNUSED_SUPPRESSION
from policylint.lint.finding import Finding, Place
from policylint.report.clean import visible
from policylint.report.links import rule_link
from policylint.report.wording import acceptance, forces, standing
from policylint.rule import Severity
from policylint.source.document import Document

SOURCE = "policylint"
_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFO: types.DiagnosticSeverity.Information,
}


def diagnostics(session: Session, root: Root) -> Mapping[str, Sequence[types.Diagnostic]]:
    """Write what was found in an inventory and in the files that it includes, by their address."""
    if root.failure is not None:
        return {root.uri: [_failed(root.failure.message)]}
    if root.result is None:
        return {}
    documents = {one.path: one for one in root.result.declaration.documents}
    found: dict[str, list[types.Diagnostic]] = {
        session.uri_of(root, name): [] for name in documents
    }
    for finding in sorted(root.result.findings, key=lambda one: one.order):
        if is_told(finding) and finding.place.path in documents:
            uri = session.uri_of(root, finding.place.path)
            found[uri].append(_diagnostic(session, root, documents, finding))
    return found


def range_of(place: Place, document: Document, encoding: Encoding) -> types.Range:
    """Write a place as the editor counts it."""
    return types.Range(
        start=client_position(document, place.line, place.column, encoding),
        end=client_position(document, place.end_line, place.end_column, encoding),
    )


def _diagnostic(
    session: Session, root: Root, documents: Mapping[str, Document], finding: Finding
) -> types.Diagnostic:
    rule, place = finding.rule, finding.place
    waived = finding.status == "waived"
    severity = types.DiagnosticSeverity.Information if waived else _SEVERITIES[finding.severity]
    return types.Diagnostic(
        range=range_of(place, documents[place.path], session.encoding),
        message=_message(finding),
        severity=severity,
        code=rule.code,
        code_description=types.CodeDescription(href=rule_link(rule)),
        source=SOURCE,
        tags=[types.DiagnosticTag.Unnecessary] if rule is UNUSED_SUPPRESSION else None,
        related_information=list(_related(session, root, documents, finding)) or None,
        data=_data(finding),
    )


def _message(finding: Finding) -> str:
    text = f"{finding.message} {standing(finding)}".rstrip()
    return visible(f"{text} {acceptance(finding)}" if finding.waiver else text)


def _data(finding: Finding) -> dict[str, Any]:
    return {
        "name": finding.rule.name,
        "jurisdictions": list(finding.jurisdictions),
        "force": forces(finding.citations),
        "status": finding.status,
    }


def _related(
    session: Session, root: Root, documents: Mapping[str, Document], finding: Finding
) -> Iterator[types.DiagnosticRelatedInformation]:
    for one in finding.related:
        document = documents.get(one.place.path)
        if document is not None:
            yield types.DiagnosticRelatedInformation(
                location=types.Location(
                    uri=session.uri_of(root, one.place.path),
                    range=range_of(one.place, document, session.encoding),
                ),
                message=visible(one.message),
            )


def _failed(message: str) -> types.Diagnostic:
    """Say why an inventory could not be checked: an editor must not show that as no finding."""
    start = types.Position(line=0, character=0)
    return types.Diagnostic(
        range=types.Range(start=start, end=start),
        message=visible(f"not checked: {message}"),
        severity=types.DiagnosticSeverity.Error,
        source=SOURCE,
    )
