"""Anchors and aliases, and the budget that keeps a small file from meaning a huge one."""

from policylint.source.document import Flaw
from policylint.source.fault import FaultError, Flaws, quote
from policylint.source.lexis import word_end
from policylint.source.pointer import Span

MAX_ALIAS_NODES = 100_000
"""Keys and values that aliases may add to those written in the file."""

_AFTER_NAME = ("", " ", "\t", "\r", "\n", ",", "]", "}")


class Anchored:
    """A node that aliases may repeat; while it is open, its end has not been read."""

    __slots__ = ("entries", "open", "place", "size", "source", "value")

    def __init__(self, place: Span, source: str | None) -> None:
        self.place = place
        self.source = source
        self.value: object = None
        self.entries = 0
        self.size = 1
        self.open = True

    def close(self, value: object, entries: int = 0, size: int = 1) -> None:
        """Record the finished node: its value, its place in the index, its number of nodes."""
        self.value = value
        self.entries = entries
        self.size = size
        self.open = False


class Anchors:
    """The anchors of a document in the order of reading."""

    __slots__ = ("_added", "_by_name", "_flaws", "_text")

    def __init__(self, text: str, flaws: Flaws) -> None:
        self._text = text
        self._flaws = flaws
        self._by_name: dict[str, Anchored] = {}
        self._added = 0

    def define(self, name: str, start: int, source: str | None = None) -> Anchored:
        """Open an anchor whose `&` follows an offset; a second of that name takes its place."""
        at = self._text.index(f"&{name}", start)
        place = Span(at, at + 1 + len(name))
        self._check_end(place)
        first = self._by_name.get(name)
        if first is not None:
            self._flaws.add(
                Flaw(
                    "duplicate-anchor-or-merge",
                    place,
                    f"the anchor {quote('&' + name)} is defined twice; later aliases mean this one",
                    ((first.place, "it is first defined here"),),
                )
            )
        anchored = self._by_name[name] = Anchored(place, source)
        return anchored

    def _check_end(self, place: Span) -> None:
        """Raise if the name goes on: YAML 1.2 lets it hold a ':', the parser makes that a key."""
        if self._text[place.end : place.end + 1] not in _AFTER_NAME:
            end = word_end(self._text, place.end)
            written = quote(self._text[place.start : end])
            message = f"the anchor {written} holds more than letters, digits, '-' and '_'"
            raise FaultError(place.start, end, message)

    def follow(self, name: str, start: int, end: int) -> Anchored:
        """Return what an alias repeats, and charge it to the budget."""
        anchored = self._by_name.get(name)
        if anchored is None:
            message = (
                f"the alias {quote('*' + name)} has no anchor;"
                " a text that begins with '*' needs quotes"
            )
            raise FaultError(start, end, message)
        if anchored.open:
            raise FaultError(
                start,
                end,
                f"the alias {quote('*' + name)} stands inside its own anchor, which has no end",
                (anchored.place, "the anchor is defined here"),
            )
        self._added += anchored.size
        if self._added > MAX_ALIAS_NODES:
            raise FaultError(
                start,
                end,
                f"aliases add more than {MAX_ALIAS_NODES:,} nodes; write them less often",
            )
        return anchored
