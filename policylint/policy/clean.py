"""Make hostile characters visible: controls, marks that turn the direction of text, surrogates."""

import re

_CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"
_DIRECTIONS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_INVISIBLE = "\u200b\u2060\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f"
_HOSTILE = re.compile(f"[{_CONTROLS}{_DIRECTIONS}{_INVISIBLE}\ud800-\udfff]")
_BREAKS = re.compile("[\t\n\r\x85\u2028\u2029]+")


def clean(text: str) -> str:
    """Put one space for line breaks and tabs, and U+FFFD for what hides or deceives."""
    return _HOSTILE.sub("\ufffd", _BREAKS.sub(" ", text))


def shortened(name: str, most: int = 60) -> str:
    """Cut a name for a message."""
    return name if len(name) <= most else name[: most - 1] + "\u2026"


def fitting(name: str, most: int = 60) -> str:
    """Cut a name to the room of so many small letters, whatever letters it is made of."""
    taken = 0.0
    for index, letter in enumerate(name):
        taken += _breadth(letter)
        if taken > most:
            return name[: max(index - 1, 0)] + "\u2026"
    return name


def _breadth(letter: str) -> float:
    if letter in "MWmw@%":
        return 1.6
    return 1.0 if letter.isascii() and not letter.isupper() else 1.3
