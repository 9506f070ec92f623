"""The cookies of vanilla-cookieconsent: from its tables, and from what its categories clear."""

from policylint.exchange.columns import Columns
from policylint.exchange.cookieconsent_shape import Group, Section, Shape
from policylint.exchange.draft import Entry, Told
from policylint.exchange.exact_names import names_at, names_of_pattern
from policylint.exchange.hints import Hints
from policylint.exchange.node import Node, Pattern
from policylint.exchange.scribe import Scribe, host_of, plain_text, short
from policylint.exchange.service_words import purposes_of
from policylint.exchange.table import Row
from policylint.exchange.table_entries import TableEntries
from policylint.model.references import resolve_references
from policylint.model.wildcard import covering

_SILENT = "category: the table does not say whether consent is asked"


class Entries:
    """Reads the tables of the main language, then what is cleared and stands in none of them."""

    def __init__(self, scribe: Scribe, shape: Shape) -> None:
        self._scribe = scribe
        self._shape = shape
        self._listed: dict[str, list[Entry]] = {}

    def read(self) -> None:
        """Read every cookie, and what is wrong with the categories."""
        sections = self._shape.main.sections if self._shape.main else ()
        for section in sections:
            if section.rows:
                self._read_table(section)
        for group in self._shape.groups.values():
            self._read_group(group)
        linked = {section.group for section in sections}
        for key, group in self._shape.groups.items():
            if sections and key not in linked:
                what = f"the texts of the category '{short(key)}'"
                self._scribe.leave_out(what, "no section is linked to it", group.node)
        self._add_descriptions()

    def _read_table(self, section: Section) -> None:
        group = self._shape.groups.get(section.group or "")
        columns = self._columns(section)
        if columns is None:
            self._scribe.leave_out("a table", "no column holds the names of cookies", section.node)
            return
        sentence = columns.sentence()
        if sentence not in self._scribe.draft.notes:
            self._scribe.draft.notes.append(sentence)
        main = self._shape.main
        table = TableEntries(self._scribe, columns, lambda _: None, main.tag if main else None)
        for node in section.rows:
            if node.is_unread:
                self._scribe.fault("IMP005", node, f"a row is the expression {self._quoted(node)}")
                self._scribe.leave_out("a row", "it is worked out when the site runs", node)
                continue
            before = len(self._scribe.draft.cookies)
            self._add_row(table, columns, section, node)
            for entry in self._scribe.draft.cookies[before:]:
                self._settle(entry, group, section, node)

    def _add_row(self, table: TableEntries, columns: Columns, section: Section, node: Node) -> None:
        empty = Node(value="", span=node.span)
        cells = [node.get(key) or empty for key in self._keys(section)]
        for key, cell in zip(self._keys(section), cells, strict=True):
            if cell.is_unread:
                message = f"'{short(key)}' is the expression {self._quoted(cell)}"
                self._scribe.fault("IMP005", cell, message)
        name = cells[columns.fields["name"]]
        if _is_expression(node) and name.text:
            group = f"the category '{short(section.group or '?')}'"
            found = names_of_pattern(self._scribe, name, Pattern(source=name.text), group)
            for one in found.names:
                changed = [cell.changed(value=one) if cell is name else cell for cell in cells]
                table.add([Row(changed, node.span)])
            return
        seen = resolve_references(name.text or "")  # the platform puts cells into its page as HTML
        changed = [cell.changed(value=seen) if cell is name else cell for cell in cells]
        table.add([Row(changed if name.text else cells, node.span)])

    def _settle(self, entry: Entry, group: Group | None, section: Section, node: Node) -> None:
        if _SILENT in entry.remarks:
            entry.remarks.remove(_SILENT)
        if group is None:
            shown = f"'{short(section.group)}', which is none" if section.group else "no category"
            entry.remarks.append(f"category: the section is linked to {shown}")
        else:
            self._listed.setdefault(group.key, []).append(entry)
            self._claim(entry, group)
            if group.cleared and not self._clears(group, entry.name):
                entry.remarks.append(f"the category '{short(group.key)}' does not clear it")
        Hints(self._scribe, node, []).add(entry, node)

    def _claim(self, entry: Entry, group: Group) -> None:
        """Say whether a category waits for consent, and what its name says of the purposes."""
        key = short(group.key)
        if group.is_required:
            self._scribe.required(entry, group.node)
            return
        self._scribe.asked(entry, group.node)
        mode = self._shape.root.get("mode")
        if mode is not None and mode.text == "opt-out":
            entry.fields["consent"] = self._scribe.told("opt-out", mode)
        elif group.ticked is not None:
            del entry.fields["consent"]
            entry.remarks.append("consent: the category is on before anyone chose, no opt-in")
        purposes, unknown = purposes_of([group.key])
        if "purposes" not in entry.fields:
            self._scribe.tell(entry, "purposes", purposes, group.node)
        if unknown:
            entry.remarks.append(f"purposes: '{key}' does not say what the cookie is for")

    def _read_group(self, group: Group) -> None:
        key = short(group.key)
        owner = f"the category '{key}'"
        found = 0
        for item in group.cleared:
            found += self._read_item(item, group, owner, [])
        for name, service in group.services:
            label = plain_text(service.texts("label") or "")
            shown = f"the service '{short(name)}'"
            for item in service.entries("cookies"):
                found += self._read_item(item, group, shown, [label, name])
        if not found and group.key not in self._listed:
            self._scribe.fault("IMP007", group.node, f"{owner} lists no cookie")
            why = "neither a table nor a list of what is cleared names a cookie"
            self._scribe.leave_out(owner, why, group.node)
        if group.ticked is not None and not group.is_required:
            message = f"{owner} may be refused and is on by default"
            self._scribe.fault("IMP001", group.ticked, message)

    def _read_item(self, item: Node, group: Group, owner: str, names: list[str]) -> int:
        """Add the cookies that are cleared and stand in no table; count the names read."""
        node = item.get("name") or item
        found = names_at(self._scribe, node, owner)
        domain, path = item.get("domain"), item.get("path")
        for name in found.names:
            covers = covering(name)
            there = [one for one in self._listed.get(group.key, ()) if covers(one.name)]
            for entry in there if names else ():
                Hints(self._scribe, node, names).add(entry, node)
            added = None if there else self._scribe.entry(name, node)
            if added is None:
                continue
            self._listed.setdefault(group.key, []).append(added)
            if found.remark:
                added.remarks.append(found.remark)
            host = host_of(domain.text) if domain is not None else None
            self._scribe.tell(added, "domain", host, domain or node)
            self._scribe.tell(added, "path", path.text if path is not None else None, path or node)
            self._claim(added, group)
            Hints(self._scribe, node, names).add(added, node)
        return len(found.names)

    def _clears(self, group: Group, name: str) -> bool:
        for item in group.cleared:
            node = item.get("name") or item
            quiet = Scribe(self._scribe.source, "")
            if any(covering(one)(name) for one in names_at(quiet, node, "").names):
                return True
        return False

    def _keys(self, section: Section) -> list[str]:
        if section.header:
            return [key for key, _ in section.header]
        return list(dict.fromkeys(key for row in section.rows for key, _ in row.pairs()))

    def _columns(self, section: Section) -> Columns | None:
        """Recognise the columns by their headings, or by the keys below which they stand."""
        keys = self._keys(section)
        by_key = [Node(value=key, span=section.node.span) for key in keys]
        headings = [node for _, node in section.header] or by_key
        found = [Columns(headings), Columns(by_key)]
        best = max(found, key=lambda one: (one.score, "name" in one.fields))
        return best if "name" in best.fields else None

    def _add_descriptions(self) -> None:
        """Add what the tables in other languages say of the same cookies."""
        main = self._shape.main
        for language in self._shape.languages:
            if main is None or language is main:
                continue
            for section in language.sections:
                columns = self._columns(section) if section.rows else None
                column = columns.fields.get("description") if columns else None
                if columns is None or column is None:
                    continue
                for row in section.rows:
                    cells = [row.texts(key) or "" for key in self._keys(section)]
                    text = plain_text(cells[column])
                    self._describe(cells[columns.fields["name"]].strip(), language.tag, text)

    def _describe(self, name: str, tag: str, text: str) -> None:
        for entry in self._scribe.draft.cookies:
            told = entry.fields.get("description")
            if entry.name == name and told is not None and text and isinstance(told.value, dict):
                entry.fields["description"] = Told({**told.value, tag: text}, told.origin)

    def _quoted(self, node: Node) -> str:
        return f"'{self._scribe.quote(node)}'"


def _is_expression(row: Node) -> bool:
    told = row.get("is_regex")
    return told is not None and told.value is True
