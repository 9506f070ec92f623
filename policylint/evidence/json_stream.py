"""JSON of any size, read piece by piece: one value of a list in memory at a time."""

import re
from collections.abc import Iterator
from json import JSONDecodeError, JSONDecoder
from typing import Any

from policylint.errors import InputError
from policylint.evidence.opened import CHUNK, Text

MOST_IN_ONE_VALUE = 1 << 26
"""Characters of one value, such as an entry with its body."""

_BLANK = re.compile(r"[ \t\n\r]*")
_MARK = re.compile(r'["{}\[\]]')
_IN_STRING = re.compile(r'(?:[^"\\]++|\\.)*+', re.DOTALL)
_NEAR = 16  # characters at the end of what was read in which an error may be a mere cut
# Python reads no number of more than 4,300 digits, and no browser writes one.
_MOST_DIGITS = 4_000


def _whole_number(digits: str) -> int | None:
    return int(digits) if len(digits) < _MOST_DIGITS else None


_decode = JSONDecoder(strict=False).raw_decode
_decode_huge = JSONDecoder(strict=False, parse_int=_whole_number).raw_decode


class _TooLargeError(InputError):
    """One value is larger than what is held at once."""


class JsonStream:
    """A place in the text of a file, from which values are read one after the other.

    `within` names what is being read, for the sentence about a file that ends early.
    """

    def __init__(self, text: Text, what: str) -> None:
        self.path = text.path
        self.what = what
        self.within = "its first value"
        self._text = text
        self._buffer = text.piece()
        self._at = 0
        self._gone = 0
        self._is_over = False

    def peek(self) -> str:
        """Give the next character that is not blank, empty at the end."""
        while True:
            match = _BLANK.match(self._buffer, self._at)
            self._at = match.end() if match else self._at
            if self._at < len(self._buffer) or not self._more():
                return self._buffer[self._at : self._at + 1]

    def value(self) -> Any:
        """Read the next value as a whole. Raises InputError."""
        self.peek()
        decode = _decode
        while True:
            try:
                value, end = decode(self._buffer, self._at)
            except JSONDecodeError as error:
                if not (self._is_cut(error) and self._more()):
                    raise self._fault(error) from None
            except RecursionError:
                raise self._error("is nested too deeply") from None
            except ValueError:
                decode = _decode_huge
            else:
                # a number that the buffer cuts reads like a shorter one
                if end < len(self._buffer) or not self._more():
                    self._at = end
                    return value

    def members(self) -> Iterator[str]:
        """Give the keys of the object that begins here; each value must be read before the next."""
        self._take("{")
        if self._took("}"):
            return
        while True:
            if self.peek() != '"':
                raise self._error("expected a key in double quotes")
            key = self.value()
            self._take(":")
            yield key
            if self._took("}"):
                return
            self._take(",")

    @property
    def passed(self) -> int:
        """Count the characters that were read."""
        return self._gone + self._at

    def items(self, instead: Any = None) -> Iterator[Any]:
        """Read the values of the list that begins here, one at a time.

        Where `instead` is given it stands for each value that is too large.
        """
        self._take("[")
        if self._took("]"):
            return
        while True:
            try:
                value = self.value()
            except _TooLargeError:
                if instead is None:
                    raise
                self._pass_over()
                value = instead
            yield value
            if self._took("]"):
                return
            self._take(",")

    def end(self) -> None:
        """Make sure that nothing follows. Raises InputError."""
        if self.peek():
            raise self._error("goes on after its end")

    def _took(self, mark: str) -> bool:
        found = self.peek() == mark
        self._at += found
        return found

    def _take(self, mark: str) -> None:
        if not self._took(mark):
            raise self._error(f"expected '{mark}'")

    def _more(self) -> bool:
        """Read on, doubling what is held, so that a long value costs no more than twice."""
        if self._is_over:
            return False
        held = self._buffer[self._at :]
        wanted = max(CHUNK, len(held))
        if wanted > MOST_IN_ONE_VALUE:
            raise _TooLargeError(
                f"{self.path} holds a value of more than {MOST_IN_ONE_VALUE >> 20} MB "
                f"({self.within}); expected {self.what}"
            )
        self._gone += self._at
        pieces = [held]
        while wanted > 0 and (piece := self._text.piece()):
            pieces.append(piece)
            wanted -= len(piece)
        self._is_over = wanted > 0
        self._buffer, self._at = "".join(pieces), 0
        return len(pieces) > 1

    def _pass_over(self) -> None:
        """Go to the end of the value that begins here, without holding it."""
        depth = 0
        while True:
            match = _MARK.search(self._buffer, self._at)
            if match is None:
                self._next_piece(len(self._buffer))
                continue
            self._at = match.end()
            if match[0] == '"':
                self._pass_over_string()
            else:
                depth += 1 if match[0] in "{[" else -1
            if depth == 0:
                return

    def _pass_over_string(self) -> None:
        while True:
            match = _IN_STRING.match(self._buffer, self._at)
            end = match.end() if match else self._at
            if self._buffer[end : end + 1] == '"':
                self._at = end + 1
                return
            self._next_piece(end)  # of an escape that is cut its beginning is kept

    def _next_piece(self, end: int) -> None:
        """Read on, and let go of what stands before `end`. Raises InputError."""
        piece = self._text.piece()
        self._gone += end
        self._buffer, self._at = self._buffer[end:] + piece, 0
        if not piece:
            self._is_over = True
            self._at = len(self._buffer)
            raise self._error("expected more")

    def _is_cut(self, error: JSONDecodeError) -> bool:
        return error.msg.startswith("Unterminated") or error.pos >= len(self._buffer) - _NEAR

    def _fault(self, error: JSONDecodeError) -> InputError:
        if self._is_cut(error):
            self._at = len(self._buffer)
            return self._error("expected more")
        self._at = error.pos
        return self._error("it is no JSON there")

    def _error(self, wanted: str) -> InputError:
        """Say what is wrong at this place, without a word of the text itself."""
        if wanted.startswith("is "):
            return InputError(f"{self.path} {wanted} ({self.within}); expected {self.what}")
        if not self.peek():
            return InputError(
                f"{self.path} ends early, within {self.within}: {wanted}; "
                f"the recording was cut off, make it again"
            )
        place = f"character {self._gone + self._at + 1:,}"
        return InputError(
            f"{self.path} cannot be read at {place}, within {self.within}: {wanted}; "
            f"expected {self.what}"
        )
