"""What follows from the declared facts of an entry: party, persistence, personal data."""

from functools import cache
from typing import Any

from policylint.model.cookie import Cookie
from policylint.model.inventory import Inventory
from policylint.model.terms import Party, Purpose, Storage

# Kinds of storage that have no lifetime on the device.
WITHOUT_LIFETIME: frozenset[Storage] = frozenset(
    {"pixel", "email-pixel", "link-decoration", "fingerprint", "server-side", "resource"}
)
# Data that by itself tells nobody from anybody.
IMPERSONAL_DATA = frozenset({"language", "consent-choice", "browser", "device-type"})
# Purposes that protect the visitor, the login or the payment asked for.
SECURITY_FAMILY: frozenset[Purpose] = frozenset(
    {
        "security",
        "csrf-protection",
        "bot-detection",
        "captcha",
        "fraud-prevention",
        "payment",
        "authentication",
    }
)


def is_personal(cookie: Cookie) -> bool:
    """Tell whether an entry is taken to be personal data.

    It is when declared so; or, unless denied, when it is an improvement, holds an identifier, or
    gathers more than a language, a choice, a browser or a kind of device.
    """
    if cookie.personal_data is not None:
        return cookie.personal_data
    return (
        cookie.category == "improvement"
        or cookie.identifier is True
        or not IMPERSONAL_DATA.issuperset(cookie.data)
    )


def is_unknown_to_be_personal(cookie: Cookie) -> bool:
    """Tell whether an essential entry says nothing from which personal data would follow."""
    return (
        cookie.category == "essential"
        and cookie.personal_data is None
        and cookie.identifier is None
        and not cookie.data
    )


def is_persistent(cookie: Cookie) -> bool:
    """Tell whether an entry stays on the device for over 24 hours."""
    if cookie.lifetime is None or cookie.storage in WITHOUT_LIFETIME:
        return False
    return cookie.lifetime.persistent


def party(cookie: Cookie, inventory: Inventory) -> Party | None:
    """Tell first from third party: as declared, else derived from `domain`; None where unknown.

    A host is first party when its registrable domain, by the Public Suffix List, is one of the
    site's.
    """
    if cookie.party is not None:
        return cookie.party
    if cookie.domain is None:
        return None
    return "first" if is_of_site(cookie.domain, inventory) else "third"


def is_third_party(cookie: Cookie, inventory: Inventory) -> bool:
    """Tell whether another company has its own hand in an entry.

    It does when the party is third, when the host is an alias of a foreign one, or when the
    vendor decides for itself. A processor on the site's own host is not a third party.
    """
    if party(cookie, inventory) == "third":
        return True
    if cookie.cname_of is not None and not is_of_site(cookie.cname_of, inventory):
        return True
    vendor = inventory.vendors.get(cookie.vendor) if cookie.vendor else None
    return vendor is not None and vendor.role in {"controller", "joint-controller"}


def is_of_security_family(cookie: Cookie) -> bool:
    """Tell whether every purpose of an entry is one of security."""
    return SECURITY_FAMILY.issuperset(cookie.purposes)


def readers(cookie: Cookie) -> list[str]:
    """List the ids of vendors that get at an entry or its data, each once."""
    shared = cookie.measurement.shared_with if cookie.measurement else ()
    vendor = (cookie.vendor,) if cookie.vendor else ()
    return list(dict.fromkeys((*vendor, *(cookie.recipients or ()), *shared)))


def controllers_behind(cookie: Cookie, inventory: Inventory) -> list[str]:
    """List the vendors that get at an entry or its data and decide for themselves."""
    return [
        key
        for key in readers(cookie)
        if key in inventory.vendors
        and inventory.vendors[key].role in {"controller", "joint-controller"}
    ]


def vendors_in_use(inventory: Inventory) -> list[str]:
    """List the ids of declared vendors that the site works with, in the inventory's order."""
    used: set[str] = set()
    for cookie in inventory.cookies:
        if cookie.vendor:
            used.add(cookie.vendor)
        if cookie.recipients:
            used.update(cookie.recipients)
        if cookie.measurement:
            used.update(cookie.measurement.shared_with)
    if inventory.consent is not None and inventory.consent.platform:
        used.add(inventory.consent.platform)
    return [key for key in inventory.vendors if key in used]


def is_of_site(host: str, inventory: Inventory) -> bool:
    """Tell whether a host belongs to the site."""
    return any(same_site(host.lstrip("."), mine) for mine in site_hosts(inventory))


def site_hosts(inventory: Inventory) -> list[str]:
    """List the hosts that are declared as the site's own, the main one first."""
    own = (_host_of(inventory.site.url), *inventory.site.domains)
    return [host.lstrip(".") for host in own]


def _host_of(url: str) -> str:
    authority = url.partition("://")[2]
    for mark in "/?#":
        authority = authority.partition(mark)[0]
    if authority.startswith("["):
        return authority.partition("]")[0] + "]"
    return authority.partition(":")[0].lower()


@cache
def same_site(one: str, other: str) -> bool:
    """Tell whether two hosts share a registrable domain."""
    if one == other:
        return True
    if one.split(".")[-2:] != other.split(".")[-2:]:
        # A registrable domain has two labels at least: no need to open the list.
        return False
    found = registrable_domain(one)
    return found is not None and found == registrable_domain(other)


def registrable_domain(host: str) -> str | None:
    """Give the domain that somebody registered; None for an address or a public suffix."""
    found: str | None = _public_suffixes().privatesuffix(host)
    return found


@cache
def _public_suffixes() -> Any:
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList()
