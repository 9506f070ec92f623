"""Device storage disclosures of the IAB Transparency and Consent Framework.

A disclosure says what a vendor's identifiers are, wherever it works; it says nothing of how one
site asks before they are stored.
"""

from collections.abc import Iterator, Mapping

from policylint.exchange import tcf
from policylint.exchange.draft import Draft, Entry
from policylint.exchange.node import Node
from policylint.exchange.scribe import (
    Scribe,
    host_of,
    lifetime_of_seconds,
    plain_text,
    short,
    whole_number,
)
from policylint.exchange.source import Source
from policylint.exchange.tree import root_of, tree

TITLE = "IAB device storage disclosure"

_STORAGES = {"cookie": "cookie", "web": "local-storage", "app": "sdk"}
_THOUSAND_DAYS = 86_400_000
_TEN_YEARS = 3_653 * 86_400
_FORMER = -100  # lists before 2021 wrote it for "no cookies"


def recognises(source: Source) -> bool:
    """Tell a disclosure: a list of identifiers with a type, or an empty one beside domains."""
    root = tree(source)
    if root is None or root.get("disclosures") is None:
        return False
    items = [item for item, _ in _items(root)]
    if items:
        return any(item.texts("identifier") is not None for item in items)
    return _is_list(root.get("disclosures")) and _is_list(root.get("domains"))


def read(source: Source) -> Draft:
    """Read every identifier of the file."""
    scribe = Scribe(source, TITLE)
    root = root_of(source)
    own = [
        scribe.vendor_at(host_of(item.texts("domain")), item) for item in root.entries("domains")
    ]
    vendor = next((key for key in own if key is not None), None)
    for item, host in _items(root):
        _Item(scribe, item).read(scribe.vendor_at(host, item) or vendor)
    _leave_out_rest(scribe, root)
    return scribe.draft


def _is_list(node: Node | None) -> bool:
    return node is not None and isinstance(node.value, list | tuple)


def _items(root: Node) -> Iterator[tuple[Node, str | None]]:
    """Give the identifiers; a collection of several disclosures has their addresses as keys."""
    for item in root.entries("disclosures"):
        yield item, None
    for address, disclosure in root.pairs("disclosures"):
        for item in disclosure.entries("disclosures"):
            yield item, host_of(address)


