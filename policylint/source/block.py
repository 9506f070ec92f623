"""Edits of entries that stand on lines of their own."""

from policylint.source.index import Place
from policylint.source.lexis import line_break, line_end, line_start, skip_blank
from policylint.source.pointer import Span

_BLANK = " \t"


def next_line(text: str, container: Place) -> str:
    """Return the line break and the indentation that begin a line of a block container."""
    return line_break(text) + " " * _column(text, container)


def inserted(text: str, mapping: Place, last: Place, entry: str) -> tuple[Span, str]:
    """Add an entry below the last line of a mapping, where its last value stands."""
    at = line_end(text, mapping.value.end)
    if at == len(text) and text.startswith(("|", ">"), last.value.start):
        # a line break here would become part of the block's text
        start = mapping.value.start
        return Span(start, start), entry + next_line(text, mapping)
    return Span(at, at), next_line(text, mapping) + entry


def removed(text: str, container: Place, place: Place, before: Place | None) -> tuple[Span, str]:
    """Delete the lines of an entry; what is left without entries becomes `{}` or `[]`.

    `before` is the value that ends above the entry, if one does in the same container.
    """
    start = _entry_start(text, container, place)
    follower = skip_blank(text, place.value.end)
    if start == container.value.start:
        if follower >= container.value.end:
            return container.value, _empty(container)
        if text[line_start(text, start) : start].strip(_BLANK):
            return Span(start, follower), ""  # the first line begins with a dash of its own
    end = _next_line_start(text, place.value.end)
    if before is not None and text.startswith(("|", ">"), before.value.start):
        end = _past_swallowed(text, before, end, _column(text, container))
    return Span(line_start(text, start), end), ""


def _next_line_start(text: str, offset: int) -> int:
    end = line_end(text, offset)
    if end == len(text):
        return end
    return end + (2 if text.startswith("\r\n", end) else 1)


def _past_swallowed(text: str, scalar: Place, start: int, column: int) -> int:
    """Return the offset past the lines that a block scalar would take for its own text."""
    keeps_blanks = "+" in text[scalar.value.start + 1 : scalar.value.start + 3]
    past, line = start, start
    while line < len(text):
        content = text[line : line_end(text, line)]
        bare = content.lstrip(" ")
        deeper = len(content) - len(bare) > column
        if bare.strip(_BLANK) and not (deeper and bare.startswith("#")):
            break
        line = _next_line_start(text, line)
        if deeper or keeps_blanks:
            past = line
    return past


def _empty(container: Place) -> str:
    # a sequence may stand as far left as its key, where `[]` would not be its value
    return "{}" if isinstance(container.data, dict) else " []"


def _column(text: str, container: Place) -> int:
    return container.value.start - line_start(text, container.value.start)


def _entry_start(text: str, container: Place, place: Place) -> int:
    """Return where an entry begins, with its dash or question mark, its anchor and its tag."""
    column = _column(text, container)
    first_line = line_start(text, container.value.start)
    line = line_start(text, place.value.start if place.key is None else place.key.start)
    while line > first_line:
        mark = text[line + column : line + column + 1]
        if mark not in (*_BLANK, "", "#", "\r", "\n") and not text[line : line + column].strip(" "):
            return line + column
        line = line_start(text, line - 1)
    return container.value.start
