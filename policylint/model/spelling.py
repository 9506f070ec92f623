"""Read a misspelled word where exactly one known word can be meant, and nowhere else."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

LONGEST = 60
_SHORTEST = 5
_LONG = 8  # a word of so many letters may have two slips
_SEPARATORS = str.maketrans("", "", "-_ \t\u00a0\u202f")

# Other ways to write a known word, none of which can mean another.
_ALSO: Mapping[str, str] = {
    "1st": "first",
    "1stparty": "first",
    "firstparty": "first",
    "3rd": "third",
    "3rdparty": "third",
    "thirdparty": "third",
}


@lru_cache(maxsize=4_096)
def respelled(word: str, known: tuple[str, ...]) -> str | None:
    """Give the one known word that a misspelled one can only mean.

    That is one which differs in case and separators alone, or by a slip of the keyboard after the
    first letter (two in a long word) while no other known word is nearly as close. The first letter
    counts since it is where words are denied: `unessential` is not `essential`.
    """
    if not 0 < len(word) <= LONGEST:
        return None
    folded = _folded(word)
    by_fold: dict[str, list[str]] = {}
    for one in known:
        by_fold.setdefault(_folded(one), []).append(one)
    same = by_fold.get(folded) or by_fold.get(_ALSO.get(folded, ""), [])
    if same:
        return same[0] if len(same) == 1 else None
    near = _nearest(folded, by_fold)
    return by_fold[near][0] if near is not None and len(by_fold[near]) == 1 else None


def _folded(word: str) -> str:
    return word.lower().translate(_SEPARATORS)


def _nearest(word: str, known: Iterable[str]) -> str | None:
    most = 2 if len(word) >= _LONG else 1
    ranked = sorted((distance(word, one, most + 1), one) for one in known)
    if not ranked:
        return None
    slips, best = ranked[0]
    if slips > most or min(len(word), len(best)) < _SHORTEST or word[0] != best[0]:
        return None
    rivals = [one for one_slips, one in ranked[1:] if one_slips <= slips + 1]
    return None if rivals else best


def distance(one: str, other: str, most: int) -> int:
    """Count the slips between two words: a letter more, less or wrong, or two swapped.

    Whatever is above `most` is `most` + 1.
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for number, letter in enumerate(one, 1):
        above, row, before = row, [number], row if number == 1 else before
        for column, beside in enumerate(other, 1):
            cost = min(above[column] + 1, row[-1] + 1, above[column - 1] + (letter != beside))
            swapped = column > 1 and letter == other[column - 2] and one[number - 2] == beside
            if swapped and number > 1:
                cost = min(cost, before[column - 2] + 1)
            row.append(cost)
        before = above
    return min(row[-1], most + 1)
