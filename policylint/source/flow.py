"""Edits of entries that stand between brackets."""

import re
from collections.abc import Sequence

from policylint.source.index import Place
from policylint.source.lexis import line_break, line_end, line_start, skip_blank
from policylint.source.pointer import Span

_BLANK = " \t\r\n"


def bracketed(text: str, place: Place) -> bool:
    """Say whether a container is written in brackets or braces."""
    return text.startswith(("{", "["), place.value.start)


def inside(text: str, containers: Sequence[Place]) -> bool:
    """Say whether brackets stand around what is in the last of these containers."""
    return any(bracketed(text, place) for place in containers)


def inserted(text: str, mapping: Place, own: list[Place], entry: str) -> tuple[Span, str]:
    """Add an entry after the last of a mapping's own ones, on a line of its own if that is."""
    if not own:
        return _inserted_first(text, mapping, entry)
    last = max(own, key=lambda child: child.value.end)
    end = last.value.end
    start = end if last.key is None else last.key.start
    # a comma would stick to the colon of an empty value
    gap = " " if last.value.start == end and text.startswith(":", end - 1) else ""
    indentation = text[line_start(text, start) : start]
    if indentation.strip(" \t"):
        return Span(end, end), f"{gap}, {entry}"
    line = f"{line_break(text)}{indentation}{entry}"
    rest = text[end : line_end(text, end)]
    comma = rest.lstrip(" \t").startswith(",")
    if rest.lstrip(" \t,").startswith("#"):  # the comment stays with its own entry
        after = f"{rest}{line}," if comma else f"{gap},{rest}{line}"
        return Span(end, end + len(rest)), after
    return Span(end, end), f"{gap},{line}"


def _inserted_first(text: str, mapping: Place, entry: str) -> tuple[Span, str]:
    start, end = mapping.value
    inner = text[start + 1 : end - 1]
    if not inner.strip(_BLANK):
        return mapping.value, "{" + entry + "}"
    # a merge, or a comment
    merges = skip_blank(text, start + 1) < end - 1
    return Span(start + 1, start + 1), f"{entry}, " if merges else entry


def removed(text: str, container: Place, place: Place) -> tuple[Span, str]:
    """Delete an entry with one comma beside it."""
    start, end = _entry_start(text, place), place.value.end
    opening, closing = container.value.start + 1, container.value.end - 1
    if not (text[opening:start] + text[end:closing]).strip(_BLANK + ","):
        return container.value, text[opening - 1] + text[closing]
    comma = skip_blank(text, end)
    follower = skip_blank(text, comma + 1)
    if text.startswith(",", comma) and follower < closing:
        return Span(start, _past_comment(text, comma + 1)), ""
    before = len(text[opening:start].rstrip(_BLANK)) + opening - 1
    if text.startswith(",", before) and before >= opening:
        return Span(before, end), ""
    return Span(start, comma + 1 if text.startswith(",", comma) else end), ""


def _past_comment(text: str, offset: int) -> int:
    """Return the offset of what follows a comma and the comment on its line."""
    rest = text[offset : line_end(text, offset)]
    if rest.lstrip(" \t").startswith("#"):
        offset += len(rest)
    while text[offset] in _BLANK:  # a bracket follows sooner or later
        offset += 1
    return offset


def _entry_start(text: str, place: Place) -> int:
    """Return where an entry begins, with its question mark, its anchor and its tag."""
    start = place.value.start if place.key is None else place.key.start
    before = text[line_start(text, start) : start]
    found = re.search(r"(?:(?:[&!][^\s,\[\]{}]*|\?)[ \t]+)+$", before)
    return start - len(found[0]) if found else start
