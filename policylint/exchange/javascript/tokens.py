"""From text to tokens, in one pass: where each stands, and which brackets belong together."""

from array import array
from typing import NamedTuple

from policylint.exchange.javascript.lexis import (
    BEFORE_BODY,
    BEFORE_OPERAND,
    BLANK,
    BROKEN,
    CHUNK,
    CLOSE,
    END,
    MARK,
    NAME,
    NUMBER,
    OPEN,
    PARTNERS,
    REGEX,
    REGEX_LITERAL,
    REST_OF_LINE,
    STRING,
    TEMPLATE,
    TOKEN,
)
from policylint.exchange.unreadable import UnreadableError

MAX_TOKENS = 2_000_000
"""Words and marks in one file."""

_KINDS = {"name": NAME, "number": NUMBER, "string": STRING, "mark": MARK}
_BEFORE_BLOCK = ("=>", ";", "{", ")")


class _Bracket(NamedTuple):
    mark: str
    token: int
    ends_value: bool
    """Whether a slash after the closing bracket divides."""


class Tokens:
    """The tokens of a text in flat arrays; the last one is its end.

    `partner` gives the other bracket of a pair, and the end where a bracket is never closed.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.kinds = bytearray()
        self.starts = array("I")
        self.ends = array("I")
        self.partner = array("I")
        self._open: list[_Bracket] = []
        self._waiting = dict.fromkeys("([{`", 0)
        self._no_regex_before = 0
        self._last_closed = _Bracket("", 0, ends_value=True)
        self._read()

    def __len__(self) -> int:
        return len(self.kinds)

    def word(self, token: int) -> str:
        """Give the text of a token."""
        return self.text[self.starts[token] : self.ends[token]]

    def is_mark(self, token: int, *marks: str) -> bool:
        """Tell whether a token is one of some marks or brackets."""
        return self.kinds[token] in (MARK, OPEN, CLOSE) and self.word(token) in marks

    def breaks_before(self, token: int) -> bool:
        """Tell whether a line ends between a token and the one before it."""
        between = self.text[self.ends[token - 1] if token else 0 : self.starts[token]]
        return any(mark in between for mark in "\n\r\u2028\u2029")

    def _read(self) -> None:
        size = len(self.text)
        offset = 0
        while (offset := self._skip_blank(offset)) < size:
            offset = self._read_token(offset)
            if len(self.kinds) > MAX_TOKENS:
                wanted = f"expected at most {MAX_TOKENS:,} words and marks"
                raise UnreadableError(offset, f"the file is too large: {wanted}")
        self._add(END, size, size)
        last = len(self.kinds) - 1
        for bracket in self._open:
            self.partner[bracket.token] = last

    def _skip_blank(self, offset: int) -> int:
        text = self.text
        while True:
            found = BLANK.match(text, offset)
            offset = found.end() if found else offset
            if not text.startswith("/*", offset):
                break
            end = text.find("*/", offset + 2)
            if end < 0:
                self._add(BROKEN, offset, len(text))
                return len(text)
            offset = end + 2
        if text.startswith("-->", offset) and (not offset or text[offset - 1] in "\r\n"):
            return self._skip_blank(self._line_end(offset))
        return offset

    def _line_end(self, offset: int) -> int:
        found = REST_OF_LINE.match(self.text, offset)
        return found.end() if found else offset

    def _read_token(self, offset: int) -> int:
        first = self.text[offset]
        if first in "([{":
            return self._open_bracket(first, offset, offset + 1)
        if first in PARTNERS:
            return self._close_bracket(first, offset)
        if first == "`":
            return self._read_chunk(offset, offset + 1)
        if first == "/" and self._value_may_begin() and offset >= self._no_regex_before:
            found = REGEX_LITERAL.match(self.text, offset)
            if found:
                return self._add(REGEX, offset, found.end())
            self._no_regex_before = self._line_end(offset)
        found = TOKEN.match(self.text, offset)
        end = found.end() if found else offset + 1
        if first in "\"'" and end == offset + 1:
            return self._add(BROKEN, offset, self._line_end(offset))
        return self._add(_KINDS[(found and found.lastgroup) or "mark"], offset, end)

    def _add(self, kind: int, start: int, end: int) -> int:
        self.partner.append(len(self.kinds))
        self.kinds.append(kind)
        self.starts.append(start)
        self.ends.append(end)
        return end

    def _value_may_begin(self) -> bool:
        """Tell whether a value, and not an operator, comes next."""
        if not self.kinds:
            return True
        last = len(self.kinds) - 1
        kind = self.kinds[last]
        if kind == NAME:
            return self.word(last) in BEFORE_OPERAND
        if kind == MARK:
            return self.word(last) not in ("++", "--")
        if kind == CLOSE:
            return not self._last_closed.ends_value
        return kind == OPEN

    def _open_bracket(self, mark: str, start: int, end: int) -> int:
        last = len(self.kinds) - 1
        before = self.word(last) if last >= 0 else ""
        if mark == "(":
            ends_value = before not in BEFORE_BODY
        elif mark == "{":
            ends_value = last >= 0 and self._value_may_begin() and before not in _BEFORE_BLOCK
        else:
            ends_value = True
        self._open.append(_Bracket(mark, len(self.kinds), ends_value))
        self._waiting[mark] += 1
        return self._add(OPEN, start, end)

    def _close_bracket(self, mark: str, offset: int) -> int:
        inner = self._open[-1].mark if self._open else ""
        if mark == "}" and inner == "`":
            return self._read_chunk(offset, offset + 1)
        if not self._waiting[PARTNERS[mark]]:
            return self._add(BROKEN, offset, offset + 1)
        return self._close(PARTNERS[mark], offset, offset + 1)

    def _close(self, opened: str, start: int, end: int) -> int:
        """Close the nearest bracket of a kind, and with it those inside that nobody closed."""
        token = len(self.kinds)
        while True:
            bracket = self._open.pop()
            self._waiting[bracket.mark] -= 1
            if bracket.mark == opened:
                break
            self.partner[bracket.token] = token
        self._add(CLOSE, start, end)
        self.partner[bracket.token] = token
        self.partner[token] = bracket.token
        self._last_closed = bracket
        return end

    def _read_chunk(self, start: int, inside: int) -> int:
        """Read the text of a template, from its quote or from the end of a substitution."""
        found = CHUNK.match(self.text, inside)
        end = found.end() if found else inside
        first = self.text[start] == "`"
        if self.text.startswith("`", end):
            if first:
                return self._add(TEMPLATE, start, end + 1)
            return self._close("`", start, end + 1)
        if not self.text.startswith("${", end):
            return self._add(BROKEN, start, len(self.text))
        if first:
            return self._open_bracket("`", start, end + 2)
        return self._add(MARK, start, end + 2)
