"""YAML files as nodes, each value with its place."""

from policylint.exchange.node import Node, Value
from policylint.exchange.unreadable import UnreadableError
from policylint.source.document import Document
from policylint.source.load import load
from policylint.source.pointer import Pointer, Span

MAX_NODES = 200_000
"""Values in one file, with those that aliases repeat."""


def read_yaml(path: str, text: str) -> Node | None:
    """Read a text as YAML; None where it holds no mapping and no list.

    Raises UnreadableError where it is no YAML, or too large.
    """
    document = load(path, text.encode("utf-8", "replace"))
    if not isinstance(document.data, dict | list):
        flaw = next(iter(document.flaws), None)
        if flaw is None:
            return None
        raise UnreadableError(flaw.span.start, flaw.message)
    return _Reader(document).read((), document.data)


class _Reader:
    def __init__(self, document: Document) -> None:
        self._document = document
        self._nodes = 0

    def read(self, pointer: Pointer, data: object) -> Node:
        self._nodes += 1
        place = self._document.find(pointer)
        span = place.value if place is not None else Span(0, 0)
        if self._nodes > MAX_NODES:
            message = f"the file is too large; expected at most {MAX_NODES:,} values"
            raise UnreadableError(span.start, message)
        return Node(value=self._value(pointer, data), span=span, pointer=pointer)

    def _value(self, pointer: Pointer, data: object) -> Value:
        match data:
            case dict():
                return {key: self.read((*pointer, key), below) for key, below in data.items()}
            case list():
                return [self.read((*pointer, at), below) for at, below in enumerate(data)]
            case str() | bool() | int() | float() | None:
                return data
        return str(data)
