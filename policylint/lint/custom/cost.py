"""How much work an expression can be, told before it is run.

The library ends an evaluation after 10,000 rounds of macros in all. What it does not bound is
bounded here: macros in a row, each doubling what the last one gathered; lists that `filter` and
`map` copy once per round; comparisons of whole lists; long texts; patterns that repeat; and one
evaluation for each of many entries. A step is about half a microsecond.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from policylint.lint.custom.tree import Node

MOST_NESTED = 2
MOST_STEPS = 50_000_000
MOST_GATHERED = 4_000
MOST_REPEATS = 100
# What one step does: copies of a gathered list, characters joined (each takes memory until the
# evaluation ends), matched, or handed over.
_COPIED = 8
_JOINED = 5
_MATCHED = 250
_HANDED = 70
_COMPARED = 10
_COMPARING = frozenset({"_==_", "_!=_", "@in"})


class Measure(NamedTuple):
    """How long a list or a mapping is, what is longest below it, and its longest text."""

    length: int
    inner: int
    text: int


class Sizes(NamedTuple):
    """How long the lists are that an expression names, others inside them, and their texts."""

    named: Mapping[str, int]
    inner: int
    text: int

    @property
    def handing(self) -> int:
        """Tell the steps of handing one entry over to the library."""
        return 2 + self.inner + self.text // _HANDED


def nested(tree: Node) -> int:
    """Count how many macros stand within or behind one another."""
    below = max((nested(part) for part in tree.parts), default=0)
    return below + (tree.kind == "loop")


def pattern_fault(tree: Node) -> str | None:
    """Tell what is wrong with a pattern of `matches`, if anything is."""
    for node in tree.walk():
        if node.kind != "call" or node.word != "matches":
            continue
        pattern = node.parts[-1].word
        if pattern is None or node.parts[-1].kind != "value":
            return "the pattern of 'matches' has to be a text in place"
        if _repeats(pattern) > MOST_REPEATS:
            return f"the pattern of 'matches' repeats over {MOST_REPEATS} times"
    return None


def _repeats(pattern: str) -> int:
    product = 1
    for least, most in re.findall(r"\{([0-9]+)(?:,([0-9]*))?\}", pattern):
        product *= max(1, int(least), int(most or 0))
    return product


def growth(tree: Node) -> int:
    """Tell how many times longer than what it is given a list or a text can get."""
    factor = 1
    for node in tree.walk():
        if node.kind == "loop" and _gathers(node):
            factor *= max(1, sum(1 for one in node.parts[3].walk() if _calls(one, "_+_")))
    return factor


def steps(tree: Node, sizes: Sizes) -> int:
    """Estimate the steps of one evaluation, never too few where lists are long."""
    return sizes.handing + _Steps(tree, sizes).of(tree)


def gathered(tree: Node, sizes: Sizes) -> int:
    """Tell the longest list that a macro of the expression may gather."""
    lengths = [
        _length(node.parts[0], sizes) * growth(tree)
        for node in tree.walk()
        if node.kind == "loop" and _gathers(node)
    ]
    return max(lengths, default=0)


class _Steps:
    def __init__(self, tree: Node, sizes: Sizes) -> None:
        self.sizes = sizes
        self.grown = growth(tree)

    def of(self, tree: Node) -> int:
        if tree.kind == "loop":
            return self.of_loop(tree)
        below = sum(self.of(part) for part in tree.parts)
        if _calls(tree, "_+_"):
            return below + 1 + self.extent(tree) // _JOINED
        if _calls(tree, "matches"):
            pattern = tree.parts[-1].word or ""
            states = len(pattern) * _repeats(pattern)
            return below + 100 + 10 * states + self.extent(tree) * (8 + states) // _MATCHED
        if tree.kind == "call" and tree.word in _COMPARING:
            sides = tree.parts[1:] if tree.word == "@in" else tree.parts
            least = min(_length(part, self.sizes) for part in sides)
            return below + least * self.grown * (_COMPARED if _is_many(sides) else 1)
        return below + 1

    def extent(self, tree: Node) -> int:
        """Tell how long the text or list is at most that a part of the expression gives."""
        if tree.kind == "value":
            return len(tree.word or "")
        below = [self.extent(part) for part in tree.parts]
        if _calls(tree, "_+_"):
            return sum(below)
        inside = max(self.sizes.inner, self.sizes.text) * self.grown
        if tree.kind == "name":
            return max(self.sizes.named.get(tree.word or "", 0) * self.grown, inside)
        if tree.kind == "field" or _calls(tree, "_[_]"):
            return inside
        return max(len(below), *below, inside, 1)

    def of_loop(self, tree: Node) -> int:
        over, *rest = tree.parts
        rounds = _length(over, self.sizes) * self.grown
        inside = sum(self.of(part) for part in rest) + self.sizes.handing
        copies = rounds * rounds // _COPIED if _gathers(tree) else 0
        return self.of(over) + rounds * inside + copies


def _is_many(sides: Sequence[Node]) -> bool:
    return any(node.kind == "name" for side in sides for node in side.walk())


def _length(tree: Node, sizes: Sizes) -> int:
    """Tell how long the list is at most that a part of an expression gives."""
    if tree.kind == "value":
        return 1
    if tree.kind == "list":
        return max(len(tree.parts), 1)
    if tree.kind == "loop":
        return _length(tree.parts[0], sizes)
    named = _named(tree, sizes)
    if tree.kind == "name" and named:
        return named[0]
    return max(1, sizes.inner, *named)


def _named(tree: Node, sizes: Sizes) -> list[int]:
    names = (node.word or "" for node in tree.walk() if node.kind == "name")
    return [sizes.named[name] for name in names if name in sizes.named]


def _gathers(loop: Node) -> bool:
    return loop.parts[1].kind == "list"


def _calls(node: Node, function: str) -> bool:
    return node.kind == "call" and node.word == function


def measure(value: Any) -> Measure:
    """Measure a list or a mapping of plain values."""
    inner = text = 0
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if type(one) is str:
            text = max(text, len(one))
            continue
        items = one.values() if type(one) is dict else one if type(one) is list else ()
        if one is not value:
            inner = max(inner, len(items))
        waiting += items
    return Measure(len(value), inner, text)
