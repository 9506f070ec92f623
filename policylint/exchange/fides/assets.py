"""Assets that Fides found on a site: cookies, and requests that may set some.

Their values and the queries of addresses are personal data and are not looked at.
"""

from policylint.exchange.draft import Entry
from policylint.exchange.fides import data_uses
from policylint.exchange.node import Node
from policylint.exchange.scribe import Scribe, host_of

_TELLING = {"urn", "resource_type"}


def holds(root: Node) -> bool:
    """Tell a page of results by the keys of its first item."""
    first = next(root.entries("items"), None)
    return first is not None and {key for key, _ in first.pairs()} >= _TELLING


def read(scribe: Scribe, root: Node) -> None:
    """Read the cookies; of requests only those that set one give an entry."""
    silent: dict[str, list[Node]] = {}
    for asset in root.entries("items"):
        kind = (asset.texts("resource_type") or "?").lower()
        setters = list(asset.entries("cookies"))
        if kind == "cookie":
            _add(scribe, asset, asset.texts("name"), asset.texts("domain"))
        for setter in setters:
            name, domain = _set(setter.text or "")
            _add(scribe, asset, name, domain or asset.texts("domain"))
        if kind != "cookie" and not setters:
            silent.setdefault(host_of(asset.texts("domain")) or "?", []).append(asset)
    for host, assets in silent.items():
        scribe.vendor_at(host, assets[0])
        why = "none of them tells of a cookie"
        scribe.leave_out(f"{host}: assets that are no cookies, {len(assets)}", why, assets[0])
    total, size = root.get("total"), len(list(root.entries("items")))
    if total is not None and isinstance(total.value, int) and total.value > size:
        why = f"this page has {size} of {total.value}"
        scribe.leave_out("the other pages of results", why, root)


def _set(line: str) -> tuple[str, str | None]:
    """Take the name and the Domain attribute of a Set-Cookie line; nothing else is kept."""
    first, *attributes = line.split(";")
    domain = None
    for attribute in attributes:
        key, _, value = attribute.partition("=")
        if key.strip().lower() == "domain":
            domain = value.strip()
    return first.partition("=")[0].strip() if "=" in first else "", domain


def _add(scribe: Scribe, asset: Node, name: str | None, domain: str | None) -> None:
    node = asset.get("name") or asset
    entry = scribe.entry(name, node)
    if entry is None:
        return
    host = host_of(domain)
    place = asset.get("domain") or asset
    scribe.tell(entry, "domain", host, place)
    scribe.tell(entry, "vendor", scribe.vendor_at(host, place), place)
    _read_uses(scribe, entry, asset)
    entry.remarks.append("lifetime: the asset tells none")


def _read_uses(scribe: Scribe, entry: Entry, asset: Node) -> None:
    uses = [(node.text or "") for node in asset.entries("data_uses")]
    node = asset.get("data_uses") or asset
    words = data_uses.purposes(uses)
    scribe.tell(entry, "purposes", words, node)
    if not words:
        entry.remarks.append("purposes: the asset has none that the inventory knows")
    consent = asset.get("with_consent")
    if consent is not None and consent.value is False:
        entry.remarks.append("category: it was seen without consent, which is not yet a claim")
    else:
        entry.remarks.append("category: an asset does not say whether consent is asked")
