"""The comments of a text, found in the gaps between its events and nowhere else."""

from collections.abc import Iterator
from typing import NamedTuple

from policylint.source.document import Document
from policylint.source.lexis import line_end, line_start
from policylint.source.pointer import Span

_BLOCK = ("|", ">")
_BLANK = " \t"


class Comment(NamedTuple):
    """A comment: its span from `#` to the end of the line, that line, and what it speaks of.

    `line` is counted from 1. `alone` says that nothing else stands on it. `subject` is the line
    that it belongs to: its own, or the next one with content where it stands alone.
    """

    span: Span
    line: int
    alone: bool
    subject: int


def comments(document: Document) -> Iterator[Comment]:
    """Find every comment of a document, in order; up to the fault where the text has one.

    The text is read a second time: ask only where it is known to hold a comment that matters.
    """
    for start in document.known_marks() or marks(document.text):
        end = line_end(document.text, start)
        line = document.position(start).line
        before = document.text[line_start(document.text, start) : start]
        alone = not before.strip(_BLANK)
        subject = _next_content(document, line) if alone else line
        yield Comment(Span(start, end), line, alone, subject)


def marks(text: str) -> Iterator[int]:
    """Find where comments begin: between the spans in which a `#` is content."""
    # Imported here: few files need this, and most need no parser of YAML at all.
    from yaml.error import YAMLError

    from policylint.source.events import SCALAR, STREAM_END, open_events

    done = 0
    try:
        next_event = open_events(text)  # the parser in Python reads the whole text here
    except YAMLError:
        return
    while True:
        try:
            event = next_event()
        except YAMLError:
            return
        start, end = event.start_mark.index, event.end_mark.index
        if type(event) is STREAM_END:
            yield from _between(text, done, len(text))
            return
        if type(event) is SCALAR and start < end:
            if event.style in _BLOCK:
                start = _content(text, event.style, start, end)
            yield from _between(text, done, start)
            done = end


def _content(text: str, mark: str, start: int, end: int) -> int:
    """Find where the text of a block scalar begins: on the line below its header."""
    return min(line_end(text, text.index(mark, start)), end)


def _between(text: str, start: int, end: int) -> Iterator[int]:
    at = text.find("#", start, end)
    while at >= 0:
        if at == 0 or text[at - 1] in " \t\r\n":
            yield at
            at = text.find("#", line_end(text, at), end)
        else:
            at = text.find("#", at + 1, end)


def _next_content(document: Document, line: int) -> int:
    count = document.position(len(document.text)).line
    for number in range(line + 1, count + 1):
        content = document.line(number).strip(_BLANK)
        if content and not content.startswith("#"):
            return number
    return line
