"""Which column of a table holds what: by its header, or as the user says."""

from collections.abc import Mapping, Sequence

from policylint.errors import UsageError
from policylint.exchange.column_words import FIELDS, field_of, folded
from policylint.exchange.node import Node
from policylint.exchange.table import Table, text_of

IGNORED = "ignore"
_TELLING = frozenset({"lifetime", "type", "category", "domain", "provider", "party", "match"})
_ABOUT = (
    *("cookie", "kaka", "kakor", "suti", "evast", "tracker", "storage", "speicher", "traceur"),
    *("informasjonskaps", "ciastecz"),
)
_LAST_RESORT = ("cookie id", "slug")
"""Names of a column that is a number where another holds the name."""
_SHOWN = 60


class Columns:
    """The fields of a table by column, as its header tells them."""

    def __init__(self, header: Sequence[Node], mapping: Mapping[str, str] | None = None) -> None:
        self.header = [" ".join(text_of(cell).split()) for cell in header]
        self.fields: dict[str, int] = {}
        chosen = {folded(column): field for column, field in (mapping or {}).items()}
        for number, text in enumerate(self.header):
            field = chosen.get(folded(text))
            if field is not None and field != IGNORED:
                self.fields.setdefault(field, number)
        for number, text in enumerate(self.header):
            field = field_of(text)
            taken = folded(text) in chosen
            if field is not None and not taken and field not in self.fields:
                self.fields[field] = number
        for number, text in enumerate(self.header):
            if folded(text) in _LAST_RESORT and folded(text) not in chosen:
                self.fields.setdefault("name", number)

    @property
    def score(self) -> int:
        """Count the columns that were recognised; 0 where there is no name."""
        return len(self.fields) if "name" in self.fields and len(self.fields) > 1 else 0

    def sentence(self) -> str:
        """Say which column was read as what, and which was not read."""
        by_column = {column: field for field, column in self.fields.items()}
        read = [
            f"'{_short(text)}' as {by_column[number]}"
            for number, text in enumerate(self.header)
            if number in by_column and by_column[number] != "value"
        ]
        rest = [
            f"'{_short(text)}'"
            for number, text in enumerate(self.header)
            if text and by_column.get(number, "value") == "value"
        ]
        sentence = f"columns read: {', '.join(read)}"
        return f"{sentence}; not read: {', '.join(rest)}" if rest else sentence


def columns_of(table: Table, mapping: Mapping[str, str] | None = None) -> Columns | None:
    """Recognise a table of cookies; None for any other table."""
    columns = Columns(table.header.cells, mapping)
    if not columns.score:
        return None
    if mapping or columns.fields.keys() & _TELLING:
        return columns
    name = folded(columns.header[columns.fields["name"]])
    words = " ".join([name, *(folded(heading) for heading in table.headings)])
    return columns if any(stem in words for stem in _ABOUT) else None


def check_mapping(mapping: Mapping[str, str] | None, headers: Sequence[str]) -> None:
    """Refuse a mapping to a field that there is not, or of a column that no table has.

    Raises UsageError.
    """
    known = {folded(text) for text in headers}
    for column, field in (mapping or {}).items():
        if field not in FIELDS and field != IGNORED:
            raise UsageError(
                f"--map: there is no field '{_short(field)}'; expected one of"
                f" {', '.join(FIELDS)} or {IGNORED}"
            )
        if folded(column) not in known:
            seen = ", ".join(f"'{_short(text)}'" for text in headers if text.strip())
            raise UsageError(f"--map: no column is called '{_short(column)}'; there are {seen}")


def _short(text: str) -> str:
    shown = "".join(letter if letter.isprintable() else " " for letter in text[: _SHOWN + 1])
    return shown if len(shown) <= _SHOWN else f"{shown[: _SHOWN - 1]}\u2026"
