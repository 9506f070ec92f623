"""Pointers and places in a document that was read, as an editor asks for them."""

from collections.abc import Iterator
from typing import NamedTuple

from lsprotocol import types

from policylint.editor.positions import Encoding, Position, offset_at, units
from policylint.editor.session import Root, Session
from policylint.source.document import Document
from policylint.source.pointer import Pointer, Span


class Found(NamedTuple):
    """What stands at a position: the pointer to it, and whether the position is on its key."""

    pointer: Pointer
    on_key: bool
    data: object


def at_position(
    session: Session, uri: str, position: Position
) -> Iterator[tuple[Root, Document, int]]:
    """Give each document that a text was read into, with the offset of a position in it."""
    text = session.texts.get(uri)
    if text is None:
        return
    offset = offset_at(text.text, position, session.encoding)
    for root, name in session.shown_names(uri):
        document = root.document(name)
        if document is not None:
            yield root, document, max(0, offset - document.bom)


def find(document: Document, offset: int) -> Found | None:
    """Find the innermost value or key at an offset."""
    pointer: Pointer = ()
    place = document.find(pointer)
    while place is not None:
        steps: Iterator[str | int] = iter(())
        if isinstance(place.data, dict):
            steps = iter(place.data)
        elif isinstance(place.data, list):
            steps = iter(range(len(place.data)))
        for step in steps:
            below = document.find((*pointer, step))
            if below is None:
                continue
            if below.key is not None and below.key.start <= offset <= below.key.end:
                return Found((*pointer, step), on_key=True, data=below.data)
            if below.value.start <= offset <= below.value.end:
                pointer, place = (*pointer, step), below
                break
        else:
            return Found(pointer, on_key=False, data=place.data)
    return None


def span_range(document: Document, span: Span, encoding: Encoding) -> types.Range:
    """Write a span as the editor counts it."""
    return types.Range(
        start=client_position(document, *document.position(span.start), encoding),
        end=client_position(document, *document.position(max(span)), encoding),
    )


def client_position(
    document: Document, line: int, column: int, encoding: Encoding
) -> types.Position:
    """Write a line and a column from 1, in code points, as the editor counts them."""
    before = document.line(line)[: column - 1]
    if line == 1 and document.bom:
        # The mark is a character of the editor's text, and none of the document's.
        before = f"\ufeff{before}"
    return types.Position(line=line - 1, character=units(before, encoding))
