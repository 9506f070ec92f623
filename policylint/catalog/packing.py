"""Make the index of a catalogue from its files."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from policylint.catalog.folding import fold
from policylint.catalog.form import CatalogFile, CookieFacts, VendorFacts
from policylint.catalog.index import FIELD, ITEM, PART, YES
from policylint.catalog.known import KnownCookie, KnownVendor

_SPACES = str.maketrans("\t\n\r\f|", "     ")


def pack(files: Iterable[CatalogFile]) -> bytes:
    """Write the index of some files."""
    vendors: dict[str, VendorFacts] = {}
    cookies: list[CookieFacts] = []
    for file in files:
        vendors.update(file.vendors)
        cookies += file.cookies
    parts = (
        [one.name.translate(_SPACES) for one in cookies],
        [_line(_known_cookie(one)) for one in cookies],
        [_line(_known_vendor(key, one)) for key, one in sorted(vendors.items())],
        [f"{name}{FIELD}{key}" for name, key in sorted(_names(vendors).items())],
        [f"{host}{FIELD}{key}" for host, key in sorted(_hosts(vendors).items())],
    )
    return PART.join("\n".join(part).encode("utf-8", "replace") for part in parts)


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
    return FIELD.join(_text(values[name]) for name in kind.__annotations__)


def _text(value: Any) -> str:
    if value is None or value is False:
        return ""
    if value is True:
        return YES
    if type(value) is tuple:
        return ITEM.join(map(_text, value))
    return str(value).translate(_SPACES)


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
