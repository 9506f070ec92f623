"""Axeptio: a published project (`client.axept.io/<id>.json`), or one of its configurations.

Axeptio asks per service and lists no cookie, so that the cookies of known products come from the
catalogue and those of others are left to a scan.
"""

from collections.abc import Iterator

from policylint.exchange.draft import Draft
from policylint.exchange.node import Node
from policylint.exchange.scribe import Scribe, host_of, plain_text, short, whole_number
from policylint.exchange.source import Source
from policylint.exchange.tree import root_of, tree
from policylint.exchange.usual import add_usual

TITLE = "Axeptio project or configuration"

_LAYOUTS = {"welcome", "category", "info", "iab", "soft_consent"}
_SETTING = "userCookiesDuration"
_DEFAULT = "6 months"


def recognises(source: Source) -> bool:
    """Tell a configuration by steps with one of Axeptio's layouts."""
    root = tree(source)
    if root is None:
        return False
    return any(
        step.texts("layout") in _LAYOUTS
        for configuration in _configurations(root)
        for step in configuration.entries("steps")
    )


def read(source: Source) -> Draft:
    """Read the services of every configuration: a project has one for each language."""
    scribe = Scribe(source, TITLE)
    root = root_of(source)
    platform = scribe.vendor("Axeptio", root)
    scribe.draft.consent["platform"] = scribe.told(platform, root)
    _read_own_cookies(scribe, root)
    seen: set[str] = set()
    for configuration in _configurations(root):
        for step in configuration.entries("steps"):
            for service in _services(step):
                key = (service.texts("name") or service.texts("title") or "").strip().casefold()
                if key not in seen:
                    seen.add(key)
                    _read_service(scribe, service, step)
    return scribe.draft


def _configurations(root: Node) -> Iterator[Node]:
    if root.get("steps") is not None:
        yield root
    yield from root.entries("cookies")


def _services(step: Node) -> Iterator[Node]:
    yield from step.entries("vendors")
    yield from step.entries("cookies")


def _read_own_cookies(scribe: Scribe, root: Node) -> None:
    """Add the cookies in which Axeptio keeps the choice; every site has them."""
    node = next(
        (
            found
            for configuration in _configurations(root)
            if (found := configuration.get("settings", _SETTING)) is not None
        ),
        None,
    )
    days = whole_number(node)
    add_usual(scribe, "axeptio", root)
    for entry in scribe.draft.cookies:
        entry.remarks.clear()
        scribe.required(entry, root)
        if node is not None and days is not None and days > 0:
            words = f"{days} days" if days > 1 else "1 day"
            scribe.tell(entry, "lifetime", words, node)
        else:
            entry.remarks.append(f"lifetime: {_DEFAULT} unless the page sets {_SETTING}")
    choice = next((one for one in scribe.draft.cookies if one.name == "axeptio_cookies"), None)
    if choice is not None:
        scribe.draft.consent["choice_cookie"] = choice.fields["name"]


def _read_service(scribe: Scribe, service: Node, step: Node) -> None:
    name = service.get("title") or service.get("name") or service
    shown = short(plain_text(name.text or "") or "?")
    key = scribe.vendor(name.text, name, service.texts("policyUrl"))
    if key is None:
        scribe.leave_out("a service", f"it has no name, in the step '{_name(step)}'", service)
        return
    host = host_of(service.texts("domain"))
    if host is not None:
        node = service.get("domain") or service
        scribe.draft.vendors[key].setdefault("domains", scribe.told([host], node))
    before = len(scribe.draft.cookies)
    listed = list(service.entries("cookies"))
    for cookie in listed:
        _read_cookie(scribe, cookie, key)
    if not listed and not add_usual(scribe, key, service):
        scribe.fault("IMP007", service, f"the service '{shown}' lists no cookie")
    for entry in scribe.draft.cookies[before:]:
        required = service.get("required")
        if required is not None and required.value is True:
            scribe.required(entry, required)
        else:
            scribe.asked(entry, service)


def _read_cookie(scribe: Scribe, cookie: Node, vendor: str) -> None:
    """Add a cookie of a service; Axeptio's own are there already."""
    name = cookie.text or cookie.texts("name")
    if scribe.has(name):
        return
    entry = scribe.entry(name, cookie)
    if entry is not None:
        scribe.tell(entry, "vendor", vendor, cookie)
        text = plain_text(cookie.texts("description") or "")
        scribe.tell(entry, "description", text, cookie)


def _name(step: Node) -> str:
    return short(step.texts("name") or step.texts("title") or "?")
