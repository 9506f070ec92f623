"""The few tokens of YAML that are found in the text itself, between the events."""

import re

_BLANK = " \t\r\n"
_BREAK = "\r\n"


def skip_blank(text: str, offset: int) -> int:
    """Return the offset of the next token: past spaces, line breaks and comments."""
    size = len(text)
    while offset < size:
        mark = text[offset]
        if mark == "#":
            offset = line_end(text, offset)
        elif mark in _BLANK:
            offset += 1
        else:
            break
    return offset


def line_end(text: str, offset: int) -> int:
    """Return the offset of the line break, or of the end of the text, that ends a line."""
    found = re.compile("[\r\n]").search(text, offset)
    return found.start() if found else len(text)


def word_end(text: str, offset: int) -> int:
    """Return the offset of the next blank."""
    size = len(text)
    while offset < size and text[offset] not in _BLANK:
        offset += 1
    return offset


def skip_properties(text: str, offset: int) -> int:
    """Return the offset at which a node begins after its anchor and its tag."""
    while text[offset : offset + 1] in ("&", "!"):
        offset = skip_blank(text, word_end(text, offset))
    return offset


def block_scalar_end(text: str, start: int, end: int) -> int:
    """Return where the content of a literal or folded scalar ends.

    With `+` its blank lines are content, all but the last line break.
    """
    if "+" not in text[start + 1 : start + 3]:
        return start + len(text[start:end].rstrip(_BLANK))
    if text[end - 1] not in _BREAK:
        return end
    return end - 2 if text.startswith("\r\n", end - 2) else end - 1


def line_start(text: str, offset: int) -> int:
    """Return the offset at which the line of an offset begins."""
    after_feed = text.rfind("\n", 0, offset) + 1
    return max(after_feed, text.rfind("\r", after_feed, offset) + 1)


def line_break(text: str) -> str:
    """Return the line break that a text uses first."""
    end = line_end(text, 0)
    if text.startswith("\r\n", end):
        return "\r\n"
    return text[end : end + 1] or "\n"
