"""Any table of cookies in a CSV file, as spreadsheets and consent platforms write it.

Our own dialect is `name,provider,category,purpose,duration,type,domain`.
"""

from collections.abc import Mapping, Sequence

from policylint.exchange.claims import claim_by_words
from policylint.exchange.columns import Columns
from policylint.exchange.csv_table import read_csv_table
from policylint.exchange.draft import Draft
from policylint.exchange.markdown_table import read_markdown_tables
from policylint.exchange.node import Node
from policylint.exchange.source import Source
from policylint.exchange.table_entries import ClaimReader, draft_of_tables
from policylint.exchange.unreadable import UnreadableError
from policylint.source.pointer import Span

TITLE = "table in a CSV file"
_EXPECTED = "expected one such as 'name,domain,category,duration', or --map COLUMN=name"
_HEAD = 20_000


def recognises(source: Source) -> bool:
    """Tell a CSV file whose header names cookies, and that is of no platform's own making."""
    if csv_header(source) is None:
        return False
    from policylint.exchange import cookieyes, onetrust, open_cookie_database

    return not any(one.recognises(source) for one in (cookieyes, onetrust, open_cookie_database))


def read(source: Source) -> Draft:
    """Read every row."""
    return draft_of_csv(source, TITLE)


def draft_of_csv(source: Source, title: str, claim: ClaimReader = claim_by_words) -> Draft:
    """Read the table of a CSV file in the words of one format.

    Raises InputError for a file that is too large or broken, UsageError for a mapping of a column
    that it does not have, UnreadableError where no header is.
    """
    table = read_csv_table(source, lambda texts: _score(texts, source.columns))
    if table is None:
        raise UnreadableError(0, f"no header names the columns of cookies; {_EXPECTED}")
    return draft_of_tables(source, title, [table], claim)


def csv_header(source: Source) -> Sequence[str] | None:
    """Give the header of a CSV file with a column of names; None for anything else."""
    head = source.text[:_HEAD]
    if head.lstrip()[:1] in {"{", "[", "<", "#"}:
        return None
    part = Source(source.path, head[: head.rfind("\n") + 1] or head, source.columns)
    if "|" in head and read_markdown_tables(part):
        return None
    table = read_csv_table(part, lambda texts: _score(texts, source.columns))
    return None if table is None else Columns(table.header.cells).header


def _score(texts: Sequence[str], mapping: Mapping[str, str] | None) -> int:
    cells = [Node(value=text, span=Span(0, 0)) for text in texts]
    return Columns(cells, mapping).score
