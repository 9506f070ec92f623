"""The data of a JSON or YAML file as nodes."""

from policylint.exchange.node import Node
from policylint.exchange.source import Source
from policylint.exchange.unreadable import UnreadableError

_BEGIN = 400  # characters in which a YAML mapping or list shows itself


def tree(source: Source) -> Node | None:
    """Give the one value that a file is; None for a program, a table or a broken file."""
    if source.text.lstrip("\ufeff \t\r\n")[:1] in ("{", "["):
        return source.data
    begin = source.text[:_BEGIN]
    return source.yaml if ":" in begin or "- " in begin else None


def root_of(source: Source) -> Node:
    """Read a file that must be data. Raises UnreadableError where it is none."""
    root = tree(source)
    if root is None:
        raise source.flaw or UnreadableError(0, "neither a JSON value nor a YAML mapping or list")
    return root
