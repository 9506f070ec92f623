"""Question marks that the parser takes from a key in brackets: `{?a: 1}` has the key '?a'."""

import re
from bisect import bisect
from collections.abc import Iterator

from policylint.source.comments import marks
from policylint.source.fault import FaultError
from policylint.source.index import Index, Place
from policylint.source.lexis import line_end, skip_properties
from policylint.source.pointer import Span

_STUCK_MARK = r"(?<![^\s,\[{])\?(?=[^\s,\[\]{}])"


def check_question_marks(text: str, data: object, index: Index, positions: set[int]) -> None:
    """Raise for the first one; `positions` has the start of every key and value, and more."""
    found = [match.end() - 1 for match in re.finditer(_STUCK_MARK, text)]
    found = [at for at in found if skip_properties(text, at + 1) in positions]
    if not found:
        return
    spans = sorted({*_words(data, index), *(Span(at, line_end(text, at)) for at in marks(text))})
    starts = {span.start for span in spans}
    for at in found:
        inside = spans[bisect(spans, Span(at, len(text))) - 1] if spans else Span(0, 0)
        if skip_properties(text, at + 1) in starts and not inside.start <= at < inside.end:
            raise FaultError(at, at + 1, "a '?' sticks to a key; expected quotes around both")


def _words(data: object, index: Index) -> Iterator[Span]:
    """Give the spans of all keys and of all values that hold no others."""
    todo: list[Place] = [index.root(data)]
    seen: set[int] = set()
    while todo:
        place = todo.pop()
        match place.data:
            case dict() as mapping if mapping and not index.shared(place):
                steps: list[str | int] = list(mapping)
            case list() as sequence if sequence and not index.shared(place):
                steps = list(range(len(sequence)))
            case _:
                yield place.value
                continue
        if place.entries in seen:
            continue
        seen.add(place.entries)
        for step in steps:
            below = index.below(place, step)
            if below is not None:
                todo.append(below)
                if below.key is not None:
                    yield below.key
