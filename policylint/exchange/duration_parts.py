"""A text about a duration taken apart: figures with units, choices between them, other words."""

import re
from functools import cache
from typing import NamedTuple

from policylint.exchange.duration_words import (
    UNITS,
    language_units,
    number_words,
    word_kinds,
    word_units,
)
from policylint.model.spelling import respelled

_MOST_DIGITS = 12
_PLURALS = tuple(f"{unit}s" for unit in UNITS)
_SMALLER = {"year": ("month", 12), "week": ("day", 7), "day": ("hour", 24)} | {
    "hour": ("minute", 60),
    "minute": ("second", 60),
}
_PUNCTUATION = {",": "join", "&": "join", "+": "join", "/": "either", "-": "either"} | {
    "\u2013": "either",
    "\u2014": "either",
    "(": "restated",
    "=": "restated",
}


class Part(NamedTuple):
    """A figure with its unit."""

    number: int
    unit: str

    @property
    def words(self) -> str:
        """Write it as the inventory does: `1 year`, `13 months`."""
        return f"{self.number} {self.unit}{'' if self.number == 1 else 's'}"


class Reading:
    """What was found in a text, in its order."""

    def __init__(self) -> None:
        self.choices: list[list[Part]] = []
        self.kinds: set[str] = set()
        self.strange: list[str] = []
        self.stray: list[str] = []
        self.respelled = False
        self._chosen = False
        self._between: str | None = None
        self._restated = 0

    @property
    def has_choice(self) -> bool:
        """Tell whether the text offers one duration or another."""
        return self._chosen or bool(self.choices and self.kinds & {"session", "endless"})

    @property
    def is_restated(self) -> bool:
        """Tell whether each later choice says the first again: `12 months (365 days)`."""
        lengths = [sum(part.number * _LENGTH[part.unit] for part in one) for one in self.choices]
        return (
            self._restated == len(lengths) - 1
            and not self.strange
            and max(lengths) <= min(lengths) * 1.02
        )

    def add(self, part: Part) -> None:
        """Add a figure to the last choice, or begin another."""
        last = self.choices[-1] if self.choices else None
        falls = last is not None and UNITS.index(part.unit) > UNITS.index(last[-1].unit)
        if last is not None and falls and self._between in {None, "join"}:
            last.append(part)
        else:
            self._restated += last is not None and self._between == "restated"
            self._chosen |= last is not None and self._between == "either"
            self.choices.append([part])
        self._between = None

    def note(self, word: str, kind: str | None) -> None:
        """Note a word that is no figure."""
        if kind is None:
            self.strange.append(word)
            kind = "break"
        else:
            self.kinds.add(kind)
        if kind in _STRENGTH and _STRENGTH[kind] > _STRENGTH.get(self._between or "", 0):
            self._between = kind


_STRENGTH = {"join": 1, "break": 2, "either": 3, "restated": 4}
_LENGTH = {"year": 365.25 * 24, "month": 30.44 * 24, "week": 168, "day": 24, "hour": 1} | {
    "minute": 1 / 60,
    "second": 1 / 3600,
}


def read_parts(text: str, language: str) -> Reading:
    """Take a folded text apart, in one pass over its words."""
    tokens = _tokens().findall(text)
    reading, at = Reading(), 0
    while at < len(tokens):
        at = _step(reading, tokens, at, language)
    return reading


@cache
def _tokens() -> re.Pattern[str]:
    return re.compile(r"[0-9]+(?:[.,][0-9]+)*|[^\W\d_]+|[^\w\s]")


def _step(reading: Reading, tokens: list[str], at: int, language: str) -> int:
    token = tokens[at]
    if token[0].isdecimal():
        return _step_figure(reading, tokens, at, language)
    number = number_words().get(token)
    unit = _unit(tokens, at + 1, language) if number is not None else None
    if number is not None and unit is not None:
        reading.add(Part(number, unit))
        return at + 2
    if token.isalpha():
        _note_word(reading, token)
    elif token in _PUNCTUATION:
        reading.note(token, _PUNCTUATION[token])
    return at + 1


def _note_word(reading: Reading, token: str) -> None:
    kind = word_kinds().get(token)
    if kind is None and respelled(token, ("session",)):
        kind, reading.respelled = "session", True
    if kind is None and token in word_units():
        reading.stray.append(word_units()[token])
        return
    reading.note(token, kind)


def _step_figure(reading: Reading, tokens: list[str], at: int, language: str) -> int:
    after = at + 1
    while after < len(tokens) and tokens[after] in {"-", "."}:
        after += 1
    unit = _unit(tokens, after, language)
    if unit is None and after < len(tokens):
        unit = _slip(tokens[after])
        reading.respelled |= unit is not None
    if unit is not None:
        part = _part(tokens[at], unit)
        if part is None:
            reading.strange.append(f"{tokens[at]} {tokens[after]}")
        else:
            reading.add(part)
        return after + 1
    unit = _unit_of_range(tokens, at, language)
    part = _part(tokens[at], unit) if unit is not None else None
    if part is None:
        reading.strange.append(tokens[at])
        return at + 1
    reading.add(part)
    return at + 1


def _unit_of_range(tokens: list[str], at: int, language: str) -> str | None:
    """Find the unit of a figure whose unit follows the next one: `1 to 2 years`."""
    if len(tokens) < at + 4 or not tokens[at + 2][0].isdecimal():
        return None
    between = tokens[at + 1]
    if _PUNCTUATION.get(between, word_kinds().get(between)) != "either":
        return None
    return _unit(tokens, at + 3, language)


def _unit(tokens: list[str], at: int, language: str) -> str | None:
    if at >= len(tokens):
        return None
    return language_units(language).get(tokens[at]) or word_units().get(tokens[at])


def _slip(word: str) -> str | None:
    """Read a misspelled English unit that can only mean one."""
    slips = (respelled(word, UNITS), respelled(word, _PLURALS))
    found = {slip.removesuffix("s") for slip in slips if slip}
    return found.pop() if len(found) == 1 else None


def _part(figure: str, unit: str) -> Part | None:
    """Make whole numbers: 1.5 years are 18 months; None where that cannot be done."""
    whole, *groups = re.split("[.,]", figure)
    if groups and all(len(group) == 3 for group in groups) and whole != "0":  # noqa: PLR2004
        whole, groups = whole + "".join(groups), []  # 1,095 days
    if len(whole) > _MOST_DIGITS or len(groups) > 1:
        return None
    if not groups or not groups[0].strip("0"):
        return Part(int(whole), unit)
    if len(groups[0]) > 2 or unit not in _SMALLER:  # noqa: PLR2004
        return None
    smaller, size = _SMALLER[unit]
    scale = 10 ** len(groups[0])
    count, rest = divmod((int(whole) * scale + int(groups[0])) * size, scale)
    return None if rest else Part(count, smaller)
