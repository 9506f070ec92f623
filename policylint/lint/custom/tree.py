"""What a compiled expression consists of, read from the form that CEL itself publishes.

A library gives a compiled expression as a protocol buffer (`cel.expr.CheckedExpr`), whose field
numbers are fixed by the specification of CEL (cel/expr/syntax.proto, checked.proto).
"""

from collections.abc import Iterator
from typing import Literal

from policylint.model.record import Record

Kind = Literal["value", "name", "field", "call", "list", "map", "loop"]

_VARINT, _FIXED64, _BYTES, _FIXED32 = 0, 1, 2, 5
_KINDS: dict[int, Kind] = {
    3: "value",
    4: "name",
    5: "field",
    6: "call",
    7: "list",
    8: "map",
    9: "loop",
}
_CHECKED, _EXPR, _SOURCE, _POSITIONS = 2, 4, 5, 4
_ID = 2
# The field of the word, and those of the parts in the order in which a Node gives them.
_LAYOUT: dict[Kind, tuple[int | None, tuple[int, ...]]] = {
    "value": (6, ()),
    "name": (1, ()),
    "field": (2, (1,)),
    "call": (2, (1, 3)),
    "list": (None, (1,)),
    "map": (None, (2,)),
    "loop": (1, (2, 4, 5, 6, 7)),
}
_ENTRY = frozenset({3, 4})


class Node(Record):
    """One part of an expression.

    `word` is the name, the field, the function, the variable of a loop or the literal text.
    `parts` are what it is made of: the operand of a field; the target and arguments of a call;
    the range of a loop, its start, its condition, its step and its result. `offset` counts
    characters from the start of the expression.
    """

    kind: Kind
    word: str | None = None
    parts: tuple["Node", ...] = ()
    offset: int = 0

    def walk(self) -> Iterator["Node"]:
        """Give this part and all below it."""
        yield self
        for part in self.parts:
            yield from part.walk()


def read_tree(compiled: bytes) -> Node:
    """Read a serialized expression."""
    checked = _last(compiled, _CHECKED)
    offsets: dict[int, int] = {}
    for number, item in _fields(_last(checked, _SOURCE)):
        if number == _POSITIONS and isinstance(item, bytes):
            entry = dict(_fields(item))
            offsets[_number(entry.get(1))] = _number(entry.get(2))
    return _node(_last(checked, _EXPR), offsets)


def _node(data: bytes, offsets: dict[int, int]) -> Node:
    offset = 0
    for number, item in _fields(data):
        if number == _ID:
            offset = offsets.get(_number(item), 0)
        elif number in _KINDS and isinstance(item, bytes):
            kind = _KINDS[number]
            word, below = _parts(kind, item)
            parts = tuple(_node(one, offsets) for one in below)
            return Node(kind=kind, word=word, parts=parts, offset=offset)
    return Node(kind="value", offset=offset)


def _parts(kind: Kind, data: bytes) -> tuple[str | None, list[bytes]]:
    """Tell the word of a part, and what is below it."""
    named, below = _LAYOUT[kind]
    items = [(number, item) for number, item in _fields(data) if isinstance(item, bytes)]
    word = next((item.decode() for number, item in items if number == named), None)
    parts = [item for wanted in below for number, item in items if number == wanted]
    if kind == "map":
        parts = [
            item
            for entry in parts
            for number, item in _fields(entry)
            if number in _ENTRY and isinstance(item, bytes)
        ]
    return word, parts


def _last(data: bytes, wanted: int) -> bytes:
    found = b""
    for number, item in _fields(data):
        if number == wanted and isinstance(item, bytes):
            found = item
    return found


def _number(item: int | bytes | None) -> int:
    return item if isinstance(item, int) else 0


def _fields(data: bytes) -> Iterator[tuple[int, int | bytes]]:
    at = 0
    while at < len(data):
        tag, at = _varint(data, at)
        number, wire = tag >> 3, tag & 7
        if wire == _VARINT:
            value, at = _varint(data, at)
            yield number, value
        elif wire == _BYTES:
            length, at = _varint(data, at)
            yield number, data[at : at + length]
            at += length
        else:
            at += {_FIXED64: 8, _FIXED32: 4}[wire]


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = data[at]
        value |= (byte & 0x7F) << shift
        at, shift = at + 1, shift + 7
        if byte < 0x80:  # noqa: PLR2004 - the last byte of a number has its high bit clear
            return value, at
