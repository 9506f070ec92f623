"""Text edits by pointer that leave every other byte alone."""

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from policylint.source import block, flow
from policylint.source.decode import BOM
from policylint.source.document import Document
from policylint.source.index import Place
from policylint.source.lexis import line_end
from policylint.source.pointer import Pointer, Span, render_pointer


class Edit(NamedTuple):
    """A span of the text, and what to write in its place."""

    span: Span
    replacement: str


def apply(text: str, edits: Iterable[Edit]) -> str:
    """Return the edited text; raise `ValueError` if two edits touch the same text."""
    parts: list[str] = []
    done = 0
    for span, replacement in sorted(edits, key=lambda edit: edit.span):
        if span.start < done:
            raise ValueError(f"two edits overlap at offset {span.start}")
        parts += (text[done : span.start], replacement)
        done = span.end
    return "".join((*parts, text[done:]))


def to_bytes(document: Document, text: str) -> bytes:
    """Encode an edited text as the document was, with its byte order mark if it had one."""
    return (BOM if document.bom else b"") + text.encode()


def replace(document: Document, pointer: Pointer, scalar: str) -> Edit:
    """Write a scalar, quoted as it should stand, in place of the value at a pointer."""
    parents, place = _own(document, pointer)
    text = document.text
    if place.value.start < place.value.end:
        dashes = text.startswith("-", place.value.start) and isinstance(place.data, list)
        return Edit(place.value, f" {scalar}" if dashes else scalar)
    if place.key is None or place.key.end < place.value.start:
        return Edit(place.value, f" {scalar}")
    if flow.inside(text, parents):
        return Edit(place.value, f": {scalar}")
    return Edit(place.value, f"{block.next_line(text, parents[-1])}: {scalar}")


def insert_key(document: Document, pointer: Pointer, key: str, scalar: str) -> Edit:
    """Add an entry, both parts quoted as they should stand, at the end of a mapping."""
    parents, place = _own(document, pointer)
    text = document.text
    if not isinstance(place.data, dict) or text.startswith("*", place.value.start):
        raise ValueError(f"no mapping stands at '{render_pointer(pointer)}'")
    entry = f"{key}: {scalar}"
    if not flow.inside(text, (*parents, place)):
        at_end = line_end(text, place.value.end) == len(text)
        last = _last(document, pointer, place) if at_end else place
        return Edit(*block.inserted(text, place, last, entry))
    if not flow.bracketed(text, place):
        raise ValueError(f"a pair without braces stands at '{render_pointer(pointer)}'")
    own = _children(document, pointer, place)
    return Edit(*flow.inserted(text, place, [child for _, child in own], entry))


def remove(document: Document, pointer: Pointer) -> Edit:
    """Delete an entry or an item: with its lines in block style, else with its comma."""
    parents, place = _own(document, pointer)
    text = document.text
    if not parents:
        raise ValueError("the whole document cannot be removed")
    if not flow.inside(text, parents):
        return Edit(*block.removed(text, parents[-1], place, _before(document, pointer)))
    if not flow.bracketed(text, parents[-1]):
        raise ValueError(f"a pair without braces stands at '{render_pointer(pointer[:-1])}'")
    return Edit(*flow.removed(text, parents[-1], place))


def _own(document: Document, pointer: Pointer) -> tuple[list[Place], Place]:
    """Return the containers around a value, and its place.

    Raise `ValueError` if nothing is there, or if an alias or a merge shares it: an edit would
    change the other places too.
    """
    places = [document.find(pointer[:size]) for size in range(len(pointer) + 1)]
    found = [place for place in places if place is not None]
    if len(found) < len(places):
        raise ValueError(f"nothing stands at '{render_pointer(pointer)}'")
    for parent, child in pairwise(found):
        if not _holds(parent, child):
            raise ValueError(f"'{render_pointer(pointer)}' is shared by an alias or a merge")
    return found[:-1], found[-1]


def _children(document: Document, pointer: Pointer, place: Place) -> list[tuple[Pointer, Place]]:
    """Return the entries that are written in a container itself."""
    match place.data:
        case dict() as mapping:
            steps: list[str | int] = list(mapping)
        case list() as sequence:
            steps = list(range(len(sequence)))
        case _:
            return []
    found = [((*pointer, step), document.find((*pointer, step))) for step in steps]
    return [(at, child) for at, child in found if child is not None and _holds(place, child)]


def _before(document: Document, pointer: Pointer) -> Place | None:
    """Return the last scalar, alias or empty container before an entry beside it."""
    *above, step = pointer
    parent = document.find(tuple(above))
    steps = list(parent.data) if parent is not None and isinstance(parent.data, dict) else None
    number = step if steps is None else steps.index(step)
    if not isinstance(number, int) or number == 0:
        return None
    sibling = (*above, number - 1 if steps is None else steps[number - 1])
    place = document.find(sibling)
    return None if place is None else _last(document, sibling, place)


def _last(document: Document, pointer: Pointer, place: Place) -> Place:
    """Return the last scalar, alias or empty container inside a value."""
    while children := _children(document, pointer, place):
        pointer, place = max(children, key=lambda child: child[1].value.end)
    return place


def _holds(parent: Place, child: Place) -> bool:
    start = child.value.start if child.key is None else child.key.start
    return parent.value.start <= start <= parent.value.end
