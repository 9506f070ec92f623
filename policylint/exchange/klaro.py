"""Klaro: a configuration in JavaScript or JSON, with services and the cookies that each deletes."""

from collections.abc import Iterator

from policylint.exchange.draft import Draft
from policylint.exchange.klaro_service import Service
from policylint.exchange.node import Node, Unread
from policylint.exchange.scribe import Scribe, host_of, short, web_address, whole_number
from policylint.exchange.source import Source
from policylint.exchange.unreadable import UnreadableError

TITLE = "Klaro configuration"

_OF_SERVICE = frozenset(
    ("purposes", "cookies", "required", "optOut", "onlyOnce", "default", "contextualConsentOnly")
)
_OF_CONFIG = frozenset(
    ("elementID", "storageMethod", "storageName", "cookieName", "mustConsent", "acceptAll")
)
_DEFAULT_NAME = "klaro"
_DEFAULT_DAYS = 120
_STORAGES = {
    "localStorage": ("local-storage", "until-cleared"),
    "sessionStorage": ("session-storage", "session"),
}
_LISTS = ("services", "apps")


def recognises(source: Source) -> bool:
    """Tell a configuration by a list of services with the switches of Klaro."""
    return any(_is_configuration(node) for node in source.objects)


def read(source: Source) -> Draft:
    """Read every service, and how the notice asks."""
    scribe = Scribe(source, TITLE)
    found = [node for node in source.objects if _is_configuration(node)]
    if not found:
        raise source.flaw or UnreadableError(0, "no configuration of Klaro stands here")
    config = max(found, key=lambda node: node.span.end - node.span.start)
    for other in found:
        if other is not config:
            scribe.leave_out("a second configuration", "only the largest one is read", other)
    _read_notice(scribe, config)
    seen: dict[tuple[str, str, str], str] = {}
    for item in _services(config):
        if isinstance(item.value, Unread):
            shown = short(item.value.text)
            scribe.fault("IMP005", item, f"a service is the expression '{shown}'")
            scribe.leave_out(f"a service, '{shown}'", "it is worked out when the site runs", item)
        else:
            Service(scribe, config, item).read(seen)
    _read_boxes(scribe, config)
    return scribe.draft


def _is_configuration(node: Node) -> bool:
    keys = {key for key, _ in node.pairs()}
    services = list(_services(node))
    if not keys & set(_LISTS) or "categories" in keys:
        return False
    told = [{key for key, _ in one.pairs()} for one in services]
    if any("name" in one and one & _OF_SERVICE for one in told):
        return True
    return bool(keys & _OF_CONFIG) and all("name" in one for one in told)


def _services(config: Node) -> Iterator[Node]:
    for key in _LISTS:
        yield from config.entries(key)


def _read_notice(scribe: Scribe, config: Node) -> None:
    """Read the cookie that keeps the choice, how long, and what the first layer hides."""
    hidden = config.get("hideDeclineAll")
    if hidden is not None and hidden.value is True:
        scribe.fault("IMP003", hidden, "the notice hides the button that declines everything")
        scribe.draft.consent["first_layer"] = scribe.told({"reject": "none"}, hidden)
    policy = config.get("privacyPolicy")
    address = web_address(policy.text) if policy is not None else None
    if policy is not None and address is not None:
        scribe.draft.site["policy_url"] = scribe.told(address, policy)
    name = config.get("storageName") or config.get("cookieName")
    node = name or config
    entry = scribe.entry(_DEFAULT_NAME if name is None else name.text, node)
    if entry is None:
        return
    if name is None:
        entry.remarks.append(f"name: the default of Klaro, '{_DEFAULT_NAME}'; the file gives none")
    scribe.draft.consent["choice_cookie"] = entry.fields["name"]
    scribe.required(entry, node)
    scribe.tell(entry, "purposes", ["consent-choice"], node)
    method = config.get("storageMethod")
    kept = _STORAGES.get(method.text or "") if method is not None else None
    if method is not None and kept is not None:
        scribe.tell(entry, "storage", kept[0], method)
        scribe.tell(entry, "lifetime", kept[1], method)
        return
    domain = config.get("cookieDomain")
    scribe.tell(entry, "domain", host_of(domain.text) if domain else None, domain or node)
    path = config.get("cookiePath")
    scribe.tell(entry, "path", path.text if path else None, path or node)
    days = config.get("cookieExpiresAfterDays")
    number = _DEFAULT_DAYS if days is None else whole_number(days)
    if number is None or number < 0:
        entry.remarks.append("lifetime: cookieExpiresAfterDays is no number of days")
        return
    number = number or _DEFAULT_DAYS
    if days is None:
        entry.remarks.append(f"lifetime: the default of Klaro, {number} days; the file gives none")
    words = "1 day" if number == 1 else f"{number} days"
    scribe.tell(entry, "lifetime", words, days or node)
    scribe.draft.consent["validity"] = scribe.told(words, days or node)


def _read_boxes(scribe: Scribe, config: Node) -> None:
    """Claim that no box is ticked in advance, where that is so."""
    services = list(_services(config))
    ticked = any(fault.code == "IMP001" for fault in scribe.draft.faults)
    if services and not ticked and not any(one.is_unread for one in services):
        node = config.get("default") or config
        scribe.draft.consent["prechecked"] = scribe.told([], node)
