"""Spans as runs of Word: links, bookmarks, languages, tracked changes and remarks beside them."""

import re
from collections.abc import Sequence
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE

from policylint.policy.addresses import safe_address
from policylint.policy.blocks import (
    Added,
    Badge,
    Bar,
    Code,
    Foreign,
    Link,
    Removed,
    Span,
    Spans,
    Strong,
)
from policylint.policy.clean import clean
from policylint.policy.docx_xml import element, run, set_attribute
from policylint.policy.tones import TONES

AUTHOR = "policylint"
LINK_COLOR = "0B4FA8"
_LONGEST_BOOKMARK = 40
_NOT_IN_BOOKMARKS = re.compile(r"[^0-9A-Za-z_]")


_BOLD = element("b")


class Inline:
    """Writes spans; remembers the bookmarks, the numbers of changes and the remarks on them."""

    def __init__(self, document: Any, day: str) -> None:
        self._document = document
        self._moment = f"{day}T00:00:00Z"
        self._bookmarks: dict[str, str] = {}
        self._taken: set[str] = set()
        self._last_id = 0

    def runs(self, spans: Spans, *properties: Any) -> list[Any]:
        """Write spans as runs, all with some properties."""
        return [one for span in spans for one in self._span(span, properties)]

    def anchored(self, runs: Sequence[Any], anchor: str | None) -> list[Any]:
        """Put a bookmark around runs, so that links of the document lead there."""
        if not anchor:
            return list(runs)
        number = self._number()
        start = element("bookmarkStart", id=number, name=self._bookmark(anchor))
        return [start, *runs, element("bookmarkEnd", id=number)]

    def _number(self) -> int:
        self._last_id += 1
        return self._last_id

    def _bookmark(self, anchor: str) -> str:
        """Give the name of a bookmark: letters, digits and underscores, 40 of them at most."""
        if anchor not in self._bookmarks:
            stem = _NOT_IN_BOOKMARKS.sub("_", anchor)[:_LONGEST_BOOKMARK]
            name, number = stem, 1
            while name.casefold() in self._taken:
                number += 1
                ending = f"_{number}"
                name = stem[: _LONGEST_BOOKMARK - len(ending)] + ending
            self._taken.add(name.casefold())
            self._bookmarks[anchor] = name
        return self._bookmarks[anchor]

    def _span(self, span: Span, properties: Sequence[Any]) -> list[Any]:
        text = span.text
        match span:
            case Link(url=url):
                return [self._link(text, url, span.language)]
            case Added() | Removed():
                return self._changed(span)
            case Strong() | Badge():
                properties = [one for one in properties if one.tag != _BOLD.tag]
        return [run(text, *properties, *_looks(span))] if text else []

    def _link(self, text: str, url: str, language: str) -> Any:
        address = safe_address(url)
        if address is None:
            return run(text)
        spoken = [element("lang", val=language)] if language else []
        made = element(
            "hyperlink",
            run(text, *spoken, element("color", val=LINK_COLOR), element("u", val="single")),
            history=1,
        )
        if url.startswith("#"):
            set_attribute(made, "w:anchor", self._bookmark(url[1:]))
        else:
            kind = RELATIONSHIP_TYPE.HYPERLINK
            number = self._document.part.relate_to(clean(address), kind, is_external=True)
            set_attribute(made, "r:id", number)
        return made

    def _changed(self, span: Added | Removed) -> list[Any]:
        """Write a tracked change, which readers of Word accept or refuse."""
        is_removed = isinstance(span, Removed)
        inside = run(span.text, is_removed=is_removed)
        made = element(
            "del" if is_removed else "ins",
            inside,
            id=self._number(),
            author=AUTHOR,
            date=self._moment,
        )
        return self._remarked(made, span.remark) if span.remark else [made]

    def _remarked(self, made: Any, remark: str) -> list[Any]:
        """Set a comment beside a change. Its date is set when the file is packed."""
        added = self._document.comments.add_comment(clean(remark), AUTHOR, "pl")
        comment = added.comment_id
        start = element("commentRangeStart", id=comment)
        end = element("commentRangeEnd", id=comment)
        return [start, made, end, element("r", element("commentReference", id=comment))]


def _looks(span: Span) -> list[Any]:
    """List the properties of a run that a span brings."""
    match span:
        case Strong():
            return [_BOLD]
        case Code():
            return [
                element("rFonts", ascii="Consolas", hAnsi="Consolas", cs="Consolas"),
                element("noProof"),
            ]
        case Foreign(language=language):
            return [element("lang", val=language)]
        case Badge(tone=tone):
            return [_BOLD, element("color", val=TONES[tone])]
        case Bar(tone=tone):
            return [element("color", val=TONES[tone])]
    return []
