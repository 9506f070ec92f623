"""Routes into a document, and places in its text."""

from typing import NamedTuple

Pointer = tuple[str | int, ...]
"""A route of keys and indices from the root of a document; `()` is the root."""


class Span(NamedTuple):
    """Offsets into the decoded text, in code points; `end` is exclusive."""

    start: int
    end: int


class Position(NamedTuple):
    """A line and a column, both from 1; columns count code points."""

    line: int
    column: int


def render_pointer(pointer: Pointer) -> str:
    """Write a pointer as RFC 6901 does: `/cookies/1/lifetime`, `~` and `/` escaped."""
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in pointer)
