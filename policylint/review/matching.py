"""Which parts of two sequences are the same, in a time that grows with their length."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

MOST_PAIRS = 250_000
"""Where more could be compared with no landmark between, the one stretch replaces the other."""


class Part(NamedTuple):
    """A stretch of both sequences, `same` or not; either may be empty where it is not."""

    kind: Literal["same", "other"]
    start: int
    end: int
    begin: int
    finish: int


def parts(before: Sequence[Hashable], after: Sequence[Hashable]) -> Iterator[Part]:
    """Cut two sequences into parts, in order.

    What stands once in both is a landmark; what lies between two of them is compared by itself.
    """
    at = 0, 0
    same: Part | None = None
    for part in _matches(before, after):
        if same and (same.end, same.finish) == (part.start, part.begin):
            same = same._replace(end=part.end, finish=part.finish)
            continue
        yield from _with_gap(same, at)
        at = (same.end, same.finish) if same else at
        same = part
    yield from _with_gap(same, at)
    at = (same.end, same.finish) if same else at
    if at != (len(before), len(after)):
        yield Part("other", at[0], len(before), at[1], len(after))


def _with_gap(same: Part | None, at: tuple[int, int]) -> Iterator[Part]:
    if same is not None:
        if at != (same.start, same.begin):
            yield Part("other", at[0], same.start, at[1], same.begin)
        yield same


def _matches(before: Sequence[Hashable], after: Sequence[Hashable]) -> Iterator[Part]:
    shorter = min(len(before), len(after))
    head = next((n for n in range(shorter) if before[n] != after[n]), shorter)
    tail = next(
        (n for n in range(shorter - head) if before[-1 - n] != after[-1 - n]), shorter - head
    )
    end, finish = len(before) - tail, len(after) - tail
    if head:
        yield Part("same", 0, head, 0, head)
    start = begin = head
    for old, new in [*_landmarks(before[head:end], after[head:finish], head), (end, finish)]:
        yield from _between(before, after, Part("other", start, old, begin, new))
        if (old, new) != (end, finish):
            yield Part("same", old, old + 1, new, new + 1)
        start, begin = old + 1, new + 1
    if tail:
        yield Part("same", end, len(before), finish, len(after))


def _between(before: Sequence[Hashable], after: Sequence[Hashable], gap: Part) -> Iterator[Part]:
    size = (gap.end - gap.start) * (gap.finish - gap.begin)
    if not 0 < size <= MOST_PAIRS:
        return
    old, new = before[gap.start : gap.end], after[gap.begin : gap.finish]
    for one in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
        if one.size:
            start, begin = gap.start + one.a, gap.begin + one.b
            yield Part("same", start, start + one.size, begin, begin + one.size)


def _landmarks(
    before: Sequence[Hashable], after: Sequence[Hashable], offset: int
) -> list[tuple[int, int]]:
    """Find what stands once in both, as much of it as has one order in both."""
    counts = Counter(before), Counter(after)
    places = {one: at for at, one in enumerate(after) if counts[0][one] == counts[1][one] == 1}
    pairs = [(old, places[one]) for old, one in enumerate(before) if one in places]
    # The longest increasing run of places: `ends` has the least end of a run of each length.
    ends: list[int] = []
    last: list[int] = []
    earlier: list[int | None] = []
    for number, (_, new) in enumerate(pairs):
        length = bisect_left(ends, new)
        ends[length : length + 1] = [new]
        last[length : length + 1] = [number]
        earlier.append(last[length - 1] if length else None)
    found: list[tuple[int, int]] = []
    at = last[-1] if last else None
    while at is not None:
        found.append((pairs[at][0] + offset, pairs[at][1] + offset))
        at = earlier[at]
    return found[::-1]
