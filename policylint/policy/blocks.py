"""The document model: what a policy is made of, before any format. Texts are raw, never escaped.

Anchors are stable: a link to `#rights` or `#cookie-_ga` holds from one version to the next.
The paragraph with the anchor `cookie-choices` is where a site may hang its own button
"change my mind": it is the first paragraph of a page that asks for consent.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

Pointer = tuple[str | int, ...]
CHOICES_ANCHOR = "cookie-choices"


@dataclass(frozen=True, slots=True)
class Words:
    """Plain words; `sources` are the fields of the inventory that they follow from."""

    text: str
    sources: tuple[Pointer, ...] = field(default=(), repr=False, compare=False)


SENTENCE_GAP = Words(" ")
"""Stands between the sentences of a paragraph."""


@dataclass(frozen=True, slots=True)
class Strong:
    """Words that stand out."""

    text: str


@dataclass(frozen=True, slots=True)
class Code:
    """A technical name, to be read letter by letter."""

    text: str
    sources: tuple[Pointer, ...] = field(default=(), repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address, or to an anchor of the page where it begins with `#`.

    `language` is that of the words where it is another than the document's.
    """

    text: str
    url: str
    language: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Foreign:
    """Words in another language than the document's; `note` says so to readers of plain text."""

    text: str
    language: str
    note: str


@dataclass(frozen=True, slots=True)
class Day:
    """A day in words, and as ISO 8601 for machines."""

    text: str
    iso: str


Tone = Literal["good", "caution", "bad", "plain"]


@dataclass(frozen=True, slots=True)
class Badge:
    """A word in a frame; its tone only repeats what the word says."""

    text: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class Bar:
    """A share of a whole as a bar, from 0 to 1; `text` says the same in words."""

    text: str
    share: float
    tone: Tone
    mark: float | None = None
    """Where a limit is drawn."""


@dataclass(frozen=True, slots=True)
class Added:
    """Words that came; `note` says so to those who see no underline."""

    text: str
    note: str
    remark: str = ""
    """What stands beside it where a format has a margin: what follows, and on which ground."""


@dataclass(frozen=True, slots=True)
class Removed:
    """Words that went; `note` says so to those who see no strike."""

    text: str
    note: str
    remark: str = ""


Span = Words | Strong | Code | Link | Foreign | Day | Badge | Bar | Added | Removed
Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 2 begins a section."""

    level: int
    spans: Spans
    anchor: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    spans: Spans
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class BulletList:
    """A list without numbers."""

    items: tuple[Spans, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table; the first cell of a row heads it.

    `row_anchors` name its rows, or none of them; `sources` has the fields of each row.
    """

    caption: str
    anchor: str
    headers: tuple[str, ...]
    rows: tuple[tuple[Spans, ...], ...]
    # Where a reader may be led to; no part of what a policy says, so no other version of it.
    row_anchors: tuple[str, ...] = field(default=(), repr=False)
    sources: tuple[tuple[Pointer, ...], ...] = field(default=(), repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Entry:
    """One label of a card, with one value or several."""

    label: str
    values: tuple[Spans, ...]
    sources: tuple[Pointer, ...] = field(default=(), repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Card:
    """Facts on one thing; without a title it continues what stands above."""

    title: Spans
    anchor: str | None
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """The table of contents."""

    label: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """A warning before everything else: that the text is a draft, and why."""

    title: str
    spans: Spans
    items: tuple[Spans, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """The judgement on everything: a sign, words, and sentences that explain it."""

    tone: Tone
    sign: str
    title: str
    lines: tuple[Spans, ...]
    anchor: str = "verdict"


@dataclass(frozen=True, slots=True)
class Figures:
    """A few numbers with their labels, side by side where there is room."""

    label: str
    items: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """Where a printed document begins a new page."""


Block = (
    Heading
    | Paragraph
    | BulletList
    | Table
    | Card
    | Contents
    | Notice
    | Verdict
    | Figures
    | PageBreak
)


@dataclass(frozen=True, slots=True)
class Document:
    """A whole policy in one language; `date` and `version` also stand in the text.

    `foot` is printed at the foot of each page.
    """

    title: str
    language: str
    colon: str
    skip_label: str
    date: str
    version: str
    draft: bool
    blocks: tuple[Block, ...]
    foot: str = ""

    def sections(self) -> Iterator[tuple[str, tuple[Block, ...]]]:
        """Split the blocks at the headings of level 2; what precedes the first is `head`."""
        anchor, blocks = "head", list[Block]()
        for block in self.blocks:
            if isinstance(block, Heading) and block.level == 2:  # noqa: PLR2004
                yield anchor, tuple(blocks)
                anchor, blocks = block.anchor, []
            blocks.append(block)
        yield anchor, tuple(blocks)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A clause that could not be written: the field that is missing, and why it was needed."""

    section: str
    clause: str
    pointer: Pointer
    reason: str


@dataclass(frozen=True, slots=True)
class Policy:
    """A policy, what had to be left out of it, and what of ours is English for want of words."""

    document: Document
    left_out: tuple[LeftOut, ...]
    fallbacks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftFinding:
    """An open error that a draft names; its message is in English."""

    code: str
    message: str
    place: str
