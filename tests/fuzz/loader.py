"""What must hold of the reader, whatever bytes it is given."""

import json
import re
from collections.abc import Iterator
from random import Random
from time import process_time
from zlib import crc32

from policylint.source.document import Document
from policylint.source.events import open_pure_events
from policylint.source.fault import FaultError, Flaws
from policylint.source.index import Place
from policylint.source.load import load
from policylint.source.parse import parse
from policylint.source.pointer import Pointer, Span
from policylint.source.scalars import resolve
from tests.fuzz import seeds
from tests.fuzz.grammar import Grammar
from tests.fuzz.mutation import mutate

MOST_SECONDS = 5.0
MOST_PLACES = 3_000
BARE_QUESTION = r"\?\s*[,\]]"
"""A question mark that stands alone in a list, which libyaml does not read and PyYAML does."""


class BrokenPromiseError(AssertionError):
    """The reader or the check did what it must never do."""


def expect(kept: object, promise: str) -> None:
    """Raise unless a promise was kept."""
    if not kept:
        raise BrokenPromiseError(promise)


def draw(random: Random) -> bytes:
    """Draw a document: of the grammar or of the repository, whole or damaged."""
    known = seeds.inventories()
    if random.random() < 0.5:
        content = Grammar(random).document().encode()
        if random.random() < 0.4:
            return content
    else:
        content = random.choice(known)
    return mutate(content, random, known)


def examine_some(content: bytes) -> Document:
    """Do as `examine`, but one document in sixteen only as thoroughly."""
    return examine(content, thorough=crc32(content) % 16 == 0)


def examine(content: bytes, *, thorough: bool = True) -> Document:
    """Read a document and raise `BrokenPromiseError` if a promise is not kept.

    If thorough, look at its places too, and read it again by both parsers.
    """
    started = process_time()
    document = load("cookies.yaml", content)
    expect(process_time() - started < MOST_SECONDS, "reading ends within seconds")
    _examine_flaws(document)
    if not thorough:
        return document
    body = content.removeprefix(b"\xef\xbb\xbf")
    expect(document.flaws or document.text.encode() == body, "the text is that of the file")
    if document.data is not None or not document.flaws:
        _examine_places(document)
        json.dumps(document.data, allow_nan=False)
    again = load("cookies.yaml", content)
    expect(signature(again) == signature(document), "the same bytes are read the same")
    if document.text and not _undecoded(document):
        difference = disagreement(document)
        expect(difference is None, f"both parsers agree: {difference}")
    return document


def _undecoded(document: Document) -> bool:
    """Say whether the text was refused before a parser saw it."""
    marks = ("\x85", "\u2028", "\u2029", "\ufeff", "\ufffd")
    return any(mark in document.text for mark in marks)


def signature(document: Document) -> tuple[str, object]:
    """Sum up what was read."""
    return repr(document.data), document.flaws


def by_python(text: str) -> Document:
    """Read a text with the parser that is written in Python."""
    flaws = Flaws()
    try:
        data, index = parse(text, flaws, open_pure_events)
    except FaultError as fault:
        flaws.add(fault.flaw)
        return Document("cookies.yaml", text, flaws=flaws.in_order())
    return Document("cookies.yaml", text, data=data, flaws=flaws.in_order(), index=index)


def disagreement(document: Document) -> str | None:
    """Compare with the parser that is written in Python; say what differs.

    A broken text may be broken in several ways, and each parser may find another one first.
    """
    slow = by_python(document.text)
    broken = (_fatal(document), _fatal(slow))
    if all(broken) or (any(broken) and re.search(BARE_QUESTION, document.text)):
        return None
    if document.flaws != slow.flaws:
        return f"flaws {document.flaws[:2]} against {slow.flaws[:2]}"
    if repr(document.data) != repr(slow.data):
        return "the data"
    return None if document.data is None else _moved(document, slow)


def _moved(document: Document, slow: Document) -> str | None:
    for (pointer, place), (_, other) in zip(places(document), places(slow), strict=True):
        empty_key = place.key is not None and place.key.start == place.key.end
        if (place.value, place.key) != (other.value, other.key) and not empty_key:
            return f"the place of {pointer}"
    return None


def _examine_flaws(document: Document) -> None:
    for flaw in document.flaws:
        spans = [flaw.span, *(span for span, _ in flaw.related)]
        for span in spans:
            expect(0 <= span.start <= span.end <= len(document.text), "a flaw lies in the file")
            _examine_position(document, span.start)
            _examine_position(document, span.end)
        expect(flaw.message and "\n" not in flaw.message.split("'")[0], "a flaw has a message")
    expect(document.data is None or not _fatal(document), "no data where reading stopped")


def _fatal(document: Document) -> bool:
    return any(flaw.kind == "syntax-error" for flaw in document.flaws)


def places(document: Document) -> Iterator[tuple[Pointer, Place]]:
    """List the values of a document, a few thousand at most, and where they stand."""
    waiting: list[Pointer] = [()]
    for _ in range(MOST_PLACES):
        if not waiting:
            return
        pointer = waiting.pop()
        place = document.find(pointer)
        if place is None:
            raise BrokenPromiseError(f"nothing is found at {pointer}")
        yield pointer, place
        if isinstance(place.data, dict):
            waiting += [(*pointer, key) for key in place.data]
        elif isinstance(place.data, list):
            waiting += [(*pointer, number) for number in range(len(place.data))]


def _examine_places(document: Document) -> None:
    size = len(document.text)
    for pointer, place in places(document):
        for span in (
            place.value,
            place.key,
            document.locate(pointer),
            document.locate_key(pointer),
        ):
            if span is not None:
                expect(0 <= span.start <= span.end <= size, f"{pointer} lies in the file")
        _examine_position(document, place.value.start)
        if not isinstance(place.data, dict | list):
            _examine_text(document, place.value, place.data, pointer)
        if place.key is not None:
            _examine_text(document, place.key, pointer[-1], pointer, key=True)


def _examine_text(
    document: Document, span: Span, value: object, pointer: Pointer, *, key: bool = False
) -> None:
    """Compare a scalar with the text of its span, where a line of text tells it."""
    written = document.text[span.start : span.end]
    if not written:
        expect(value in (None, "") or (key and pointer), f"{pointer} has a text")
    elif re.search(r"!\S*\s+(?:&\S+\s+)?$", document.text[max(span.start - 200, 0) : span.start]):
        return  # the tag decides
    elif written[0] in "'\"" and not set(written[1:-1]) & set("\\'\r\n"):
        expect(value == written[1:-1], f"{pointer} is the text within the quotes")
        expect(written[-1] == written[0], f"the quotes of {pointer} belong together")
    elif written[0] in "|>*&!'\"" or set(written) & set("\r\n"):
        return
    elif key or isinstance(value, str):
        expect(value == written, f"{pointer} is its text")
    else:
        read_so = resolve(written)
        expect(repr(value) in (repr(read_so), f"{written}.0"), f"{pointer} means its text")


def _examine_position(document: Document, offset: int) -> None:
    line, column = document.position(offset)
    expect(line >= 1 and column >= 1, "positions count from one")
    shown = document.line(line)
    # an offset on a line break lies behind the line's text
    expect(column <= len(shown) + 2, "a column lies on its line")
    rest = shown[column - 1 :]
    expect(document.text.startswith(rest, offset), "a position leads to its offset")
