"""Systems: the `system` list of a manifest, or the list that the API gives."""

from collections.abc import Iterator
from itertools import islice

from policylint.exchange.draft import Entry
from policylint.exchange.fides import data_uses
from policylint.exchange.node import Node
from policylint.exchange.scribe import (
    Scribe,
    host_of,
    lifetime_of_seconds,
    plain_text,
    short,
    whole_number,
)

_MOST_CATEGORIES = 200  # there are 85 in the taxonomy


def holds(root: Node) -> bool:
    """Tell a list whose items have a key and declare what they do with data."""
    return any(
        system.texts("fides_key") is not None and system.get("privacy_declarations") is not None
        for system in _systems(root)
    )


def _systems(root: Node) -> Iterator[Node]:
    yield from root.entries("system")
    yield from root.entries()


def read(scribe: Scribe, root: Node) -> None:
    """Read the cookies of every system; those that set none are left out."""
    for system in _systems(root):
        name = system.texts("name") or system.texts("fides_key") or "?"
        cookies = list(_cookies(system))
        if not cookies:
            scribe.leave_out(f"the system '{short(name)}'", "it lists no cookie", system)
            continue
        node = system.get("name") or system
        vendor = scribe.vendor(name, node, system.texts("privacy_policy"))
        for cookie, declarations in cookies:
            entry = scribe.entry(cookie.texts("name"), cookie)
            if entry is not None:
                scribe.tell(entry, "vendor", vendor, node)
                _place(scribe, entry, cookie)
                _declare(scribe, entry, declarations)
                _age(entry, system)


def _cookies(system: Node) -> Iterator[tuple[Node, list[Node]]]:
    """Give each cookie with the declarations that are about it.

    Those of a system itself belong to the only declaration; which of several is not told.
    """
    declarations = list(system.entries("privacy_declarations"))
    for declaration in declarations:
        for cookie in declaration.entries("cookies"):
            yield cookie, [declaration]
    for cookie in system.entries("cookies"):
        yield cookie, declarations if len(declarations) == 1 else []


def _place(scribe: Scribe, entry: Entry, cookie: Node) -> None:
    host = host_of(cookie.texts("domain"))
    scribe.tell(entry, "domain", host, cookie.get("domain") or cookie)
    path = cookie.get("path")
    if path is not None and path.text != "/":
        scribe.tell(entry, "path", path.text, path)


def _declare(scribe: Scribe, entry: Entry, declarations: list[Node]) -> None:
    entry.remarks.append("category: a use of data does not say whether consent is asked")
    for declaration in declarations:
        use = declaration.get("data_use") or declaration
        words = data_uses.purposes([use.text or ""])
        scribe.tell(entry, "purposes", words, use)
        if not words:
            shown = short(use.text or "?")
            entry.remarks.append(f"purposes: the use '{shown}' is not one of the inventory")
        basis = declaration.get("legal_basis_for_processing")
        if basis is not None and basis.text:
            word = data_uses.BASES.get(basis.text.lower())
            scribe.tell(entry, "legal_basis", word, basis)
        listed = islice(declaration.entries("data_categories"), _MOST_CATEGORIES)
        kinds = [(node.text or "") for node in listed]
        known = [data_uses.DATA[kind] for kind in kinds if kind in data_uses.DATA]
        node = declaration.get("data_categories") or declaration
        scribe.tell(entry, "data", list(dict.fromkeys(known)), node)
        text = declaration.get("name") or declaration
        scribe.tell(entry, "description", plain_text(text.text or ""), text)
    if not declarations:
        entry.remarks.append("purposes: which declaration of its system is about it is not told")


def _age(entry: Entry, system: Node) -> None:
    """Take the age of all cookies of a system for what it is: the longest of them."""
    node = system.get("cookie_max_age_seconds")
    seconds = whole_number(node)
    if node is None or seconds is None or seconds < 0:
        entry.remarks.append("lifetime: the format has none for a cookie")
        return
    longest = lifetime_of_seconds(seconds)
    entry.remarks.append(f"lifetime: no cookie of its system lives longer than {longest}")
