"""A document as a tagged PDF with the metadata of PDF/UA-1, made from the page that HTML gives.

Needs WeasyPrint (`policylint[pdf]`). Nothing is fetched, neither from a network nor from a disk.
"""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from weasyprint import HTML
from weasyprint.urls import URLFetcher

from policylint.model.collector import paused_collector
from policylint.policy.blocks import Document, Heading, Table
from policylint.policy.column_widths import column_widths, wide_blocks
from policylint.policy.render_html import render_html

_EPOCH = "SOURCE_DATE_EPOCH"
_PLAIN_ANCHOR = re.compile("[A-Za-z][A-Za-z0-9_-]*")
_ROOM, _WIDE_ROOM = 104, 154
"""How many letters of a table stand side by side on an upright page, and on one across."""
_WIDE_PAGE = "@page wide { size: A4 landscape; }\nmain > * { page: upright; }\n"
_BETWEEN_TAGS = re.compile(r"(?<=>)[^<]+")
_ENDLESS_WORD = re.compile(r"(?:&#?\w+;|[^ \n&]){120,}+")
_PART_OF_WORD = re.compile(r"(?:&#?\w+;|.){1,40}")
# Grids are laid out slowly and broken badly over pages: here labels float beside their values.
_STYLE = """\
.scroll { overflow: visible; }
body { font-family: sans-serif; }
code { font-family: monospace; background: none; padding: 0; }
table[id] { min-width: 0; overflow-wrap: break-word; table-layout: fixed; font-size: 8pt;
  border-collapse: separate; border-spacing: 0; }
table[id] td:nth-child(n) { min-width: 0; hyphens: manual; }
/* One tint for a row is drawn faster than a line and a frame for each of its cells. */
tbody th, tbody td { border: 0; }
tbody tr:nth-child(even) { background: #f0f2f5; }
td .badge { border: 0; padding: 0; display: inline; font-weight: 600; }
[id$="sign-off-table"] tbody tr { background: none; }
[id$="sign-off-table"] tbody tr > * { border-bottom: 1px solid var(--line); }
dl, .figures { display: block; }
dt { float: left; clear: left; width: 11rem; }
dd { margin-left: 12rem; }
dd:last-child::after, dd:has(+ dt)::after { content: ""; display: block; clear: left; }
.card { break-inside: avoid; }
.figures { display: table; width: 100%; border-spacing: .3rem 0; table-layout: fixed; }
.figures div { display: table-cell; }
td:last-child .badge { white-space: normal; }
.figures dt, .figures dd { float: none; width: auto; margin: 0; display: block; }
"""


def render_pdf(document: Document, more_style: str = "") -> bytes:
    """Write a document as a PDF file; `more_style` is that of its HTML page."""
    page = HTML(
        string=_breakable(render_html(document, more_style + _STYLE + _columns(document))),
        url_fetcher=URLFetcher(allowed_protocols=("data",), allow_redirects=False),
    )
    with _dated(document.date), paused_collector():
        drawn = page.render()
        drawn.metadata.created = drawn.metadata.modified = document.date
        drawn.metadata.generator = "policylint"
        content: bytes = drawn.write_pdf(pdf_variant="pdf/ua-1")
    return content


def _breakable(page: str) -> str:
    """Say where endless words break: else each of their lines is sought in all that is left."""
    head, opening, body = page.partition("<body>")
    return (
        head + opening + _BETWEEN_TAGS.sub(lambda text: _ENDLESS_WORD.sub(_in_parts, text[0]), body)
    )


def _in_parts(word: re.Match[str]) -> str:
    return "<wbr>".join(_PART_OF_WORD.findall(word[0]))


def _columns(document: Document) -> str:
    """Give each column its share: to find it, WeasyPrint would lay out every cell twice."""
    wide = wide_blocks(document.blocks, _ROOM)
    rules = [_WIDE_PAGE] if wide else []
    for index, block in enumerate(document.blocks):
        if not isinstance(block, Heading | Table) or not _PLAIN_ANCHOR.fullmatch(block.anchor):
            continue
        if index in wide:
            rules.append(f"main > {_on_page(block)} {{ page: wide; }}\n")
        if isinstance(block, Table):
            widths = column_widths(block, _WIDE_ROOM if index in wide else _ROOM)
            rules += [
                f"#{block.anchor} thead th:nth-child({number}) {{ width: {share:.2f}%; }}\n"
                for number, width in enumerate(widths, start=1)
                for share in [100 * width / sum(widths)]
            ]
    return "".join(rules)


def _on_page(block: Heading | Table) -> str:
    return f":has(> #{block.anchor})" if isinstance(block, Table) else f"#{block.anchor}"


@contextmanager
def _dated(day: str) -> Iterator[None]:
    """Have the fonts inside the file dated by the document, for the same bytes every time."""
    before = os.environ.get(_EPOCH)
    moment = datetime.fromisoformat(f"{day}T00:00:00").replace(tzinfo=UTC)
    os.environ[_EPOCH] = str(int(moment.timestamp()))
    try:
        yield
    finally:
        if before is None:
            del os.environ[_EPOCH]
        else:
            os.environ[_EPOCH] = before
