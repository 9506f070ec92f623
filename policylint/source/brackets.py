"""Lists and mappings in brackets, for the quick way of `lines`."""

import re
import sys
from array import array
from functools import cache
from typing import Any

from policylint.source.words import BLANK, INNER_WORD, KEY, QUOTED, UnknownFormError, read_word

_MAX_DEPTH = 8

# A value and the mark after it, or the bracket that opens a nested one.
_VALUE = rf"{BLANK}(?:({INNER_WORD}|{QUOTED}){BLANK}([,\]}}])|[\[{{])"
_ENTRY = rf"{BLANK}({KEY}):(?=[ \r\n]){_VALUE}"


@cache
def _forms() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    # The first two have a key, a word and a mark as groups.
    return re.compile(f"(){_VALUE}"), re.compile(_ENTRY), re.compile(rf"{BLANK}([,\]}}])")


def read_brackets(
    text: str, start: int, index: "array[int]", depth: int = 0
) -> tuple[Any, int, int]:
    """Read from an opening bracket; return the data, its end, and where its entries lie.

    The offsets of the entries are added to the index. Raises UnknownFormError.
    """
    if depth > _MAX_DEPTH:
        raise UnknownFormError
    data: Any = {} if text[start] == "{" else []
    entries: list[int] = []
    end = _fill(data, entries, text, start + 1, index, depth)
    below = len(index)
    index.extend(entries)
    return data, end, below


def _fill(  # noqa: PLR0913 - the state of one walk
    data: Any, entries: list[int], text: str, at: int, index: "array[int]", depth: int
) -> int:
    """Read entries up to the closing bracket, and return where it ends."""
    item, entry, _ = _forms()
    mapping = type(data) is dict
    scan, closing = (entry, "}") if mapping else (item, "]")
    if text.startswith(closing, at):
        return at + 1
    mark = ","
    while mark == ",":
        found = scan.match(text, at)
        if found is None:
            raise UnknownFormError
        key, word, mark = found.groups()
        at = found.end()
        if word is not None:
            value, length = read_word(word)
            start, below = found.start(2), 0
            end = start + length
        else:
            start = at - 1
            value, end, below = read_brackets(text, start, index, depth + 1)
            mark, at = _mark(text, end)
        if mapping:
            if key in data:
                raise UnknownFormError
            data[sys.intern(key)] = value
            entries += found.span(1)
        else:
            data.append(value)
        entries += (start, end, below)
    if mark != closing:
        raise UnknownFormError
    return at


def _mark(text: str, at: int) -> tuple[str, int]:
    """Read the comma or bracket that follows a value, and return where it ends."""
    found = _forms()[2].match(text, at)
    if found is None:
        raise UnknownFormError
    return found[1], found.end()
