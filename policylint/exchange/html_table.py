"""The tables of a web page, with the headings above each; nested tables stand on their own."""

from collections.abc import Sequence

from policylint.errors import InputError
from policylint.exchange.markup import Tag, markup
from policylint.exchange.node import Node
from policylint.exchange.source import Source
from policylint.exchange.table import (
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_ROWS,
    Row,
    Table,
    too_many_columns,
    too_many_rows,
)
from policylint.source.pointer import Span

_MOST_TABLES_INSIDE = 20
_LONGEST_HEADING = 300
_LEVELS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6, "summary": 7, "legend": 7}
_LOWEST = 7
_COOKIEBOT = "CookieDeclarationTypeHeader"
"""The class of its headings, which are paragraphs."""
_LINE_TAGS = frozenset({"br", "p", "li", "div", "tr", "ul", "ol", "dd", "dt"})
_CELLS = frozenset({"td", "th"})


def read_html_tables(source: Source) -> Sequence[Table]:
    """Read every table.

    Raises InputError for too many rows, cells or tables in tables.
    """
    reader = _Reader(source)
    for piece in markup(source.text):
        if not isinstance(piece, Tag):
            reader.add_words(piece.text)
        elif piece.closes:
            reader.end(piece)
        else:
            reader.begin(piece)
    reader.finish()
    return reader.tables


class _OpenCell:
    """A cell that is being read."""

    def __init__(self, start: int, wide: int, high: int, *, is_header: bool) -> None:
        self.start = start
        self.wide = wide
        self.high = high
        self.is_header = is_header
        self.words: list[str] = []


class _OpenTable:
    """A table that is being read; `waiting` holds cells that reach down into further rows."""

    def __init__(self, headings: Sequence[str]) -> None:
        self.headings = headings
        self.rows: list[tuple[Row, bool]] = []
        self.row: list[Node] | None = None
        self.cell: _OpenCell | None = None
        self.caption: list[str] | None = None
        self.waiting: dict[int, tuple[int, Node]] = {}
        self.header_cells = 0
        self.start = 0


class _Reader:
    """Collect tables from the tags and the words of a page."""

    def __init__(self, source: Source) -> None:
        self.tables: list[Table] = []
        self._source = source
        self._open: list[_OpenTable] = []
        self._headings: list[tuple[int, str]] = []
        self._heading: tuple[int, list[str], str] | None = None
        self._rows = 0
        self._cells = 0
        self._at = 0

    def begin(self, tag: Tag) -> None:
        """Begin a table, a row, a cell or a heading."""
        self._at = tag.start
        if tag.name == "table":
            self._begin_table()
        elif tag.name in _LEVELS and not self._in_cell():
            self._heading = (_LEVELS[tag.name], [], tag.name)
        elif _COOKIEBOT in tag.attributes:
            self._heading = (_LOWEST, [], tag.name)
        elif self._open:
            self._begin_part(tag)

    def end(self, tag: Tag) -> None:
        """End a table, a row, a cell or a heading."""
        self._at = tag.end
        if self._heading is not None and tag.name == self._heading[2]:
            self._end_heading()
        elif self._open and tag.name == "table":
            self._end_table()
        elif self._open and tag.name == "tr":
            self._end_row(self._open[-1])
        elif self._open and tag.name in _CELLS:
            self._end_cell(self._open[-1])
        elif self._open and tag.name == "caption":
            self._end_caption(self._open[-1])

    def add_words(self, words: str) -> None:
        """Add words to the cell or the heading that is open."""
        if self._heading is not None:
            self._heading[1].append(words)
        elif self._open:
            table = self._open[-1]
            if table.caption is not None:
                table.caption.append(words)
            elif table.cell is not None:
                table.cell.words.append(words.replace("\n", " "))

    def finish(self) -> None:
        """End what the page left open."""
        while self._open:
            self._end_table()

    def _in_cell(self) -> bool:
        return bool(self._open) and self._open[-1].cell is not None

    def _begin_table(self) -> None:
        if len(self._open) >= _MOST_TABLES_INSIDE:
            line = self._source.position(self._at).line
            raise InputError(
                f"{self._source.path} line {line}: tables stand inside each other more than"
                f" {_MOST_TABLES_INSIDE} deep; expected fewer"
            )
        table = _OpenTable([text for _, text in self._headings])
        table.start = self._at
        self._open.append(table)

    def _begin_part(self, tag: Tag) -> None:
        table = self._open[-1]
        if tag.name == "tr":
            self._end_row(table)
            self._begin_row(table)
        elif tag.name in _CELLS:
            self._end_cell(table)
            if table.row is None:
                self._begin_row(table)
            wide = _count(tag.attribute("colspan"), MOST_COLUMNS)
            high = _count(tag.attribute("rowspan"), MOST_ROWS)
            table.cell = _OpenCell(self._at, wide, high, is_header=tag.name == "th")
        elif tag.name == "caption":
            table.caption = []
        elif tag.name in _LINE_TAGS and table.cell is not None:
            table.cell.words.append("\n")

    def _begin_row(self, table: _OpenTable) -> None:
        table.row = []
        table.header_cells = 0
        table.start = self._at

    def _end_cell(self, table: _OpenTable) -> None:
        cell, table.cell = table.cell, None
        if cell is None or table.row is None:
            return
        self._fill(table)
        node = Node(value=_closed("".join(cell.words)), span=Span(cell.start, self._at))
        for _ in range(cell.wide):
            if len(table.row) >= MOST_COLUMNS:
                raise too_many_columns(self._source.path, self._source.position(self._at).line)
            if cell.high > 1:
                table.waiting[len(table.row)] = (cell.high, node)
            table.row.append(node)
        table.header_cells += cell.is_header

    def _fill(self, table: _OpenTable) -> None:
        """Put in the cells that reach down from rows above."""
        row = table.row
        while row is not None and len(row) in table.waiting:
            row.append(table.waiting[len(row)][1])

    def _end_row(self, table: _OpenTable) -> None:
        self._end_cell(table)
        row, table.row = table.row, None
        if row is None:
            return
        table.row = row
        self._fill(table)
        table.row = None
        self._rows += 1
        self._cells += len(row)
        if self._rows > MOST_ROWS or self._cells > MOST_CELLS:
            raise too_many_rows(self._source.path)
        table.waiting = {
            column: (high - 1, node) for column, (high, node) in table.waiting.items() if high > 1
        }
        is_header = bool(row) and table.header_cells >= max(len({id(cell) for cell in row}), 1)
        table.rows.append((Row(row, Span(table.start, self._at)), is_header))

    def _end_caption(self, table: _OpenTable) -> None:
        words = _closed("".join(table.caption or ()))
        table.caption = None
        if words:
            table.headings = [*table.headings, words[:_LONGEST_HEADING]]

    def _end_heading(self) -> None:
        level, words, _ = self._heading or (0, [], "")
        self._heading = None
        while self._headings and self._headings[-1][0] >= level:
            self._headings.pop()
        self._headings.append((level, _closed("".join(words))[:_LONGEST_HEADING]))

    def _end_table(self) -> None:
        table = self._open[-1]
        self._end_row(table)
        self._open.pop()
        rows = [row for row, _ in table.rows]
        first = next((n for n, (_, is_header) in enumerate(table.rows) if is_header), 0)
        if rows:
            body = rows[first + 1 :]
            self.tables.append(Table(header=rows[first], rows=body, headings=table.headings))


def _count(text: str | None, most: int) -> int:
    if text is None or not text.strip().isascii() or not text.strip().isdigit():
        return 1
    return min(max(int(text.strip()[:6]), 1), most)


def _closed(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)
