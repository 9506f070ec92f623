"""Cookiebot: the JSON of its API, and the tables of `cc.js`. Values of cookies are never read."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from policylint.exchange.cell_names import names_in
from policylint.exchange.claims import Claim
from policylint.exchange.draft import Draft, Entry
from policylint.exchange.durations import read_seconds
from policylint.exchange.node import Node
from policylint.exchange.providers import Providers
from policylint.exchange.scribe import Scribe, plain_text, short, whole_number
from policylint.exchange.source import Source
from policylint.exchange.table_entries import leave_out_repeats
from policylint.exchange.unreadable import UnreadableError
from policylint.model.record import MisfitError
from policylint.model.scalars import parse_language
from policylint.model.terms import Category, Storage

TITLE = "Cookiebot"
CATEGORIES: Mapping[str, tuple[str, Category | None]] = {
    "1": ("necessary", "essential"),
    "2": ("preferences", "improvement"),
    "3": ("statistics", "improvement"),
    "4": ("marketing", "improvement"),
    "5": ("unclassified", None),
}
_TABLES: Mapping[str, str] = {
    "cookieTableNecessary": "1",
    "cookieTablePreference": "2",
    "cookieTableStatistics": "3",
    "cookieTableAdvertising": "4",
    "cookieTableUnclassified": "5",
}
_COOKIE: Storage = "cookie"
_LOCAL: Storage = "local-storage"
_INDEXED: Storage = "indexed-db"
_PIXEL: Storage = "pixel"
_STORAGES: Mapping[str, Storage] = {
    **dict.fromkeys(("1", "http", "http cookie"), _COOKIE),
    **dict.fromkeys(("2", "html", "html local storage"), _LOCAL),
    **dict.fromkeys(("3", "indexeddb", "idb"), _INDEXED),
    **dict.fromkeys(("5", "pixel", "pixel tracker"), _PIXEL),
}
_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_HOUR = 3600


class _Cells(NamedTuple):
    """A tracker, whichever file it comes from."""

    node: Node
    name: Node | None
    provider: Node | None
    purpose: Node | None
    expiry: Node | None
    kind: Node | None
    category: str


def recognises(source: Source) -> bool:
    """Tell the API's answer by its keys, `cc.js` by the names of its tables."""
    if source.data is not None:
        return any(
            one.get("Name") is not None and one.get("TrackerTypeID") is not None
            for one in source.data.entries("cookies")
        )
    if "cookieTable" not in source.text:
        return False
    return any(_tables(source))


def read(source: Source) -> Draft:
    """Read every tracker; note when it was scanned.

    Raises UnreadableError for anything else.
    """
    if not recognises(source):
        raise UnreadableError(
            0, "no trackers of Cookiebot are here, neither of its API nor of cc.js"
        )
    scribe = Scribe(source, TITLE)
    key = scribe.vendor("Cookiebot", _top(source))
    if key is not None:
        scribe.draft.consent["platform"] = scribe.told(key, _top(source))
    language = None
    trackers = _script_trackers(source)
    if source.data is not None:
        _note_scan(scribe, source.data)
        language = _language(source.data)
        trackers = _api_trackers(source.data)
    for cells in trackers:
        _Tracker(scribe, cells, language).read()
    leave_out_repeats(scribe.draft)
    return scribe.draft


def _top(source: Source) -> Node:
    if source.data is not None:
        return source.data
    return next(_tables(source))[1]


def _tables(source: Source) -> Iterator[tuple[str, Node]]:
    for name, category in _TABLES.items():
        for table in source.script.assigned(name):
            yield category, table


def _script_trackers(source: Source) -> Iterator[_Cells]:
    if source.data is not None:
        return
    for category, table in _tables(source):
        for row in table.entries():
            cell = [row.get(number) for number in range(6)]
            kind = cell[5] if cell[5] is not None and cell[5].value else cell[4]
            yield _Cells(row, cell[0], cell[1], cell[2], cell[3], kind, category)


def _api_trackers(data: Node) -> Iterator[_Cells]:
    for one in data.entries("cookies"):
        category = one.get("Category")
        yield _Cells(
            node=one,
            name=one.get("Name"),
            provider=one.get("Provider"),
            purpose=one.get("PurposeDescription"),
            expiry=one.get("ExpireDescription"),
            kind=one.get("TrackerTypeID"),
            category=str(category.value) if category is not None else "",
        )


