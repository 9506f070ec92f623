"""A policy as one HTML page that asks nothing of any host. Texts are escaped here and only here.

The paragraph with the id `cookie-choices` is the hook for a site's own "change my mind" button.
"""

from collections.abc import Sequence
from html import escape

from policylint.policy.addresses import safe_address
from policylint.policy.blocks import (
    CHOICES_ANCHOR,
    Added,
    Badge,
    Bar,
    Block,
    BulletList,
    Card,
    Code,
    Contents,
    Day,
    Document,
    Figures,
    Foreign,
    Heading,
    Link,
    Notice,
    PageBreak,
    Paragraph,
    Removed,
    Span,
    Spans,
    Strong,
    Table,
    Verdict,
)
from policylint.policy.clean import clean
from policylint.policy.stylesheet import STYLESHEET
from policylint.policy.tones import TONES

_BAR_WIDTH = 120
_END_OF_NOTE = '<span class="unseen">]</span>'
_SECURITY = "default-src 'none'; style-src 'unsafe-inline'"


def render_html(document: Document, more_style: str = "") -> str:
    """Write a document as a stand-alone page; `more_style` follows the style sheet."""
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
{STYLESHEET}{more_style}</style>
</head>
<body>
<a class="skip" href="#main">{_text(document.skip_label)}</a>
<main id="main">
<h1>{title}</h1>
{render_html_blocks(document.blocks)}</main>
</body>
</html>
"""


def render_html_fragment(document: Document) -> str:
    """Write a document without a page around it, in an element that says its language.

    The page brings the style; it may take that of the stand-alone page.
    """
    language = _text(document.language)
    title = f"<h1>{_text(document.title)}</h1>"
    body = render_html_blocks(document.blocks)
    return f'<div class="cookie-policy" lang="{language}">\n{title}\n{body}</div>\n'


def render_html_blocks(blocks: Sequence[Block]) -> str:
    """Write some blocks as a fragment, to stand inside a page."""
    return "".join(f"{_block(block)}\n" for block in blocks)


def _text(text: str) -> str:
    return escape(clean(text), quote=True)


def _block(block: Block) -> str:
    match block:
        case Verdict() | Figures() | PageBreak():
            return _of_reports(block)
    return _of_policies(block)


def _of_reports(block: Verdict | Figures | PageBreak) -> str:
    match block:
        case Verdict(tone=tone, sign=sign, title=title, lines=lines, anchor=anchor):
            sentences = "\n".join(f"<p>{_spans(line)}</p>" for line in lines)
            mark = f'<span aria-hidden="true">{_text(sign)}</span> '
            head = f'<p class="verdict-title">{mark}<strong>{_text(title)}</strong></p>'
            opening = f'<div class="verdict {tone}" id="{_text(anchor)}">'
            return f"{opening}\n{head}\n{sentences}\n</div>"
        case Figures(label=label, items=items):
            cells = "\n".join(
                f"<div><dt>{_text(name)}</dt><dd>{_text(value)}</dd></div>" for value, name in items
            )
            return f'<dl class="figures" aria-label="{_text(label)}">\n{cells}\n</dl>'
        case PageBreak():
            return '<div class="page-break"></div>'


def _of_policies(  # noqa: C901, PLR0911 - one case for each kind of block
    block: Heading | Paragraph | BulletList | Card | Table | Contents | Notice,
) -> str:
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
    anchor = _named(card.anchor or "")
    return f'<article class="card"{anchor}>\n<h4>{_spans(card.title)}</h4>\n{facts}\n</article>'


def _table(table: Table) -> str:
    anchor = _text(table.anchor)
    heads = "".join(f'<th scope="col">{_text(header)}</th>' for header in table.headers)
    names = table.row_anchors or ("",) * len(table.rows)
    rows = "\n".join(
        f'<tr{_named(name)}><th scope="row">{_spans(first)}</th>'
        + "".join(f"<td>{_spans(cell)}</td>" for cell in rest)
        + "</tr>"
        for name, (first, *rest) in zip(names, table.rows, strict=True)
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


def _named(anchor: str) -> str:
    return f' id="{_text(anchor)}"' if anchor else ""


def _spans(spans: Spans) -> str:
    return "".join(map(_span, spans)).strip()


def _span(span: Span) -> str:  # noqa: C901, PLR0911 - one case each
    text = _text(span.text)
    match span:
        case Badge(tone=tone):
            return f'<span class="badge {tone}">{text}</span>'
        case Bar():
            return _bar(span, text)
        case Added(note=note):
            return f'<ins><span class="unseen">[{_text(note)}: </span>{text}{_END_OF_NOTE}</ins>'
        case Removed(note=note):
            return f'<del><span class="unseen">[{_text(note)}: </span>{text}{_END_OF_NOTE}</del>'
        case Code():
            return f"<code>{text}</code>"
        case Strong():
            return f"<strong>{text}</strong>"
        case Foreign(language=language):
            return f'<span lang="{_text(language)}">{text}</span>'
        case Day(iso=iso):
            return f'<time datetime="{_text(iso)}">{text}</time>'
        case Link(url=url):
            return _link(text, span, is_bare=span.text in url)
    return text


def _bar(bar: Bar, text: str) -> str:
    """Draw a share of a whole; the words beside it say the same.

    Its colour is that of the style sheet, and stands in it for what reads none inside drawings.
    """
    width = max(round(min(max(bar.share, 0.0), 1.0) * _BAR_WIDTH), 1 if bar.share > 0 else 0)
    limit = ""
    if bar.mark is not None:
        at = round(bar.mark * _BAR_WIDTH)
        limit = f'<line x1="{at}" x2="{at}" y1="0" y2="12" stroke="currentColor"/>'
    drawn = f'<rect y="2" width="{width}" height="8" fill="#{TONES[bar.tone]}"/>{limit}'
    return (
        f'<svg class="bar {bar.tone}" width="{_BAR_WIDTH}" height="12" aria-hidden="true"'
        f' viewBox="0 0 {_BAR_WIDTH} 12">{drawn}</svg> {text}'
    )


def _link(text: str, link: Link, *, is_bare: bool) -> str:
    address = safe_address(link.url)
    if address is None:
        return text
    spoken = f' lang="{_text(link.language)}"' if link.language else ""
    bare = ' class="bare"' if is_bare and not link.url.startswith("#") else ""
    return f'<a{bare}{spoken} href="{escape(address, quote=True)}">{text}</a>'
