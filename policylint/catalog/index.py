"""The index of a catalogue: one text that is quick to load, and made from its files.

Four parts, an empty line between them: cookies, vendors, names of vendors, hosts of vendors. A
line holds the fields of one record in the order of its annotations, a tab between them.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from policylint.catalog.folding import fold
from policylint.catalog.form import CatalogFile, CookieFacts, VendorFacts
from policylint.catalog.known import KnownCookie, KnownVendor
from policylint.model.record import Record

_FIELD, _ITEM, _YES = "\t", "|", "1"
_LISTS = frozenset({"purposes", "domains", "services", "aliases", "transfers"})
_TRUTHS = frozenset({"is_distinctive", "is_bare", "uses_pixel"})
_SPACES = str.maketrans("\t\n\r|", "    ")


def pack(files: Iterable[CatalogFile]) -> str:
    """Write the index of some files."""
    vendors: dict[str, VendorFacts] = {}
    cookies: list[CookieFacts] = []
    for file in files:
        vendors.update(file.vendors)
        cookies += file.cookies
    parts = (
        [_line(_known_cookie(one)) for one in cookies],
        [_line(_known_vendor(key, one)) for key, one in sorted(vendors.items())],
        [f"{name}{_FIELD}{key}" for name, key in sorted(_names(vendors).items())],
        [f"{host}{_FIELD}{key}" for host, key in sorted(_hosts(vendors).items())],
    )
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def unpack_cookie(line: str) -> KnownCookie:
    """Read a line of the first part."""
    return KnownCookie.build(_values(KnownCookie, line))


def unpack_vendor(line: str) -> KnownVendor:
    """Read a line of the second part."""
    return KnownVendor.build(_values(KnownVendor, line))


def _known_cookie(facts: CookieFacts) -> dict[str, Any]:
    return {
        **{name: getattr(facts, name, None) for name in KnownCookie.__annotations__},
        "is_distinctive": facts.name_is == "distinctive",
        "is_bare": facts.name_is == "bare",
    }


def _known_vendor(key: str, facts: VendorFacts) -> dict[str, Any]:
    return {"id": key, **{name: getattr(facts, name) for name in VendorFacts.__annotations__}}


def _line(values: Mapping[str, Any]) -> str:
    kind = KnownVendor if "id" in values else KnownCookie
    return _FIELD.join(_text(values[name]) for name in kind.__annotations__)


def _text(value: Any) -> str:
    if value is None or value is False:
        return ""
    if value is True:
        return _YES
    if type(value) is tuple:
        return _ITEM.join(map(_text, value))
    return str(value).translate(_SPACES)


def _values(kind: type[Record], line: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, text in zip(kind.__annotations__, line.split(_FIELD), strict=True):
        if name in _LISTS:
            if text:
                found[name] = tuple(text.split(_ITEM))
        elif name in _TRUTHS:
            found[name] = text == _YES
        elif text or not hasattr(kind, name):
            found[name] = text or None
    return found


def _names(vendors: Mapping[str, VendorFacts]) -> Mapping[str, str]:
    """Give each name one vendor: products first, then entities, those that stand alone first."""
    found: dict[str, str] = {}
    for name, key in _named(vendors):
        found.setdefault(fold(name), key)
    return found


def _named(vendors: Mapping[str, VendorFacts]) -> Iterator[tuple[str, str]]:
    yield from ((key, key) for key in vendors)
    yield from ((name, key) for key, one in vendors.items() for name in one.services)
    ordered = sorted(vendors.items(), key=lambda item: item[1].parent is not None)
    yield from ((one.name, key) for key, one in ordered)
    yield from ((name, key) for key, one in ordered for name in one.aliases)


def _hosts(vendors: Mapping[str, VendorFacts]) -> Mapping[str, str]:
    """Give each host one vendor, of several the most special."""
    ordered = sorted(vendors.items(), key=lambda item: item[1].parent is not None)
    return {host.lstrip("."): key for key, one in ordered for host in one.domains}
