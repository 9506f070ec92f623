"""Places as an editor counts them: lines from 0, columns in units of the encoding agreed on."""

import re
from typing import Literal, NamedTuple

Encoding = Literal["utf-8", "utf-16", "utf-32"]

_CODECS = {"utf-8": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}
_WIDTHS = {"utf-8": 1, "utf-16": 2, "utf-32": 4}
_BREAK = re.compile(r"\r\n|\n|\r")


class Position(NamedTuple):
    """A line and a column from 0; the column counts units of the client's encoding."""

    line: int
    character: int


class Range(NamedTuple):
    """Two positions; the end is exclusive."""

    start: Position
    end: Position


def units(text: str, encoding: Encoding) -> int:
    """Count the units that a text takes in the client's encoding."""
    if encoding == "utf-32" or text.isascii():
        return len(text)
    return len(text.encode(_CODECS[encoding], "surrogatepass")) // _WIDTHS[encoding]


def code_points(line: str, character: int, encoding: Encoding) -> int:
    """Count the code points before a column of the client; one inside a character is before it."""
    if encoding == "utf-32" or line.isascii():
        return min(character, len(line))
    count = 0
    for index, char in enumerate(line):
        count += units(char, encoding)
        if count > character:
            return index
    return len(line)


def line_start(text: str, line: int) -> int:
    """Find where a line begins, counted from 0; the end of the text where it has fewer."""
    if "\r" not in text:
        parts = text.split("\n", line)
        return len(text) - len(parts[-1]) if len(parts) > line else len(text)
    start = 0
    for number, found in enumerate(_BREAK.finditer(text), 1):
        if number > line:
            break
        start = found.end()
        if number == line:
            return start
    return start if line == 0 else len(text)


def line_end(text: str, start: int) -> int:
    """Find where the line ends that begins at an offset, without its break."""
    found = _BREAK.search(text, start)
    return found.start() if found else len(text)


def offset_at(text: str, position: Position, encoding: Encoding) -> int:
    """Find the offset of a position of the client; beyond a line or the text is at its end."""
    start = line_start(text, position.line)
    line = text[start : line_end(text, start)]
    return start + code_points(line, position.character, encoding)


def position_at(text: str, offset: int, encoding: Encoding) -> Position:
    """Find the position of an offset as the client counts it."""
    before = text[:offset]
    breaks = before.count("\n") if "\r" not in before else len(_BREAK.findall(before))
    start = max(before.rfind("\n"), before.rfind("\r")) + 1
    return Position(breaks, units(before[start:], encoding))
