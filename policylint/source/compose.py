"""From events to plain data and its index, one frame at a time and without recursion."""

from array import array

from policylint.source.anchors import Anchors
from policylint.source.events import (
    ALIAS,
    MAPPING_END,
    MAPPING_START,
    SCALAR,
    SEQUENCE_ENDS,
    Event,
    NextEvent,
)
from policylint.source.fault import FaultError, Flaws
from policylint.source.frames import Frame, MappingFrame, Merge, SequenceFrame
from policylint.source.index import Index
from policylint.source.leaves import Leaves
from policylint.source.merge import add_source, apply_merge, report_repeats
from policylint.source.pointer import Span
from policylint.source.stuck import check_question_marks
from policylint.source.tags import check_collection

MAX_DEPTH = 64
"""Mappings and sequences inside each other."""

_BLOCK = ("|", ">")


class Composer:
    """Reads the one node of a document from its events."""

    __slots__ = ("_anchors", "_flaws", "_leaves", "_next", "_nodes", "_positions", "_text")

    def __init__(self, text: str, next_event: NextEvent, flaws: Flaws) -> None:
        self._text = text
        self._next = next_event
        self._flaws = flaws
        self._anchors = Anchors(text, flaws)
        self._leaves = Leaves(text, self._anchors)
        self._positions = array("I")
        self._nodes = 0

    def compose(self) -> tuple[object, Index]:
        """Read up to the document's end; return its data and where each datum stands."""
        document = SequenceFrame(0, 0)
        stack: list[Frame] = [document]
        entries = 0
        try:
            while stack:
                frame = stack[-1]
                child = self._fill(frame)
                if child is None:
                    stack.pop()
                    entries = self._close(frame)
                    if stack:
                        self._put(stack[-1], frame.data, frame.start, frame.end, entries)
                elif len(stack) > MAX_DEPTH:
                    start = child.start
                    raise FaultError(start, start + 1, f"nested deeper than {MAX_DEPTH} levels")
                else:
                    stack.append(child)
        finally:
            for frame in stack:
                if isinstance(frame, MappingFrame):
                    report_repeats(frame, self._flaws)
        index = Index(self._text, self._positions, entries)
        if "?" in self._text:
            check_question_marks(self._text, document.data[0], index, set(self._positions))
        return document.data[0], index

    def _fill(self, frame: Frame) -> Frame | None:
        """Read entries until one is a container, and return its frame; nothing at the end."""
        if isinstance(frame, MappingFrame):
            return self._fill_mapping(frame)
        return self._fill_sequence(frame)

    def _fill_mapping(self, frame: MappingFrame) -> Frame | None:
        next_event, data, entries = self._next, frame.data, frame.entries
        read, shared = self._leaves.read, self._leaves.shared
        while True:
            event = next_event()
            if (
                type(event) is SCALAR
                and event.anchor is event.tag is None
                and event.style not in _BLOCK
            ):
                key = shared[event.value]
                start, end = event.start_mark.index, event.end_mark.index
            elif type(event) is MAPPING_END:
                frame.end = self._end(frame, event)
                return None
            else:
                key, start, end = self._unusual_key(event)
            if key in data or key == "<<":
                child = self._unusual_entry(frame, event, key, Span(start, end))
            else:
                entries.append(start)
                entries.append(end)
                event = next_event()
                if type(event) is SCALAR:
                    value = data[key] = read(event, entries)
                    if value is None and event.start_mark.index == event.end_mark.index:
                        self._leaves.settle_blank(entries)
                    continue
                frame.key = key
                child = self._container_or_alias(frame, event)
            if child is not None:
                return child

    def _fill_sequence(self, frame: SequenceFrame) -> Frame | None:
        next_event, data, entries, read = self._next, frame.data, frame.entries, self._leaves.read
        while True:
            event = next_event()
            if type(event) is SCALAR:
                data.append(read(event, entries))
            elif type(event) in SEQUENCE_ENDS:
                frame.end = self._end(frame, event)
                return None
            else:
                child = self._container_or_alias(frame, event)
                if child is not None:
                    return child

    def _unusual_key(self, event: Event) -> tuple[str, int, int]:
        """Read a key that has an anchor or a tag, fills lines of its own, or is an alias."""
        start, end = event.start_mark.index, event.end_mark.index
        if type(event) is SCALAR:
            _, start, end = self._leaves.marked(event)
            return event.value, start, end
        source = None
        if type(event) is ALIAS:
            source = self._anchors.follow(event.anchor or "", start, end).source
        if source is None:
            end = max(end, start + 1)
            raise FaultError(start, end, "a mapping or a sequence is used as a key; expected text")
        return source, start, end

    def _unusual_entry(
        self, frame: MappingFrame, event: Event, key: str, place: Span
    ) -> Frame | None:
        """Read the value of a merge, or one that is dropped because its key is repeated."""
        merging = key == "<<" and type(event) is SCALAR and not event.style and event.tag is None
        if merging and frame.merge is None:
            frame.merge = Merge(place)
            frame.key = None
        elif merging or key in frame.data:
            frame.repeats.append((key, place))
            merging = False
            frame.key = None
        else:  # a quoted '<<' is a key like any other
            frame.key = key
            frame.entries.extend(place)
        frame.merging = merging
        event = self._next()
        if type(event) is not SCALAR:
            return self._container_or_alias(frame, event)
        span = array("I")
        value = self._leaves.read(event, span)
        self._put(frame, value, span[0], span[1], 0)
        return None

    def _container_or_alias(self, frame: Frame, event: Event) -> Frame | None:
        start, name = event.start_mark.index, event.anchor
        if type(event) is ALIAS:
            end = event.end_mark.index
            target = self._anchors.follow(name or "", start, end)
            self._nodes += target.size
            self._put(frame, target.value, start, end, target.entries)
            return None
        mapping = type(event) is MAPPING_START
        if event.tag is not None:
            check_collection(self._text, start, event.tag, "map" if mapping else "seq")
        anchored = None if name is None else self._anchors.define(name, start)
        if name is not None or event.tag is not None:
            start = self._after_properties(event)
        return (MappingFrame if mapping else SequenceFrame)(start, self._nodes, anchored)

    def _after_properties(self, event: Event) -> int:
        """Return where a container begins whose anchor or tag comes before."""
        end = event.end_mark.index  # after a bracket or an unindented dash, else at the first key
        return end - 1 if self._text[end - 1] in "{[-" else end

    def _put(self, frame: Frame, value: object, start: int, end: int, entries: int) -> None:
        """Add a finished value to the container that it belongs to."""
        if isinstance(frame, SequenceFrame):
            frame.data.append(value)
        elif frame.key is not None:
            frame.data[frame.key] = value
        else:
            frame.end = end
            if frame.merging and frame.merge is not None:
                add_source(frame.merge, value, entries, Span(start, end), self._positions)
            return
        add = frame.entries.append
        add(start)
        add(end)
        add(entries)

    def _end(self, frame: Frame, event: Event) -> int:
        """Return where a container ends: at its bracket, or with its last value."""
        if self._text[frame.start : frame.start + 1] in ("{", "["):
            return event.end_mark.index
        return max(frame.end, frame.entries[-2]) if frame.entries else frame.end

    def _close(self, frame: Frame) -> int:
        """Store the entries of a finished container and return where."""
        if isinstance(frame, MappingFrame):
            if frame.repeats:
                report_repeats(frame, self._flaws)
            if frame.merge is not None:
                apply_merge(frame, frame.merge, self._positions, self._flaws)
        entries = len(self._positions)
        self._positions.extend(frame.entries)
        self._nodes += len(frame.data)
        if frame.anchored is not None:
            frame.anchored.close(frame.data, entries, self._nodes - frame.nodes + 1)
        return entries
