"""Setups of REDAXO's consent_manager: services in JSON, the cookies of each in YAML inside it."""

from policylint.exchange.draft import Draft, Entry
from policylint.exchange.hints import Hints
from policylint.exchange.node import Node
from policylint.exchange.scribe import Scribe, plain_text, short
from policylint.exchange.service_words import purposes_of
from policylint.exchange.source import Source
from policylint.exchange.tree import root_of, tree

TITLE = "REDAXO consent_manager setup"


def recognises(source: Source) -> bool:
    """Tell a setup by its groups, and services with a `definition`."""
    root = tree(source)
    if root is None or root.get("cookiegroups", 0) is None:
        return False
    return any(
        item.texts("definition") is not None and item.texts("uid") is not None
        for item in root.entries("cookies")
    )


def read(source: Source) -> Draft:
    """Read the cookies of every service that stands in a group."""
    scribe = Scribe(source, TITLE)
    root = root_of(source)
    groups = _groups(root)
    for service in root.entries("cookies"):
        _read_service(scribe, service, groups.get(service.texts("uid") or ""))
    return scribe.draft


def _groups(root: Node) -> dict[str, Node]:
    """Find the group of each service: `|matomo|youtube|` lists their ids."""
    groups: dict[str, Node] = {}
    for group in root.entries("cookiegroups"):
        for uid in (group.texts("cookie") or "").split("|"):
            groups.setdefault(uid.strip(), group)
    return groups


def _read_service(scribe: Scribe, service: Node, group: Node | None) -> None:
    name = short(service.texts("uid") or "?")
    definition = service.get("definition") or service
    if group is None:
        scribe.leave_out(f"the service '{name}'", "it stands in no group", service)
        return
    inner = tree(Source(scribe.source.path, definition.text or ""))
    cookies = list(inner.entries()) if inner is not None else []
    if not cookies:
        scribe.fault("IMP007", definition, f"the service '{name}' lists no cookie")
        return
    provider = service.get("provider") or service
    vendor = None
    if provider.text and not _is_site(provider.text):
        vendor = scribe.vendor(provider.text, provider, service.texts("provider_link_privacy"))
    for cookie in cookies:
        # what stands in the YAML is shown at the string that holds it
        entry = scribe.entry(cookie.texts("name"), definition)
        if entry is None:
            continue
        scribe.tell(entry, "vendor", vendor, provider)
        scribe.tell(entry, "description", plain_text(cookie.texts("desc") or ""), definition)
        scribe.lifetime(entry, Node(value=cookie.texts("time"), span=definition.span), "de")
        _classify(scribe, entry, group)
        Hints(scribe, definition, [service.texts("service_name") or ""]).add(entry, definition)
        if "purposes" not in entry.fields:
            shown = short(group.texts("uid") or "?")
            entry.remarks.append(f"purposes: the group '{shown}' does not tell them")


def _classify(scribe: Scribe, entry: Entry, group: Node) -> None:
    required = group.get("required") or group
    if (required.text or "").strip("|") == "1":
        scribe.required(entry, required)
    else:
        scribe.asked(entry, required)
    words, _ = purposes_of([group.texts("uid") or ""])
    scribe.tell(entry, "purposes", words, group)


def _is_site(provider: str) -> bool:
    return provider.strip().lower() in {"diese website", "this website", "website"}
