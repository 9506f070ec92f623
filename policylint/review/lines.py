"""A policy as lines: one for each heading, paragraph, item and fact, in the order of reading."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from policylint.i18n.lists import apart
from policylint.policy.blocks import (
    Block,
    BulletList,
    Card,
    Contents,
    Document,
    Heading,
    Notice,
    Paragraph,
    Table,
)
from policylint.policy.plain import plain_spans

Kind = Literal["heading", "paragraph", "item", "fact"]


class Line(NamedTuple):
    """One line: `about` names the cookie, vendor or row that a fact belongs to."""

    kind: Kind
    level: int
    about: str
    text: str


def lines_of(document: Document) -> list[Line]:
    """Write a policy as lines; its contents, version and date are left out."""
    found: list[Line] = []
    for anchor, blocks in document.sections():
        if anchor != "date":
            found += [line for block in blocks for line in _lines(block, document)]
    return found


def _lines(block: Block, document: Document) -> Iterator[Line]:
    match block:
        case Heading(level=level, spans=spans):
            yield Line("heading", level, "", plain_spans(spans))
        case Paragraph(spans=spans):
            yield Line("paragraph", 0, "", plain_spans(spans))
        case BulletList(items=items):
            yield from (Line("item", 0, "", plain_spans(item)) for item in items)
        case Card():
            yield from _card(block, document.colon)
        case Table():
            yield from _table(block, document.colon, document.language.partition("-")[0])
        case Contents() | Notice():
            pass


def _card(card: Card, colon: str) -> Iterator[Line]:
    about = plain_spans(card.title)
    if about:
        yield Line("heading", 4, about, about)
    for entry in card.entries:
        for value in entry.values:
            yield Line("fact", 0, about, f"{entry.label}{colon}{plain_spans(value)}")


def _table(table: Table, colon: str, language: str) -> Iterator[Line]:
    yield Line("heading", 4, table.caption, table.caption)
    for row in table.rows:
        cells = zip(table.headers, map(plain_spans, row), strict=True)
        text = apart([f"{head}{colon}{cell}" for head, cell in cells if cell], language)
        yield Line("item", 0, table.caption, text)
