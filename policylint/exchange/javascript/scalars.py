"""What the single words of JavaScript and JSON mean."""

import re

from policylint.exchange.node import Pattern, Scalar, Unread
from policylint.source.pointer import Span

_ESCAPE = re.compile(
    r"\\(?:u\{([0-9A-Fa-f]{1,8})\}|u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|(\r\n|[\s\S]))"
)
_LETTERS = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "0": "\0"}
_CONTINUED = frozenset(("\n", "\r", "\r\n", "\u2028", "\u2029"))
_SURROGATES = re.compile(r"[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]")
_WORDS: dict[str, Scalar] = {"true": True, "false": False, "null": None, "undefined": None}
_RADIX = {"x": 16, "o": 8, "b": 2}
_LONGEST_NUMBER = 400
_LAST_CHARACTER = 0x10FFFF
_LONGEST_SHOWN = 200


def read_string(word: str) -> str:
    """Return what a string or a template in its quotes holds."""
    inner = word[1:-1]
    if "\\" in inner:
        inner = _ESCAPE.sub(_unescape, inner)
        inner = _SURROGATES.sub(_pair, inner)
    return inner


def read_number(word: str) -> int | float | None:
    """Return a number; None for what is none, or too large."""
    digits = word.replace("_", "").removesuffix("n" if word[:2].lower() != "0x" else "")
    if len(digits) > _LONGEST_NUMBER:
        return None
    try:
        if digits[:1] == "0" and digits[1:2].lower() in _RADIX:
            return int(digits[2:], _RADIX[digits[1].lower()])
        if digits.isdigit():
            return int(digits)
        value = float(digits)
    except ValueError:
        return None
    return None if value in (float("inf"), float("-inf")) else value


def read_word(word: str) -> Scalar:
    """Return the value of a name that is one; the name unread where it stands for another."""
    return _WORDS[word] if word in _WORDS else Unread(text=word)


def read_pattern(word: str) -> Pattern:
    """Take a regular expression apart."""
    source, _, flags = word[1:].rpartition("/")
    return Pattern(source=source, flags=flags)


def shown(text: str, span: Span) -> Unread:
    """Keep an expression that was not read; a long one by the beginning of its first line."""
    part = text[span.start : min(span.end, span.start + _LONGEST_SHOWN)]
    first = (part.splitlines() or [""])[0]
    whole = len(first) == span.end - span.start
    return Unread(text=first if whole else f"{first.rstrip()}…")


def without_marks(text: str) -> str | Unread:
    """Read what stands in JSON for an expression of a program: `__expr__:` and its source."""
    if text == "__function__":
        return Unread(text="a function")
    if text.startswith("__expr__:"):
        return shown(text, Span(len("__expr__:"), len(text)))
    return text


def _unescape(found: re.Match[str]) -> str:
    far, unit, byte, letter = found.groups()
    if letter is not None:
        return "" if letter in _CONTINUED else _LETTERS.get(letter, letter)
    code = int(far or unit or byte, 16)
    return chr(code) if code <= _LAST_CHARACTER else "\ufffd"


def _pair(found: re.Match[str]) -> str:
    """Join two halves of a character; half of one is none, and no file could hold it."""
    halves = found[0]
    if len(halves) == 1:
        return "\ufffd"
    return halves.encode("utf-16", "surrogatepass").decode("utf-16")