class _Item:
    """One identifier on its way into the draft."""

    def __init__(self, scribe: Scribe, item: Node) -> None:
        self._scribe = scribe
        self._item = item

    def read(self, vendor: str | None) -> None:
        """Add the entry, with a remark on each thing that it leaves open."""
        kind = self._item.texts("type")
        storage = _STORAGES.get(kind or "")
        if storage is None:
            name = short(self._item.texts("identifier") or "?")
            why = f"its type is '{short(kind or '')}'; expected 'cookie', 'web' or 'app'"
            self._scribe.leave_out(f"'{name}'", why, self._item)
            return
        entry = self._scribe.entry(self._item.texts("identifier"), self._item)
        if entry is None:
            return
        if storage != "cookie":
            self._tell(entry, "storage", storage, "type")
            if storage == "local-storage":
                entry.remarks.append("storage: 'web' may also be session storage or IndexedDB")
        self._read_domains(entry, vendor)
        self._read_purposes(entry)
        self._read_lifetime(entry, storage)
        description = plain_text(self._item.texts("description") or "")
        self._tell(entry, "description", description, "description")

    def _tell(self, entry: Entry, field: str, value: object, key: str) -> None:
        self._scribe.tell(entry, field, value, self._item.get(key) or self._item)

    def _read_domains(self, entry: Entry, vendor: str | None) -> None:
        texts = [self._item.texts("domain"), *(node.text for node in self._item.entries("domains"))]
        hosts = list(dict.fromkeys(host for text in texts if (host := host_of(text)) is not None))
        found = [self._scribe.vendor_at(host, self._item) for host in hosts]
        vendor = next((key for key in found if key is not None), vendor)
        if vendor is not None:
            self._tell(entry, "vendor", vendor, "domains")
        if len(hosts) == 1:
            self._tell(entry, "domain", hosts[0], "domains")
        elif hosts:
            entry.remarks.append(f"domain: it is one of {', '.join(hosts[:10])}")

    def _read_purposes(self, entry: Entry) -> None:
        numbers = self._numbers(entry, "purposes", tcf.PURPOSES)
        special = self._numbers(entry, "specialPurposes", tcf.SPECIAL_PURPOSES)
        words = tcf.words(tcf.PURPOSES, numbers) + tcf.words(tcf.SPECIAL_PURPOSES, special)
        refusal = self._item.get("optOut")
        if refusal is not None and refusal.value is True:
            words.append("consent-choice")
        if words:
            self._tell(entry, "purposes", list(dict.fromkeys(words)), "purposes")
        else:
            entry.remarks.append("purposes: the disclosure names none besides access to the device")
        if any(number in tcf.PROFILING for number in numbers):
            self._tell(entry, "profiling", {"advertising": True}, "purposes")
        if tcf.ACCESS in numbers:
            self._tell(entry, "category", "improvement", "purposes")
        else:
            entry.remarks.append(
                "category: purpose 1 is missing, so the vendor claims that no consent is needed; "
                "whether that holds for this site is for you to say"
            )

    def _numbers(self, entry: Entry, key: str, table: Mapping[int, object]) -> list[int]:
        numbers = []
        for node in self._item.entries(key):
            number = whole_number(node)
            if number is not None and number in table:
                numbers.append(number)
                continue
            expected = f"expected 1 to {max(table)}"
            message = (
                f"the {key} of '{short(entry.name)}' hold {self._scribe.quote(node)}; {expected}"
            )
            self._scribe.fault("IMP005", node, message, entry.name)
        return numbers

    def _read_lifetime(self, entry: Entry, storage: str) -> None:
        node = self._item.get("maxAgeSeconds")
        if node is None or node.value is None:
            if storage == "cookie":
                entry.remarks.append("lifetime: the disclosure gives no maxAgeSeconds")
            return
        seconds = whole_number(node)
        if storage != "cookie":
            written = self._scribe.quote(node)
            entry.remarks.append(f"lifetime: maxAgeSeconds is {written}, and this is no cookie")
        elif (why := _unlikely(seconds)) is not None:
            written = self._scribe.quote(node)
            entry.remarks.append(f"lifetime: maxAgeSeconds is {written}, {why}")
            message = f"the maxAgeSeconds of '{short(entry.name)}' is {written}, {why}"
            self._scribe.fault("IMP005", node, message, entry.name)
        elif seconds is not None:
            self._tell(entry, "lifetime", lifetime_of_seconds(seconds), "maxAgeSeconds")
            self._read_renewal(entry)

    def _read_renewal(self, entry: Entry) -> None:
        refreshed = self._item.get("cookieRefresh")
        if refreshed is not None and isinstance(refreshed.value, bool):
            self._tell(entry, "renewal", "rolling" if refreshed.value else "fixed", "cookieRefresh")


def _unlikely(seconds: int | None) -> str | None:
    """Say what is wrong with a number of seconds.

    The specification's own example is in milliseconds, and vendors copied it. Nobody chooses a
    round number of thousands of days, nor more than ten years.
    """
    if seconds is None:
        return "which is no whole number"
    if seconds == _FORMER:
        return "which lists before 2021 wrote for no cookies"
    if seconds < 0:
        return "which is negative"
    if seconds >= _THOUSAND_DAYS and (seconds % _THOUSAND_DAYS == 0 or seconds > _TEN_YEARS):
        meant = lifetime_of_seconds(seconds // 1000)
        return f"which as seconds is {seconds // 86_400:,} days; milliseconds would be {meant}"
    return None


def _leave_out_rest(scribe: Scribe, root: Node) -> None:
    entries = scribe.draft.cookies
    if entries:
        scribe.leave_out("how this site asks for consent", "a vendor cannot know it", root)
    if any("vendor" not in entry.fields for entry in entries):
        why = "the file does not name it; entries without one count as the site's own"
        scribe.leave_out("the vendor", why, root)
    for key, why in (
        ("domains", "hosts of the vendor, which no known vendor answers for"),
        ("sdks", "an inventory of a website holds none"),
    ):
        for item in root.entries(key):
            if key == "domains" and scribe.vendor_at(host_of(item.texts("domain")), item):
                continue
            named = short(item.texts("domain") or item.texts("name") or "?")
            scribe.leave_out(f"'{named}' of {key}", why, item)
