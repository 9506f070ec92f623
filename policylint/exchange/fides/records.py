"""Records of the vendor dictionary: one object per cookie, with purposes of the IAB framework."""

from policylint.exchange import tcf
from policylint.exchange.draft import Entry
from policylint.exchange.node import Node
from policylint.exchange.scribe import Scribe, host_of, lifetime_of_seconds, short, whole_number

_TELLING = {"name", "max_age_seconds", "cookie_refresh", "vendor_id"}
_STORAGES = {"cookie": "cookie", "web": "local-storage", "app": "sdk"}


def holds(root: Node) -> bool:
    """Tell a list of records by the keys of its first one."""
    first = next(root.entries(), None)
    return first is not None and {key for key, _ in first.pairs()} >= _TELLING


def read(scribe: Scribe, root: Node) -> None:
    """Read every record."""
    for record in root.entries():
        kind = record.texts("type") or "cookie"
        storage = _STORAGES.get(kind)
        if storage is None:
            name = short(record.texts("name") or "?")
            why = f"its type is '{short(kind)}'; expected 'cookie', 'web' or 'app'"
            scribe.leave_out(f"'{name}'", why, record)
            continue
        entry = scribe.entry(record.texts("name"), record)
        if entry is None:
            continue
        if storage != "cookie":
            scribe.tell(entry, "storage", storage, record.get("type") or record)
        vendor = record.get("vendor_name") or record
        scribe.tell(entry, "vendor", scribe.vendor(vendor.text, vendor), vendor)
        host = host_of(record.texts("domain"))
        scribe.tell(entry, "domain", host, record.get("domain") or record)
        _read_purposes(scribe, entry, record)
        if storage == "cookie":
            _read_lifetime(scribe, entry, record)


def _read_purposes(scribe: Scribe, entry: Entry, record: Node) -> None:
    words = []
    for key, table in (
        ("purposes", tcf.PURPOSES),
        ("special_purposes", tcf.SPECIAL_PURPOSES),
        ("features", tcf.FEATURES),
    ):
        numbers = [number for node in record.entries(key) if (number := whole_number(node))]
        words += tcf.words(table, numbers)
        if key == "purposes" and tcf.ACCESS in numbers:
            node = record.get(key) or record
            entry.fields["category"] = scribe.told("improvement", node)
    node = record.get("purposes") or record
    scribe.tell(entry, "purposes", list(dict.fromkeys(words)), node)
    entry.remarks.append("consent: how this site asks is not in a record of its vendor")


def _read_lifetime(scribe: Scribe, entry: Entry, record: Node) -> None:
    node = record.get("max_age_seconds")
    seconds = whole_number(node)
    if node is None or seconds is None or seconds < 0:
        entry.remarks.append("lifetime: max_age_seconds is no number of seconds")
        return
    scribe.tell(entry, "lifetime", lifetime_of_seconds(seconds), node)
    refreshed = record.get("cookie_refresh")
    if refreshed is not None and isinstance(refreshed.value, bool):
        scribe.tell(entry, "renewal", "rolling" if refreshed.value else "fixed", refreshed)
