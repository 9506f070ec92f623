"""Cells of a table that no spreadsheet runs, and that a reader can undo."""

import csv
import json
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO

# What a spreadsheet takes for a formula, at the start of a cell. Where it splits lines at `;`, as
# it does in half of Europe, a cell may also start in the middle of ours. Apostrophes count, so
# that taking one away gives back what was there.
_FORMULA = re.compile(r"""(?:^|(?<=;))(?='*[\s"]*[=+\-@＝＋－＠])""")  # noqa: RUF001 - full width
_GUARDED = re.compile(r"""(?:^|(?<=;))'(?='*[\s"]*[=+\-@＝＋－＠])""")  # noqa: RUF001 - the same


def guarded(text: str) -> str:
    """Put an apostrophe before what a spreadsheet would run."""
    return _FORMULA.sub("'", text)


def unguarded(text: str) -> str:
    """Take away the apostrophes that `guarded` put."""
    return _GUARDED.sub("", text)


def shown(text: str) -> str:
    r"""Write what a terminal would obey, reorder or hide as an escape: `\u202e`."""
    if text.isprintable():
        return text
    return "".join(char if _is_seen(char) else json.dumps(char)[1:-1] for char in text)


def _is_seen(char: str) -> bool:
    return char.isprintable() or unicodedata.category(char) == "Zs"


def csv_text(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> str:
    """Write a table with a heading, every cell inert."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([guarded(column) for column in columns])
    for row in rows:
        writer.writerow([guarded(shown(row.get(column, ""))) for column in columns])
    return out.getvalue()
