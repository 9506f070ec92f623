"""What a mapping has twice: keys that are repeated, and entries merged in by `<<`."""

from array import array
from itertools import islice

from policylint.source.document import Flaw
from policylint.source.fault import FaultError, Flaws, quote
from policylint.source.frames import MappingFrame, Merge
from policylint.source.index import ENTRY, ITEM
from policylint.source.pointer import Span

_NO_MAPPING = "'<<' takes in what is no mapping; expected a mapping"
_NAMED = 10  # hidden keys that a message names


def add_source(merge: Merge, value: object, entries: int, span: Span, index: "array[int]") -> None:
    """Note a mapping, or each mapping of a sequence, to be taken in; raise if it is neither."""
    if isinstance(value, dict):
        merge.sources.append((value, entries))
        return
    if not isinstance(value, list):
        raise FaultError(*(merge.place if span.start == span.end else span), _NO_MAPPING)
    for number, item in enumerate(value):
        start, end, below = index[entries + number * ITEM : entries + number * ITEM + ITEM]
        if not isinstance(item, dict):
            raise FaultError(start, end, _NO_MAPPING)
        merge.sources.append((item, below))


def apply_merge(frame: MappingFrame, merge: Merge, index: "array[int]", flaws: Flaws) -> None:
    """Take in the entries that the mapping lacks, and report those that it hides."""
    explicit = {key: number for number, key in enumerate(frame.data)}
    hidden: dict[str, None] = {}
    for source, entries in merge.sources:
        for number, (key, value) in enumerate(source.items()):
            if key in explicit:
                hidden[key] = None
            elif key not in frame.data:
                frame.data[key] = value
                at = entries + number * ENTRY
                frame.entries.extend(index[at : at + ENTRY])
    if hidden:
        related = tuple(
            (_key_span(frame, explicit[key]), f"{quote(key)} is set here")
            for key in islice(hidden, _NAMED)
        )
        message = _sentence(list(hidden))
        flaws.add(Flaw("duplicate-anchor-or-merge", merge.place, message, related))


def report_repeats(frame: MappingFrame, flaws: Flaws) -> None:
    """Report each key met a second time, and where it was first."""
    if not frame.repeats or flaws.full():
        return
    firsts = {key: number for number, key in enumerate(frame.data)}
    for key, span in frame.repeats:
        if key in firsts:
            first = _key_span(frame, firsts[key])
        elif frame.merge is not None:
            first = frame.merge.place
        message = f"the key {quote(key)} stands twice in one mapping; the first value is used"
        flaws.add(Flaw("duplicate-key", span, message, ((first, "it is first set here"),)))


def _key_span(frame: MappingFrame, number: int) -> Span:
    return Span(frame.entries[number * ENTRY], frame.entries[number * ENTRY + 1])


def _sentence(hidden: list[str]) -> str:
    names = ", ".join(map(quote, hidden[:_NAMED]))
    if len(hidden) > _NAMED:
        names += f" and {len(hidden) - _NAMED} more"
    return f"'<<' would set {names}, which this mapping sets itself"
