"""Formulas of descriptions that would fit any cookie, per language, from `stock/<tag>.txt`."""

import os
from functools import cache
from typing import NamedTuple

_FOLDER = os.path.join(os.path.dirname(__file__), "stock")


class Formulas(NamedTuple):
    """The formulas of a language in small letters, and what may stand before one."""

    phrases: frozenset[str]
    leads: tuple[str, ...]


@cache
def formulas(language: str) -> Formulas | None:
    """Read the formulas of a language, None where it has none.

    A line each, but for `>` with the words that lead up to one, parted by bars, and `<` with the
    verbs that may end it. A blank follows each lead but an elision such as `d'`.
    """
    if f"{language}.txt" not in os.listdir(_FOLDER):
        return None
    with open(os.path.join(_FOLDER, f"{language}.txt"), encoding="utf-8") as file:
        lines = file.read().splitlines()
    phrases = [line for line in lines if line[:1] not in "#<>"]
    leads, ends = (
        [word for line in lines if line.startswith(mark) for word in line[2:].split("|")]
        for mark in "><"
    )
    return Formulas(
        frozenset([*phrases, *(f"{phrase} {end}" for phrase in phrases for end in ends)]),
        tuple(lead if lead.endswith("'") else f"{lead} " for lead in leads),
    )
