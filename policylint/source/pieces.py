"""Reading a file again after an edit: only the items of its long list that changed are parsed.

A text is cut where items of the list begin, each item is read by itself, and the rest is read with
one item in their place. The parts are put together only where that provably gives what reading the
whole would give; everything else is read whole.
"""

import re
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from policylint.source.comments import marks
from policylint.source.decode import Decoded, decode
from policylint.source.document import Document
from policylint.source.index import Place
from policylint.source.load import MAX_BYTES, load
from policylint.source.pointer import Pointer, Span

_MARK = "x"
_MOST_LEVELS = 48  # well below what the composer takes of the whole
_ANCHOR = re.compile(r"(?:^|[\s\[{,:?-])&[^\s]")
_FIRST_ITEM = re.compile(r"(?:[ \t]*(?:#[^\r\n]*)?\r?\n)*( *)- ")
_BLOCK = re.compile(r"[|>]")


class Piece(NamedTuple):
    """One item, read as the first of a list of two; its first character is that of its line."""

    document: Document
    size: int
    item: object
    marks: tuple[int, ...]


class Cut(NamedTuple):
    """A text in parts: up to the first item, the items without their dashes, and what follows."""

    head: str
    opening: str
    parts: list[str]
    tail: str


class PieceReader:
    """Reads files, and remembers of each the parts of which it was made the last time."""

    def __init__(self, key: str) -> None:
        self._key = key
        self._begin = re.compile(rf"^{re.escape(key)}:[ \t]*(?:#[^\r\n]*)?\r?\n", re.MULTILINE)
        self._last: dict[str, tuple[bytes, Document]] = {}
        self._pieces: dict[str, dict[str, Piece]] = {}
        self._frames: dict[str, tuple[str, Document]] = {}

    def load(self, path: str, content: bytes) -> Document:
        """Read YAML or JSON as `load` does; the first time at once, which is quicker."""
        known = self._last.get(path)
        if known is not None and known[0] == content:
            return known[1]
        document = self._in_pieces(path, content) if known is not None else None
        self._last[path] = content, document or load(path, content)
        return self._last[path][1]

    def prepare(self, path: str) -> None:
        """Read in pieces what was read at once, before somebody waits for it."""
        known = self._last.get(path)
        if known is not None and type(known[1]) is Document:
            self._last[path] = known[0], self._in_pieces(path, known[0]) or known[1]

    def forget(self, path: str) -> None:
        """Forget what was read of a file."""
        for memory in (self._last, self._pieces, self._frames):
            memory.pop(path, None)

    def _in_pieces(self, path: str, content: bytes) -> Document | None:
        if len(content) > MAX_BYTES:
            return None
        decoded = decode(content)
        cut = None if decoded.flaw else self._cut(decoded.text)
        if cut is None:
            return None
        frame = self._frame(path, cut)
        pieces = list(self._read(path, cut)) if frame is not None else []
        if frame is None or len(pieces) < len(cut.parts):
            return None
        return PiecedDocument(path, decoded, self._key, frame, Layout(cut, pieces))

    def _cut(self, text: str) -> Cut | None:
        begin = self._begin.search(text)
        first = _FIRST_ITEM.match(text, begin.end()) if begin else None
        if first is None or text.startswith("%") or ("&" in text and _ANCHOR.search(text)):
            return None  # an anchor can be meant anywhere below it
        indent = first[1]
        start = first.start(1)
        outside = re.compile(r"\n(?![ \t#\r\n])" if indent else r"\n(?![ \t#\r\n]|-[ \r\n])")
        end = outside.search(text, start)
        stop = end.end() if end else len(text)
        opening = f"{indent}- "
        parts = text[start + len(opening) : stop].split(f"\n{opening}")
        if parts[-1].endswith("\n"):
            parts[-1] = parts[-1][:-1]
        elif _BLOCK.search(parts[-1]):
            return None  # how such a text ends depends on what follows it
        return Cut(text[:start], opening, parts, text[stop:])

    def _frame(self, path: str, cut: Cut) -> Document | None:
        """Read what stands around the items, with one item for all of them."""
        text = f"{cut.head}{cut.opening}{_MARK}\n{cut.tail}"
        known = self._frames.get(path)
        if known is not None and known[0] == text:
            return known[1]
        document = load(path, text.encode())
        value = document.find((self._key, 0))
        start = len(cut.head) + len(cut.opening)
        if value is None or document.flaws or value.value != Span(start, start + len(_MARK)):
            return None
        if document.data[self._key] != [_MARK]:  # type: ignore[index]
            return None
        self._frames[path] = text, document
        return document

    def _read(self, path: str, cut: Cut) -> Iterator[Piece]:
        known = self._pieces.get(path, {})
        used: dict[str, Piece] = {}
        for part in cut.parts:
            piece = known.get(part) or _piece(path, cut.opening, part)
            if piece is None:
                self._pieces[path] = {**known, **used}
                return
            used[part] = piece
            yield piece
        self._pieces[path] = used


