"""The outcomes of many files in little room: files that fared alike share their rows."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from operator import attrgetter
from typing import Any, overload

from policylint.lint.finding import Outcome

FIELDS = tuple(name for name in Outcome.__annotations__ if name != "path")

_row = attrgetter(*FIELDS)

Row = tuple[Any, ...]
"""An outcome without its path: a value for each of FIELDS."""
Rows = tuple[Row, ...]


def rows_of(outcomes: Iterable[Outcome]) -> Rows:
    """Keep of outcomes what does not depend on their file."""
    return tuple(map(_row, outcomes))


def told(row: Row, path: str) -> Outcome:
    """Say of a file what a row says."""
    values = dict(zip(FIELDS, row, strict=True))
    return Outcome.build({**values, "path": path})


class Outcomes(Sequence[Outcome]):
    """The outcomes of a run in the order of its files; each is made when it is asked for."""

    def __init__(self, tables: Iterable[tuple[str, Rows]]) -> None:
        known: dict[Rows, Rows] = {}
        self._tables = [(path, known.setdefault(rows, rows)) for path, rows in tables]

    def __iter__(self) -> Iterator[Outcome]:
        return (told(row, path) for path, rows in self._tables for row in rows)

    def __len__(self) -> int:
        return sum(len(rows) for _, rows in self._tables)

    @overload
    def __getitem__(self, index: int) -> Outcome: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Outcome]: ...
    def __getitem__(self, index: int | slice) -> Outcome | Sequence[Outcome]:
        """Give one outcome, or some of them."""
        if isinstance(index, slice):
            return list(self)[index]
        place = index + len(self) if index < 0 else index
        found = next(islice(self, place, None), None) if place >= 0 else None
        if found is None:
            raise IndexError(index)
        return found

    def repeats(self) -> Iterator[tuple[Outcome, int]]:
        """Give each outcome that several files share once, with the number of files.

        It has the path of the first of them.
        """
        counts: dict[int, int] = {}
        first: dict[int, tuple[str, Rows]] = {}
        for path, rows in self._tables:
            counts[id(rows)] = counts.get(id(rows), 0) + 1
            first.setdefault(id(rows), (path, rows))
        for key, (path, rows) in first.items():
            yield from ((told(row, path), counts[key]) for row in rows)


def repeated(outcomes: Iterable[Outcome]) -> Iterable[tuple[Outcome, int]]:
    """Give outcomes with how often each is there, those that are alike together if they can be."""
    return outcomes.repeats() if isinstance(outcomes, Outcomes) else ((one, 1) for one in outcomes)


def names_of(rows: Rows) -> Mapping[str, str]:
    """Tell the outcome of each rule by its code."""
    code, name = FIELDS.index("code"), FIELDS.index("outcome")
    return {row[code]: row[name] for row in rows}
