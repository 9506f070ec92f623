"""One line of an inventory, for the quick way of `lines`: what it says, and at which columns."""

import re
import sys
from array import array
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any, Literal, NamedTuple

from policylint.source.brackets import read_brackets
from policylint.source.words import COMMENT, KEY, OUTER_WORD, QUOTED, UnknownFormError, read_word

_END = rf"{COMMENT}\r?(?:\n|\Z)"
# An indent, a dash, a key; then a word up to the end of the line, or a bracket that opens.
_LINE = rf"( *+)(- ++)?(?:({KEY}):(?=[ \r]|\Z) *+)?(?:({OUTER_WORD}|{QUOTED})?{_END}|([\[{{]))"
_KEPT = 4_096  # lines to remember; a file of unlike ones must not fill the memory


class Line(NamedTuple):
    """What a line says, its offsets counted from its own start.

    A pair is a key with its word and no dash.
    `column` is that of its first mark and `inner` that of its key; they differ after a dash.
    `entries` are the offsets inside of brackets that close on the line and hold no others.
    """

    form: Literal["blank", "pair", "word", "closed", "opened", "bare"]
    column: int = 0
    inner: int = 0
    key: str | None = None
    key_end: int = 0
    value: Any = None
    start: int = 0
    end: int = 0
    entries: Sequence[int] = ()


@cache
def _forms() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(_LINE), re.compile(_END)


def read_line(line: str) -> Line:
    """Read a line without its line feed. Raises UnknownFormError."""
    found = _forms()[0].match(line)
    if found is None:
        raise UnknownFormError
    indent, dash, key, word, bracket = found.groups()
    column, inner = len(indent), found.end(2) if dash else len(indent)
    if key is not None:
        key = sys.intern(key)
    elif not dash:
        if word is None and bracket is None:
            return Line("blank")
        raise UnknownFormError
    ended = inner + len(key or "")
    if word is not None:
        start = found.start(4)
        value, length = read_word(word)
        form: Literal["pair", "word"] = "word" if dash else "pair"
        return Line(form, column, inner, key, ended, value, start, start + length)
    if bracket is not None:
        return _bracketed(line, Line("opened", column, inner, key, ended, None, found.start(5)))
    if key is None:
        raise UnknownFormError
    return Line("bare", column, inner, key, ended)


def _bracketed(line: str, opened: Line) -> Line:
    """Read brackets that close on the line, and leave others open."""
    entries = array("I")
    try:
        value, end, _ = read_brackets(line, opened.start, entries)
    except UnknownFormError:
        return opened
    inside = line[opened.start + 1 : end]
    if "[" in inside or "{" in inside or not _forms()[1].match(line, end):
        return opened
    return opened._replace(form="closed", value=value, end=end, entries=tuple(entries))


def read_end(text: str, at: int) -> int:
    """Read on to the end of a line, and return where the next one begins.

    Raises UnknownFormError where more than a comment is left.
    """
    found = _forms()[1].match(text, at)
    if found is None:
        raise UnknownFormError
    return found.end()


remember_line = lru_cache(_KEPT)(read_line)
"""Do the same for a short line; most lines of an inventory are there several times."""
