"""Search a published text for facts, in time that grows with the length of the text.

Patterns are literal words, and are sought in the text folded: one case, one apostrophe, one space
for white space and commas. Names of cookies are sought in the text as it is.
"""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections import Counter, deque
from functools import cached_property
from itertools import product
from typing import NamedTuple

from policylint.policy.facts import Fact, folded

_NEAR = 600
_LINE = 400
# So long a name is no part of another by chance.
_LONG = 24
_LINE_HYPHEN = re.compile(r"(?<=\S-)\n(?=\S)")
_TOKEN = re.compile(r"\w+|\n")
_SEPARATOR = re.compile(r"[\s,;]")
# Two noncharacters that mark where a name may begin, and where it may end.
_BEGIN, _END = "\ufdd0", "\ufdd1"
_MARKS = re.compile(f"[{_BEGIN}{_END}]")
_BEGINNING = re.compile(r"(?<!\w)(?=.)", re.DOTALL)
_ENDING = re.compile(rf"(?<=[^{_BEGIN}])(?!{_BEGIN}?[\w*])")


class _Spans(NamedTuple):
    """Where something begins and ends, in order."""

    starts: "array[int]"
    ends: "array[int]"


class Published:
    """A published text, prepared once for every fact that is sought in it."""

    def __init__(self, text: str, *, is_broken: bool = False) -> None:
        """`is_broken` for lines that end at hyphens and within long words, as those of a PDF do."""
        self._text = f"{text}\n{_LINE_HYPHEN.sub('', text)}" if is_broken else text
        self._is_broken = is_broken
        self._found: dict[str, _Spans] = {}

    def holds(self, fact: Fact) -> bool:
        """Tell whether the text tells a fact."""
        if fact.glob:
            is_word = _SEPARATOR.search(fact.glob) is None
            if _holds_name(self._words if is_word else self._marked, fact.glob):
                return True
            is_long = self._is_broken and len(fact.glob) >= _LONG
            return is_long and "".join(fact.glob.split()) in self._unspaced
        if fact.scattered and self._holds_scattered(fact.scattered):
            return True
        if fact.near:
            return self._holds_near(fact)
        return any(re.search(one.casefold(), self._folded) for one in fact.patterns)

    @cached_property
    def _folded(self) -> str:
        return folded(self._text)

    @cached_property
    def _marked(self) -> str:
        return _marked(self._text)

    @cached_property
    def _words(self) -> str:
        """Each word once, for the names that are one word."""
        return _marked(" ".join(dict.fromkeys(_SEPARATOR.split(self._text))))

    @cached_property
    def _unspaced(self) -> str:
        return "".join(self._text.split())

    def _holds_near(self, fact: Fact) -> bool:
        is_vendor = fact.pointer[0] == "vendors"
        places = [self._spans(one) for one in fact.near]
        wanted = (
            [self._spans(one) for one in fact.patterns] if any(one.starts for one in places) else []
        )
        if is_vendor:  # a name may hold the word that is sought
            wanted = [_outside(one, places) for one in wanted]
        return any(_is_near(one, other) for one, other in product(places, wanted))

    def _spans(self, pattern: str) -> _Spans:
        if pattern not in self._found:
            self._found[pattern] = _spans(pattern.casefold(), self._folded)
        return self._found[pattern]

    def _holds_scattered(self, words: tuple[str, ...]) -> bool:
        """Tell whether all words begin within a stretch of a line, in whatever order."""
        wanted = {word.casefold() for word in words}
        inside: Counter[str] = Counter()
        stretch: deque[tuple[int, str]] = deque()
        for found in _TOKEN.finditer(self._text):
            word = found[0].casefold()
            if word == "\n":
                inside.clear()
                stretch.clear()
            if word not in wanted:
                continue
            stretch.append((found.start(), word))
            inside[word] += 1
            while stretch[0][0] < found.start() - _LINE:
                gone = stretch.popleft()[1]
                inside[gone] -= 1
                if not inside[gone]:
                    del inside[gone]
            if len(inside) == len(wanted):
                return True
        return False


def _spans(pattern: str, text: str) -> _Spans:
    found = _Spans(array("l"), array("l"))
    for one in re.finditer(pattern, text):
        found.starts.append(one.start())
        found.ends.append(one.end())
    return found


def _outside(spans: _Spans, places: list[_Spans]) -> _Spans:
    """Keep the spans that share nothing with a place."""
    kept = _Spans(array("l"), array("l"))
    for start, end in zip(*spans, strict=True):
        if not any(_overlaps(start, end, one) for one in places):
            kept.starts.append(start)
            kept.ends.append(end)
    return kept


def _overlaps(start: int, end: int, places: _Spans) -> bool:
    first = bisect_right(places.ends, start)
    return first < len(places.starts) and places.starts[first] < end


def _is_near(one: _Spans, other: _Spans) -> bool:
    few, many = sorted((one, other), key=lambda spans: len(spans.starts))
    return any(
        _has_between(many.starts, end, end + _NEAR) or _has_between(many.ends, start - _NEAR, start)
        for start, end in zip(*few, strict=True)
    )


def _has_between(offsets: "array[int]", least: int, most: int) -> bool:
    at = bisect_left(offsets, least)
    return at < len(offsets) and offsets[at] <= most


def _marked(text: str) -> str:
    """Mark where a name may begin and end, so that a plain search finds names only there."""
    text = _BEGINNING.sub(_BEGIN, _MARKS.sub("\ufffd", text))
    return _ENDING.sub(_END, text)


def _holds_name(text: str, name: str) -> bool:
    """Find a name in a marked text: `*` stands for itself, or for any run inside a word."""
    parts = [" ".join(part.split()) for part in name.split("*")]
    marked = [_marked(part) for part in parts]
    if len(parts) == 1:
        return marked[0] in text
    first = marked[0].rstrip(_END)
    inner = [part.strip(_BEGIN + _END) for part in marked[1:-1]]
    rest = [part for part in (*inner, marked[-1].lstrip(_BEGIN)) if part]
    holds_separator = _SEPARATOR.search(first) is not None
    position = text.find(first)
    while position >= 0:
        after = position + len(first)
        if _word_goes_on(text, after, rest):
            return True
        word_end = _word_end(text, after)
        position = text.find(first, position + 1 if holds_separator else word_end + 1)
    return False


def _word_goes_on(text: str, position: int, parts: list[str]) -> bool:
    """Tell whether the parts follow in this order; parts may hold separators, gaps may not."""
    end = -1
    for part in parts:
        if position > end:
            end = _word_end(text, position)
        position = text.find(part, position, end + len(part))
        if position < 0:
            return False
        position += len(part)
    return True


def _word_end(text: str, position: int) -> int:
    found = _SEPARATOR.search(text, position)
    return found.start() if found else len(text)
