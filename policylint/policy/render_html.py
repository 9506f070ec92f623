"""A policy as one HTML page that asks nothing of any host. Texts are escaped here and only here.

The paragraph with the id `cookie-choices` is the hook for a site's own "change my mind" button.
"""

from collections.abc import Sequence
from html import escape

from policylint.policy.addresses import safe_address
from policylint.policy.blocks import (
    CHOICES_ANCHOR,
    Block,
    BulletList,
    Card,
    Code,
    Contents,
    Day,
    Document,
    Foreign,
    Heading,
    Link,
    Notice,
    Paragraph,
    Span,
    Spans,
    Strong,
    Table,
)
from policylint.policy.clean import clean
from policylint.policy.stylesheet import STYLESHEET

_SECURITY = "default-src 'none'; style-src 'unsafe-inline'"


def render_html(document: Document) -> str:
    """Write a document as a stand-alone page."""
    title, language = _text(document.title), _text(document.language)
    return f"""\
<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_SECURITY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
{STYLESHEET}</style>
</head>
<body>
<a class="skip" href="#main">{_text(document.skip_label)}</a>
<main id="main">
<h1>{title}</h1>
{render_html_blocks(document.blocks)}</main>
</body>
</html>
"""


def render_html_blocks(blocks: Sequence[Block]) -> str:
    """Write some blocks as a fragment, to stand inside a page."""
    return "".join(f"{_block(block)}\n" for block in blocks)


def _text(text: str) -> str:
    return escape(clean(text), quote=True)


def _block(block: Block) -> str:  # noqa: C901, PLR0911 - one case for each kind of block
    match block:
        case Heading(level=level, spans=spans, anchor=anchor):
            return f'<h{level} id="{_text(anchor)}">{_spans(spans)}</h{level}>'
        case Paragraph(spans=spans, anchor=None):
            return f"<p>{_spans(spans)}</p>"
        case Paragraph(spans=spans, anchor=anchor):
            kind = ' class="choices"' if anchor == CHOICES_ANCHOR else ""
            return f'<p id="{_text(anchor or "")}"{kind}>{_spans(spans)}</p>'
        case BulletList(items=items):
            return _list(items)
        case Card():
            return _card(block)
        case Table():
            return _table(block)
        case Contents(label=label, links=links):
            inside = _list(tuple((link,) for link in links))
            return f'<nav class="contents" aria-label="{_text(label)}">\n{inside}\n</nav>'
        case Notice(title=title, spans=spans, items=items):
            inside = f"<p><strong>{_text(title)}</strong></p>\n<p>{_spans(spans)}</p>\n"
            return f'<div class="draft" role="note">\n{inside}{_list(items) if items else ""}</div>'


def _list(items: Sequence[Spans]) -> str:
    lines = "\n".join(f"<li>{_spans(item)}</li>" for item in items)
    return f"<ul>\n{lines}\n</ul>"


def _card(card: Card) -> str:
    lines = []
    for entry in card.entries:
        lines.append(f"<dt>{_text(entry.label)}</dt>")
        lines += [f"<dd>{_spans(value)}</dd>" for value in entry.values]
    facts = "<dl>\n" + "\n".join(lines) + "\n</dl>"
    if not card.title:
        return facts
    anchor = f' id="{_text(card.anchor)}"' if card.anchor else ""
    return f'<article class="card"{anchor}>\n<h4>{_spans(card.title)}</h4>\n{facts}\n</article>'


def _table(table: Table) -> str:
    anchor = _text(table.anchor)
    heads = "".join(f'<th scope="col">{_text(header)}</th>' for header in table.headers)
    rows = "\n".join(
        f'<tr><th scope="row">{_spans(first)}</th>'
        + "".join(f"<td>{_spans(cell)}</td>" for cell in rest)
        + "</tr>"
        for first, *rest in table.rows
    )
    return f"""\
<div class="scroll" role="region" tabindex="0" aria-labelledby="{anchor}-caption">
<table id="{anchor}">
<caption id="{anchor}-caption">{_text(table.caption)}</caption>
<thead><tr>{heads}</tr></thead>
<tbody>
{rows}
</tbody>
</table>
</div>"""


def _spans(spans: Spans) -> str:
    return "".join(map(_span, spans)).strip()


def _span(span: Span) -> str:
    text = _text(span.text)
    match span:
        case Code():
            return f"<code>{text}</code>"
        case Strong():
            return f"<strong>{text}</strong>"
        case Foreign(language=language):
            return f'<span lang="{_text(language)}">{text}</span>'
        case Day(iso=iso):
            return f'<time datetime="{_text(iso)}">{text}</time>'
        case Link(url=url):
            return _link(text, url, is_bare=span.text in url)
    return text


def _link(text: str, url: str, *, is_bare: bool) -> str:
    address = safe_address(url)
    if address is None:
        return text
    bare = ' class="bare"' if is_bare and not url.startswith("#") else ""
    return f'<a{bare} href="{escape(address, quote=True)}">{text}</a>'
