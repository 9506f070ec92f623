"""Cookie tables of a web page: a published policy, or the declaration of a consent platform."""

from policylint.exchange import markdown_file
from policylint.exchange.columns import columns_of
from policylint.exchange.draft import Draft
from policylint.exchange.html_table import read_html_tables
from policylint.exchange.source import Source
from policylint.exchange.table_entries import draft_of_tables

TITLE = "cookie table in HTML"


def recognises(source: Source) -> bool:
    """Tell a page with a table of cookies."""
    if "<table" not in source.text.lower():
        return False
    if markdown_file.recognises(source):
        return False  # it reads the tables of HTML too
    return any(columns_of(table, source.columns) is not None for table in read_html_tables(source))


def read(source: Source) -> Draft:
    """Read every table of cookies."""
    return draft_of_tables(source, TITLE, read_html_tables(source))
