"""A read document: its text, its plain data, and where in the text each datum stands."""

from array import array
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate, count
from operator import add
from typing import Literal, NamedTuple

from policylint.source.index import Index, Place
from policylint.source.pointer import Pointer, Position, Span

FlawKind = Literal["syntax-error", "duplicate-key", "duplicate-anchor-or-merge"]

_PIECE = 1 << 20  # code points to split at once; all lines of a file as strings would be many


class Flaw(NamedTuple):
    """Something wrong with the text itself; its kind is the name of the rule that reports it."""

    kind: FlawKind
    span: Span
    message: str
    related: tuple[tuple[Span, str], ...] = ()


class Document:
    """One read file; `data` is plain and must not be changed, for aliases share it.

    `text` lacks the byte order mark that `bom` tells of; every offset counts in it.
    """

    __slots__ = ("_index", "_starts", "bom", "data", "flaws", "path", "text")

    def __init__(  # noqa: PLR0913 (one argument for each thing a document is)
        self,
        path: str,
        text: str,
        *,
        bom: bool = False,
        data: object = None,
        flaws: tuple[Flaw, ...] = (),
        index: Index | None = None,
    ) -> None:
        self.path = path
        self.text = text
        self.bom = bom
        self.data = data
        self.flaws = flaws
        self._index = index
        self._starts: array[int] | None = None

    def find(self, pointer: Pointer) -> Place | None:
        """Return the exact place of a key and its value, nothing if the data lacks it."""
        place, missing = self._walk(pointer)
        return None if missing else place

    def locate(self, pointer: Pointer) -> Span:
        """Return where to show the value at a pointer, or what encloses it if it is missing.

        A block or a multi-line value of many entries is shown at its first key.
        """
        place, missing = self._walk(pointer)
        if place is None or self._index is None:
            return Span(0, 0)
        if missing or not pointer:
            return self._index.grip(place)
        return self._index.shown(place)

    def locate_key(self, pointer: Pointer) -> Span:
        """Return the span of the key at a pointer's last step; an item has only its value."""
        place, missing = self._walk(pointer)
        if place is not None and place.key is not None and not missing:
            return place.key
        return self.locate(pointer)

    def _walk(self, pointer: Pointer) -> tuple[Place | None, bool]:
        """Follow a pointer as far as the data goes; true if it goes on from there."""
        if self._index is None:
            return None, True
        place = self._index.root(self.data)
        for step in pointer:
            below = self._index.below(place, step)
            if below is None:
                return place, True
            place = below
        return place, False

    def known_marks(self) -> Iterator[int] | None:
        """Give the offsets at which comments begin, None where nobody has looked for them yet."""
        return None

    def position(self, offset: int) -> Position:
        """Return the line and the column of an offset in code points."""
        starts = self._line_starts()
        line = bisect_right(starts, offset)
        return Position(line, offset - starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """Return the text of a line, counted from 1, without its line break."""
        starts = self._line_starts()
        end = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r\n")

    def _line_starts(self) -> "array[int]":
        if self._starts is None:
            self._starts = _line_starts(self.text)
        return self._starts


def _line_starts(text: str) -> "array[int]":
    """Return the offset at which each line starts, as YAML breaks lines."""
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    starts = array("I", (0,))
    for offset in range(0, len(text), _PIECE):
        lengths = map(len, text[offset : offset + _PIECE].split("\n"))
        starts.extend(map(add, accumulate(lengths), count(offset + 1)))
        starts.pop()  # no line break ends the piece
    return starts
