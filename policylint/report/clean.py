"""Escaping of user text, per output format.

Names, messages, excerpts and paths come from people whom nobody has to trust.
"""

import re

from policylint.model.unseen import UNSEEN

_FIRST_UNSEEN_LETTER = "\u034f"
_LETTERS = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}

# The runner takes `::` for a command at the start of a line, after any white space, and the older
# `##[` anywhere in it (actions/runner: src/Runner.Common/ActionCommand.cs).
_WORKFLOW_COMMAND = r"(?m)^[^\S\n]*:(?=:)|##(?=\[)"

_SURROGATES = range(0xD800, 0xE000)
_UTF16_UNIT = 0xFFFF
_LATIN = 0xFF


def visible(text: str) -> str:
    r"""Show what a terminal would obey, reorder or hide, the way YAML writes it: `\u202e`."""
    if text.isprintable() and (text.isascii() or max(text) < _FIRST_UNSEEN_LETTER):
        return text
    return re.sub(UNSEEN, _escaped, text)


def _escaped(match: re.Match[str]) -> str:
    char = match[0]
    code = ord(char)
    if code <= _LATIN:
        return _LETTERS.get(char) or f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= _UTF16_UNIT else f"\\U{code:08x}"


def inert(text: str) -> str:
    """Keep a GitHub runner from taking any line of a text for a workflow command."""
    if "::" not in text and "##[" not in text:
        return text
    return re.sub(_WORKFLOW_COMMAND, _disarmed, text)


def _disarmed(match: re.Match[str]) -> str:
    return f"{match[0][:-1]}\\x{ord(match[0][-1]):02x}"


def github_data(text: str) -> str:
    """Escape what follows the second `::` of a workflow command; its lines stay lines."""
    shown = "\n".join(visible(line) for line in text.split("\n"))
    return inert(shown).replace("%", "%25").replace("\n", "%0A")


def github_property(text: str) -> str:
    """Escape the value of a property of a workflow command."""
    shown = inert(visible(text))
    return shown.replace("%", "%25").replace(":", "%3A").replace(",", "%2C")


def xml_text(text: str) -> str:
    """Escape text for XML, between tags and in attributes; its lines stay lines."""
    shown = inert("\n".join(visible(line) for line in text.split("\n")))
    return (
        shown.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    )


def printable_json(literal: str) -> str:
    """Make a string written as JSON safe to encode and to print, without a change to what it says.

    Halves of surrogate pairs have no UTF-8: they become U+FFFD, since parsers differ on them.
    """
    if "##[" in literal:
        literal = literal.replace("##[", "#\\u0023[")
    if literal.isprintable() and (literal.isascii() or max(literal) < _FIRST_UNSEEN_LETTER):
        return literal
    return re.sub(UNSEEN, _json_escaped, literal)


def _json_escaped(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code in _SURROGATES:
        return "\ufffd"
    if code <= _UTF16_UNIT:
        return f"\\u{code:04x}"
    high, low = divmod(code - _UTF16_UNIT - 1, 0x400)
    return f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"
