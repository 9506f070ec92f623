"""What is wrong with a text: flaws to read on with, and the fault that ends the reading."""

from policylint.source.document import Flaw
from policylint.source.pointer import Span

MAX_FLAWS = 10_000
"""Flaws that a document lists; a hostile one must not fill the memory with them."""

_QUOTED = 60


def quote(text: str) -> str:
    """Put the user's words in quotes for a message, the first 60 code points of them."""
    return f"'{text}'" if len(text) <= _QUOTED else f"'{text[:_QUOTED]}…'"


class FaultError(Exception):
    """The text cannot be read on; caught in `load`, never seen outside `source`."""

    def __init__(self, start: int, end: int, message: str, *related: tuple[Span, str]) -> None:
        super().__init__(message)
        self.flaw = Flaw("syntax-error", Span(start, end), message, related)


class Flaws:
    """The flaws found so far."""

    __slots__ = ("_found",)

    def __init__(self) -> None:
        self._found: list[Flaw] = []

    def full(self) -> bool:
        """Say whether further flaws would be left out."""
        return len(self._found) >= MAX_FLAWS

    def add(self, flaw: Flaw) -> None:
        """List a flaw while there is room."""
        if not self.full():
            self._found.append(flaw)

    def in_order(self) -> tuple[Flaw, ...]:
        """Return the flaws as they stand in the text."""
        return tuple(sorted(self._found, key=lambda flaw: flaw.span))
