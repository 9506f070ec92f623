"""A policy as plain text, in lines of at most 78 characters where words allow it."""

from collections.abc import Iterator, Sequence
from textwrap import TextWrapper

from policylint.policy.blocks import (
    Added,
    Block,
    BulletList,
    Card,
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
    Table,
    Verdict,
)
from policylint.policy.clean import clean

_WIDTH = 78
_RULES = {2: "=", 3: "-"}


def render_text(document: Document) -> str:
    """Write a document as plain text."""
    title = clean(document.title).upper()
    return f"{title}\n\n{render_text_blocks(document, document.blocks)}"


def render_text_blocks(document: Document, blocks: Sequence[Block]) -> str:
    """Write some blocks of a document as plain text."""
    return "\n\n".join(part for block in blocks for part in _block(block, document)) + "\n"


def _block(block: Block, document: Document) -> Iterator[str]:  # noqa: C901 - one case each
    match block:
        case Heading(level=level, spans=spans):
            line = _spans(spans)
            yield f"{line}\n{_RULES[level] * len(line)}" if level in _RULES else line
        case Paragraph(spans=spans):
            yield _wrapped(_spans(spans))
        case BulletList(items=items):
            yield "\n".join(_wrapped(_spans(item), "- ", "  ") for item in items)
        case Card():
            yield "\n".join(_card(block, document))
        case Table():
            yield clean(block.caption)
            yield "\n\n".join("\n".join(_row(block, row, document)) for row in block.rows)
        case Contents():
            pass
        case Notice(title=title, spans=spans, items=items):
            lines = [_wrapped(_spans(item), "  - ", "    ") for item in items]
            yield "\n".join([f"*** {clean(title)} ***", _wrapped(_spans(spans)), *lines])
        case Verdict(sign=sign, title=title, lines=lines):
            sentences = [_wrapped(_spans(line)) for line in lines]
            yield "\n".join([f"*** {clean(f'{sign} {title}')} ***", *sentences])
        case Figures(items=items):
            yield "\n".join(f"{clean(value):>8}  {clean(name)}" for value, name in items)


def _card(card: Card, document: Document) -> Iterator[str]:
    indent = "  " if card.title else ""
    if card.title:
        yield _spans(card.title)
    for entry in card.entries:
        label = f"{entry.label}{document.colon}"
        if len(entry.values) == 1:
            yield _wrapped(label + _spans(entry.values[0]), indent, f"{indent}  ")
            continue
        yield f"{indent}{label.rstrip()}"
        for value in entry.values:
            yield _wrapped(_spans(value), f"{indent}  - ", f"{indent}    ")


def _row(table: Table, row: tuple[Spans, ...], document: Document) -> Iterator[str]:
    first, *rest = zip(table.headers, row, strict=True)
    yield _wrapped(_spans(first[1]), "- ", "  ")
    for header, cell in rest:
        if cell:
            yield _wrapped(f"{header}{document.colon}{_spans(cell)}", "  ", "    ")


def _spans(spans: Spans) -> str:
    return "".join(map(_span, spans)).strip()


def _span(span: Span) -> str:
    match span:
        case Link(text=text, url=url) if url.startswith(("http:", "https:")) and url != text:
            return f"{clean(text)} <{clean(url)}>"
        case Added(text=text):
            return f"[+{clean(text)}+]"
        case Removed(text=text):
            return f"[-{clean(text)}-]"
        case Foreign(text=text, note=note) if note:
            return f"{clean(text)} ({clean(note)})"
    return clean(span.text)


def _wrapped(text: str, first: str = "", later: str = "") -> str:
    wrapper = TextWrapper(
        width=_WIDTH,
        initial_indent=first,
        subsequent_indent=later,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return wrapper.fill(text)
