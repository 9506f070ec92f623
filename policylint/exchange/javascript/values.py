"""From tokens to values: the literals are read, every other expression is kept as text."""

from array import array
from collections.abc import Sequence

from policylint.exchange.javascript.lexis import (
    BROKEN,
    CLOSE,
    END,
    MARK,
    NAME,
    NUMBER,
    OPEN,
    REGEX,
    STRING,
    TEMPLATE,
)
from policylint.exchange.javascript.scalars import (
    read_number,
    read_pattern,
    read_string,
    read_word,
    shown,
    without_marks,
)
from policylint.exchange.javascript.tokens import Tokens
from policylint.exchange.node import Node, Scalar, Unread
from policylint.exchange.unreadable import UnreadableError
from policylint.source.pointer import Pointer, Span

MAX_DEPTH = 64
"""Objects and lists inside each other."""

MAX_NODES = 1_000_000
"""Values in one file."""

_CLOSING = {"(": ")", "[": "]", "{": "}", "`": "`"}
_TYPED = frozenset(("as", "satisfies"))
_CONTINUING = frozenset(("in", "instanceof", "as", "satisfies"))
_OPERATORS_AFTER_BREAK = ("++", "--")


class Values:
    """Reads values from tokens. Each stretch of a file is read once, however it is nested.

    In a `marked` file, data into which a program was written, texts stand for expressions.
    """

    def __init__(self, tokens: Tokens, *, marked: bool = False) -> None:
        self.tokens = tokens
        self._marked = marked
        self._stops = _stops(tokens)
        self._nodes = 0

    def value(self, token: int, pointer: Pointer = (), depth: int = 0) -> tuple[Node, int]:
        """Read the expression that begins at a token; return it and the token behind it."""
        node, behind = self._joined(token, pointer, depth)
        behind = self._behind_type(behind)
        if not self._ends_here(behind):
            return self._unread(token, pointer)
        return node, behind

    def arguments(self, opening: int) -> Sequence[Node]:
        """Read what a call is given, by its opening bracket."""
        return self._items(opening, (), 0)

    def _count(self, token: int, depth: int) -> None:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            raise self._fault(token, f"too many values; expected at most {MAX_NODES:,}")
        if depth > MAX_DEPTH:
            raise self._fault(
                token, f"values nested too deeply; expected at most {MAX_DEPTH} levels"
            )

    def _fault(self, token: int, message: str) -> UnreadableError:
        return UnreadableError(self.tokens.starts[token], message)

    def _span(self, token: int, behind: int) -> Span:
        """Give the span of the tokens up to another."""
        last = max(behind - 1, token)
        return Span(self.tokens.starts[token], self.tokens.ends[last])

    def _unread(self, token: int, pointer: Pointer) -> tuple[Node, int]:
        self._refuse_broken(token)
        behind = self._stops[token]
        span = self._span(token, behind)
        return Node(value=shown(self.tokens.text, span), span=span, pointer=pointer), behind

    def _refuse_broken(self, token: int) -> None:
        if self.tokens.kinds[token] == BROKEN:
            raise self._fault(token, _what_is_broken(self.tokens.word(token)))
        if self.tokens.kinds[token] == OPEN and self._is_open(token):
            raise self._fault(
                token, f"no '{_CLOSING[self.tokens.word(token)[0]]}' closes what begins here"
            )

    def _is_open(self, token: int) -> bool:
        """Tell whether nothing closes a bracket, or only one around it."""
        return self.tokens.partner[self.tokens.partner[token]] != token

    def _joined(self, token: int, pointer: Pointer, depth: int) -> tuple[Node, int]:
        """Read a value, or several texts that are added up."""
        first, behind = self._single(token, pointer, depth)
        if not (isinstance(first.value, str) and self.tokens.is_mark(behind, "+")):
            return first, behind
        parts = [first.value]
        while self.tokens.is_mark(behind, "+"):
            node, behind = self._single(behind + 1, pointer, depth)
            if not isinstance(node.value, str):
                return self._unread(token, pointer)
            parts.append(node.value)
        return Node(value="".join(parts), span=self._span(token, behind), pointer=pointer), behind

    def _single(self, token: int, pointer: Pointer, depth: int) -> tuple[Node, int]:
        self._count(token, depth)
        kind, word = self.tokens.kinds[token], self.tokens.word(token)
        if kind == OPEN:
            return self._bracketed(token, word, pointer, depth)
        scalar, size = self._scalar(token, kind, word)
        if isinstance(scalar, Unread) and kind != STRING:
            return self._unread(token, pointer)
        behind = token + size
        return Node(value=scalar, span=self._span(token, behind), pointer=pointer), behind

    def _bracketed(self, token: int, word: str, pointer: Pointer, depth: int) -> tuple[Node, int]:
        behind = self.tokens.partner[token] + 1
        self._refuse_broken(token)
        if word == "{":
            pairs = self._pairs(token, pointer, depth)
            return Node(value=pairs, span=self._span(token, behind), pointer=pointer), behind
        if word == "[":
            items = self._items(token, pointer, depth)
            return Node(value=items, span=self._span(token, behind), pointer=pointer), behind
        if word == "(" and token + 1 < behind - 1 and not self.tokens.is_mark(behind, "=>"):
            node, inner = self.value(token + 1, pointer, depth + 1)
            if inner == behind - 1:
                return node, behind
        return self._unread(token, pointer)

    def _scalar(self, token: int, kind: int, word: str) -> tuple[Scalar, int]:
        """Read a word; return also of how many tokens it is made."""
        if kind in (STRING, TEMPLATE):
            text = read_string(word)
            return (without_marks(text) if self._marked else text), 1
        if kind == REGEX:
            return read_pattern(word), 1
        if kind == NAME and not (word == "void" and self.tokens.word(token + 1) == "0"):
            return read_word(word), 1
        sign, at = ("", token) if kind == NUMBER else (word, token + 1)
        if self.tokens.kinds[at] != NUMBER or sign not in ("", "+", "-", "!", "void"):
            return Unread(text=word), 1
        return self._signed(sign, read_number(self.tokens.word(at))), at - token + 1

    @staticmethod
    def _signed(sign: str, number: float | None) -> Scalar:
        if number is None:
            return Unread(text=sign)
        if sign in ("!", "void"):  # minified programs write true as !0, undefined as void 0
            return None if sign == "void" else not number
        return -number if sign == "-" else number

    def _items(self, opening: int, pointer: Pointer, depth: int) -> list[Node]:
        """Read the values between two brackets, commas between them."""
        self._refuse_broken(opening)
        end, token = self.tokens.partner[opening], opening + 1
        found: list[Node] = []
        while token < end:
            at = (*pointer, len(found))
            if self.tokens.is_mark(token, ","):
                hole = Span(self.tokens.starts[token], self.tokens.starts[token])
                found.append(Node(value=None, span=hole, pointer=at))
                self._count(token, depth)
            else:
                node, token = self.value(token, at, depth + 1)
                found.append(node)
            token = self._behind_comma(token, end)
        return found

    def _pairs(self, opening: int, pointer: Pointer, depth: int) -> dict[str, Node]:
        """Read an object; what a program adds to it stays out, all but under a key `...`."""
        end, token = self.tokens.partner[opening], opening + 1
        found: dict[str, Node] = {}
        while token < end:
            if self.tokens.is_mark(token, ","):
                token += 1
                continue
            key = self._key(token)
            at = (*pointer, key or self.tokens.word(token))
            if key is None or not self.tokens.is_mark(token + 1, ":"):
                node, token = self._unread(token, at)
                found[str(at[-1])] = node
            else:
                node, token = self.value(token + 2, at, depth + 1)
                found[key] = node
            token = self._behind_comma(token, end)
        return found

    def _key(self, token: int) -> str | None:
        """Give the key that a token is."""
        kind, word = self.tokens.kinds[token], self.tokens.word(token)
        if kind in (STRING, TEMPLATE):
            return read_string(word)
        if kind == NUMBER:
            return str(read_number(word))
        return word if kind == NAME else None

    def _behind_comma(self, token: int, end: int) -> int:
        """Step over the comma behind a value; over whatever else stands there, to the next one."""
        while token < end and not self.tokens.is_mark(token, ","):
            token = max(self._stops[token], token + 1)
        return min(token + 1, end)

    def _behind_type(self, token: int) -> int:
        """Step over `as const` and `satisfies Type`, which mean nothing to the value."""
        while self.tokens.kinds[token] == NAME and self.tokens.word(token) in _TYPED:
            token = self._stops[token]
        return token

    def _ends_here(self, token: int) -> bool:
        """Tell whether a value is complete before a token, at its end or at that of its line."""
        kind = self.tokens.kinds[token]
        if kind in (CLOSE, END) or self.tokens.is_mark(token, ",", ";"):
            return True
        if kind not in (NAME, NUMBER, STRING) and not self.tokens.is_mark(
            token, *_OPERATORS_AFTER_BREAK
        ):
            return kind == BROKEN and self.tokens.breaks_before(token)
        if kind == NAME and self.tokens.word(token) in _CONTINUING:
            return False
        return self.tokens.breaks_before(token)


def _stops(tokens: Tokens) -> "array[int]":
    """Give for each token where an expression that goes through it ends at the latest."""
    stops = array("I", bytes(4 * len(tokens)))
    ends = [len(tokens) - 1]
    for token in range(len(tokens) - 1, -1, -1):
        kind = tokens.kinds[token]
        if kind == CLOSE:
            ends.append(token)
        elif kind == OPEN and tokens.partner[tokens.partner[token]] == token:
            ends.pop()
        elif kind == MARK and tokens.word(token) in ",;":
            ends[-1] = token
        stops[token] = ends[-1]
    return stops


def _what_is_broken(word: str) -> str:
    if word.startswith("/*"):
        return "a comment begins here and does not end; expected '*/'"
    if word[:1] in "\"'`":
        return f"a text begins here and does not end; expected {word[:1]}"
    return f"'{word[:1]}' closes nothing"
