"""Cookie tables of a published policy in Markdown, those of HTML inside it included."""

from collections.abc import Sequence

from policylint.exchange.columns import columns_of
from policylint.exchange.draft import Draft
from policylint.exchange.html_table import read_html_tables
from policylint.exchange.markdown_table import read_markdown_tables
from policylint.exchange.source import Source
from policylint.exchange.table import Table
from policylint.exchange.table_entries import draft_of_tables

TITLE = "cookie table in Markdown"


def recognises(source: Source) -> bool:
    """Tell a text with a pipe table of cookies."""
    if "|" not in source.text or source.text.lstrip()[:1] in {"{", "["}:
        return False
    return any(
        columns_of(table, source.columns) is not None for table in read_markdown_tables(source)
    )


def read(source: Source) -> Draft:
    """Read every table of cookies, in the order of the text."""
    return draft_of_tables(source, TITLE, _tables(source))


def _tables(source: Source) -> Sequence[Table]:
    tables = [*read_markdown_tables(source)]
    if "<table" in source.text.lower():
        tables += read_html_tables(source)
    return sorted(tables, key=lambda table: table.header.span)
