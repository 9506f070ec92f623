"""The value of a plain scalar by the core schema of YAML 1.2, as far as JSON has it."""

Scalar = str | int | float | bool | None

MAX_DIGITS = 4_000
"""Decimal digits of an integer; Python itself refuses to write more than 4,300."""

_SAFE_DIGITS = MAX_DIGITS // 2  # of any radix: they cannot make too many decimal ones
_FIRST = frozenset("+-.0123456789")
_WORDS: dict[str, Scalar] = {
    "": None,
    "~": None,
    "null": None,
    "Null": None,
    "NULL": None,
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}
_KEPT = 4_096  # distinct scalars to remember; a file of unlike values must not grow the table
_SHORT = 64  # code points; longer ones seldom repeat


class DigitsError(ValueError):
    """An integer has more digits than can be read and written."""


def resolve(text: str) -> Scalar:
    """Return what a plain scalar means; what JSON cannot say (.inf, dates) stays text."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in _FIRST or not text.isascii():
        return text
    digits = text[1:] if text[0] in "+-" else text
    if digits.isdigit():
        return _integer(text, 10)
    if digits[:2] in ("0x", "0o") and digits is text:
        return _prefixed(text)
    return _number(text, digits)


def _prefixed(text: str) -> Scalar:
    radix, allowed = (16, "0123456789abcdefABCDEF") if text[1] == "x" else (8, "01234567")
    digits = text[2:]
    return text if not digits or digits.strip(allowed) else _integer(digits, radix)


def _integer(text: str, radix: int) -> int:
    if len(text) > MAX_DIGITS + (text[0] in "+-"):
        raise DigitsError
    value = int(text, radix)
    if len(text) > _SAFE_DIGITS and abs(value) >= 10**MAX_DIGITS:
        raise DigitsError
    return value


def _number(text: str, digits: str) -> Scalar:
    """Read `1.5`, `.5`, `1.`, `1e9`; the text itself if it is none, or too large for a float."""
    mantissa, marker, exponent = digits.replace("E", "e", 1).partition("e")
    whole, _, fraction = mantissa.partition(".")
    power = exponent[1:] if exponent[:1] in ("+", "-") else exponent
    if not (whole + fraction).isdigit() or (marker and not power.isdigit()):
        return text
    value = float(text)
    return text if value in (float("inf"), float("-inf")) else value


class Plain(dict[str, Scalar]):
    """Values of plain scalars by their text; repeated ones are read once and shared."""

    def __missing__(self, text: str) -> Scalar:
        value = resolve(text)
        if len(self) < _KEPT and len(text) <= _SHORT:
            self[text] = value
        return value


class Shared(dict[str, str]):
    """One string for each repeated short text."""

    def __missing__(self, text: str) -> str:
        if len(self) < _KEPT and len(text) <= _SHORT:
            self[text] = text
        return text
