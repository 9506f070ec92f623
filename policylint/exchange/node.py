"""Data of a foreign file, each value with its place in the text."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Union

from policylint.model.record import Record
from policylint.source.pointer import Pointer, Span


class Unread(Record):
    """An expression that cannot be read without running it, as it stands in the file."""

    text: str


class Pattern(Record):
    """A regular expression literal."""

    source: str
    flags: str = ""


Scalar = Union[str, int, float, bool, None, Unread, Pattern]  # noqa: UP007 - read at run time
Value = Union[Scalar, Sequence["Node"], Mapping[str, "Node"]]  # noqa: UP007 - as above


class Node(Record):
    """A value with its place; of equal keys a mapping holds the last, as a program would."""

    value: Value
    span: Span
    pointer: Pointer = ()

    @property
    def text(self) -> str | None:
        """Give the value if it is text."""
        return self.value if isinstance(self.value, str) else None

    @property
    def is_unread(self) -> bool:
        """Tell whether the value is an expression that was not run."""
        return isinstance(self.value, Unread)

    def get(self, *keys: str | int) -> "Node | None":
        """Follow keys and indices down; None where the way ends."""
        node: Node | None = self
        for key in keys:
            value = node.value if node is not None else None
            node = None
            if isinstance(value, Mapping) and isinstance(key, str):
                node = value.get(key)
            elif isinstance(value, list | tuple) and isinstance(key, int) and key < len(value):
                node = value[key]
        return node

    def texts(self, *keys: str | int) -> str | None:
        """Give the text below some keys, None where there is none."""
        found = self.get(*keys)
        return found.text if found is not None else None

    def entries(self, *keys: str | int) -> Iterator["Node"]:
        """Give the items of a list below some keys; nothing where there is no list."""
        found = self.get(*keys)
        if found is not None and isinstance(found.value, list | tuple):
            yield from found.value

    def pairs(self, *keys: str | int) -> Iterator[tuple[str, "Node"]]:
        """Give the pairs of a mapping below some keys; nothing where there is none."""
        found = self.get(*keys)
        if found is not None and isinstance(found.value, Mapping):
            yield from found.value.items()
