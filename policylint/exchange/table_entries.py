"""Rows of tables as entries of a draft, each value with the line it was read at."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import get_args

from policylint.exchange.cell_names import CellName, name_in, names_in
from policylint.exchange.cell_types import read_party, read_type
from policylint.exchange.claims import Claim, claim_by_words, claim_of_heading
from policylint.exchange.columns import Columns, check_mapping, columns_of
from policylint.exchange.description_durations import durations_within
from policylint.exchange.draft import Draft, Entry
from policylint.exchange.expressions import ExpressionError, names_of
from policylint.exchange.node import Node
from policylint.exchange.providers import Providers
from policylint.exchange.scribe import Scribe, plain_text, short
from policylint.exchange.source import Source
from policylint.exchange.table import Row, Table, text_of
from policylint.exchange.unreadable import UnreadableError
from policylint.model.terms import Category, Purpose, SameSite

ClaimReader = Callable[[str], Claim | None]
_YES = frozenset({"1", "true", "yes", "x", "ja", "oui", "si", "sim", "tak", "\u2713", "\u2714"})
_NO = frozenset({"0", "false", "no", "nein", "non", "nee", "nao", "nie", "nej", "nei"})
_NO_NAMES = "no column holds the names of cookies; `--map COLUMN=name` says which does"
_PURPOSES = frozenset(get_args(Purpose))
_SAME_SITE = {word.lower(): word for word in get_args(SameSite)}


def draft_of_tables(
    source: Source,
    title: str,
    tables: Sequence[Table],
    claim: ClaimReader = claim_by_words,
) -> Draft:
    """Read every table of cookies; tell which columns were read, and which tables were not.

    Raises UsageError for a mapping that fits no table, UnreadableError where none holds cookies.
    """
    if not tables:
        raise UnreadableError(0, "no table of cookies is here")
    mapping = source.columns
    check_mapping(mapping, [text_of(cell) for table in tables for cell in table.header.cells])
    scribe = Scribe(source, title)
    told: set[str] = set()
    for table in tables:
        columns = columns_of(table, mapping)
        if columns is None:
            headings = ", ".join(filter(None, map(text_of, table.header.cells)))
            node = Node(value=headings, span=table.header.span)
            scribe.leave_out(f"the table '{short(headings)}'", _NO_NAMES, node)
            continue
        sentence = columns.sentence()
        if sentence not in told:
            told.add(sentence)
            scribe.draft.notes.append(sentence)
        TableEntries(scribe, columns, claim).add(table.rows, table.headings)
    if not told:
        raise UnreadableError(tables[0].header.span.start, f"of this table {_NO_NAMES}")
    leave_out_repeats(scribe.draft)
    return scribe.draft


class TableEntries:
    """One table on its way into a draft."""

    def __init__(
        self,
        scribe: Scribe,
        columns: Columns,
        claim: ClaimReader = claim_by_words,
        language: str | None = None,
    ) -> None:
        self._scribe = scribe
        self._columns = columns
        self._claim = claim
        self._language = language
        self._providers = Providers(scribe)

    def add(self, rows: Iterable[Row], headings: Sequence[str] = ()) -> None:
        """Add the entries of some rows; a row that is a heading holds for those below it."""
        heading = ""
        for row in rows:
            texts = [text_of(cell) for cell in row.cells]
            section = self._section(row, texts)
            if section is not None:
                heading = section
            elif texts[: len(self._columns.header)] != self._columns.header:
                self._add_row(row, [*headings, row.heading, heading])

    def _section(self, row: Row, texts: Sequence[str]) -> str | None:
        """Read a row that is a heading: one text over all columns, or the words of a category."""
        filled = [text for text in texts if text]
        if not filled or len(self._columns.header) < 2 or len(set(filled)) > 1:  # noqa: PLR2004
            return None
        spans = len({id(cell) for cell in row.cells}) == 1
        if spans or (texts[0] and len(filled) == 1 and claim_of_heading(filled[0]) is not None):
            return filled[0]
        return None

    def _cell(self, row: Row, field: str) -> Node | None:
        column = self._columns.fields.get(field)
        if column is None:
            return None
        cell = row.cell(column)
        return cell if text_of(cell) else None

    def _add_row(self, row: Row, headings: Sequence[str]) -> None:
        cell = self._cell(row, "name")
        if cell is None:
            if any(map(text_of, row.cells)):
                line = self._scribe.source.position(row.span.start).line
                node = Node(value=None, span=row.span)
                self._scribe.leave_out(f"the row in line {line}", "it has no name", node)
            return
        for name in self._names(row, cell):
            entry = self._scribe.entry(name.text, cell)
            if entry is not None:
                if name.remark is not None:
                    entry.remarks.append(name.remark)
                self._fill(entry, row, headings)

    def _names(self, row: Row, cell: Node) -> Sequence[CellName]:
        if "claim" in self._columns.fields:
            return [CellName(text_of(cell))]  # our own export: nothing stands for anything else
        match = self._cell(row, "match")
        kind = text_of(match).lower() if match is not None else ""
        if kind == "regex":
            try:
                return [CellName(name) for name in names_of(text_of(cell))]
            except ExpressionError as error:
                what = f"'{short(text_of(cell))}'"
                self._scribe.leave_out(what, f"it is an expression: {error}", cell)
                return []
        if match is None:
            return names_in(text_of(cell))
        name = name_in(text_of(cell))
        if kind in _YES or kind == "prefix":
            remark = None if kind == "prefix" else "name: read as the beginning of a name"
            return [CellName(f"{name.text.rstrip('*')}*", name.remark or remark)]
        return [name]

    def _fill(self, entry: Entry, row: Row, headings: Sequence[str]) -> None:
        claim = self._fill_type(entry, row)
        self._fill_claim(entry, row, claim, headings)
        party = self._cell(row, "party")
        if party is not None:
            self._scribe.tell(entry, "party", read_party(text_of(party)), party)
        self._fill_lifetime(entry, row)
        width = len(self._columns.header)
        if any(text_of(cell) for cell in row.cells[width:]):
            cells = f"the row has {len(row.cells)} cells under {width} headings"
            entry.remarks.append(f"{cells}: its words were not read")
            return
        self._providers.fill(
            entry,
            {name: self._cell(row, name) for name in ("domain", "provider", "service", "country")},
            self._cell(row, "policy"),
        )
        self._fill_words(entry, row)
        self._fill_attributes(entry, row)

    def _fill_type(self, entry: Entry, row: Row) -> Claim | None:
        """Read the columns `storage` and `type`; give the claim that a type may be."""
        claim = None
        for field in ("storage", "type"):
            cell = self._cell(row, field)
            if cell is None:
                continue
            found = read_type(text_of(cell))
            if found.storage not in {None, "cookie"} and "storage" not in entry.fields:
                self._scribe.tell(entry, "storage", found.storage, cell)
            self._scribe.tell(entry, "party", found.party, cell)
            if not found.is_known:
                claim = self._claim(text_of(cell))
                if claim is None:
                    entry.remarks.append(f"{field}: '{short(text_of(cell))}' was not read")
        return claim

    def _fill_claim(
        self, entry: Entry, row: Row, claim: Claim | None, headings: Sequence[str]
    ) -> None:
        cell = self._cell(row, "claim")
        if cell is not None and text_of(cell) in get_args(Category):
            self._scribe.tell(entry, "category", text_of(cell), cell)
            return
        cell = self._cell(row, "category")
        if cell is None and claim is not None:
            cell = self._cell(row, "type")
        if cell is not None:
            claim = self._claim(text_of(cell))
            if claim is None:
                entry.remarks.append(f"category: '{short(text_of(cell))}' is not known")
                return
            self._scribe.tell(entry, "category", claim.category, cell)
            entry.remarks.append(claim.remark)
            return
        claims = ((text, claim_of_heading(text)) for text in reversed(headings) if text)
        found = next((claim for _, claim in claims if claim is not None), None)
        node = Node(value=None, span=row.span)
        if found is None:
            entry.remarks.append("category: the table does not say whether consent is asked")
            return
        self._scribe.tell(entry, "category", found.category, node)
        entry.remarks.append(f"{found.remark}, the heading above")

    def _fill_lifetime(self, entry: Entry, row: Row) -> None:
        cell = self._cell(row, "lifetime")
        if cell is not None and "storage" not in entry.fields:
            place = read_type(text_of(cell)).storage  # some write it there
            if place not in {None, "cookie"}:
                self._scribe.tell(entry, "storage", place, cell)
        if cell is not None or "lifetime" in self._columns.fields:
            self._scribe.lifetime(entry, cell, self._language)
        kind = self._cell(row, "type")
        if cell is None and kind is not None and read_type(text_of(kind)).is_session:
            self._scribe.tell(entry, "lifetime", "session", kind)
        if "lifetime" in entry.fields:
            return
        described = self._cell(row, "description")
        within = durations_within(text_of(described)) if described is not None else []
        if within:
            shown = "', '".join(short(text) for text in within)
            entry.remarks.append(f"lifetime: the description says '{shown}', which was not taken")

    def _fill_words(self, entry: Entry, row: Row) -> None:
        cell = self._cell(row, "description")
        if cell is None:
            return
        words = [word.strip() for word in text_of(cell).replace(";", ",").split(",")]
        if all(word in _PURPOSES for word in words):
            self._scribe.tell(entry, "purposes", words, cell)
            return
        text = _plain(text_of(cell))
        value = {self._language: text} if self._language and text else text
        self._scribe.tell(entry, "description", value, cell)

    def _fill_attributes(self, entry: Entry, row: Row) -> None:
        path = self._cell(row, "path")
        if path is not None and text_of(path).startswith("/"):
            self._scribe.tell(entry, "path", text_of(path), path)
        for field in ("secure", "http_only"):
            cell = self._cell(row, field)
            word = text_of(cell).lower() if cell is not None else ""
            if cell is not None and word in _YES | _NO:
                self._scribe.tell(entry, field, word in _YES, cell)
        cell = self._cell(row, "same_site")
        if cell is not None:
            same_site = _SAME_SITE.get(text_of(cell).lower())
            self._scribe.tell(entry, "same_site", same_site, cell)
        purposes = self._cell(row, "purposes")
        if purposes is not None:
            self._fill_purposes(entry, purposes)

    def _fill_purposes(self, entry: Entry, cell: Node) -> None:
        words = text_of(cell).replace(";", " ").replace(",", " ").split()
        known = [word for word in words if word in _PURPOSES]
        self._scribe.tell(entry, "purposes", known, cell)
        rest = [word for word in words if word and word not in _PURPOSES]
        if rest:
            entry.remarks.append(f"purposes: '{short(', '.join(rest))}' is not known")


@lru_cache(maxsize=16)
def _plain(text: str) -> str:
    # remembered for the several names of one row
    return plain_text(text)


def leave_out_repeats(draft: Draft) -> None:
    """Leave out entries that say of a cookie what another has said; remark those that differ."""
    seen: dict[tuple[object, ...], Entry] = {}
    kept = []
    for entry in draft.cookies:
        place = ("name", "domain", "storage", "path")
        key = tuple(_value(entry, field) for field in place)
        first = seen.setdefault(key, entry)
        if first is entry:
            kept.append(entry)
        elif _facts(first) == _facts(entry):
            origin = first.fields["name"].origin
            draft.leave_out(f"'{short(entry.name)}'", f"the same stands in {origin}", entry.span)
        else:
            entry.remarks.append(
                f"another entry of this name is from {first.fields['name'].origin}"
            )
            kept.append(entry)
    draft.cookies[:] = kept


def _value(entry: Entry, field: str) -> object:
    return entry.fields[field].value if field in entry.fields else None


def _facts(entry: Entry) -> Mapping[str, object]:
    return {field: told.value for field, told in entry.fields.items()}
