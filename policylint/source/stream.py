"""What may stand around the one document of a file."""

from policylint.source.events import STREAM_END, NextEvent
from policylint.source.fault import FaultError, quote
from policylint.source.lexis import line_end, line_start, skip_blank
from policylint.source.pointer import Span

_EMPTY = "the file is empty; expected a mapping"


def open_document(text: str, next_event: NextEvent) -> None:
    """Read up to the document's node; raise if there is none, or a directive before it."""
    next_event()  # the stream's own start says nothing
    start = next_event()
    if type(start) is STREAM_END:
        raise FaultError(0, 0, _EMPTY)
    offset = start.start_mark.index
    while text.startswith("%", offset):
        end = line_end(text, offset)
        check_directive(text[offset:end], offset)
        offset = skip_blank(text, end)


def check_directive(line: str, offset: int) -> None:
    """Raise unless a line is `%YAML 1.2`."""
    words = line.partition(" #")[0].split()
    end = offset + len(words[0])
    if words[0] != "%YAML":
        raise FaultError(offset, end, f"the directive {quote(words[0])} is not read; remove it")
    if words[1:] != ["1.2"]:
        found = " ".join(words)
        end = offset + len(found)
        raise FaultError(offset, end, f"{quote(found)} is not read; expected '%YAML 1.2' or none")


def close_document(text: str, next_event: NextEvent, node: Span) -> None:
    """Read up to the end of the file; raise if another document stands in it, or not one."""
    after = next_event()
    if type(after) is not STREAM_END:
        start = after.start_mark.index
        end = start + 3 if text.startswith("---", start) else start + 1
        raise FaultError(start, end, "a second document begins; expected one document a file")
    if node.start == node.end:
        raise FaultError(0, 0, _EMPTY)
    if text.startswith(("|", ">"), node.start):
        _check_margin(text, line_end(text, node.start))


def _check_margin(text: str, offset: int) -> None:
    """Raise if a whole document is a text below `|` or `>` that begins with `#` at the margin."""
    while text.startswith((" ", "\t", "\r", "\n"), offset):
        offset += 1
    if text.startswith("#", offset) and offset == line_start(text, offset):
        raise FaultError(offset, offset + 1, "a text or a comment; expected blanks before a text")