def _note_scan(scribe: Scribe, data: Node) -> None:
    date = (data.texts("utcscandate") or "").strip()
    day = _DAY.match(date)
    if day is not None:
        scribe.draft.notes.append(f"scanned by Cookiebot on {day[0]} (UTC)")
    elif date:
        scribe.draft.notes.append(f"scanned by Cookiebot on '{short(date)}' (UTC)")
    else:
        scribe.draft.notes.append("when Cookiebot scanned is not told")


def _language(data: Node) -> str | None:
    try:
        return parse_language(data.texts("culture") or "")
    except MisfitError:
        return None


class _Tracker:
    """One tracker on its way into the draft."""

    def __init__(self, scribe: Scribe, cells: _Cells, language: str | None) -> None:
        self._scribe = scribe
        self._cells = cells
        self._language = language

    def read(self) -> None:
        """Add the entry."""
        cell = self._cells.name or self._cells.node
        names = names_in(plain_text(cell.text or ""))
        entry = self._scribe.entry(names[0].text if len(names) == 1 else cell.text, cell)
        if entry is None:
            return
        if len(names) == 1 and names[0].remark is not None:
            entry.remarks.append(names[0].remark)
        self._fill_storage(entry)
        self._fill_claim(entry)
        self._fill_lifetime(entry)
        Providers(self._scribe).fill(
            entry,
            {"domain": None, "provider": self._cells.provider, "service": None, "country": None},
            None,
        )
        purpose = self._cells.purpose
        text = plain_text(purpose.text or "") if purpose is not None else ""
        if purpose is not None and text:
            value = {self._language: text} if self._language else text
            self._scribe.tell(entry, "description", value, purpose)
        self._fill_attributes(entry)

    def _fill_storage(self, entry: Entry) -> None:
        kind = self._cells.kind
        if kind is None:
            return
        storage = _STORAGES.get(str(kind.value).strip().lower())
        if storage is None:
            entry.remarks.append(f"storage: the type '{short(str(kind.value))}' is not known")
        elif storage != "cookie":
            self._scribe.tell(entry, "storage", storage, kind)

    def _fill_claim(self, entry: Entry) -> None:
        name, category = CATEGORIES.get(self._cells.category, (self._cells.category, None))
        claim = Claim(category, f"category: '{short(name)}' of Cookiebot")
        if category is None:
            claim = Claim(None, f"category: '{short(name)}' of Cookiebot says nothing of consent")
        node = self._cells.node.get("Category") or self._cells.node
        self._scribe.tell(entry, "category", claim.category, node)
        entry.remarks.append(claim.remark)
        prior = self._cells.node.get("PriorConsentEnabled")
        if prior is not None and prior.value == "0" and category == "improvement":
            entry.remarks.append("consent: Cookiebot does not hold it back (PriorConsentEnabled 0)")

    def _fill_lifetime(self, entry: Entry) -> None:
        """Take the seconds of the scan where they are whole hours, else the words beside them."""
        node = self._cells.node.get("ExpireSeconds")
        seconds = whole_number(node)
        storage = entry.fields["storage"].value if "storage" in entry.fields else "cookie"
        if storage == "cookie" and node is not None and seconds and seconds % _HOUR == 0:
            found = read_seconds(seconds)
            self._scribe.tell(entry, "lifetime", found.lifetime, node)
            if found.remark:
                entry.remarks.append(f"lifetime: '{found.text}': {found.remark}")
            return
        self._scribe.lifetime(entry, self._cells.expiry, self._language)
        if seconds and "lifetime" in entry.fields and storage == "cookie":
            entry.remarks.append(f"lifetime: rounded by Cookiebot, which saw {seconds:,} seconds")

    def _fill_attributes(self, entry: Entry) -> None:
        path = self._cells.node.get("Path")
        if path is not None and (path.text or "").startswith("/"):
            self._scribe.tell(entry, "path", path.text, path)
        for key, field in (("HTTPOnly", "http_only"), ("Secure", "secure")):
            node = self._cells.node.get(key)
            if node is not None and node.value in ("0", "1") and "storage" not in entry.fields:
                self._scribe.tell(entry, field, node.value == "1", node)
        node = self._cells.node.get("ThirdParty")
        if node is not None and node.value in ("0", "1"):
            self._scribe.tell(entry, "party", "third" if node.value == "1" else "first", node)