def _piece(path: str, opening: str, part: str) -> Piece | None:
    own = f"{opening}{part}\n"
    text = f"{own}{opening}{_MARK}\n"
    document = load(path, text.encode())
    after = document.find((1,))
    start = len(own) + len(opening)
    if document.flaws or after is None or after.value != Span(start, start + len(_MARK)):
        return None
    match document.data:
        case [item, last] if last == _MARK and not _is_deep(item):
            found = tuple(marks(text)) if "#" in part else ()
            return Piece(document, len(own), item, found)
    return None


def _is_deep(item: object) -> bool:
    level = [item]
    for _ in range(_MOST_LEVELS):
        level = [
            one
            for parent in level
            if isinstance(parent, dict | list)
            for one in (parent.values() if isinstance(parent, dict) else parent)
        ]
        if not level:
            return False
    return True


class Layout:
    """Where the pieces stand in the whole text, and how offsets beside them move."""

    def __init__(self, cut: Cut, pieces: list[Piece]) -> None:
        self.pieces = pieces
        self.starts = list(accumulate((piece.size for piece in pieces), initial=len(cut.head)))
        self._tail = self.starts[-1]
        self._mark = len(cut.head) + len(cut.opening) + len(_MARK)
        last = pieces[-1].document.find((0,))
        self.end = (last.value.end if last else 0) + self.starts[-2]

    def moved(self, offset: int) -> int:
        """Move an offset of the frame to where it lies in the whole text."""
        if offset < self._mark:
            return offset
        return self.end if offset == self._mark else offset + self._tail - self._mark - 1


class PiecedDocument(Document):
    """A document that was put together; it answers as if it had been read at once."""

    __slots__ = ("_frame", "_key", "_layout")

    def __init__(
        self, path: str, decoded: Decoded, key: str, frame: Document, layout: Layout
    ) -> None:
        data = dict(frame.data)  # type: ignore[call-overload]
        data[key] = [piece.item for piece in layout.pieces]
        super().__init__(path, decoded.text, bom=decoded.bom, data=data)
        self._key = key
        self._frame = frame
        self._layout = layout

    def find(self, pointer: Pointer) -> Place | None:
        """Return the exact place of a key and its value, nothing if the data lacks it."""
        inner = self._inner(pointer)
        if inner is not None:
            document, own, offset = inner
            found = document.find(own)
            return None if found is None else _shifted(found, offset)
        if pointer[:1] == (self._key,) and len(pointer) > 1:
            return None
        found = self._frame.find(pointer)
        if found is None:
            return None
        data = self.data if not pointer else found.data
        if pointer == (self._key,):
            data = [piece.item for piece in self._layout.pieces]
        key = None if found.key is None else self._moved(found.key)
        return Place(data, self._moved(found.value), found.entries, key)

    def locate(self, pointer: Pointer) -> Span:
        """Return where to show the value at a pointer, or what encloses it if it is missing."""
        if pointer[:1] == (self._key,):
            first = self._layout.pieces[0].document, (), self._layout.starts[0]
            document, own, offset = self._inner(pointer) or first
            span = document.locate(own)
            return Span(span.start + offset, span.end + offset)
        return self._moved(self._frame.locate(pointer))

    def locate_key(self, pointer: Pointer) -> Span:
        """Return the span of the key at a pointer's last step; an item has only its value."""
        place = self.find(pointer)
        return self.locate(pointer) if place is None or place.key is None else place.key

    def known_marks(self) -> Iterator[int]:
        """Find where comments begin."""
        layout = self._layout
        first, last = layout.starts[0], layout.starts[-1]
        around = [layout.moved(offset) for offset in marks(self._frame.text)]
        yield from (offset for offset in around if offset < first)
        for piece, start in zip(layout.pieces, layout.starts, strict=False):
            yield from (start + offset for offset in piece.marks)
        yield from (offset for offset in around if offset >= last)

    def _inner(self, pointer: Pointer) -> tuple[Document, Pointer, int] | None:
        match pointer:
            case (key, int(index), *rest) if key == self._key:
                if 0 <= index < len(self._layout.pieces):
                    document = self._layout.pieces[index].document
                    return document, (0, *rest), self._layout.starts[index]
        return None

    def _moved(self, span: Span) -> Span:
        return Span(self._layout.moved(span.start), self._layout.moved(span.end))


def _shifted(place: Place, offset: int) -> Place:
    value = Span(place.value.start + offset, place.value.end + offset)
    key = None if place.key is None else Span(place.key.start + offset, place.key.end + offset)
    return Place(place.data, value, place.entries, key)
