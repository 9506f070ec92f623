"""Code actions: the fixes of findings, all safe ones at once, and a suppression to reason."""

import re
from collections.abc import Iterator, Sequence

from lsprotocol import types

from policylint.editor.diagnostics import SOURCE, range_of
from policylint.editor.places import find, span_range
from policylint.editor.positions import Position, line_end, line_start
from policylint.editor.session import Session
from policylint.lint.finding import Finding
from policylint.report.clean import visible
from policylint.rule import Severity
from policylint.source.document import Document
from policylint.source.pointer import Span

FIX_ALL = "source.fixAll.policylint"
_OURS = re.compile(r"#\s*policylint:\s*ignore\[[^\]\r\n]*(?=\])", re.IGNORECASE)
Edit = tuple[Span, str]


def actions(session: Session, params: types.CodeActionParams) -> Iterator[types.CodeAction]:
    """List what can be done about the findings at a range."""
    uri, asked = params.text_document.uri, params.context.only
    findings = [(document, one) for _, document, one in session.findings(uri)]
    for document, finding in findings if _is_asked(types.CodeActionKind.QuickFix, asked) else ():
        where = range_of(finding.place, document, session.encoding)
        if not _touch(where, params.range):
            continue
        about = [one for one in params.context.diagnostics if _is_about(one, finding, where)]
        for title, edits, safe in _cures(document, finding):
            yield types.CodeAction(
                title=visible(title),
                kind=types.CodeActionKind.QuickFix,
                diagnostics=about or None,
                is_preferred=safe or None,
                edit=_edit(session, uri, document, edits),
            )
    if _is_asked(FIX_ALL, asked):
        yield from _all(session, uri, findings)


def _all(
    session: Session, uri: str, findings: Sequence[tuple[Document, Finding]]
) -> Iterator[types.CodeAction]:
    edits: list[Edit] = []
    for _, finding in findings:
        fix = finding.fix
        if fix is None or fix.applicability != "safe":
            continue
        if fix.edits and not any(_meet(one, other) for one, _ in fix.edits for other, _ in edits):
            edits += fix.edits
    if edits:
        yield types.CodeAction(
            title="policylint: apply every safe fix",
            kind=FIX_ALL,
            edit=_edit(session, uri, findings[0][0], edits),
        )


def _cures(document: Document, finding: Finding) -> Iterator[tuple[str, Sequence[Edit], bool]]:
    fix = finding.fix
    if fix is not None and fix.edits and fix.applicability != "shown":
        safe = fix.applicability == "safe"
        mark = "" if safe else " (unsafe: it changes what is declared)"
        yield f"{finding.rule.code}: {fix.title}{mark}", fix.edits, safe
    if finding.severity is not Severity.ERROR and finding.status == "open":
        edit = _suppression(document, finding)
        if edit is not None:
            yield f"{finding.rule.code}: suppress here, for a reason to be written", [edit], False


def _suppression(document: Document, finding: Finding) -> Edit | None:
    """Write a comment above a finding. Without a reason it silences nothing, and DOC006 says so."""
    text, number = document.text, finding.place.line - 1
    start = line_start(text, number)
    if document.path.endswith(".json") or _is_within_scalar(document, start):
        return None
    above = line_start(text, max(0, number - 1))
    for at in (start, above):
        ours = _OURS.search(text, at, line_end(text, at))
        if ours is not None and finding.rule.family != "DOC":
            return Span(ours.end(), ours.end()), f", {finding.rule.code}"
    if finding.rule.family == "DOC" and _OURS.search(text, start, line_end(text, start)):
        return None
    line = text[start : line_end(text, start)]
    indent = line[: len(line) - len(line.lstrip(" "))]
    end = "\r\n" if "\r\n" in text else "\n"
    comment = f"{indent}# policylint: ignore[{finding.rule.code}] {end}"
    return Span(start, start), comment


def _is_within_scalar(document: Document, offset: int) -> bool:
    found = find(document, offset)
    place = document.find(found.pointer) if found and not found.on_key else None
    if place is None or isinstance(place.data, dict | list):
        return False
    return place.value.start < offset < place.value.end


def _edit(
    session: Session, uri: str, document: Document, edits: Sequence[Edit]
) -> types.WorkspaceEdit:
    written = [
        types.TextEdit(range=span_range(document, span, session.encoding), new_text=text)
        for span, text in sorted(edits)
    ]
    version = session.texts[uri].version if uri in session.texts else None
    identifier = types.OptionalVersionedTextDocumentIdentifier(uri=uri, version=version)
    if session.takes_versions:
        return types.WorkspaceEdit(
            document_changes=[types.TextDocumentEdit(text_document=identifier, edits=[*written])]
        )
    return types.WorkspaceEdit(changes={uri: written})


def _is_asked(kind: str, asked: Sequence[str] | None) -> bool:
    return not asked or any(kind == one or kind.startswith(f"{one}.") for one in asked)


def _is_about(diagnostic: types.Diagnostic, finding: Finding, where: types.Range) -> bool:
    is_ours = diagnostic.source == SOURCE and diagnostic.code == finding.rule.code
    return is_ours and diagnostic.range == where


def _touch(one: types.Range, other: types.Range) -> bool:
    return _pair(one.start) <= _pair(other.end) and _pair(other.start) <= _pair(one.end)


def _pair(position: types.Position) -> Position:
    return Position(position.line, position.character)


def _meet(one: Span, other: Span) -> bool:
    return one == other or (one.start < other.end and other.start < one.end)
