r"""Characters in two halves, `\ud83d\ude00`: beyond U+FFFF, JSON has no other escape.

YAML 1.2 takes JSON, but no parser here takes the halves. So the parser reads in their place the
character, and behind it fillers that stand nowhere else in the text: as long as the halves, so that
no offset moves. In double quotes the fillers are then taken out; elsewhere the halves come back,
for there a backslash is a letter. The fillers keep which of the hexadecimal digits were capitals.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

_PAIR = r"\\(?:u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})|.)"
_LONG_ESCAPE = r"\\U([0-9a-fA-F]{8})"
_PRIVATE = range(0xF0000, 0xFFFFE)  # no writing system has a letter there
_DIGITS = 8


class Fillers(NamedTuple):
    """Two characters: for a small letter or a digit, and for a capital."""

    small: str
    capital: str

    def removed(self, value: str, *, quoted: bool) -> str:
        """Give what the parser would have read: characters in double quotes, else the halves."""
        if self.small not in value:
            return value
        run = f"(.){self.small * 3}([{self.small}{self.capital}]{{{_DIGITS}}})"
        return re.sub(
            run, lambda found: found[1] if quoted else self._halves(found), value, flags=re.DOTALL
        )

    def _halves(self, found: re.Match[str]) -> str:
        high, low = divmod(ord(found[1]) - 0x10000, 0x400)
        digits = "".join(
            digit.upper() if case == self.capital else digit
            for digit, case in zip(f"{0xD800 + high:x}{0xDC00 + low:x}", found[2], strict=True)
        )
        return f"\\u{digits[:4]}\\u{digits[4:]}"


def join_halves(text: str) -> tuple[str, Fillers | None]:
    """Put characters in the place of their halves; without any, the text is what it was."""
    if "\\ud" not in text and "\\uD" not in text:
        return text, None
    fillers = _unused(text)
    if fillers is None:
        return text, None
    joined = re.sub(_PAIR, lambda found: _joined(found, fillers), text, flags=re.DOTALL)
    return (text, None) if joined == text else (joined, fillers)


def _joined(found: re.Match[str], fillers: Fillers) -> str:
    if found[1] is None:
        return found[0]
    code = 0x10000 + (int(found[1], 16) - 0xD800) * 0x400 + int(found[2], 16) - 0xDC00
    cases = (fillers[digit.isupper()] for digit in found[1] + found[2])
    return chr(code) + fillers.small * 3 + "".join(cases)


def _unused(text: str) -> Fillers | None:
    """Find two characters that a text neither holds nor names; a hostile one may use them all."""
    used = {ord(char) for char in set(text)}
    used.update(int(digits, 16) for digits in re.findall(_LONG_ESCAPE, text))
    free: Iterator[str] = (chr(code) for code in _PRIVATE if code not in used)
    small, capital = next(free, None), next(free, None)
    return Fillers(small, capital) if small and capital else None
