"""A second reader, slow and plain: ruamel.yaml's own events, composed by the letter of YAML 1.2.

It shares nothing with `policylint.source`, so that the two can be compared. What the inventory's
format refuses is not refused here: it is noted, and the comparison asks for the refusal.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from ruamel.yaml import YAML
from ruamel.yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)
from ruamel.yaml.scanner import Scanner
from ruamel.yaml.tokens import ScalarToken

NODES = (ScalarEvent, AliasEvent, MappingStartEvent, SequenceStartEvent)

Pointer = tuple[str | int, ...]

MOST_DEPTH = 64
MOST_DIGITS = 4_000
MOST_ALIASED = 100_000
PREFIX = "tag:yaml.org,2002:"
SCALARS = {"str": str, "int": int, "float": float, "bool": bool, "null": type(None)}
COLLECTIONS = {MappingStartEvent: "map", SequenceStartEvent: "seq"}

# YAML 1.2.2, 10.3.2, in its order; .inf and .nan are texts here, since JSON lacks them
NULL = re.compile("null|Null|NULL|~|")
BOOL = re.compile("true|True|TRUE|false|False|FALSE")
DECIMAL = re.compile("[-+]?[0-9]+")
OCTAL = re.compile("0o[0-7]+")
HEXADECIMAL = re.compile("0x[0-9a-fA-F]+")
FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")


class Leaf(NamedTuple):
    """Where a scalar or an alias stands, as its value or as a key."""

    pointer: Pointer
    start: int
    end: int
    style: str | None
    key: bool = False


class Composed(NamedTuple):
    """The data of the first document, the places of its scalars, and what was remarkable."""

    data: Any
    leaves: list[Leaf]
    notes: set[str]


class Remembering(Scanner):
    """Remembers where the last scalar began: an event begins at its anchor."""

    last = 0

    def get_token(self) -> Any:
        token = super().get_token()
        if isinstance(token, ScalarToken):
            self.last = token.start_mark.index
        return token


class Anchored(NamedTuple):
    """What an alias repeats: the value, its text if it is a scalar, and its number of nodes."""

    value: Any
    source: str | None
    size: int


class Reference:
    """Composes the events of one text."""

    def __init__(self, text: str) -> None:
        self._yaml = YAML(typ="safe", pure=True)
        self._yaml.Scanner = Remembering
        self._events: Iterator[Any] = map(joined, self._yaml.parse(text))
        self._anchors: dict[str, Anchored | None] = {}
        self._leaves: list[Leaf] = []
        self._notes: set[str] = set()
        self._aliased = 0

    def compose(self) -> Composed:
        """Read the first document, and note whether others follow."""
        data: Any = None
        empty = True
        for event in self._events:
            if isinstance(event, DocumentStartEvent):
                self._note_directives(event)
            elif isinstance(event, DocumentEndEvent):
                break
            elif isinstance(event, NODES):
                empty = isinstance(event, ScalarEvent) and not (event.value or event.style)
                data = self._node(event, (), 1)[0]
        else:
            self._notes.add("no document")
        if empty:
            self._notes.add("no document")
        if any(self._begins_document(event) for event in self._events):
            self._notes.add("a second document")
        return Composed(data, self._leaves, self._notes)

    def _begins_document(self, event: Any) -> bool:
        """Tell whether another document begins; ruamel.yaml starts an empty one at a second '...'."""
        if isinstance(event, DocumentStartEvent):
            return bool(event.explicit)
        return isinstance(event, NODES) and (event.start_mark.index < event.end_mark.index)

    def _note_directives(self, event: Any) -> None:
        if event.version not in (None, (1, 2)):
            self._notes.add("another version")
        if event.tags:
            self._notes.add("a %TAG directive")

    def _node(self, event: Any, pointer: Pointer, depth: int) -> tuple[Any, int]:
        """Compose one node; return its value and its number of nodes."""
        if isinstance(event, AliasEvent):
            return self._alias(event, pointer)
        if isinstance(event, ScalarEvent):
            value, place = self._scalar(event, pointer)
            self._leaves.append(place)
            if event.anchor:
                self._anchors[event.anchor] = Anchored(value, event.value, 1)
            return value, 1
        if depth > MOST_DEPTH:
            self._notes.add("too deep")
        if event.anchor:
            self._anchors[event.anchor] = None
        if event.tag not in (None, "!", PREFIX + COLLECTIONS[type(event)]):
            self._notes.add("a tag that does not fit")
        fill = self._mapping if isinstance(event, MappingStartEvent) else self._sequence
        value, size = fill(pointer, depth)
        if event.anchor:
            self._anchors[event.anchor] = Anchored(value, None, size)
        return value, size

    def _alias(self, event: Any, pointer: Pointer) -> tuple[Any, int]:
        self._leaves.append(Leaf(pointer, event.start_mark.index, event.end_mark.index, "*"))
        if event.anchor not in self._anchors:
            self._notes.add("an alias without an anchor")
            return None, 1
        found = self._anchors[event.anchor]
        if found is None:
            self._notes.add("an alias inside its anchor")
            return None, 1
        self._aliased += found.size
        if self._aliased > MOST_ALIASED:
            self._notes.add("too many aliased nodes")
        return found.value, found.size

    def _scalar(self, event: Any, pointer: Pointer) -> tuple[Any, Leaf]:
        start, end = event.start_mark.index, event.end_mark.index
        written = event.value or event.style
        start = max(start, self._yaml.scanner.last) if written else end
        return self._typed(event), Leaf(pointer, start, end, event.style)

    def _typed(self, event: Any) -> Any:
        text, tag = event.value, event.tag
        if tag is None:
            return text if event.style else self._plain(text)
        if tag == "!":
            return text
        kind = SCALARS.get(tag.removeprefix(PREFIX)) if tag.startswith(PREFIX) else None
        value = text if kind is str else self._plain(text)
        if kind is float and type(value) is int:
            return float(value)
        if type(value) is not kind:
            self._notes.add("a tag that does not fit")
        return value

    def _plain(self, text: str) -> Any:
        if NULL.fullmatch(text):
            return None
        if BOOL.fullmatch(text):
            return text[0] in "tT"
        for pattern, radix in ((DECIMAL, 10), (OCTAL, 8), (HEXADECIMAL, 16)):
            if pattern.fullmatch(text):
                return self._integer(text, radix)
        if FLOAT.fullmatch(text) and abs(float(text)) != float("inf"):
            return float(text)
        return text

    def _integer(self, text: str, radix: int) -> int:
        digits = text[2:] if radix != 10 else text
        signs = digits[0] in "+-"
        if len(digits) - signs > MOST_DIGITS:
            self._notes.add("too many digits")
            return 0
        value = int(digits, radix)
        if abs(value) >= 10**MOST_DIGITS:
            self._notes.add("too many digits")
        return value

    def _sequence(self, pointer: Pointer, depth: int) -> tuple[list[Any], int]:
        values: list[Any] = []
        size = 1
        for event in self._events:
            if isinstance(event, SequenceEndEvent):
                break
            value, count = self._node(event, (*pointer, len(values)), depth + 1)
            values.append(value)
            size += count
        return values, size

    def _mapping(self, pointer: Pointer, depth: int) -> tuple[dict[str, Any], int]:
        values: dict[str, Any] = {}
        merged: list[Any] = []
        merges = size = 0
        for event in self._events:
            if isinstance(event, MappingEndEvent):
                break
            key, merging = self._key(event, pointer, values)
            before = len(self._leaves)
            value, count = self._node(next(self._events), (*pointer, key), depth + 1)
            size += count
            if merging and not merges:
                merges = 1
                merged = value if isinstance(value, list) else [value]
            if merging or key in values:
                # what is not kept has no place
                del self._leaves[before:]
                if merging and merges > 1:
                    self._notes.add("a repeated key")
                merges += merging
            else:
                values[key] = value
        self._merge(values, merged)
        return values, size + len(values) + 1

    def _key(self, event: Any, pointer: Pointer, values: dict[str, Any]) -> tuple[str, bool]:
        """Read a key as its text; say whether it is a merge."""
        if isinstance(event, AliasEvent):
            found = self._anchors.get(event.anchor)
            if found is None or found.source is None:
                self._notes.add("a key that is no text")
                return "", False
            self._aliased += found.size
            return found.source, False
        if not isinstance(event, ScalarEvent):
            self._notes.add("a key that is no text")
            self._node(event, pointer, 0)
            return "", False
        value, place = self._scalar(event, pointer)
        if event.anchor:
            self._anchors[event.anchor] = Anchored(value, event.value, 1)
        merging = event.value == "<<" and not event.style and event.tag is None
        if merging:
            return event.value, True
        if event.value in values:
            self._notes.add("a repeated key")
        else:
            at = (*pointer, event.value)
            self._leaves.append(Leaf(at, place.start, place.end, place.style, key=True))
        return event.value, False

    def _merge(self, values: dict[str, Any], merged: list[Any]) -> None:
        for source in merged:
            if not isinstance(source, dict):
                self._notes.add("a merge of what is no mapping")
                continue
            for key, value in source.items():
                values.setdefault(key, value)


def joined(event: Any) -> Any:
    """Join the halves of characters, as JSON does: ruamel.yaml takes each for a character."""
    if isinstance(event, ScalarEvent):
        units = event.value.encode("utf-16", "surrogatepass")
        event.value = units.decode("utf-16", "surrogatepass")
    return event


def compose(text: str) -> Composed:
    """Compose a text; raise ruamel's `YAMLError` where it is none."""
    return Reference(text).compose()
