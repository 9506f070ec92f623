"""The quick way in: a text of plain lines, read without a parser of YAML.

Nearly every inventory is lines of `key: value` and `- key: value`, the values words, quoted texts
or brackets. Those are read here, one regular expression a line, in a third of the time that the
events of a parser take, and without importing PyYAML. This way never decides that something is
wrong and never guesses: at the first line of another form it gives up, and `compose` reads the
whole text. A test holds the two to one answer, positions included.
"""

from array import array
from typing import Any

from policylint.source.brackets import read_brackets
from policylint.source.index import Index
from policylint.source.line import Line, read_end, read_line, remember_line
from policylint.source.scalars import DigitsError
from policylint.source.words import FAR, UnknownFormError

_MAX_DEPTH = 32  # blocks inside each other; the composer allows more
_START = "---\n"
_SHORT = 200  # code points; longer lines seldom repeat


def read_lines(text: str) -> tuple[object, Index] | None:
    """Return the data and the index of a text of plain lines, nothing of any other text."""
    if not text.isascii() and any(mark in text for mark in FAR):
        return None
    try:
        return _Lines(text).read()
    except (UnknownFormError, DigitsError):
        return None


class _Block:
    """A mapping or a sequence whose end has not been read; `key` waits for the block below it."""

    __slots__ = ("column", "data", "entries", "key", "start")

    def __init__(self, column: int, start: int, data: Any, key: str | None = None) -> None:
        self.column = column
        self.start = start
        self.data = data
        self.entries: list[int] = []
        self.key = key


class _Lines:
    """Reads a text line by line; the stack holds the open blocks, the document's own first."""

    __slots__ = ("_positions", "_stack", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._positions = array("I")
        self._stack = [_Block(-1, 0, {}, key="")]

    def read(self) -> tuple[object, Index]:
        """Read every line. Raises UnknownFormError."""
        text, size = self._text, len(self._text)
        at = len(_START) if text.startswith(_START) else 0
        block, pairs_at = self._stack[0], -1
        while at < size:
            feed = text.find("\n", at)
            if feed < 0:
                feed = size
            line = (remember_line if feed - at <= _SHORT else read_line)(text[at:feed])
            form, column, inner, key, key_end, value, start, end, _ = line
            if form == "pair" and column == pairs_at and key not in block.data:
                # Most lines by far; `_add` would do the same.
                block.data[key] = value
                block.entries += (at + inner, at + key_end, at + start, at + end, 0)
                at = feed + 1
            elif form == "blank":
                at = feed + 1
            else:
                at = self._add(line, at, feed + 1)
                block = self._stack[-1]
                goes_on = block.key is None and type(block.data) is dict
                pairs_at = block.column if goes_on else -1
        return self._finish()

    def _add(self, line: Line, at: int, after: int) -> int:
        """Add the entry of a line to its block, and return where the next line begins."""
        form, column, inner, key, key_end, value, start, end, offsets = line
        block = self._stack[-1]
        if (
            inner != column
            or column != block.column
            or block.key is not None
            or type(block.data) is list
        ):
            block = self._settle(line, at)
        entries, below = block.entries, 0
        if key is not None:
            if key in block.data:
                raise UnknownFormError
            entries += (at + inner, at + key_end)
        if form == "bare":
            block.key = key
            return after
        if form == "closed":
            value = value.copy()  # the line is remembered; its list must not be handed out twice
            below = len(self._positions)
            self._positions.extend([offset and at + offset for offset in offsets])
        elif form == "opened":
            value, end, below = read_brackets(self._text, at + start, self._positions)
            after, end = read_end(self._text, end), end - at
        entries += (at + start, at + end, below)
        if key is None:
            block.data.append(value)
        else:
            block.data[key] = value
        return after

    def _settle(self, line: Line, at: int) -> _Block:
        """Return the block that a line belongs to, when that is not the one at hand."""
        if line.inner == line.column:
            return self._block(line.column, at + line.column, dict)
        block = self._block(line.column, at + line.column, list)
        return block if line.key is None else self._open(line.inner, at + line.inner, {})

    def _block(self, column: int, start: int, kind: type) -> _Block:
        """Return the innermost block of a kind at a column, or begin the one that is due."""
        block = self._stack[-1]
        if block.key is not None:
            # A sequence may stand as far left as its key.
            if column > block.column or (column == block.column and kind is list):
                return self._open(column, start, kind())
            raise UnknownFormError
        while block.column > column or (block.column == column and type(block.data) is not kind):
            block = self._close()
        if block.column != column:
            raise UnknownFormError
        return block

    def _open(self, column: int, start: int, data: Any) -> _Block:
        """Begin a block as the value of the entry at hand."""
        block = self._stack[-1]
        if block.key is None:
            block.data.append(data)
        else:
            block.data[block.key] = data
            block.key = None
        if len(self._stack) > _MAX_DEPTH:
            raise UnknownFormError
        self._stack.append(_Block(column, start, data))
        return self._stack[-1]

    def _close(self) -> _Block:
        """End the innermost block, and return the one around it."""
        block = self._stack.pop()
        if block.key is not None:
            raise UnknownFormError  # nothing stands below its last key
        self._stack[-1].entries += (block.start, block.entries[-2], len(self._positions))
        self._positions.extend(block.entries)
        return self._stack[-1]

    def _finish(self) -> tuple[object, Index]:
        """Close every block, the document last."""
        while len(self._stack) > 1:
            self._close()
        document = self._stack[0]
        if document.key is not None:
            raise UnknownFormError
        root = len(self._positions)
        self._positions.extend(document.entries)
        return document.data[""], Index(self._text, self._positions, root)
