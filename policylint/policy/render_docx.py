"""A document as a file of Word: headings, lists and tables are what Word takes for such.

Needs python-docx (`policylint[docx]`). Whatever readers change is tracked.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from docx.oxml.ns import qn
from docx.text.parfmt import ParagraphFormat

from policylint.policy.blocks import (
    CHOICES_ANCHOR,
    Block,
    BulletList,
    Card,
    Contents,
    Document,
    Figures,
    Heading,
    Link,
    Notice,
    PageBreak,
    Paragraph,
    Spans,
    Table,
    Verdict,
    Words,
)
from policylint.policy.column_widths import wide_blocks
from policylint.policy.docx_package import open_package, pack, section_end
from policylint.policy.docx_spans import Inline
from policylint.policy.docx_tables import ROOM, below_table, figures, table
from policylint.policy.docx_xml import element, frame, paragraph, run
from policylint.policy.tones import TONES

_ALARM = "8A1C1C"
_SOFT = "4D5560"
_LABELS = 3000
"""How far the values of a card stand in, in twentieths of a point."""
_LOWEST_HEADING = 4


def render_docx(document: Document) -> bytes:
    """Write a document as a DOCX file."""
    package = open_package(document)
    inline = Inline(package, document.date)
    body = package.element.body
    end = body[-1]  # the properties of the section stay last
    end.addprevious(paragraph([run(document.title)], "Heading1"))
    for made in _body(document, package, inline):
        end.addprevious(made)
    return pack(package, document)


def _body(document: Document, package: Any, inline: Inline) -> Iterator[Any]:
    """Write the blocks; tables of many columns stand on pages across."""
    wide = wide_blocks(document.blocks, ROOM)
    for index, block in enumerate(document.blocks):
        if index in wide and index - 1 not in wide:
            yield below_table(section_end(package, is_wide=False))
        if isinstance(block, Table):
            made = table(block, inline, is_wide=index in wide)
        else:
            made = list(_block(block, inline, document))
        is_first = index > 0 and isinstance(document.blocks[index - 1], PageBreak)
        yield from _on_new_page(made) if is_first else made
        if index in wide and index + 1 not in wide:
            yield below_table(section_end(package, is_wide=True))


def _on_new_page(made: Sequence[Any]) -> Sequence[Any]:
    """Begin a page: as a property, for a break of its own leaves a page empty after a full one."""
    is_text = bool(made) and made[0].tag == qn("w:p")
    start = made[0] if is_text else below_table()
    ParagraphFormat(start).page_break_before = True
    return made if is_text else [start, *made]


def _block(block: Block, inline: Inline, document: Document) -> Iterator[Any]:
    match block:
        case Verdict() | Notice() | Figures():
            yield from _framed(block, inline)
        case Heading(level=level, spans=spans, anchor=anchor):
            runs = inline.anchored(inline.runs(spans), anchor)
            yield paragraph(runs, f"Heading{min(level, _LOWEST_HEADING)}")
        case Paragraph(spans=spans, anchor=anchor):
            runs = inline.anchored(inline.runs(spans), anchor)
            look = [frame("0B4FA8")] if anchor == CHOICES_ANCHOR else []
            yield paragraph(runs, "", *look)
        case BulletList(items=items):
            yield from _list(items, inline)
        case Card():
            yield from _card(block, inline, document.colon)
        case Contents(links=links):
            yield paragraph(inline.runs(_in_a_row(links)))


def _in_a_row(links: Sequence[Link]) -> Spans:
    """Write the contents in a few lines: page one has no more, and Word lists headings itself."""
    gap = Words("  ·  ")
    return tuple(span for link in links for span in (link, gap))[:-1]


def _framed(block: Verdict | Notice | Figures, inline: Inline) -> Iterator[Any]:
    match block:
        case Verdict(tone=tone, sign=sign, title=title, lines=lines, anchor=anchor):
            color = TONES[tone]
            large = (element("b"), element("color", val=color), element("sz", val=28))
            head = inline.anchored([run(f"{sign} {title}", *large)], anchor)
            yield paragraph(head, "", element("keepNext"), frame(color))
            for line in lines:
                yield paragraph(inline.runs(line), "", frame(color))
        case Notice(title=title, spans=spans, items=items):
            loud = (element("b"), element("color", val=_ALARM))
            yield paragraph([run(title, *loud)], "", element("keepNext"), frame(_ALARM))
            yield paragraph(inline.runs(spans), "", frame(_ALARM))
            yield from _list(items, inline)
        case Figures():
            yield from figures(block)


def _list(items: Sequence[Spans], inline: Inline) -> Iterator[Any]:
    for item in items:
        yield paragraph(inline.runs(item), "ListBullet")


def _card(card: Card, inline: Inline, colon: str) -> Iterator[Any]:
    """Write each fact as a line: its label, and its value behind a tab."""
    if card.title:
        runs = inline.anchored(inline.runs(card.title), card.anchor)
        yield paragraph(runs, f"Heading{_LOWEST_HEADING}")
    for entry in card.entries:
        label = run(f"{entry.label}{colon.rstrip()}", element("color", val=_SOFT))
        for number, value in enumerate(entry.values):
            head = [] if number else [label, element("r", element("tab"))]
            hanging = {} if number else {"hanging": _LABELS}
            yield paragraph(
                [*head, *inline.runs(value or (Words(""),))],
                "",
                element("spacing", after=40),
                element("ind", left=_LABELS, **hanging),
            )
    yield below_table()
