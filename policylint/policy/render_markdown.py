"""A policy as Markdown (CommonMark with GitHub's tables). Texts are escaped here and only here.

Anchors are empty `<a id>` elements, for headings get different anchors from different renderers.
"""

import re
from collections.abc import Iterator, Sequence

from policylint.policy.addresses import safe_address
from policylint.policy.blocks import (
    Added,
    Block,
    BulletList,
    Card,
    Code,
    Contents,
    Document,
    Figures,
    Foreign,
    Heading,
    Link,
    Notice,
    Paragraph,
    Removed,
    Span,
    Spans,
    Strong,
    Table,
    Verdict,
)
from policylint.policy.clean import clean

_MARKUP = re.compile(r"([\\`*_\[\]<>|~&$])")
_LINE_START = re.compile(r"^( *)(?=[-+=#]|\d+[.)])(\d*)")


def render_markdown(document: Document) -> str:
    """Write a document as Markdown."""
    parts = [f"# {escape_markdown(document.title)}"]
    parts += [part for block in document.blocks for part in _block(block, document)]
    return "\n\n".join(parts) + "\n"


def render_markdown_blocks(document: Document, blocks: Sequence[Block]) -> str:
    """Write some blocks of a document as Markdown."""
    return "\n\n".join(part for block in blocks for part in _block(block, document)) + "\n"


def escape_markdown(text: str) -> str:
    """Write words so that Markdown shows them as they are."""
    return _MARKUP.sub(r"\\\1", clean(text))


def _block(block: Block, document: Document) -> Iterator[str]:  # noqa: C901 - one case each
    match block:
        case Heading(level=level, spans=spans, anchor=anchor):
            yield f'<a id="{anchor}"></a>'
            yield f"{'#' * level} {_spans(spans)}"
        case Paragraph(spans=spans, anchor=anchor):
            if anchor:
                yield f'<a id="{anchor}"></a>'
            yield _start(_spans(spans))
        case BulletList(items=items):
            yield "\n".join(f"- {_start(_spans(item))}" for item in items)
        case Card():
            yield from _card(block, document)
        case Table():
            yield from _table(block)
        case Contents(label=label, links=links):
            yield f"**{escape_markdown(label)}**"
            yield "\n".join(f"- {_span(link)}" for link in links)
        case Notice(title=title, spans=spans, items=items):
            yield f"> **{escape_markdown(title)}**\n>\n> {_start(_spans(spans))}" + "".join(
                f"\n> - {_start(_spans(item))}" for item in items
            ).replace("\n", "\n>\n", 1)
        case Verdict(sign=sign, title=title, lines=lines):
            head = f"> **{escape_markdown(f'{sign} {title}')}**"
            yield "\n>\n".join((head, *(f"> {_start(_spans(line))}" for line in lines)))
        case Figures(items=items):
            rows = zip(*items, strict=True)
            values, names = ([escape_markdown(cell) for cell in row] for row in rows)
            rule = ["---" for _ in names]
            yield "\n".join(f"| {' | '.join(row)} |" for row in (names, rule, values))


def _card(card: Card, document: Document) -> Iterator[str]:
    if card.anchor:
        yield f'<a id="{card.anchor}"></a>'
    if card.title:
        yield f"#### {_spans(card.title)}"
    lines: list[str] = []
    for entry in card.entries:
        label = f"- **{escape_markdown(entry.label)}**{document.colon}"
        if len(entry.values) == 1:
            lines.append(label + _spans(entry.values[0]))
        else:
            lines.append(label.rstrip())
            lines += [f"  - {_start(_spans(value))}" for value in entry.values]
    yield "\n".join(lines)


def _table(table: Table) -> Iterator[str]:
    yield f'<a id="{table.anchor}"></a>'
    yield f"**{escape_markdown(table.caption)}**"
    rows = [
        [escape_markdown(header) for header in table.headers],
        ["---" for _ in table.headers],
        *([_spans(cell, in_table=True) for cell in row] for row in table.rows),
    ]
    for row, name in zip(rows[2:], table.row_anchors, strict=False):
        row[0] = f'<a id="{name}"></a>{row[0]}'
    yield "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _start(line: str) -> str:
    """Keep the beginning of a line from being read as a list or an underline."""
    return _LINE_START.sub(r"\1\2\\", line)


def _spans(spans: Spans, *, in_table: bool = False) -> str:
    line = "".join(_span(span, in_table=in_table) for span in spans)
    return re.sub(r"[ \t]+", " ", line).strip(" ") if not _has_code(spans) else line.strip(" ")


def _has_code(spans: Spans) -> bool:
    return any(isinstance(span, Code) for span in spans)


def _span(span: Span, *, in_table: bool = False) -> str:  # noqa: PLR0911 - one case each
    match span:
        case Code(text=text):
            return code_span(text, in_table=in_table)
        case Strong(text=text):
            return f"**{escape_markdown(text).strip()}**"
        case Foreign(text=text, note=note):
            aside = f" ({escape_markdown(note)})" if note else ""
            return f"*{escape_markdown(text).strip()}{aside}*"
        case Added(text=text, note=note):
            return f"**\\[{escape_markdown(note)}: {escape_markdown(text).strip()}\\]**"
        case Removed(text=text):
            return f"~~{escape_markdown(text).strip()}~~"
        case Link(text=text, url=url):
            address = safe_address(url)
            words = escape_markdown(text)
            return f"[{words}](<{address}>)" if address else words
    return escape_markdown(span.text)


def code_span(text: str, *, in_table: bool = False) -> str:
    """Write a code span whose fence is longer than any run of backticks inside."""
    text = clean(text)
    fence = "`" * (max(map(len, re.findall("`+", text)), default=0) + 1)
    if text.startswith(("`", " ")) or text.endswith(("`", " ")):
        text = f" {text} "
    return f"{fence}{text.replace('|', chr(92) + '|') if in_table else text}{fence}"
