"""Where in the text of an inventory new lines belong."""

from collections.abc import Iterator, Sequence
from typing import Any

from policylint.exchange.yaml_text import as_json
from policylint.model.record import Record
from policylint.source import flow
from policylint.source.document import Document
from policylint.source.edit import Edit
from policylint.source.index import Place
from policylint.source.lexis import line_break, line_end, line_start
from policylint.source.load import load
from policylint.source.pointer import Pointer, Span

_STEP = "  "
_LISTS = frozenset({"cookies", "approvals"})


class Addition(Record):
    """What comes behind the entries of a section: as lines, and as the parts of a bracket."""

    section: str
    block: Sequence[str]
    parts: Sequence[str]


def insert(document: Document, addition: Addition) -> Iterator[Edit]:
    """Offer edits that add something; which of them is right, the data tells."""
    root, place = document.find(()), document.find((addition.section,))
    if root is None:
        return
    text = document.text
    if flow.bracketed(text, root):
        yield from _into_json(document, root, place, addition)
    elif place is None:
        column = root.value.start - line_start(text, root.value.start)
        yield from _behind(text, root, column, _section(addition))
        # A text below '|' that ends the file would change with what follows it.
        lines = _lines(text, [*_section(addition)[1:], ""], " " * column)
        first = f"{lines.removeprefix(line_break(text))}{' ' * column}"
        yield Edit(Span(root.value.start, root.value.start), first.removeprefix(" " * column))
    elif flow.bracketed(text, place):
        if not place.data:
            start = len(text[: place.value.start].rstrip(" "))
            yield Edit(Span(start, place.value.end), _lines(text, addition.block, _STEP))
        yield from _into_brackets(document, place, addition)
    elif not place.data:
        yield Edit(Span(place.value.start, place.value.start), _lines(text, addition.block, _STEP))
    else:
        column = place.value.start - line_start(text, place.value.start)
        yield from _behind(text, place, column, addition.block)


def _behind(text: str, place: Place, column: int, block: Sequence[str]) -> Iterator[Edit]:
    """Add lines below a block and the comments that belong to its last entry."""
    end = line_end(text, len(text[: place.value.end].rstrip()))
    lines = _lines(text, block, " " * column)
    at = _past_comments(text, end, column)
    yield Edit(Span(at, at), lines)
    yield Edit(Span(end, end), lines)
    mark = line_break(text)
    whole = line_end(text, max(place.value.end, end))
    whole += len(mark) if text.startswith(mark, whole) else 0
    yield Edit(Span(whole, whole), lines.removeprefix(mark) + mark)
    yield Edit(Span(whole, whole), lines.lstrip(mark) + mark)


def _past_comments(text: str, end: int, column: int) -> int:
    """Step over the lines of comments below that stand further right than the entries."""
    while end < len(text):
        start = end + (2 if text.startswith("\r\n", end) else 1)
        line = text[start : line_end(text, start)]
        bare = line.lstrip(" ")
        if not (bare.startswith("#") and len(line) - len(bare) > column):
            break
        end = start + len(line)
    return end


def _lines(text: str, block: Sequence[str], indentation: str) -> str:
    mark = line_break(text)
    return "".join(f"{mark}{indentation}{line}" if line else mark for line in block)


def _section(addition: Addition) -> list[str]:
    name = addition.section
    return ["", f"{name}:", *(f"{_STEP}{line}" for line in addition.block)]


def _into_brackets(document: Document, place: Place, addition: Addition) -> Iterator[Edit]:
    text, parts = document.text, ", ".join(addition.parts)
    own = _below(document, (addition.section,), place.data)
    if own:
        yield Edit(*flow.inserted(text, place, own, parts))
    else:
        opening, closing = text[place.value.start], text[place.value.end - 1]
        yield Edit(place.value, f"{opening}{parts}{closing}")


def _into_json(
    document: Document, root: Place, place: Place | None, addition: Addition
) -> Iterator[Edit]:
    addition = addition.changed(parts=[_as_json(part) for part in addition.parts])
    if place is not None:
        yield from _into_brackets(document, place, addition)
        return
    name = addition.section
    opening, closing = "[]" if name in _LISTS else "{}"
    entry = f'"{name}": {opening}{", ".join(addition.parts)}{closing}'
    own = _below(document, (), root.data)
    yield Edit(*flow.inserted(document.text, root, own, entry))


def _below(document: Document, at: Pointer, data: Any) -> list[Place]:
    steps: Sequence[str | int] = ()
    if isinstance(data, dict):
        steps = list(data)
    elif isinstance(data, list):
        steps = range(len(data))
    return [found for step in steps if (found := document.find((*at, step))) is not None]


def _as_json(part: str) -> str:
    """Write a part of a bracket of ours, which may go without quotes, as JSON does."""
    wrapped = part if part.startswith("{") else f"{{{part}}}"
    data = load("", wrapped.encode()).data
    written = as_json(data)
    return written if part.startswith("{") else written[1:-1]
