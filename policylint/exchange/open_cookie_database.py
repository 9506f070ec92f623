"""The Open Cookie Database, as CSV or JSON.

It says what cookies usually do, wherever they are used: what a site claims is the site's to say.
Its README calls *Functional* what is strictly necessary, and its entries stretch that far: no
`essential` is made of it. `Wildcard match` means "contains" there; here the name is read as the
beginning, since a pattern open at both ends would cover the cookies of others.
"""

from collections.abc import Iterator, Mapping

from policylint.exchange.claims import Claim, claim_by_table
from policylint.exchange.csv_file import csv_header, draft_of_csv
from policylint.exchange.draft import Draft
from policylint.exchange.node import Node
from policylint.exchange.records import columns_of_fields, row_of
from policylint.exchange.scribe import Scribe
from policylint.exchange.source import Source
from policylint.exchange.table_entries import TableEntries, leave_out_repeats
from policylint.exchange.unreadable import UnreadableError
from policylint.model.terms import Category

TITLE = "Open Cookie Database"
_NAME = "cookie / data key name"
_CATEGORIES: Mapping[str, Category | None] = {
    "functional": None,
    "necessary": None,
    "analytics": "improvement",
    "marketing": "improvement",
    "personalization": "improvement",
    "security": None,
}
_FIELDS = {
    "name": "cookie",
    "category": "category",
    "domain": "domain",
    "description": "description",
    "lifetime": "retentionPeriod",
    "provider": "dataController",
    "policy": "privacyLink",
    "match": "wildcardMatch",
    "service": "",
}
_NOTE = "the database tells what a cookie usually does, not what a site claims"
_NECESSARY = (
    f"means strictly necessary in the {TITLE}; that a site asks no consent is its own claim"
)


def recognises(source: Source) -> bool:
    """Tell the database by its column of names, or by the keys of its records."""
    header = csv_header(source)
    if header is not None:
        return any(text.lower() == _NAME for text in header)
    record = next((one for one, _ in _records(source)), None)
    return record is not None


def read(source: Source) -> Draft:
    """Read every record.

    Raises UnreadableError for anything else.
    """
    if csv_header(source) is not None:
        draft = draft_of_csv(source, TITLE, claim)
    elif not recognises(source):
        raise UnreadableError(0, "no records of the database are here, neither as CSV nor as JSON")
    else:
        draft = _read_json(source)
    draft.notes.append(_NOTE)
    return draft


def claim(word: str) -> Claim:
    """Read a category in the words of the database, which is no claim of a site."""
    found = claim_by_table(word, _CATEGORIES, f"the {TITLE}")
    if word.strip().lower() in {"functional", "necessary"}:
        shown = " ".join(word.split())
        return Claim(None, f"category: '{shown}' {_NECESSARY}")
    return found


def _read_json(source: Source) -> Draft:
    scribe = Scribe(source, TITLE)
    columns = columns_of_fields(_FIELDS)
    rows = []
    for record, platform in _records(source):
        fields = {field: record.get(key) for field, key in _FIELDS.items() if key}
        service = Node(value=platform, span=record.span)
        rows.append(row_of(record, columns, {**fields, "service": service}))
    TableEntries(scribe, columns, claim).add(rows)
    leave_out_repeats(scribe.draft)
    return scribe.draft


def _records(source: Source) -> Iterator[tuple[Node, str]]:
    if source.data is None:
        return
    for platform, records in source.data.pairs():
        for record in records.entries():
            if record.get("cookie") is not None and record.get("retentionPeriod") is not None:
                yield record, platform
