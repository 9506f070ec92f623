"""EDPB Website Auditing Tool: a knowledge base of cookies, in the shape that it imports."""

from collections.abc import Iterator, Mapping
from typing import Any

from policylint.exchange.write.javascript import json_text
from policylint.exchange.write.services import group
from policylint.exchange.write.texts import plain
from policylint.exchange.write.wanted import Wanted
from policylint.model.cookie import Cookie
from policylint.model.inventory import Inventory
from policylint.model.terms import Group

NAME = "the knowledge base"
CARRIES = frozenset(
    {
        *("cookies.name", "cookies.category", "cookies.description", "cookies.vendor"),
        *("cookies.domain", "cookies.reviewed", "cookies.record", "vendors.name"),
        *("vendors.service", "vendors.privacy_policy", "site.name", "site.policy_url"),
        *("controller.name",),
    }
)
# The words that published knowledge bases use; `functional` is what works without consent there.
_CATEGORIES: Mapping[Group, str] = {
    "necessary": "functional",
    "preferences": "personalization",
    "statistics": "analytics",
    "marketing": "marketing",
}


def write(inventory: Inventory, wanted: Wanted) -> str:
    """Write the knowledge base as JSON."""
    knowledges = [
        _knowledge(one, inventory, wanted) for one in inventory.cookies if one.storage == "cookie"
    ]
    base = {
        "name": inventory.site.name,
        "author": inventory.controller.name,
        "category": "cookie",
        "knowledges": knowledges,
        "created_at": _moment(wanted.as_of.isoformat()),
    }
    return json_text([base])


def _knowledge(cookie: Cookie, inventory: Inventory, wanted: Wanted) -> dict[str, Any]:
    vendor = inventory.vendors.get(cookie.vendor) if cookie.vendor else None
    day = (cookie.reviewed or wanted.as_of).isoformat()
    if vendor is not None:
        source = plain(vendor.service, inventory, wanted.language) or vendor.name
        controller, policy = vendor.name, vendor.privacy_policy
    else:
        source = cookie.vendor or inventory.site.name
        controller = cookie.vendor or inventory.controller.name
        policy = inventory.site.policy_url
    return {
        "updated_at": _moment(day),
        "created_at": _moment(day),
        "kind": "cookie",
        "domain": cookie.domain or "",
        "name": _name(cookie),
        "category": _CATEGORIES[group(cookie)],
        "source": source,
        "controller": controller,
        "date": "",
        "policy": policy or "",
        "reference": plain(cookie.record, inventory, wanted.language),
        "comment": plain(cookie.description, inventory, wanted.language),
    }


def _moment(day: str) -> str:
    return f"{day}T00:00:00.000Z"


def _name(cookie: Cookie) -> str:
    """Give the longest part of a name without `*`, which such knowledge bases do not know."""
    return max(cookie.name.split("*"), key=len)


def remarks(inventory: Inventory, wanted: Wanted) -> Iterator[str]:
    """Tell what the knowledge base cannot carry, besides whole fields."""
    others = [f"'{one.name}'" for one in inventory.cookies if one.storage != "cookie"]
    if others:
        yield f"{NAME} lists cookies only; left out: {', '.join(others)}"
    patterns = [
        f"'{one.name}' as '{_name(one)}'"
        for one in inventory.cookies
        if "*" in one.name and one.storage == "cookie"
    ]
    if patterns:
        yield f"{NAME} knows no patterns: {', '.join(patterns)}"
    if len(wanted.languages) > 1:
        yield f"{NAME} holds one language: comments are in '{wanted.language}'"
