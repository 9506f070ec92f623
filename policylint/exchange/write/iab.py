"""IAB Transparency and Consent Framework: the device storage disclosure of one vendor."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from policylint.errors import UsageError
from policylint.exchange import tcf
from policylint.exchange.write.javascript import json_text
from policylint.exchange.write.texts import plain
from policylint.exchange.write.wanted import Wanted
from policylint.model.cookie import Cookie
from policylint.model.inventory import Inventory
from policylint.model.terms import Purpose, Storage

NAME = "the disclosure"
CARRIES = frozenset(
    {
        *("cookies.name", "cookies.category", "cookies.lifetime", "cookies.renewal"),
        *("cookies.description", "cookies.domain", "cookies.storage", "cookies.consent"),
        *("cookies.vendor", "vendors.domains", "vendors.name"),
    }
)
_TYPES: Mapping[Storage, str] = {
    "cookie": "cookie",
    "local-storage": "web",
    "session-storage": "web",
    "indexed-db": "web",
    "cache-storage": "web",
    "service-worker": "web",
    "sdk": "app",
}


def _numbers(
    table: Mapping[int, Sequence[Purpose]], *, but: frozenset[Purpose]
) -> Mapping[Purpose, int]:
    """Turn a table of the framework round; what stands at two of its numbers is neither."""
    counts = Counter(word for words in table.values() for word in words)
    return {
        word: number
        for number, words in table.items()
        for word in words
        if counts[word] == 1 and word not in but
    }


PURPOSES = _numbers(tcf.PURPOSES, but=frozenset())
SPECIAL_PURPOSES = _numbers(
    tcf.SPECIAL_PURPOSES, but=frozenset(word for words in tcf.PURPOSES.values() for word in words)
)


def write(inventory: Inventory, wanted: Wanted) -> str:
    """Write the disclosure of the vendor that is wanted. Raises UsageError."""
    key = _chosen(inventory, wanted)
    entries = _entries(inventory, key)
    document: dict[str, Any] = {
        "disclosures": [_disclosure(one, inventory, wanted) for one in entries],
        "domains": [
            {"domain": host.lstrip("."), "purposes": _of_all(entries)}
            for host in inventory.vendors[key].domains
        ],
    }
    return json_text(document)


def _chosen(inventory: Inventory, wanted: Wanted) -> str:
    busy = {one.vendor for one in inventory.cookies if one.storage in _TYPES}
    known = [key for key in inventory.vendors if key in busy]
    if wanted.vendor is None and len(known) == 1:
        return known[0]
    listed = ", ".join(inventory.vendors) or "none is declared"
    if wanted.vendor is None:
        raise UsageError(f"a disclosure is of one vendor; expected --vendor with one of: {listed}")
    if wanted.vendor not in inventory.vendors:
        raise UsageError(f"no vendor '{wanted.vendor}'; expected one of: {listed}")
    return wanted.vendor


def _entries(inventory: Inventory, key: str) -> Sequence[Cookie]:
    return [one for one in inventory.cookies if one.vendor == key and one.storage in _TYPES]


def _disclosure(cookie: Cookie, inventory: Inventory, wanted: Wanted) -> dict[str, Any]:
    text = plain(cookie.description, inventory, wanted.language)
    found: dict[str, Any] = {"identifier": cookie.name, "type": _TYPES[cookie.storage]}
    if cookie.storage != "cookie":
        found["maxAgeSeconds"] = None
    elif cookie.lifetime is not None and not cookie.lifetime.is_unbounded:
        found["maxAgeSeconds"] = cookie.lifetime.longest_seconds
    if cookie.renewal is not None:
        found["cookieRefresh"] = cookie.renewal == "rolling"
    if cookie.domain is not None:
        found["domains"] = [cookie.domain.lstrip(".")]
    found["purposes"] = _purposes(cookie)
    special = {SPECIAL_PURPOSES[one] for one in cookie.purposes if one in SPECIAL_PURPOSES}
    if special:
        found["specialPurposes"] = sorted(special)
    if text:
        found["description"] = text
    return found


def _purposes(cookie: Cookie) -> list[int]:
    known = {PURPOSES[one] for one in cookie.purposes if one in PURPOSES}
    return sorted(known | ({tcf.ACCESS} if cookie.category == "improvement" else set()))


def _of_all(entries: Sequence[Cookie]) -> list[int]:
    return sorted({purpose for one in entries for purpose in _purposes(one)})


def remarks(inventory: Inventory, wanted: Wanted) -> Iterator[str]:
    """Tell what is missing in the disclosure. Raises UsageError."""
    key = _chosen(inventory, wanted)
    left = [one.name for one in inventory.cookies if one.vendor != key]
    if left:
        yield f"{NAME} is of '{key}' alone: {len(left)} entries of others are left out"
    for cookie in inventory.cookies:
        if cookie.vendor == key:
            yield from _gaps(cookie)


def _gaps(cookie: Cookie) -> Iterator[str]:
    if cookie.storage not in _TYPES:
        yield f"'{cookie.name}' ({cookie.storage}) is no device storage: left out"
        return
    known = {*PURPOSES, *SPECIAL_PURPOSES}
    unclear = [purpose for purpose in cookie.purposes if purpose not in known]
    if unclear:
        yield (
            f"'{cookie.name}': which purposes of the framework are {', '.join(unclear)} is for you"
            " to say"
        )
    needed = {
        "domains": cookie.domain is None,
        "maxAgeSeconds": cookie.storage == "cookie"
        and (cookie.lifetime is None or cookie.lifetime.is_unbounded),
        "cookieRefresh": cookie.storage == "cookie" and cookie.renewal is None,
    }
    missing = [field for field, is_missing in needed.items() if is_missing]
    if missing:
        yield f"'{cookie.name}': not declared, and asked by the framework: {', '.join(missing)}"
