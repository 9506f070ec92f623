"""What is being written at the cursor, by indentation: most texts are broken while one types."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from policylint.editor.flow import Step, inside

_KEY = re.compile(
    r"""("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s#:\[\]{},"'|>&*!%@`-][^:#]*?)"""
    r"""[ \t]*:(?=[ \t]|$)[ \t]*"""
)
_DASH = re.compile(r"-(?:[ \t]+|$)")
_COMMENT = re.compile(r"(?:^|[ \t])#")
MOST_LINES = 20_000


class Cursor(NamedTuple):
    """The steps to what is written, the offset where the word begins, and the keys beside it."""

    path: tuple[Step, ...]
    word: int
    is_value: bool = False
    quoted: bool = False
    keys: tuple[str, ...] = ()


class Line(NamedTuple):
    """One line of block style: its dashes, and its key with what follows it."""

    dashes: tuple[int, ...]
    column: int
    """Where its content begins, after the dashes."""
    key: str | None
    value: int
    """Where what follows the key begins."""


def read_line(text: str) -> Line | None:
    """Take a line apart; None where it holds nothing but a comment."""
    column = len(text) - len(text.lstrip(" "))
    dashes = []
    while dash := _DASH.match(text, column):
        dashes.append(column)
        column = dash.end()
    rest = text[column:].strip()
    if rest.startswith("#") or (not rest and not dashes):
        return None
    key = _KEY.match(text, column)
    name = key[1].strip("\"'") if key else None
    return Line(tuple(dashes), column, name, key.end() if key else column)


def find_cursor(text: str, offset: int) -> Cursor | None:
    """Find what is written at an offset; None in a comment or in running text."""
    stripped = len(text) - len(text.lstrip())
    if text.startswith("{", stripped):
        return _in_brackets(text, stripped, offset, ())
    lines = text[:offset].split("\n")
    prefix = lines.pop()
    start = offset - len(prefix)
    if _COMMENT.search(prefix):
        return None
    own = read_line(prefix) or Line((), len(prefix), None, len(prefix))
    above = lines[-MOST_LINES:]
    found = list(_climb(above, own))
    path = tuple(step for step, _ in reversed(found))
    opened = next((where for step, where in found if step is not None), None)
    if (
        opened is not None
        and not own.dashes
        and (cursor := _of_parent(text, offset, above, opened, path))
    ):
        return cursor[0]
    if own.key is None:
        keys = tuple(_beside(text, offset, above, own))
        return Cursor(path, start + own.column, keys=keys)
    value = start + own.value
    if text[value : value + 1] in ("[", "{") and value < offset:
        return _in_brackets(text, value, offset, (*path, own.key))
    quoted = text[value : value + 1] in ('"', "'") and value < offset
    return Cursor((*path, own.key), value + quoted, is_value=True, quoted=quoted)


def _in_brackets(text: str, start: int, offset: int, path: tuple[Step, ...]) -> Cursor | None:
    found = inside(text, start, offset)
    if found is None:
        return None
    return Cursor((*path, *found.path), found.word, found.is_value, found.quoted, found.keys)


def _climb(above: list[str], own: Line) -> Iterator[tuple[Step, tuple[int, int] | None]]:
    """Give the steps outwards: a key with its line and where its value begins, None for items."""
    most_key = most_dash = own.column - 1
    for dash in reversed(own.dashes):
        yield None, None
        most_key, most_dash = dash, dash - 1
    for number in range(len(above) - 1, -1, -1):
        line = read_line(above[number]) if most_key >= 0 else None
        if line is None:
            continue
        if line.key is not None and line.column <= most_key:
            yield line.key, (number, line.value)
            most_key = most_dash = line.column - 1
        for dash in reversed(line.dashes):
            if dash <= most_dash:
                yield None, None
                most_key, most_dash = dash, dash - 1


def _of_parent(
    text: str, offset: int, above: list[str], opened: tuple[int, int], path: tuple[Step, ...]
) -> tuple[Cursor | None] | None:
    """Tell whether the line goes on with what the key above began: brackets, or running text."""
    number, value = opened
    began = above[number][value:].strip()
    if not began or began.startswith(("#", "&", "!")):
        return None
    if not began.startswith(("[", "{")):
        return (None,)
    start = offset - sum(len(line) + 1 for line in above[number:]) - _last_line(text, offset)
    depth = next(index for index, step in enumerate(reversed(path)) if step is not None)
    outer = path[: len(path) - depth]
    return (_in_brackets(text, start + value, offset, outer),)


def _last_line(text: str, offset: int) -> int:
    return offset - (text.rfind("\n", 0, offset) + 1)


def _beside(text: str, offset: int, above: list[str], own: Line) -> Iterator[str]:
    """Give the other keys of the mapping that the line belongs to."""
    if not own.dashes:
        for line in _lines(reversed(above)):
            if line.key is not None and line.column == own.column:
                yield line.key
            if line.column < own.column or (line.dashes and line.dashes[-1] < own.column):
                break
    end = text.find("\n", offset)
    for line in _lines(text[end + 1 :].split("\n", MOST_LINES)) if end >= 0 else ():
        if (line.dashes[0] if line.dashes else line.column) < own.column:
            break
        if line.key is not None and line.column == own.column and not line.dashes:
            yield line.key


def _lines(texts: Iterable[str]) -> Iterator[Line]:
    return (line for line in map(read_line, texts) if line is not None)
