"""Regular expressions for names of cookies, read as the patterns of an inventory.

An inventory has `*` and nothing else, so that the result may cover more than the expression, and
never less. What cannot be read that way is refused.
"""

import re
from collections.abc import Sequence

MOST_TEXT = 500
MOST_NAMES = 16
_MOST_DEPTH = 10
_CLASS = re.compile(r"((?:[^\]\\]|\\.)*)\]")
_QUANTIFIER = re.compile(r"(?:[?*+]|\{([0-9])[0-9]*(?:,[0-9]*)?\})\??")
_CODE = re.compile(r"x([0-9A-Fa-f]{2})|u((?![Dd][89A-Fa-f])[0-9A-Fa-f]{4})")
_ANY_ESCAPES = "dDwWsS"
_LETTER_ESCAPES = {"t": "\t", "n": "\n", "r": "\r"}
_ANY = "*"


class ExpressionError(ValueError):
    """An expression that no list of names can stand for; the message says why."""


def names_of(source: str) -> Sequence[str]:
    """List the patterns that cover an expression, which may match anywhere in a name."""
    if len(source) > MOST_TEXT:
        message = f"it has {len(source):,} characters; expected at most {MOST_TEXT}"
        raise ExpressionError(message)
    names = _Reader(source).read()
    covered = list(dict.fromkeys(_closed(name) for name in names))
    if any(not name.strip(_ANY) for name in covered):
        message = "it matches every name"
        raise ExpressionError(message)
    return [name for name in covered if not any(_covers(other, name) for other in covered)]


def _closed(name: str) -> str:
    while "**" in name:
        name = name.replace("**", "*")
    return name


def _covers(wide: str, name: str) -> bool:
    """Tell whether a pattern that ends in `*` takes another in."""
    return wide != name and wide.endswith(_ANY) and name.startswith(wide.rstrip(_ANY))


class _Reader:
    """Read an expression from left to right into the names that it may match."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._at = 0

    def read(self) -> list[str]:
        names = self._alternatives(0)
        if self._at < len(self._source):
            message = f"its ')' at character {self._at + 1} closes nothing"
            raise ExpressionError(message)
        return names

    def _peek(self) -> str:
        return self._source[self._at : self._at + 1]

    def _alternatives(self, depth: int) -> list[str]:
        if depth > _MOST_DEPTH:
            message = f"its groups are nested deeper than {_MOST_DEPTH} levels"
            raise ExpressionError(message)
        names = self._branch(depth)
        while self._peek() == "|":
            self._at += 1
            names = _limited([*names, *self._branch(depth)])
        return names

    def _branch(self, depth: int) -> list[str]:
        """Read up to the next `|` or `)`; outside of groups an open end matches anything."""
        names = [""]
        starts, ends = depth > 0, depth > 0
        if self._peek() == "^":
            self._at += 1
            starts = True
        while (letter := self._peek()) not in ("", "|", ")"):
            if letter == "$" and self._source[self._at + 1 : self._at + 2] in ("", "|", ")"):
                self._at += 1
                ends = True
                continue
            atom = self._quantified(self._atom(depth))
            names = _limited([name + piece for name in names for piece in atom])
        before, behind = "" if starts else _ANY, "" if ends else _ANY
        return [before + name + behind for name in names]

    def _atom(self, depth: int) -> list[str]:
        letter = self._peek()
        self._at += 1
        match letter:
            case "(":
                return self._group(depth)
            case "[":
                return [self._class()]
            case ".":
                return [_ANY]
            case "\\":
                return [self._escape()]
            case "^" | "$" | "?" | "*" | "+":
                message = f"the '{letter}' at character {self._at} stands where a name goes on"
                raise ExpressionError(message)
        return [letter]

    def _group(self, depth: int) -> list[str]:
        if self._peek() == "?":
            if not self._source.startswith("?:", self._at):
                message = "it looks ahead, looks behind or names a group"
                raise ExpressionError(message)
            self._at += 2
        names = self._alternatives(depth + 1)
        if self._peek() != ")":
            message = "a '(' never closes"
            raise ExpressionError(message)
        self._at += 1
        return names

    def _class(self) -> str:
        found = _CLASS.match(self._source, self._at)
        if found is None:
            message = "a '[' never closes"
            raise ExpressionError(message)
        self._at = found.end()
        content = found[1]
        if "|" in content:
            message = f"'[{content}]' is one character, and names were probably meant"
            raise ExpressionError(message)
        return content if len(content) == 1 and content != "^" else _ANY

    def _escape(self) -> str:
        letter = self._peek()
        self._at += 1
        if letter in _ANY_ESCAPES and letter:
            return _ANY
        if code := _CODE.match(self._source, self._at - 1):
            self._at = code.end()
            return chr(int(code[1] or code[2], 16))
        if not letter or letter.isalnum():
            if letter in _LETTER_ESCAPES:
                return _LETTER_ESCAPES[letter]
            message = f"'\\{letter}' has no counterpart among names"
            raise ExpressionError(message)
        return letter

    def _quantified(self, atom: list[str]) -> list[str]:
        found = _QUANTIFIER.match(self._source, self._at)
        if found is None:
            return atom
        self._at = found.end()
        if found[0][0] == "?":
            return ["", *atom]
        return [_ANY] if found[0][0] == "*" or found[1] == "0" else [piece + _ANY for piece in atom]


def _limited(names: list[str]) -> list[str]:
    if len(names) > MOST_NAMES:
        message = f"it stands for more than {MOST_NAMES} names"
        raise ExpressionError(message)
    return names
