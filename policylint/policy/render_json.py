"""A policy as JSON, for pages that draw it themselves: sections, blocks, sentences, sources.

`sources` are JSON Pointers into the inventory: the fields that a sentence follows from. A sentence
without them says the same for every site.
"""

import json
from collections.abc import Iterator
from itertools import zip_longest
from typing import Any

from policylint.policy.blocks import (
    SENTENCE_GAP,
    Block,
    BulletList,
    Card,
    Code,
    Contents,
    Document,
    Entry,
    Figures,
    Foreign,
    Heading,
    Link,
    Notice,
    PageBreak,
    Paragraph,
    Pointer,
    Spans,
    Table,
    Verdict,
    Words,
)
from policylint.policy.clean import clean
from policylint.policy.plain import plain_spans

FORMAT_VERSION = 1
_SECTION = 2


def render_json(document: Document) -> str:
    """Write a policy as JSON."""
    data = {
        "policy": FORMAT_VERSION,
        "title": clean(document.title),
        "language": document.language,
        "date": document.date,
        "version": document.version,
        "draft": document.draft,
        "sections": [_section(anchor, blocks) for anchor, blocks in document.sections()],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _section(anchor: str, blocks: tuple[Block, ...]) -> dict[str, Any]:
    heading = ""
    if blocks and isinstance(blocks[0], Heading) and blocks[0].level == _SECTION:
        heading, blocks = _plain(blocks[0].spans), blocks[1:]
    drawn = [made for block in blocks for made in _block(block)]
    return {"anchor": anchor, "heading": heading, "blocks": drawn}


def _block(block: Block) -> Iterator[dict[str, Any]]:
    match block:
        case Heading(level=level, spans=spans, anchor=anchor):
            yield {"kind": "heading", "level": level, "anchor": anchor, "text": _plain(spans)}
        case Paragraph(spans=spans, anchor=anchor):
            yield {"kind": "paragraph", "anchor": anchor, "sentences": list(_sentences(spans))}
        case BulletList(items=items):
            yield {"kind": "list", "items": [_sentence(item) for item in items]}
        case Card():
            yield _card(block)
        case Table():
            yield _table(block)
        case Notice(title=title, spans=spans, items=items):
            lines = [_sentence(item) for item in items]
            yield {"kind": "notice", "title": clean(title), "text": _plain(spans), "items": lines}
        case Contents() | Verdict() | Figures() | PageBreak():
            pass  # the sections are the contents; a report has a JSON of its own


def _card(card: Card) -> dict[str, Any]:
    return {
        "kind": "card",
        "anchor": card.anchor,
        "title": _plain(card.title),
        "facts": [_fact(entry) for entry in card.entries],
    }


def _fact(entry: Entry) -> dict[str, Any]:
    values = [_sentence(value) for value in entry.values]
    return {"label": clean(entry.label), "values": values, "sources": _pointers(entry.sources)}


def _table(table: Table) -> dict[str, Any]:
    rows = zip_longest(table.rows, table.sources[: len(table.rows)], fillvalue=())
    return {
        "kind": "table",
        "anchor": table.anchor,
        "caption": clean(table.caption),
        "headers": [clean(header) for header in table.headers],
        "rows": [
            {"cells": [_sentence(cell) for cell in row], "sources": _pointers(sources)}
            for row, sources in rows
        ],
    }


def _sentences(spans: Spans) -> Iterator[dict[str, Any]]:
    """Part a paragraph where its sentences were set one after the other."""
    start = 0
    for index, span in enumerate(spans):
        if span is SENTENCE_GAP:
            yield _sentence(spans[start:index])
            start = index + 1
    yield _sentence(spans[start:])


def _sentence(spans: Spans) -> dict[str, Any]:
    told = [source for one in spans if isinstance(one, Words | Code) for source in one.sources]
    made: dict[str, Any] = {"text": _plain(spans), "sources": _pointers(tuple(told))}
    links = [
        {"text": clean(one.text), "url": clean(one.url)} for one in spans if isinstance(one, Link)
    ]
    foreign = [
        {"text": clean(one.text), "language": one.language}
        for one in spans
        if isinstance(one, Foreign | Link) and one.language
    ]
    return made | ({"links": links} if links else {}) | ({"foreign": foreign} if foreign else {})


def _plain(spans: Spans) -> str:
    return clean(plain_spans(spans)).strip()


def _pointers(sources: tuple[Pointer, ...]) -> list[str]:
    """Write each pointer once, as RFC 6901 has it."""
    return list(dict.fromkeys("".join(f"/{_token(part)}" for part in one) for one in sources))


def _token(part: str | int) -> str:
    return clean(str(part)).replace("~", "~0").replace("/", "~1")
