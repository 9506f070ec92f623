"""Fixtures of django-cookie-consent, as `dumpdata cookie_consent` writes them."""

from policylint.exchange.draft import Draft, Entry
from policylint.exchange.hints import Hints
from policylint.exchange.node import Node
from policylint.exchange.scribe import Scribe, host_of, plain_text, short
from policylint.exchange.service_words import purposes_of
from policylint.exchange.source import Source
from policylint.exchange.tree import root_of, tree

TITLE = "django-cookie-consent fixture"

_GROUP = "cookie_consent.cookiegroup"
_COOKIE = "cookie_consent.cookie"


def recognises(source: Source) -> bool:
    """Tell a fixture by its models."""
    root = tree(source)
    return root is not None and any(_model(item) in (_GROUP, _COOKIE) for item in root.entries())


def read(source: Source) -> Draft:
    """Read every cookie, with what its group says of it."""
    scribe = Scribe(source, TITLE)
    root = root_of(source)
    groups = _groups(root)
    used = set()
    for item in root.entries():
        if _model(item) == _COOKIE:
            key = _key(item.get("fields", "cookiegroup"))
            used.add(key)
            _read_cookie(scribe, item, groups.get(key))
        elif _model(item) != _GROUP:
            why = f"expected {_COOKIE} or {_GROUP}"
            scribe.leave_out(f"an object of {short(_model(item) or 'no model')}", why, item)
    for group in dict.fromkeys(groups.values()):
        if not used & {_key(group.get("pk")), _key(group.get("fields", "varname"))}:
            name = short(group.texts("fields", "varname") or "?")
            scribe.fault("IMP007", group, f"the group '{name}' has no cookie")
    scribe.leave_out("lifetimes", "the format has none", root)
    return scribe.draft


def _model(item: Node) -> str | None:
    return (item.texts("model") or "").lower() or None


def _key(node: Node | None) -> str | None:
    """Make a number, a name and a list of one name comparable: fixtures refer by any of them."""
    value = node.value if node is not None else None
    if isinstance(value, list) and len(value) == 1:
        value = value[0].value
    return str(value) if isinstance(value, str | int) else None


def _groups(root: Node) -> dict[str | None, Node]:
    groups: dict[str | None, Node] = {}
    for item in root.entries():
        if _model(item) == _GROUP:
            for node in (item.get("pk"), item.get("fields", "varname")):
                key = _key(node)
                if key is not None:
                    groups.setdefault(key, item)
    return groups


def _read_cookie(scribe: Scribe, item: Node, group: Node | None) -> None:
    entry = scribe.entry(item.texts("fields", "name"), item)
    if entry is None:
        return
    for field in ("domain", "path", "description"):
        node = item.get("fields", field) or item
        text = node.text
        shown = host_of(text) if field == "domain" else plain_text(text or "")
        if not (field == "path" and shown == "/"):
            scribe.tell(entry, field, shown, node)
    host = entry.fields.get("domain")
    if host is not None:
        node = item.get("fields", "domain") or item
        scribe.tell(entry, "vendor", scribe.vendor_at(host.value, node), node)
    if group is None:
        entry.remarks.append("category: its group is not in the file")
    else:
        _classify(scribe, entry, group)
    names = group.texts("fields", "name") if group is not None else None
    Hints(scribe, item, [names or ""]).add(entry, item)
    if group is not None and "purposes" not in entry.fields:
        shown = short(group.texts("fields", "varname") or "?")
        entry.remarks.append(f"purposes: the group '{shown}' does not tell them")


def _classify(scribe: Scribe, entry: Entry, group: Node) -> None:
    required = group.get("fields", "is_required")
    if required is None or not isinstance(required.value, bool):
        entry.remarks.append("category: its group does not say whether it is required")
    elif required.value:
        scribe.required(entry, required)
    else:
        scribe.asked(entry, required)
    name = group.get("fields", "varname") or group
    words, _ = purposes_of([name.text or ""])
    scribe.tell(entry, "purposes", words, name)
