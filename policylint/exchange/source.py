"""A foreign file as the importers get it."""

from bisect import bisect_right
from functools import cached_property
from itertools import accumulate

from policylint.source.pointer import Position


class Source:
    """The decoded text of a file and its name."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *accumulate(len(line) for line in self.text.splitlines(keepends=True))]

    def position(self, offset: int) -> Position:
        """Return the line and the column of an offset in code points, from 1."""
        line = max(bisect_right(self._starts, offset), 1)
        return Position(line, offset - self._starts[line - 1] + 1)

    def origin(self, offset: int) -> str:
        """Name the place of an offset for a comment: `klaro.js line 12`."""
        return f"{self.path} line {self.position(offset).line}"
