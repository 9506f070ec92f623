"""The CSV dialect of policylint: a row per entry, readable by people and by `policylint import`."""

from collections.abc import Iterator

from policylint.exchange.write.cells import csv_text
from policylint.exchange.write.services import group
from policylint.exchange.write.texts import plain
from policylint.exchange.write.wanted import Wanted
from policylint.model.cookie import Cookie
from policylint.model.inventory import Inventory
from policylint.model.lifetime import Lifetime

NAME = "the table"
COLUMNS = (
    *("name", "provider", "category", "purpose", "duration", "type", "domain"),
    *("claim", "purposes", "path", "party"),
)
CARRIES = frozenset(
    {
        *("cookies.name", "cookies.category", "cookies.purposes", "cookies.description"),
        *("cookies.lifetime", "cookies.storage", "cookies.domain", "cookies.path"),
        *("cookies.party", "cookies.vendor", "vendors.name"),
    }
)


def write(inventory: Inventory, wanted: Wanted) -> str:
    """Write a row per entry."""
    return csv_text(COLUMNS, (_row(one, inventory, wanted) for one in inventory.cookies))


def _row(cookie: Cookie, inventory: Inventory, wanted: Wanted) -> dict[str, str]:
    vendor = inventory.vendors.get(cookie.vendor) if cookie.vendor else None
    own = cookie.vendor or inventory.controller.name
    return {
        "name": cookie.name,
        "provider": vendor.name if vendor else own,
        "category": group(cookie),
        "purpose": plain(cookie.description, inventory, wanted.language),
        "duration": duration(cookie.lifetime) if cookie.lifetime else "",
        "type": cookie.storage,
        "domain": cookie.domain or "",
        "claim": cookie.category,
        "purposes": " ".join(cookie.purposes),
        "path": cookie.path or "",
        "party": cookie.party or "",
    }


def duration(lifetime: Lifetime) -> str:
    """Write a duration in the words of the inventory format."""
    if not lifetime.amounts:
        return lifetime.text
    parts = (
        f"{count} {unit}{'s' if count != 1 else ''}" for count, unit in lifetime.amounts if count
    )
    return " ".join(parts)


def remarks(inventory: Inventory, wanted: Wanted) -> Iterator[str]:
    """Tell what the table cannot carry, besides whole fields."""
    if len(wanted.languages) > 1:
        yield f"{NAME} holds one language: descriptions are in '{wanted.language}'"
    if inventory.vendors:
        yield f"{NAME} names vendors and holds nothing else of them"
