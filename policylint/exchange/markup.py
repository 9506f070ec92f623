"""The tags and the words of HTML, in one pass.

The parser of Python takes the square of the length for comments and quotes that are never closed,
and stops at a character reference of many digits. This one reads no more than tables need.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from policylint.model.references import resolve_references

_SILENT = frozenset({"script", "style", "template", "noscript", "svg"})


class Words(NamedTuple):
    """Text between tags, its references resolved."""

    text: str


class Tag(NamedTuple):
    """A tag, its name in small letters; `start` and `end` are its offsets."""

    name: str
    closes: bool
    attributes: str
    start: int
    end: int

    def attribute(self, name: str) -> str | None:
        """Give the value of an attribute, None where there is none."""
        for match in _attributes().finditer(self.attributes):
            if match[1].lower() == name:
                return resolve_references(next(filter(None, match.groups()[1:]), ""))
        return None


def markup(text: str) -> Iterator[Words | Tag]:
    """Give the tags and the words of a text; comments, scripts and styles are passed over."""
    at = 0
    while at < len(text):
        opening = text.find("<", at)
        if opening < 0:
            yield Words(resolve_references(text[at:]))
            return
        if opening > at:
            yield Words(resolve_references(text[at:opening]))
        if text[opening + 1 : opening + 2] in {"!", "?"}:
            mark = "-->" if text.startswith("<!--", opening) else ">"
            end = text.find(mark, opening + 2)
            at = len(text) if end < 0 else end + len(mark)
            continue
        match = _tag().match(text, opening)
        if match is None:
            yield Words("<")
            at = opening + 1
            continue
        at = match.end()
        tag = Tag(match[2].lower(), bool(match[1]), match[3], opening, at)
        if tag.name in _SILENT and not tag.closes and not tag.attributes.endswith("/"):
            at = _after_silent(text, tag)
        else:
            yield tag


def _after_silent(text: str, tag: Tag) -> int:
    end = _closing(tag.name).search(text, tag.end)
    return len(text) if end is None else end.end()


@cache
def _tag() -> re.Pattern[str]:
    # no run is given back, and none passes the next `<`
    return re.compile(
        r"""<(/?)([A-Za-z][A-Za-z0-9:-]*+)((?:[^<>"']++|"[^"<]*+"|'[^'<]*+'|["'])*+)>"""
    )


@cache
def _attributes() -> re.Pattern[str]:
    return re.compile(
        r"""(?<![A-Za-z-])([A-Za-z][A-Za-z-]*+)\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'>]++))"""
    )


@cache
def _closing(name: str) -> re.Pattern[str]:
    return re.compile(f"</{name}[^>]*+>?", re.IGNORECASE)
