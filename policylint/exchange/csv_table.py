"""The table of a CSV file: `,` `;` tab or `|` between cells, quoted line breaks, a title above."""

import csv
from collections.abc import Callable, Iterator, Sequence
from io import StringIO

from policylint.errors import InputError
from policylint.exchange.node import Node
from policylint.exchange.source import Source
from policylint.exchange.table import (
    MOST_COLUMNS,
    MOST_ROWS,
    Row,
    Table,
    too_many_columns,
    too_many_rows,
)
from policylint.exchange.write.cells import unguarded
from policylint.source.pointer import Span

DELIMITERS = ",;\t|"
_HEADER_WITHIN = 20
"""Lines in which a header is looked for; some programs write a title first."""
_LONGEST_LINE = 100_000


def read_csv_table(source: Source, score: Callable[[Sequence[str]], int]) -> Table | None:
    """Read the table; `score` tells how many cells of a row name a column. None without a header.

    Raises InputError for a file with too many rows or cells, or with an endless cell.
    """
    found = _header(source, score)
    if found is None:
        return None
    delimiter, header = found
    rows = []
    top: Row | None = None
    for number, row in enumerate(_records(source, delimiter)):
        if number > MOST_ROWS:
            raise too_many_rows(source.path)
        if number == header:
            top = row
        elif number > header and any(cell.text for cell in row.cells):
            rows.append(row)
    return None if top is None else Table(header=top, rows=rows)


def _header(source: Source, score: Callable[[Sequence[str]], int]) -> tuple[str, int] | None:
    """Find the delimiter that makes the best header, and the record that is it."""
    best, found = 0, None
    for delimiter in DELIMITERS:
        for number, texts in enumerate(_first_records(source.text, delimiter)):
            recognised = score(texts) if len(texts) <= MOST_COLUMNS else 0
            points = recognised * MOST_COLUMNS + len(texts)
            if recognised and points > best:
                best, found = points, (delimiter, number)
    return found


def _first_records(text: str, delimiter: str) -> Iterator[list[str]]:
    lines = StringIO(text[: _HEADER_WITHIN * _LONGEST_LINE], newline="")
    reader = csv.reader((line[:_LONGEST_LINE] for line in lines), delimiter=delimiter)
    for _ in range(_HEADER_WITHIN):
        try:
            record = next(reader, None)
        except csv.Error:
            return
        if record is None:
            return
        yield [_plain(cell) for cell in record]


def _records(source: Source, delimiter: str) -> Iterator[Row]:
    lines = _Lines(source.text)
    reader = csv.reader(lines, delimiter=delimiter)
    while True:
        start = lines.offset
        try:
            record = next(reader, None)
        except csv.Error as error:
            line = source.position(start).line
            raise InputError(
                f"{source.path} line {line}: {error}", "is a quote opened there and never closed?"
            ) from None
        if record is None:
            return
        if len(record) > MOST_COLUMNS:
            raise too_many_columns(source.path, source.position(start).line)
        span = Span(start, lines.offset)
        yield Row([Node(value=_plain(cell), span=span) for cell in record], span)


class _Lines:
    """The lines of a text as the csv module wants them, counting how far it has read."""

    def __init__(self, text: str) -> None:
        self._lines = StringIO(text, newline="")
        self.offset = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self.offset += len(line)
        return line


def _plain(cell: str) -> str:
    """Take off what keeps a spreadsheet from taking a cell for a formula."""
    cell = cell.strip().removeprefix("\ufeff")
    if cell.startswith('="') and cell.endswith('"'):
        return cell[2:-1]
    return unguarded(cell)
