"""The data of a JSON or YAML file as nodes.

Text is text here: the marks by which JSON stands for JavaScript (`/…/` for an expression) would
take a path for one.
"""

from functools import lru_cache

from policylint.exchange.javascript.script import Script
from policylint.exchange.node import Node
from policylint.exchange.source import Source
from policylint.exchange.unreadable import UnreadableError

_BEGIN = 400  # characters in which a YAML mapping or list shows itself


@lru_cache(maxsize=8)
def tree(source: Source) -> Node | None:
    """Read the whole file; several importers ask in turn, and it is read once."""
    if source.text.lstrip("\ufeff \t\r\n")[:1] in ("{", "["):
        try:
            return Script(source.text).whole()
        except UnreadableError as flaw:
            source.flaw = flaw
            return None
    begin = source.text[:_BEGIN]
    return source.yaml if ":" in begin or "- " in begin else None


def root_of(source: Source) -> Node:
    """Read a file that must be data. Raises UnreadableError where it is none."""
    root = tree(source)
    if root is None:
        raise source.flaw or UnreadableError(0, "neither a JSON value nor a YAML mapping or list")
    return root
