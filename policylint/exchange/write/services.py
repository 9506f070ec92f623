"""Entries grouped as consent platforms show them.

What visitors switch on or off together has the same vendor and the same purposes: consent to one
purpose never comes with another.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence

from policylint.exchange.write.texts import capital, read, words
from policylint.law.purposes import group_of
from policylint.model.cookie import Cookie
from policylint.model.inventory import Inventory
from policylint.model.record import Record
from policylint.model.terms import Group, Purpose

OWN = "site"
# RFC 6265, less `*`: a name with one is a pattern.
_TOKEN = re.compile(r"[!#$%&'+.^_`|~0-9A-Za-z-]+")


class Service(Record):
    """Entries that are asked about together; `key` is unique among the services."""

    key: str
    vendor: str | None
    is_essential: bool
    group: Group
    purposes: Sequence[Purpose]
    cookies: Sequence[Cookie]


def group(cookie: Cookie) -> Group:
    """Give the display group: `necessary` for what is claimed essential, and for nothing else."""
    if cookie.category == "essential":
        return "necessary"
    return group_of(cookie.purposes, improvement=True)


def services(inventory: Inventory) -> list[Service]:
    """Group the entries of an inventory by vendor, claim and purposes, in its order."""
    return _grouped(inventory, lambda one: (one.vendor, one.category, frozenset(one.purposes)))


def switches(inventory: Inventory) -> list[Service]:
    """Group the entries as visitors choose: of what cannot be refused, one service per vendor."""
    return _grouped(
        inventory,
        lambda one: (
            *(one.vendor, one.category),
            frozenset(one.purposes) if one.category == "improvement" else None,
        ),
    )


def _grouped(inventory: Inventory, key_of: Callable[[Cookie], object]) -> list[Service]:
    groups: dict[object, list[Cookie]] = {}
    for cookie in inventory.cookies:
        groups.setdefault(key_of(cookie), []).append(cookie)
    per_vendor = Counter(cookies[0].vendor for cookies in groups.values())
    keys = _Keys()
    return [
        Service(
            key=keys.take(cookies[0], alone=per_vendor[cookies[0].vendor] == 1),
            vendor=cookies[0].vendor,
            is_essential=cookies[0].category == "essential",
            group=group(cookies[0]),
            purposes=tuple(dict.fromkeys(one for cookie in cookies for one in cookie.purposes)),
            cookies=cookies,
        )
        for cookies in groups.values()
    ]


class _Keys:
    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._numbers: dict[str, int] = defaultdict(int)

    def take(self, cookie: Cookie, *, alone: bool) -> str:
        base = cookie.vendor or OWN
        if not alone:
            base = f"{base}-{group(cookie)}"
        key = base
        while key in self._taken:
            self._numbers[base] += 1
            key = f"{base}-{self._numbers[base] + 1}"
        self._taken.add(key)
        return key


def title(service: Service, inventory: Inventory, language: str) -> str:
    """Name a service for readers: its product, else its vendor, else the site."""
    if service.vendor is None:
        name = inventory.site.name
    else:
        vendor = inventory.vendors.get(service.vendor)
        product = read(vendor.service, inventory, language) if vendor else None
        name = product or (vendor.name if vendor else service.vendor)
    if service.key in {service.vendor, OWN}:
        return name
    if service.is_essential:
        return f"{name} ({group_title(service.group, language)})"
    return f"{name} ({purpose_words(service.purposes, language)})"


def description(service: Service, inventory: Inventory, language: str) -> str | None:
    """Join what is told of the entries, each text once; None where nothing is."""
    texts = (read(cookie.description, inventory, language) for cookie in service.cookies)
    return " ".join(dict.fromkeys(text for text in texts if text)) or None


def purpose_words(purposes: Sequence[Purpose], language: str) -> str:
    """Write purposes for readers."""
    said = words(language)
    return ", ".join(said.text(f"legal.purpose.{purpose}") for purpose in purposes)


def group_title(name: Group, language: str) -> str:
    """Write a display group for readers."""
    return capital(words(language).text(f"legal.group.{name}"))


def choice_cookie(inventory: Inventory) -> tuple[str | None, bool]:
    """Give the cookie that keeps the choice, and whether it is local storage.

    None where none is declared, or its name is none that a browser takes.
    """
    name = inventory.consent.choice_cookie if inventory.consent else None
    if name is None or not _TOKEN.fullmatch(name):
        return None, False
    entry = next((one for one in inventory.cookies if one.name == name), None)
    return name, entry is not None and entry.storage == "local-storage"


def claim_remarks(inventory: Inventory) -> Iterator[str]:
    """Tell where a platform that asks for consent is stricter than the inventory."""
    for cookie in inventory.cookies:
        if cookie.category != "improvement":
            continue
        if cookie.exempt_in:
            where = ", ".join(cookie.exempt_in)
            yield f"asks for consent to '{cookie.name}' everywhere, though exempt in {where}"
        elif cookie.consent not in {None, "opt-in"}:
            yield (
                f"asks for consent to '{cookie.name}' first, though the inventory says"
                f" '{cookie.consent}'"
            )


def stored_elsewhere(inventory: Inventory, platform: str) -> Iterator[str]:
    """Tell which entries are no cookies, which a platform neither lists nor clears."""
    others = [cookie.name for cookie in inventory.cookies if cookie.storage != "cookie"]
    if others:
        names = ", ".join(f"'{name}'" for name in others)
        yield f"{platform} clears cookies only; left out as names, kept as services: {names}"
