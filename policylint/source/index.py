"""Where each key and value stands: one flat array of offsets beside the plain data."""

from array import array
from typing import NamedTuple

from policylint.source.pointer import Span

ITEM = 3
"""Offsets of a sequence's item: start and end of the value, and where its entries lie."""

ENTRY = 5
"""Offsets of a mapping's entry: start and end of the key, then as an item."""

_SCANNED = 16  # a mapping of more keys gets a table from key to number


class Place(NamedTuple):
    """A value, the spans of its key and itself, and where its own entries lie in the index."""

    data: object
    value: Span
    entries: int
    key: Span | None = None


class Index:
    """The offsets of a document's entries, in the order of the data.

    The entries of a container lie one after the other, so that the data's own order finds
    them: no container needs to be remembered by name or identity.
    """

    __slots__ = ("_numbers", "_positions", "_root", "_text")

    def __init__(self, text: str, positions: "array[int]", root: int) -> None:
        self._text = text
        self._positions = positions
        self._root = root
        self._numbers: dict[int, dict[str, int]] = {}

    def __len__(self) -> int:
        return len(self._positions)

    def root(self, data: object) -> Place:
        """Return the place of the whole document."""
        start, end, entries = self._positions[self._root : self._root + ITEM]
        return Place(data, Span(start, end), entries)

    def below(self, place: Place, step: str | int) -> Place | None:
        """Return the place one step down, nothing if the data ends here."""
        match place.data, step:
            case dict() as mapping, str() if step in mapping:
                number = self._number(mapping, step, place.entries)
                return self._entry(mapping[step], place.entries + number * ENTRY)
            case list() as sequence, int() if 0 <= step < len(sequence):
                at = place.entries + step * ITEM
                start, end, entries = self._positions[at : at + ITEM]
                return Place(sequence[step], Span(start, end), entries)
        return None

    def _entry(self, data: object, at: int) -> Place:
        key_start, key_end, start, end, entries = self._positions[at : at + ENTRY]
        return Place(data, Span(start, end), entries, Span(key_start, key_end))

    def _number(self, mapping: dict[str, object], key: str, entries: int) -> int:
        if len(mapping) <= _SCANNED:
            return list(mapping).index(key)
        numbers = self._numbers.get(entries)
        if numbers is None:
            numbers = {name: number for number, name in enumerate(mapping)}
            self._numbers[entries] = numbers
        return numbers[key]

    def shown(self, place: Place) -> Span:
        """Return the span of a value, or of its first key if it fills many lines."""
        return place.value if self._brief(place) else self.grip(place)

    def grip(self, place: Place) -> Span:
        """Return the span of a container's first key, the place to show it at."""
        while place.data and not self.shared(place):
            match place.data:
                case dict() as mapping:
                    return self._first_key(mapping, place)
                case list() if not self._brief(place) and (first := self.below(place, 0)):
                    place = first
                case _:
                    break
        return place.value

    def shared(self, place: Place) -> bool:
        """Say whether an alias stands here; no other value begins with a star."""
        return self._text.startswith("*", place.value.start)

    def _first_key(self, mapping: dict[str, object], place: Place) -> Span:
        key = self._entry(mapping, place.entries).key
        if key is not None and place.value.start <= key.start <= place.value.end:
            return key
        # every key is merged from elsewhere, so that the merge itself is the first
        start = self._text.index("<<", place.value.start)
        return Span(start, start + 2)

    def _brief(self, place: Place) -> bool:
        """Say whether brackets open and close on one line here."""
        start, end = place.value
        if self._text[start : start + 1] not in ("{", "["):
            return False
        return all(self._text.find(mark, start, end) < 0 for mark in "\r\n")
