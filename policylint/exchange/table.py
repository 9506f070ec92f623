"""A table of a foreign file: cells with their places, and the headings above it."""

from collections.abc import Sequence
from typing import NamedTuple

from policylint.errors import InputError
from policylint.exchange.node import Node
from policylint.model.record import Record
from policylint.source.pointer import Span

MOST_ROWS = 50_000
"""Rows of all tables of a file."""
MOST_COLUMNS = 200
MOST_CELLS = 2_000_000
"""Cells of all tables of a file; a row that reaches down counts each time."""


class Row(NamedTuple):
    """A row; `heading` is that of the group of rows it stands in."""

    cells: Sequence[Node]
    span: Span
    heading: str = ""

    def cell(self, column: int) -> Node:
        """Give the cell of a column; an empty one where the row ends before."""
        if column < len(self.cells):
            return self.cells[column]
        return Node(value="", span=self.span)


class Table(Record):
    """The header, the rows, and the headings above, the outermost first."""

    header: Row
    rows: Sequence[Row]
    headings: Sequence[str] = ()


def text_of(cell: Node) -> str:
    """Give the text of a cell, without blanks around it."""
    return (cell.text or "").strip()


def too_many_rows(path: str) -> InputError:
    """Make the error of a file with more rows than are read."""
    return InputError(
        f"{path} has more than {MOST_ROWS:,} rows or {MOST_CELLS:,} cells; expected at most so many"
    )


def too_many_columns(path: str, line: int) -> InputError:
    """Make the error of a row with more cells than are read."""
    return InputError(
        f"{path} line {line}: a row has more than {MOST_COLUMNS} cells; expected at most so many"
    )
