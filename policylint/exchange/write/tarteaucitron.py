"""tarteaucitron: its start, and each service as one of our own with the cookies that it clears.

The platform puts names into the page as HTML and looks for `key=true` anywhere in its cookie: a
key that ends like another one would take its consent. Ours hold a capital at their start only.
"""

import re
from collections.abc import Iterator, Mapping

from policylint.exchange.write.javascript import Code, literal
from policylint.exchange.write.klaro import one_memory
from policylint.exchange.write.services import (
    Service,
    choice_cookie,
    claim_remarks,
    switches,
    title,
)
from policylint.exchange.write.texts import html, whole_days
from policylint.exchange.write.wanted import Wanted
from policylint.model.cookie import Cookie
from policylint.model.inventory import Inventory
from policylint.model.terms import Group, Purpose

NAME = "tarteaucitron"
CARRIES = frozenset(
    {
        *("cookies.name", "cookies.category", "cookies.vendor", "cookies.consent"),
        *("vendors.name", "vendors.service", "vendors.privacy_policy", "site.name"),
        *("site.policy_url", "consent.choice_cookie", "consent.validity", "consent.prechecked"),
    }
)
_TYPES: Mapping[Group, str] = {
    "necessary": "other",
    "preferences": "other",
    "statistics": "analytic",
    "marketing": "ads",
}
_TYPES_OF_PURPOSES: Mapping[Purpose, str] = {
    "social-media": "social",
    "social-sharing": "social",
    "live-chat": "support",
    "map": "api",
    "web-fonts": "api",
    "embedded-content": "api",
}
# The platform makes a regular expression of each name, as it stands.
_NOT_IN_ITS_EXPRESSION = re.compile(r"[()\[\]{}?+\\|^$]|^\*|\*\*")
_NOTHING = Code('function () { "use strict"; }')
_LONGEST_YEAR = 365


def write(inventory: Inventory, wanted: Wanted) -> str:
    """Write the script: init, services, and the jobs that start them."""
    parts = [*_head(inventory), f"tarteaucitron.init({literal(_start(inventory))});"]
    shown = switches(inventory)
    for service in shown:
        key = _key(service)
        data = literal({"key": key, **_service(service, inventory, wanted)}, bare_keys=False)
        parts.append(f"tarteaucitron.services.{key} = {data};")
    parts += [
        f"(tarteaucitron.job = tarteaucitron.job || []).push({literal(_key(service))});"
        for service in shown
    ]
    return "\n\n".join(parts) + "\n"


def _head(inventory: Inventory) -> Iterator[str]:
    yield "// Each service loads nothing yet: put what it loads into its 'js'."
    days = whole_days(inventory.consent.validity) if inventory.consent else None
    if days:
        yield f"var tarteaucitronForceExpire = {days};\nvar tarteaucitronExpireInDay = true;"


def _start(inventory: Inventory) -> dict[str, object]:
    name, _ = choice_cookie(inventory)
    return {
        "privacyUrl": inventory.site.policy_url or "",
        **({"cookieName": name} if name else {}),
        "groupServices": True,
        "serviceDefaultState": "wait",
        "DenyAllCta": True,
        "AcceptAllCta": True,
        "highPrivacy": True,
        "alwaysNeedConsent": False,
        "mandatory": True,
        "moreInfoLink": True,
    }


def _key(service: Service) -> str:
    return service.key.replace("-", "_").capitalize()


def _service(service: Service, inventory: Inventory, wanted: Wanted) -> dict[str, object]:
    vendor = inventory.vendors.get(service.vendor) if service.vendor else None
    uri = vendor.privacy_policy if vendor else inventory.site.policy_url
    kinds = {_TYPES_OF_PURPOSES.get(purpose) for purpose in service.purposes}
    special = kinds.pop() if len(kinds) == 1 and not service.is_essential else None
    return {
        "type": special or _TYPES[service.group],
        "name": html(title(service, inventory, wanted.language)),
        "uri": html(uri or ""),
        "needConsent": not service.is_essential,
        "cookies": [one.name for one in service.cookies if is_listed(one)],
        "js": _NOTHING,
        "fallback": _NOTHING,
    }


def is_listed(cookie: Cookie) -> bool:
    """Tell whether the platform can take the name of an entry."""
    return cookie.storage == "cookie" and not _NOT_IN_ITS_EXPRESSION.search(cookie.name)


def remarks(inventory: Inventory, wanted: Wanted) -> Iterator[str]:
    """Tell what the platform cannot carry, besides whole fields."""
    unlisted = [f"'{one.name}'" for one in inventory.cookies if not is_listed(one)]
    if unlisted:
        yield f"{NAME} clears cookies with plain names only; left out: {', '.join(unlisted)}"
    patterns = [f"'{one.name}'" for one in inventory.cookies if is_listed(one) and "*" in one.name]
    if patterns:
        yield f"{NAME} knows no patterns: it lists and does not clear {', '.join(patterns)}"
    if any(service.group == "preferences" for service in switches(inventory)):
        yield f"{NAME} has no type for preferences: 'other' holds them"
    if any(service.is_essential for service in switches(inventory)):
        yield f"{NAME} lets visitors refuse also what needs no consent"
    if len(wanted.languages) > 1:
        yield f"{NAME} holds one language: names are in '{wanted.language}'"
    days = whole_days(inventory.consent.validity) if inventory.consent else None
    if days and days >= _LONGEST_YEAR:
        yield f"{NAME} keeps a choice for a year at most, not for '{days}' days"
    yield from claim_remarks(inventory)
    yield from one_memory(inventory, NAME)
