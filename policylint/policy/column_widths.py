"""How the columns of a table share its width where a format wants to be told.

Widths are counted in letters: a page has room for so many side by side.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from policylint.policy.blocks import Block, Code, Heading, Spans, Table
from policylint.policy.plain import plain_spans

_BETWEEN_WORDS = re.compile(r"\s+|(?<=-)")
_LONGEST_WORD = 24
"""A longer word is broken: names are as long as somebody likes."""
_LONGEST_NAME = 40
_SPARE = 0.8
"""What longer words may take of the room, where there is so much: texts need some too."""
_BROAD = 1.2
"""How much wider letters are that are bold, or all of one width."""
_GAP = 2
_TO_WRITE = 24
"""The room that people get to write in."""
_MANY_COLUMNS = 7
_STEPS = 24


class _Column(NamedTuple):
    word: float
    text: float


def column_widths(table: Table, room: int) -> list[float]:
    """Share the room so that no word is broken and rows are as low as can be."""
    inside = room - _GAP * len(table.headers)
    columns = _columns(table, _LONGEST_NAME)
    if sum(one.word for one in columns) > inside * _SPARE:
        columns = _columns(table)
    low, high = 0.0, float(inside)
    for _ in range(_STEPS):
        middle = (low + high) / 2
        if sum(_widths(columns, middle, inside)) <= inside:
            low = middle
        else:
            high = middle
    return [one + _GAP for one in _widths(columns, low, inside)]


def _widths(columns: Sequence[_Column], level: float, inside: int) -> list[float]:
    """Share as its text is long, each word whole; where words lack room, cut the longest ones."""
    if sum(one.word for one in columns) > inside:
        return [min(one.word, level) for one in columns]
    return [max(one.word, one.text * level / inside) for one in columns]


def wide_blocks(blocks: Sequence[Block], room: int) -> frozenset[int]:
    """Find the tables of many columns that need a wider page, with the headings right above."""
    found: set[int] = set()
    for index, block in enumerate(blocks):
        if isinstance(block, Table) and _is_wide(block, room):
            found.add(index)
            while isinstance(blocks[index - 1], Heading) and index:
                index -= 1  # noqa: PLW2901 - the headings above it go with it
                found.add(index)
    return frozenset(found)


def _is_wide(table: Table, room: int) -> bool:
    if len(table.headers) < _MANY_COLUMNS:
        return False
    return sum(one.word + _GAP for one in _columns(table)) > room


def _columns(table: Table, longest: int = _LONGEST_WORD) -> list[_Column]:
    return [
        _column(header, [row[index] for row in table.rows], longest)
        for index, header in enumerate(table.headers)
    ]


def _column(header: str, cells: Sequence[Spans], most: int) -> _Column:
    longest, total, squares = _longest_word(header) * _BROAD, 0.0, 0.0
    for cell in cells:
        broad = _BROAD if any(isinstance(span, Code) for span in cell) else 1
        text = plain_spans(cell)
        longest = max(longest, _longest_word(text) * broad)
        total += len(text) * broad
        squares += (len(text) * broad) ** 2
    # Long texts count more than short ones: they make a row high.
    text_length = squares / total if total else _TO_WRITE
    word = max(min(longest, most), 1)
    return _Column(word, max(text_length, word))


def _longest_word(text: str) -> int:
    return max(map(len, _BETWEEN_WORDS.split(text)))
