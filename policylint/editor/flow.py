"""Where a cursor stands inside brackets, by the text alone: what is typed need not be whole."""

import re
from typing import NamedTuple

Step = str | None
"""A key, or None for an item of a list."""

_STOP = re.compile(r"""["'\[\]{},:#]""")


class Level(NamedTuple):
    """One open bracket: the keys before the cursor, and the one whose value is being written."""

    is_list: bool
    keys: tuple[str, ...] = ()
    key: str | None = None


class Inside(NamedTuple):
    """The steps to the cursor, what stands before it of the word, and the keys beside it."""

    path: tuple[Step, ...]
    is_value: bool
    word: int
    quoted: bool
    keys: tuple[str, ...]


def inside(text: str, start: int, end: int) -> Inside | None:
    """Follow brackets from the first up to the cursor; None where they are closed before it."""
    brackets = _Brackets(text, start)
    while brackets.at < end:
        found = _STOP.search(text, brackets.at, end)
        if found is None:
            break
        mark = found[0]
        brackets.at = found.end()
        if mark in "\"'":
            closing = _closing(text, found.end(), mark)
            if closing is None or closing >= end:
                return brackets.inside(found.end(), quoted=True)
            brackets.at = closing + 1
        elif mark == "#":
            brackets.at = _past_comment(text, found.start(), end)
        elif not brackets.take(mark):
            return None
    word = brackets.word + _blank(text[brackets.word : end])
    return brackets.inside(word, quoted=False)


class _Brackets:
    """The open brackets up to `at`, and where the word begins that is being written there."""

    def __init__(self, text: str, start: int) -> None:
        self.text = text
        self.at = self.word = start
        self.levels: list[Level] = []

    def take(self, mark: str) -> bool:
        """Read a bracket, a comma or a colon; false where the last bracket is closed."""
        if mark == ":" and not self._ends_key():
            return True
        if mark == ":":
            key = self.text[self.word : self.at - 1].strip().strip("\"'")
            last = self.levels[-1]
            self.levels[-1] = last._replace(key=key, keys=(*last.keys, key))
        elif mark in "[{":
            self.levels.append(Level(is_list=mark == "["))
        elif mark == ",":
            self.levels[-1] = self.levels[-1]._replace(key=None)
        else:
            self.levels.pop()
        self.word = self.at
        return bool(self.levels)

    def _ends_key(self) -> bool:
        last, text, at = self.levels[-1], self.text, self.at
        if last.is_list or last.key is not None:
            return False
        return at >= len(text) or text[at] in " \t\r\n[{" or text[at - 2] in "\"'"

    def inside(self, word: int, *, quoted: bool) -> Inside | None:
        """Say where the cursor stands."""
        if not self.levels:
            return None
        *outer, last = self.levels
        path: list[Step] = [None if one.is_list else one.key for one in outer]
        is_value = last.is_list or last.key is not None
        path += [last.key] if is_value else []
        return Inside(tuple(path), is_value, word, quoted, last.keys)


def _closing(text: str, at: int, mark: str) -> int | None:
    while (found := text.find(mark, at)) >= 0:
        slashes = found - len(text[at:found].rstrip("\\")) - at
        if mark == '"' and slashes % 2:
            at = found + 1
        elif mark == "'" and text.startswith("''", found):
            at = found + 2
        else:
            return found
    return None


def _past_comment(text: str, at: int, end: int) -> int:
    if at and text[at - 1] not in " \t\r\n":
        return at + 1
    found = text.find("\n", at, end)
    return end if found < 0 else found


def _blank(text: str) -> int:
    return len(text) - len(text.lstrip())
