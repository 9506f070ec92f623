"""Bytes of a foreign file in, its text out."""

from collections.abc import Mapping

from policylint.errors import InputError
from policylint.exchange.source import Source
from policylint.source.decode import decode

MAX_BYTES = 32 << 20
"""Size of the largest foreign file that is read, in bytes."""

_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32"),  # before UTF-16, whose mark it begins with
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
    (b"\xef\xbb\xbf", "utf-8-sig"),
)


def open_source(path: str, content: bytes, columns: Mapping[str, str] | None = None) -> Source:
    """Decode a file: UTF-8, or UTF-16 and UTF-32 with or without a mark. Raises InputError."""
    if len(content) > MAX_BYTES:
        size = f"{len(content):,} bytes; expected at most {MAX_BYTES:,}"
        raise InputError(f"{path} is too large: it has {size}")
    if not content.strip():
        raise InputError(f"{path} is empty; expected a file to import")
    encoding = _encoding(content)
    try:
        return Source(path, content.decode(encoding), columns)
    except UnicodeDecodeError as error:
        flaw = decode(content).flaw
        if flaw is not None and encoding.startswith("utf-8"):
            line = content.count(b"\n", 0, error.start) + 1
            raise InputError(f"{path} line {line}: {flaw.message}") from None
        raise InputError(f"{path} is not the {encoding.upper()} that it begins as") from None


def _encoding(content: bytes) -> str:
    found = next((name for mark, name in _MARKS if content.startswith(mark)), None)
    if found is not None:
        return found
    # without a mark, the zero bytes of the first letters tell
    shape = "".join("x" if byte else "0" for byte in content[:4])
    known = {"x000": "utf-32-le", "000x": "utf-32-be", "x0x0": "utf-16-le", "0x0x": "utf-16-be"}
    return known.get(shape, "utf-8")
