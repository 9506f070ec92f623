"""The containers being read, from the document down to the place of reading."""

from array import array

from policylint.source.anchors import Anchored
from policylint.source.pointer import Span


class SequenceFrame:
    """A sequence whose end has not been read."""

    __slots__ = ("anchored", "data", "end", "entries", "nodes", "start")

    def __init__(self, start: int, nodes: int, anchored: Anchored | None = None) -> None:
        self.data: list[object] = []
        self.entries = array("I")
        self.start = self.end = start
        self.nodes = nodes
        self.anchored = anchored


class Merge:
    """The `<<` of a mapping: its place, and the mappings it takes in, by their entries."""

    __slots__ = ("place", "sources")

    def __init__(self, place: Span) -> None:
        self.place = place
        self.sources: list[tuple[dict[str, object], int]] = []


class MappingFrame:
    """A mapping whose end has not been read.

    `key` names the value being read; it is nothing for one that is not kept: the value of a
    repeated key, or of a merge. `repeats` are the keys met a second time.
    """

    __slots__ = (
        "anchored",
        "data",
        "end",
        "entries",
        "key",
        "merge",
        "merging",
        "nodes",
        "repeats",
        "start",
    )

    def __init__(self, start: int, nodes: int, anchored: Anchored | None = None) -> None:
        self.data: dict[str, object] = {}
        self.entries = array("I")
        self.start = self.end = start
        self.nodes = nodes
        self.anchored = anchored
        self.key: str | None = None
        self.merge: Merge | None = None
        self.merging = False
        self.repeats: list[tuple[str, Span]] = []


Frame = SequenceFrame | MappingFrame
