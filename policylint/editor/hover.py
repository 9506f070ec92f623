"""What an editor shows under the pointer: findings with their law, fields, words, cookies."""

from collections.abc import Iterator

from lsprotocol import types

from policylint.editor.diagnostics import range_of
from policylint.editor.explained import cookie_page, finding_page, jurisdiction_page
from policylint.editor.flow import Step
from policylint.editor.markdown import code
from policylint.editor.places import Found, at_position, find, span_range
from policylint.editor.positions import Position
from policylint.editor.session import Root, Session
from policylint.editor.shape import description, required, words
from policylint.law.jurisdictions import pack
from policylint.source.document import Document

_JURISDICTIONS = ("jurisdictions", "exempt_in", "legal_basis")
_RULE = "\n\n---\n\n"


def hover(session: Session, uri: str, position: Position) -> types.Hover | None:
    """Say all that is known of a position, in Markdown."""
    for root, document, offset in at_position(session, uri, position):
        found = find(document, offset)
        pages = list(dict.fromkeys(_findings(session, uri, document, position)))
        pages += _place(session, root, document, found) if found else ()
        if pages:
            place = document.find(found.pointer) if found else None
            span = (place.key or place.value) if place and found and found.on_key else None
            return types.Hover(
                contents=types.MarkupContent(types.MarkupKind.Markdown, _RULE.join(pages)),
                range=span_range(document, span, session.encoding) if span else None,
            )
    return None


def _findings(session: Session, uri: str, document: Document, position: Position) -> Iterator[str]:
    for _, owner, finding in session.findings(uri):
        if owner is document:
            where = range_of(finding.place, document, session.encoding)
            start = Position(where.start.line, where.start.character)
            end = Position(where.end.line, where.end.character)
            if start <= position <= end:
                yield finding_page(finding)


def _place(session: Session, root: Root, document: Document, found: Found) -> Iterator[str]:
    steps: list[Step] = [None if type(step) is int else str(step) for step in found.pointer]
    if found.on_key:
        yield from _field(steps)
    word = steps[-1] if found.on_key else found.data
    yield from _word(steps, word, on_key=found.on_key)
    match found.pointer:
        case ("cookies", int(index), "name") if root.result is not None:
            yield from cookie_page(root.result, document, index, session.as_of())


def _field(steps: list[Step]) -> Iterator[str]:
    text = description(steps)
    if text and steps[-1] is not None:
        must = " Required." if steps[-1] in required(steps[:-1]) else ""
        yield f"**{code(steps[-1])}** {text}{must}"


def _word(steps: list[Step], word: object, *, on_key: bool) -> Iterator[str]:
    if type(word) is not str:
        return
    if not on_key:
        for one in words(steps):
            if one.text == word and one.meaning:
                yield f"**{code(word)}** {one.meaning}"
    holder = steps[-2] if len(steps) > 1 else None
    facts = pack(word) if holder in _JURISDICTIONS else None
    if facts is not None:
        yield jurisdiction_page(facts)
