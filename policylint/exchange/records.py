"""Records of a JSON file as rows of a table, whose columns are the fields of the inventory."""

from collections.abc import Iterable, Mapping

from policylint.exchange.columns import Columns
from policylint.exchange.node import Node
from policylint.exchange.table import Row
from policylint.source.pointer import Span

_NOWHERE = Span(0, 0)


def columns_of_fields(fields: Iterable[str]) -> Columns:
    """Make the columns of records that were already told apart by field."""
    return Columns([Node(value=field, span=_NOWHERE) for field in fields])


def row_of(record: Node, columns: Columns, fields: Mapping[str, Node | None]) -> Row:
    """Make a row of a record; numbers and truth values become the words that they are."""
    empty = Node(value="", span=record.span)
    cells = [_worded(fields.get(name) or empty) for name in columns.header]
    return Row(cells, record.span)


def _worded(node: Node) -> Node:
    value = node.value
    if isinstance(value, str):
        return node
    if isinstance(value, bool):
        return node.changed(value=str(value).lower())
    if isinstance(value, int | float):
        return node.changed(value=str(value))
    return node.changed(value="")
