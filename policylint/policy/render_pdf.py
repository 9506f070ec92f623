"""A document as a tagged PDF with the metadata of PDF/UA-1, made from the page that HTML gives.

Needs WeasyPrint (`policylint[pdf]`). Nothing is fetched, neither from a network nor from a disk.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from weasyprint import HTML
from weasyprint.urls import URLFetcher

from policylint.policy.blocks import Document
from policylint.policy.render_html import render_html

_EPOCH = "SOURCE_DATE_EPOCH"
# Grids are laid out slowly and broken badly over pages: here labels float beside their values.
_STYLE = """\
.scroll { overflow: visible; }
table { min-width: 0; overflow-wrap: break-word; }
dl, .figures { display: block; }
dt { float: left; clear: left; width: 11rem; }
dd { margin-left: 12rem; }
.card { break-inside: auto; }
.figures { display: table; width: 100%; border-spacing: .3rem 0; table-layout: fixed; }
.figures div { display: table-cell; }
.figures dt, .figures dd { float: none; width: auto; margin: 0; display: block; }
"""


def render_pdf(document: Document, more_style: str = "") -> bytes:
    """Write a document as a PDF file; `more_style` is that of its HTML page."""
    page = HTML(
        string=render_html(document, more_style + _STYLE),
        url_fetcher=URLFetcher(allowed_protocols=("data",), allow_redirects=False),
    )
    with _dated(document.date):
        drawn = page.render()
        drawn.metadata.created = drawn.metadata.modified = document.date
        drawn.metadata.generator = "policylint"
        content: bytes = drawn.write_pdf(pdf_variant="pdf/ua-1")
    return content


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
