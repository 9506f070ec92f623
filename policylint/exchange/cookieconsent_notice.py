"""How the banner of vanilla-cookieconsent asks, and the cookie in which it keeps the choice."""

from policylint.exchange.cookieconsent_shape import Shape
from policylint.exchange.draft import Entry
from policylint.exchange.node import Node
from policylint.exchange.scribe import Scribe, host_of, whole_number

_DEFAULT_NAME = "cc_cookie"
_DEFAULT_DAYS = 182
_SAME_SITE = frozenset(("Strict", "Lax", "None"))


def read_notice(scribe: Scribe, shape: Shape) -> None:
    """Read the first layer, and whether services run until refused."""
    mode = shape.root.get("mode")
    if mode is not None and mode.text == "opt-out":
        scribe.fault("IMP002", mode, "what may be refused runs until the visitor refuses")
    ticked = any(one.ticked and not one.is_required for one in shape.groups.values())
    if shape.groups and not ticked and not any(one.node.is_unread for one in shape.groups.values()):
        scribe.draft.consent["prechecked"] = scribe.told([], shape.root)
    banner = shape.main.banner if shape.main else None
    if banner is not None and shape.version == 3:  # noqa: PLR2004
        _read_third(scribe, shape.root, banner)
    elif banner is not None:
        _read_second(scribe, banner)


def _read_third(scribe: Scribe, root: Node, banner: Node) -> None:
    accept, reject = banner.get("acceptAllBtn"), banner.get("acceptNecessaryBtn")
    if accept is None:
        return
    layer = {"accept": "button", "reject": "button" if reject else "none"}
    if banner.get("showPreferencesBtn") is not None:
        layer["settings"] = "button"
    scribe.draft.consent["first_layer"] = scribe.told(layer, banner)
    if reject is None:
        scribe.fault("IMP003", accept, "the first layer has a button that accepts, none to reject")
        return
    weight = root.get("guiOptions", "consentModal", "equalWeightButtons")
    if weight is not None and isinstance(weight.value, bool):
        scribe.draft.consent["equal_prominence"] = scribe.told(weight.value, weight)
        if not weight.value:
            scribe.fault("IMP003", weight, "the button to reject has less weight than the other")


def _read_second(scribe: Scribe, banner: Node) -> None:
    first, second = banner.get("primary_btn"), banner.get("secondary_btn")
    if first is None or first.texts("role") is None:
        return
    role = second.texts("role") if second is not None else None
    accepts = first.texts("role") == "accept_all"
    rejects = role == "accept_necessary"
    layer = {"reject": "button" if rejects else "none"}
    if accepts:
        layer["accept"] = "button"
    if role == "settings":
        layer["settings"] = "button"
    scribe.draft.consent["first_layer"] = scribe.told(layer, banner)
    if accepts and not rejects:
        message = "the first layer has a button that accepts, none to reject"
        scribe.fault("IMP003", second or first, message)


def read_own_cookie(scribe: Scribe, shape: Shape) -> None:
    """Read the cookie that keeps the choice; a table may have told of it already."""
    root = shape.root
    third = shape.version == 3  # noqa: PLR2004
    name = root.get("cookie", "name") if third else root.get("cookie_name")
    node = name or root
    if name is not None and name.text is None:
        scribe.fault("IMP005", name, "the name of the platform's own cookie is an expression")
        return
    entry = _own_entry(scribe, name, node)
    if entry is None:
        return
    scribe.draft.consent["choice_cookie"] = scribe.told(entry.name, node)
    scribe.required(entry, node)
    entry.fields.pop("consent", None)
    entry.fields["purposes"] = scribe.told(["consent-choice"], node)
    local = root.get("cookie", "useLocalStorage")
    if third and local is not None and local.value is True:
        scribe.tell(entry, "storage", "local-storage", local)
    _read_days(scribe, shape, entry)
    _read_attributes(scribe, shape, entry)


def _own_entry(scribe: Scribe, name: Node | None, node: Node) -> Entry | None:
    """Find the cookie among those of the tables, or add it before them."""
    shown = _DEFAULT_NAME if name is None or name.text is None else name.text
    known = next((one for one in scribe.draft.cookies if one.name == shown), None)
    if known is not None:
        told = ("category:", "consent:", "purposes:", "lifetime:")
        known.remarks[:] = [one for one in known.remarks if not one.startswith(told)]
        return known
    entry = scribe.entry(shown, node)
    if entry is not None:
        scribe.draft.cookies.insert(0, scribe.draft.cookies.pop())
        if name is None:
            entry.remarks.append(f"name: the default of the platform, '{shown}'")
    return entry


def _read_days(scribe: Scribe, shape: Shape, entry: Entry) -> None:
    root = shape.root
    third = shape.version == 3  # noqa: PLR2004
    days = root.get("cookie", "expiresAfterDays") if third else root.get("cookie_expiration")
    number = _DEFAULT_DAYS if days is None else whole_number(days)
    if number is None or number <= 0:
        entry.remarks.append("lifetime: the platform's setting is no number of days")
        return
    words = "1 day" if number == 1 else f"{number} days"
    scribe.draft.consent["validity"] = scribe.told(words, days or root)
    if "storage" not in entry.fields:
        scribe.tell(entry, "lifetime", words, days or root)
    if days is None:
        entry.remarks.append(f"lifetime: the default of the platform, {number} days")


def _read_attributes(scribe: Scribe, shape: Shape, entry: Entry) -> None:
    root = shape.root
    if shape.version == 3:  # noqa: PLR2004
        domain, path = root.get("cookie", "domain"), root.get("cookie", "path")
        same_site = root.get("cookie", "sameSite")
    else:
        domain, path = root.get("cookie_domain"), root.get("cookie_path")
        same_site = root.get("cookie_same_site")
    if domain is not None:
        scribe.tell(entry, "domain", host_of(domain.text), domain)
    if path is not None:
        scribe.tell(entry, "path", path.text, path)
    secure = root.get("cookie", "secure")
    if secure is not None and isinstance(secure.value, bool):
        scribe.tell(entry, "secure", secure.value, secure)
    if same_site is not None and same_site.text in _SAME_SITE:
        scribe.tell(entry, "same_site", same_site.text, same_site)
