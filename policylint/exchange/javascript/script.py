"""The places of a program where a literal is assigned, exported, returned or passed."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Literal, NamedTuple

from policylint.exchange.javascript.lexis import CLOSE, MARK, NAME, OPEN, STRING
from policylint.exchange.javascript.scalars import read_string
from policylint.exchange.javascript.tokens import Tokens
from policylint.exchange.javascript.values import Values
from policylint.exchange.node import Node
from policylint.exchange.unreadable import UnreadableError
from policylint.source.pointer import Span

_LONGEST_NAME = 16  # parts: window.a.b.c
_LONGEST_TYPE = 32  # tokens between a name and its value in TypeScript
_DECLARING = frozenset(("const", "let", "var"))
_NO_CALL = frozenset(("if", "for", "while", "with", "switch", "catch", "function", "return"))


class Site(NamedTuple):
    """A place where a value is meant: by which name, and its first token."""

    kind: Literal["assigned", "called", "exported", "returned"]
    name: str
    token: int


class Script:
    """A program as its literals. Broken ones are told in `flaws` and left out."""

    def __init__(self, text: str, *, marked: bool = False) -> None:
        self.tokens = Tokens(text)
        self.flaws: list[UnreadableError] = []
        self._values = Values(self.tokens, marked=marked)
        self._read: dict[int, Node | None] = {}

    @cached_property
    def sites(self) -> Sequence[Site]:
        """List the places, in the order of the file."""
        return list(self._find())

    def assigned(self, name: str) -> Iterator[Node]:
        """Give what is assigned to a name, whatever stands before it: `window.name`."""
        yield from self._at("assigned", name)

    def called(self, name: str) -> Iterator[tuple[Sequence[Node], Span]]:
        """Give what a function is called with, and where; by its name or the end of it."""
        for site in self.sites:
            if site.kind == "called" and _ends_with(site.name, name):
                last = self.tokens.partner[site.token]
                span = Span(self.tokens.starts[site.token - 1], self.tokens.ends[last])
                try:
                    yield self._values.arguments(site.token), span
                except UnreadableError as flaw:
                    self.flaws.append(flaw)

    def assignments(self, prefix: str) -> Iterator[tuple[str, Node]]:
        """Give what is assigned to the parts of an object: by `a.b`, `x` of `a.b.x = 1`."""
        for site in self.sites:
            if site.kind == "assigned":
                before, _, last = site.name.rpartition(".")
                node = self._node(site.token) if _ends_with(before, prefix) else None
                if node is not None:
                    yield last, node

    def objects(self) -> Iterator[Node]:
        """Give every object and list of the program that stands at a place of its own."""
        for site in self.sites:
            token = site.token + (site.kind == "called")
            if self.tokens.is_mark(token, "{", "[", "("):
                node = self._node(token)
                if node is not None and isinstance(node.value, dict | list):
                    yield node

    def whole(self) -> Node | None:
        """Give the value that the whole text is; None where it is a program."""
        if not self.tokens.is_mark(0, "{", "["):
            return None
        node, behind = self._values.value(0)
        ends = behind == len(self.tokens) - 1
        return node if ends and isinstance(node.value, dict | list) else None

    def _at(self, kind: str, name: str) -> Iterator[Node]:
        for site in self.sites:
            if site.kind == kind and _ends_with(site.name, name):
                node = self._node(site.token)
                if node is not None:
                    yield node

    def _node(self, token: int) -> Node | None:
        if token not in self._read:
            try:
                self._read[token] = self._values.value(token)[0]
            except UnreadableError as flaw:
                self.flaws.append(flaw)
                self._read[token] = None
        return self._read[token]

    def _find(self) -> Iterator[Site]:
        tokens = self.tokens
        typed: dict[int, str] = {}
        for token in range(len(tokens) - 1):
            kind = tokens.kinds[token]
            if kind == NAME:
                self._note_typed(token, typed)
                yield from self._after_word(token)
            elif kind == MARK and tokens.is_mark(token, "="):
                name = typed.get(token) or self._name_before(token)
                yield Site("assigned", name, token + 1)
            elif kind == MARK and tokens.is_mark(token, "=>"):
                yield Site("returned", "", token + 1)
            elif kind == OPEN and tokens.is_mark(token, "("):
                name = self._name_before(token)
                if name and name not in _NO_CALL:
                    yield Site("called", name, token)

    def _after_word(self, token: int) -> Iterator[Site]:
        word = self.tokens.word(token)
        if word == "return":
            yield Site("returned", "", token + 1)
        elif word == "default" and token and self.tokens.word(token - 1) == "export":
            yield Site("exported", "default", token + 1)

    def _note_typed(self, token: int, typed: dict[int, str]) -> None:
        """Remember the name of `const name: Type = …` by its equals sign."""
        tokens = self.tokens
        if tokens.word(token) not in _DECLARING or tokens.kinds[token + 1] != NAME:
            return
        if not tokens.is_mark(token + 2, ":"):
            return
        at = token + 3
        for _ in range(_LONGEST_TYPE):
            if at >= len(tokens) - 1 or tokens.is_mark(at, ";"):
                return
            if tokens.is_mark(at, "="):
                typed[at] = tokens.word(token + 1)
                return
            at = max(tokens.partner[at], at) + 1

    def _name_before(self, token: int) -> str:
        """Read the name that ends before a token: `a.b`, `a["b"]`, `(a.b || c).d`, `f().d`."""
        tokens, parts = self.tokens, list[str]()
        at = token - 1
        while at >= 0 and len(parts) < _LONGEST_NAME:
            opening = tokens.partner[at] if tokens.kinds[at] == CLOSE else at
            if tokens.kinds[at] == NAME:
                parts.append(tokens.word(at))
            elif tokens.is_mark(at, "]") and tokens.kinds[at - 1] == STRING and opening == at - 2:
                parts.append(read_string(tokens.word(at - 1)))
                at = opening - 1
                continue
            elif tokens.is_mark(at, ")") and parts and tokens.kinds[opening - 1] == NAME:
                at = opening - 1
                parts.append(f"{tokens.word(at)}()")
            elif tokens.is_mark(at, ")") and parts:
                parts.append(self._name_after(opening))
                break
            else:
                break
            if at == 0 or not tokens.is_mark(at - 1, ".", "?."):
                break
            at = (opening if tokens.kinds[at] == CLOSE else at) - 2
        return ".".join(reversed(parts))

    def _name_after(self, opening: int) -> str:
        """Read the name that begins behind a bracket."""
        tokens, parts = self.tokens, list[str]()
        at = opening + 1
        while tokens.kinds[at] == NAME and len(parts) < _LONGEST_NAME:
            parts.append(tokens.word(at))
            if not tokens.is_mark(at + 1, "."):
                break
            at += 2
        return ".".join(parts)


def _ends_with(name: str, end: str) -> bool:
    return name == end or name.endswith(f".{end}")
