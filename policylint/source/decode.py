"""From bytes to text: UTF-8 only, with or without a byte order mark."""

from typing import NamedTuple

from policylint.source.document import Flaw
from policylint.source.fault import FaultError

BOM = b"\xef\xbb\xbf"
"""The byte order mark in UTF-8."""

_ADVICE = "save the file as UTF-8"
_OTHER_ENCODINGS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),  # before UTF-16, whose mark it begins with
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_BARE_UTF = {"x000": "UTF-32", "000x": "UTF-32", "x0x0": "UTF-16", "0x0x": "UTF-16"}
_LATIN_1 = 0xA0  # below it stand control characters, so that Windows-1252 is likelier
_LINE_BREAKS = {
    "\x85": ("U+0085", "\\N"),
    "\u2028": ("U+2028", "\\L"),
    "\u2029": ("U+2029", "\\P"),
}


class Decoded(NamedTuple):
    """The text without its byte order mark, and what keeps it from being read."""

    text: str
    bom: bool = False
    flaw: Flaw | None = None


def decode(content: bytes) -> Decoded:
    """Decode a file's bytes; of another encoding as much as comes before the first bad byte."""
    encoding = _other_encoding(content)
    if encoding is not None:
        message = f"the file is written in {encoding}; {_ADVICE}"
        return Decoded("", flaw=FaultError(0, 0, message).flaw)
    bom = content.startswith(BOM)
    body = memoryview(content)[len(BOM) if bom else 0 :]
    try:
        text = str(body, "utf-8")
    except UnicodeDecodeError as error:
        good = str(body[: error.start], "utf-8")
        text = good + str(body[error.start :], "utf-8", "replace")
        return Decoded(text, bom, _bad_byte(body[error.start], len(good)))
    return Decoded(text, bom, _misread_character(text))


def _other_encoding(content: bytes) -> str | None:
    for mark, name in _OTHER_ENCODINGS:
        if content.startswith(mark):
            return name
    # without a mark, the zero bytes of the first letters tell
    return _BARE_UTF.get("".join("x" if byte else "0" for byte in content[:4]))


def _bad_byte(byte: int, offset: int) -> Flaw:
    encoding, name = ("latin-1", "Latin-1") if byte >= _LATIN_1 else ("cp1252", "Windows-1252")
    letter = bytes((byte,)).decode(encoding, "replace")
    message = f"the byte 0x{byte:02X} is not UTF-8 ('{letter}' in {name}); {_ADVICE}"
    return FaultError(offset, offset + 1, message).flaw


def _misread_character(text: str) -> Flaw | None:
    """Find a character that ends a line or a comment for some readers but not for others."""
    if text.isascii():
        return None
    found = [(at, mark) for mark in _LINE_BREAKS if (at := text.find(mark)) >= 0]
    if found:
        at, mark = min(found)
        name, escape = _LINE_BREAKS[mark]
        message = f"the line break {name} is not allowed; expected '{escape}' in double quotes"
        return FaultError(at, at + 1, message).flaw
    at = text.find("\ufeff")
    while at > 0 and text[at - 1] not in "\r\n":
        at = text.find("\ufeff", at + 1)
    if at < 0:
        return None
    return FaultError(at, at + 1, "a byte order mark stands inside the file; remove it").flaw
