"""The index of a catalogue: one text that is quick to load, and made from its files.

Five parts, a form feed between them: names of cookies, the cookies line by line with them,
vendors, names of vendors, hosts of vendors. A line of a record holds its fields in the order of
its annotations, a tab between them.
"""

from typing import Any

from policylint.catalog.known import KnownCookie, KnownVendor
from policylint.model.record import Record

PART = b"\f"
FIELD, ITEM, YES = "\t", "|", "1"
_LISTS = frozenset({"purposes", "domains", "services", "aliases", "transfers"})
_TRUTHS = frozenset({"is_distinctive", "is_bare", "uses_pixel"})


def unpack_cookie(line: str) -> KnownCookie:
    """Read a line of the first part."""
    return KnownCookie.build(_values(KnownCookie, line))


def unpack_vendor(line: str) -> KnownVendor:
    """Read a line of the second part."""
    return KnownVendor.build(_values(KnownVendor, line))


def _values(kind: type[Record], line: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, text in zip(kind.__annotations__, line.split(FIELD), strict=True):
        if name in _LISTS:
            if text:
                found[name] = tuple(text.split(ITEM))
        elif name in _TRUTHS:
            found[name] = text == YES
        elif text or not hasattr(kind, name):
            found[name] = text or None
    return found
