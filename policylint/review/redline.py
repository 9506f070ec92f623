"""What changed in the words of a policy: line by line, and inside a line word by word."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from policylint.policy.blocks import Document
from policylint.review.lines import Kind, Line, lines_of
from policylint.review.matching import parts

Status = Literal["same", "added", "removed", "changed"]
Mark = Literal["same", "added", "removed"]

# Two lines that have less in common are two lines, not one that was changed.
LIKENESS = 0.5
# How far ahead the other version of a line is looked for.
REACH = 12
_TOKEN = re.compile(r"\s+|\w+|[^\w\s]")


class Piece(NamedTuple):
    """Words that stayed, came or went."""

    mark: Mark
    text: str


class RedLine(NamedTuple):
    """A line of the policy with what changed in it."""

    kind: Kind
    level: int
    about: str
    status: Status
    pieces: Sequence[Piece]


def redline(old: Document, new: Document) -> list[RedLine]:
    """Compare the words of two policies, every line of both in reading order."""
    before, after = lines_of(old), lines_of(new)
    found: list[RedLine] = []
    for kind, start, end, begin, finish in parts(before, after):
        if kind == "same":
            found += [_whole(line, "same") for line in after[begin:finish]]
        else:
            found += _replaced(before[start:end], after[begin:finish])
    return found


def _whole(line: Line, mark: Mark) -> RedLine:
    return RedLine(line.kind, line.level, line.about, mark, [Piece(mark, line.text)])


def _replaced(before: Sequence[Line], after: Sequence[Line]) -> Iterator[RedLine]:
    """Pair lines that are one line in two versions, in order; the rest went or came."""
    next_old = 0
    for line in after:
        found = _counterpart(line, before, next_old)
        if found is None:
            yield _whole(line, "added")
            continue
        yield from (_whole(gone, "removed") for gone in before[next_old:found])
        pieces = word_diff(before[found].text, line.text)
        yield RedLine(line.kind, line.level, line.about, "changed", pieces)
        next_old = found + 1
    yield from (_whole(gone, "removed") for gone in before[next_old:])


def _counterpart(line: Line, before: Sequence[Line], start: int) -> int | None:
    for index in range(start, min(start + REACH, len(before))):
        other = before[index]
        if (other.kind, other.about) != (line.kind, line.about):
            continue
        if _alike(_tokens(other.text), _tokens(line.text)):
            return index
    return None


def _alike(old: Sequence[str], new: Sequence[str]) -> bool:
    if SequenceMatcher(None, old, new, autojunk=False).quick_ratio() < LIKENESS:
        return False
    same = sum(part.end - part.start for part in parts(old, new) if part.kind == "same")
    return 2 * same >= LIKENESS * (len(old) + len(new))


def word_diff(old: str, new: str) -> list[Piece]:
    """Compare two texts word by word."""
    before, after = _tokens(old), _tokens(new)
    pieces: list[Piece] = []
    for kind, start, end, begin, finish in parts(before, after):
        if kind == "same":
            pieces.append(Piece("same", "".join(after[begin:finish])))
            continue
        if start < end:
            pieces.append(Piece("removed", "".join(before[start:end])))
        if begin < finish:
            pieces.append(Piece("added", "".join(after[begin:finish])))
    return pieces


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(text)
