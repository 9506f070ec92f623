"""Literals of JavaScript that stay inert wherever they are put, also inside a script element."""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from policylint.exchange.node import Pattern

_IDENTIFIER = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_PLAIN = re.compile(r"[A-Za-z0-9_ !\"#%',/:;=@`~-]")
_MARKUP = re.compile("[<>&]")
_ODD = re.compile(r"[*?+|()\[\]{}\\^$]|^/.+/[a-z]*$", re.DOTALL)
_LAST_OF_BYTE = 0xFF


class Code(str):
    """JavaScript of ours, written as it stands."""

    __slots__ = ()


def text_literal(text: str) -> str:
    """Write a string, in JSON and JavaScript alike.

    `<`, `>`, `&` and all that shows nothing are escapes: no text ends the script element that it
    stands in, breaks a line, or turns the direction of the ones around it.
    """
    quoted = json.dumps(text, ensure_ascii=False)
    if quoted.isprintable() and not _MARKUP.search(quoted):
        return quoted
    return "".join(_letter(char) for char in quoted)


def _letter(char: str) -> str:
    if _MARKUP.match(char):
        return f"\\u{ord(char):04x}"
    return char if char.isprintable() else json.dumps(char)[1:-1]


def json_text(value: Any) -> str:
    """Write a document of JSON, with the same escapes."""
    return literal(value, bare_keys=False) + "\n"


def literal(value: Any, depth: int = 0, *, bare_keys: bool = True) -> str:
    """Write data as a literal, two spaces per level."""
    if isinstance(value, Code):
        return value
    if isinstance(value, Pattern):
        return f"/{value.source}/{value.flags}"
    if isinstance(value, Mapping):
        items = [
            f"{_key(key, bare=bare_keys)}: {literal(one, depth + 1, bare_keys=bare_keys)}"
            for key, one in value.items()
        ]
        return _block("{", items, "}", depth)
    if isinstance(value, Sequence) and not isinstance(value, str):
        items = [literal(one, depth + 1, bare_keys=bare_keys) for one in value]
        return _block("[", items, "]", depth)
    return text_literal(value) if isinstance(value, str) else json.dumps(value)


def _key(key: str, *, bare: bool) -> str:
    return key if bare and _IDENTIFIER.fullmatch(key) else text_literal(key)


def _block(start: str, items: list[str], end: str, depth: int) -> str:
    if not items:
        return start + end
    pad = "  " * (depth + 1)
    inner = ",\n".join(pad + item for item in items)
    return f"{start}\n{inner}\n{'  ' * depth}{end}"


def needs_expression(name: str) -> bool:
    """Tell whether a name is a pattern, or looks so much like one that people would take it so."""
    return _ODD.search(name) is not None


def whole_name(pattern: str, also: str = "") -> str:
    """Write the regular expression of a name in which `*` stands for any run of characters.

    The characters of `also` are escaped too: `/` ends a literal.
    """
    return f"^{''.join('.*' if char == '*' else _atom(char, also) for char in pattern)}$"


def _atom(char: str, also: str) -> str:
    if _PLAIN.fullmatch(char) and char not in also:
        return char
    if char.isprintable() and char not in "<>&":
        return f"\\{char}" if char.isascii() else char
    code = ord(char)
    if code <= _LAST_OF_BYTE:
        return f"\\x{code:02x}"
    units = char.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2))
