"""CookieYes and the plugins of its family: the CSV of the web app, the JSON export of FAZ."""

from collections.abc import Mapping

from policylint.exchange.claims import Claim, claim_by_table, claim_by_words
from policylint.exchange.column_words import folded
from policylint.exchange.csv_file import csv_header, draft_of_csv
from policylint.exchange.draft import Draft, Entry
from policylint.exchange.node import Node
from policylint.exchange.records import columns_of_fields, row_of
from policylint.exchange.scribe import Scribe, plain_text
from policylint.exchange.source import Source
from policylint.exchange.table_entries import TableEntries, leave_out_repeats
from policylint.exchange.unreadable import UnreadableError
from policylint.model.record import MisfitError
from policylint.model.scalars import parse_language
from policylint.model.terms import Category

TITLE = "CookieYes"
_CATEGORIES: Mapping[str, Category | None] = {
    "necessary": "essential",
    "functional": "improvement",
    "analytics": "improvement",
    "performance": "improvement",
    "advertisement": "improvement",
    "other": None,
    "others": None,
    "uncategorized": None,
    "uncategorised": None,
}
_TELLING = frozenset({"slug", "script url pattern", "url pattern", "discovered", "cookie id"})
_FIELDS = ("name", "domain", "category", "description", "lifetime")


def recognises(source: Source) -> bool:
    """Tell its CSV by columns that no other has, its JSON by `cookies` beside `categories`."""
    header = csv_header(source)
    if header is not None:
        words = {folded(text) for text in header}
        return bool(words & _TELLING) and {"category", "duration"} <= words
    if source.data is None or source.data.get("categories") is None:
        return False
    return any(
        one.texts("name") is not None and one.get("duration") is not None
        for one in source.data.entries("cookies")
    )


def read(source: Source) -> Draft:
    """Read every cookie.

    Raises UnreadableError for anything else.
    """
    if csv_header(source) is not None:
        return draft_of_csv(source, TITLE, claim)
    if not recognises(source):
        raise UnreadableError(0, "no cookies of CookieYes are here, neither as CSV nor as JSON")
    scribe = Scribe(source, TITLE)
    if source.data is not None:
        columns = columns_of_fields(_FIELDS)
        names = _category_names(source.data)
        for record in source.data.entries("cookies"):
            duration, language = _in_one_language(record.get("duration"))
            fields = {
                "name": _technical_name(record),
                "domain": record.get("domain"),
                "category": _category(record, names),
                "lifetime": duration,
            }
            known = len(scribe.draft.cookies)
            entries = TableEntries(scribe, columns, claim, language)
            entries.add([row_of(record, columns, fields)])
            for entry in scribe.draft.cookies[known:]:
                _describe(scribe, entry, record.get("description"))
        leave_out_repeats(scribe.draft)
    return scribe.draft


def claim(word: str) -> Claim | None:
    """Read a category in the words of the plugin family, or of a table."""
    if folded(word) in _CATEGORIES:
        return claim_by_table(word, _CATEGORIES, TITLE)
    return claim_by_words(word)


def _technical_name(record: Node) -> Node | None:
    """Give the name; where that is a title in words, the technical id beside it."""
    name, slug = record.get("name"), record.get("slug")
    if name is not None and slug is not None and " " in (name.text or "").strip():
        return slug
    return name


def _category_names(data: Node) -> Mapping[str, str]:
    """Map the ids of categories to their technical names."""
    found = {}
    for category in data.entries("categories"):
        slug = category.texts("slug") or category.texts("name")
        for key in ("id", "category_id", "term_id"):
            one = category.get(key)
            if one is not None and slug is not None and isinstance(one.value, str | int):
                found[str(one.value)] = slug
    return found


def _category(record: Node, names: Mapping[str, str]) -> Node | None:
    node = record.get("category")
    if node is None or not isinstance(node.value, str | int):
        return None
    return node.changed(value=names.get(str(node.value), str(node.value)))


def _in_one_language(node: Node | None) -> tuple[Node | None, str | None]:
    """Take one of the texts per language; all of them say the same."""
    if node is None or not isinstance(node.value, Mapping):
        return node, None
    texts = {language: one for language, one in node.pairs() if one.text}
    language = "en" if "en" in texts else next(iter(texts), None)
    return (None, None) if language is None else (texts[language], language)


def _describe(scribe: Scribe, entry: Entry, node: Node | None) -> None:
    if node is None:
        return
    if node.text is not None:
        scribe.tell(entry, "description", plain_text(node.text), node)
        return
    texts: dict[str, str] = {}
    for key, one in node.pairs():
        text = plain_text(one.text or "")
        try:
            texts |= {parse_language(key): text} if text else {}
        except MisfitError:
            entry.remarks.append("description: a text under a key that is no language")
    scribe.tell(entry, "description", texts or None, node)
