"""The cookies of a Termly banner: a JSON object with a list for each category."""

from collections.abc import Mapping, Sequence

from policylint.exchange.draft import Draft, Entry
from policylint.exchange.hints import Hints
from policylint.exchange.node import Node
from policylint.exchange.scribe import Scribe, host_of, plain_text, short
from policylint.exchange.source import Source
from policylint.exchange.tree import root_of, tree
from policylint.model.terms import Purpose, Storage

TITLE = "Termly cookies"

PURPOSES: Mapping[str, Sequence[Purpose]] = {
    "essential": (),
    "performance": (),
    "analytics": ("audience-measurement",),
    "advertising": ("advertising",),
    "social_networking": (),
    "unclassified": (),
}
"""Termly's categories.

Sites use `performance` for measurement and for functions alike; `social_networking` is sharing by
visitors as well as what networks gather.
"""

_STORAGES: Mapping[str, Storage] = {
    "http_cookie": "cookie",
    "server_cookie": "cookie",
    "html_local_storage": "local-storage",
    "html_session_storage": "session-storage",
    "indexed_db": "indexed-db",
    "pixel_tracker": "pixel",
}
_TELLING = {"tracker_type", "service_policy_link", "en_us", "expire"}


def recognises(source: Source) -> bool:
    """Tell the lists by a cookie with Termly's own keys."""
    root = tree(source)
    if root is None:
        return False
    for _, cookies in root.pairs("cookies"):
        for cookie in cookies.entries():
            return len(_TELLING & {key for key, _ in cookie.pairs()}) > 1
    return False


def read(source: Source) -> Draft:
    """Read every cookie of every category."""
    scribe = Scribe(source, TITLE)
    root = root_of(source)
    for category, cookies in root.pairs("cookies"):
        for cookie in cookies.entries():
            entry = scribe.entry(cookie.texts("name"), cookie)
            if entry is not None:
                _fill(scribe, entry, cookie)
                _classify(scribe, entry, cookies, category)
                Hints(scribe, cookie, [cookie.texts("service") or ""]).add(entry, cookie)
                if "purposes" not in entry.fields:
                    entry.remarks.append(f"purposes: '{short(category)}' does not tell them")
    return scribe.draft


def _fill(scribe: Scribe, entry: Entry, cookie: Node) -> None:
    kind = cookie.get("tracker_type")
    storage = _STORAGES.get((kind.text or "").lower()) if kind is not None else "cookie"
    if kind is not None and storage != "cookie":
        scribe.tell(entry, "storage", storage, kind)
        if storage is None:
            entry.remarks.append(f"storage: '{short(kind.text or '?')}' is not a kind we know")
    host = host_of(cookie.texts("domain"))
    scribe.tell(entry, "domain", host, cookie.get("domain") or cookie)
    service = cookie.get("service")
    policy = cookie.texts("service_policy_link")
    vendor = scribe.vendor(service.text, service, policy) if service is not None else None
    scribe.tell(entry, "vendor", vendor, service or cookie)
    text = cookie.get("en_us") or cookie
    scribe.tell(entry, "description", plain_text(text.text or ""), text)
    scribe.lifetime(entry, cookie.get("expire"), "en")


def _classify(scribe: Scribe, entry: Entry, cookies: Node, category: str) -> None:
    if category not in PURPOSES or category == "unclassified":
        entry.remarks.append(f"category: '{short(category)}' says nothing of consent")
    elif category == "essential":
        scribe.required(entry, cookies)
    else:
        scribe.asked(entry, cookies)
    words = PURPOSES.get(category, ())
    scribe.tell(entry, "purposes", list(words), cookies)
