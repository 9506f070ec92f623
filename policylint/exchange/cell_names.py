"""The names in a cell: several of them, placeholders, patterns, marks that nobody sees."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

MOST_NAMES = 30
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))


class CellName(NamedTuple):
    """A name as the inventory writes it, and what was changed in it."""

    text: str
    remark: str | None = None


def names_in(cell: str) -> Sequence[CellName]:
    """List the names of a cell, in its order, at most thirty."""
    seen, remark = _visible(cell)
    pieces = [piece.strip().strip("`\"'") for piece in _breaks().split(seen)]
    pieces = [_times().sub("", piece.strip()) for piece in pieces]
    names = [name for piece in pieces for name in _apart(piece) if name]
    return [_pattern(name, remark) for name in names[:MOST_NAMES]]


def name_in(cell: str) -> CellName:
    """Read a cell that holds exactly one name."""
    return _pattern(*_visible(cell))


def _visible(cell: str) -> tuple[str, str | None]:
    seen = cell.translate(_INVISIBLE)
    return seen, None if seen == cell else "name: marks that nobody sees were taken out"


def _apart(piece: str) -> Sequence[str]:
    """Part names at blanks where each part can only be a name."""
    parts = piece.split()
    if len(parts) > 1 and all(_name().fullmatch(part) for part in parts):
        return parts
    return [piece]


def _pattern(name: str, remark: str | None) -> CellName:
    text = _placeholder().sub("*", name)
    if text.startswith("^") and _name().fullmatch(text[1:].rstrip("*")):
        text = f"{text[1:].rstrip('*')}*"
    text = _stars().sub("*", text)
    if text == name:
        return CellName(text, remark)
    shown = name if len(name) <= 80 else f"{name[:79]}\u2026"  # noqa: PLR2004
    return CellName(text, f"name: the file has '{shown}', a placeholder for any text")


@cache
def _breaks() -> re.Pattern[str]:
    return re.compile(r"[\n;,]|\s/\s|\s(?:and|und|et|y|e|en|och|og|or|oder|ou|o|of)\s")


@cache
def _name() -> re.Pattern[str]:
    # a word alone may be that of a title: `Google Analytics`
    return re.compile(r"(?=[^_0-9*.-]*[_0-9*.-])[!#$%&'*+\-.^_`|~0-9A-Za-z<>{}\[\]:]+")


@cache
def _placeholder() -> re.Pattern[str]:
    return re.compile(
        r"<[^<>]{1,60}>|\$?\{[^{}]{1,60}\}|%[A-Z_]{2,40}%|\[[A-Z][^\[\]]{0,60}\]"
        r"|#+|(?:(?<=[_.-])|^)[xX]{3,}(?:-[xX]+)?$|(?<=[_.-])[xX]{3,}(?=[_.-])|(?:\u2026|\.{3})$"
    )


@cache
def _times() -> re.Pattern[str]:
    return re.compile(r"(?<=\S)\s\[x[0-9]{1,4}\]$")  # Cookiebot: on so many hosts


@cache
def _stars() -> re.Pattern[str]:
    return re.compile(r"\*{2,}")
