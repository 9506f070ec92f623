"""Values and comments as YAML that reads back as it was, whatever they hold."""

import json
import re
from typing import Any

from policylint.model.unseen import UNSEEN
from policylint.source.scalars import resolve

_WORD = r"[\w./+@%()-]+"
_PLAIN = re.compile(rf"(?!-|%|@|\.){_WORD}(?:[',]?[ ]{_WORD}|'{_WORD})*")
_LINK = re.compile(r"https?://[A-Za-z0-9._~/%+=&?-]+")
_SURROGATE = re.compile("[\ud800-\udfff]")
_TAKEN = frozenset(("y", "n", "yes", "no", "on", "off", "true", "false", "null"))
_SUPPRESSION = re.compile(r"#(?=\s*policylint)", re.IGNORECASE)
_OURS = re.compile(r"[#\s]*policylint", re.IGNORECASE)
_LONGEST_COMMENT = 300
_LONGEST_PLAIN = 200


def scalar(value: Any, *, flow: bool = False) -> str:
    """Write a text, a number or a truth value; within brackets fewer texts go without quotes."""
    if not isinstance(value, str):
        return json.dumps(value)
    if _is_plain(value) and not (flow and "," in value):
        return value
    return re.sub(UNSEEN, lambda found: _escaped(found[0]), _json(value))


def as_json(value: Any) -> str:
    """Write a value as JSON that YAML readers take too; what shows nothing is escaped."""
    return re.sub(UNSEEN, lambda found: json.dumps(found[0])[1:-1], _json(value))


def _json(value: Any) -> str:
    return _SURROGATE.sub("\ufffd", json.dumps(value, ensure_ascii=False))


def inline(value: Any) -> str:
    """Write a value on one line."""
    match value:
        case dict():
            pairs = (f"{scalar(key, flow=True)}: {inline(below)}" for key, below in value.items())
            return f"{{{', '.join(pairs)}}}"
        case list() | tuple():
            return f"[{', '.join(map(inline, value))}]"
    return scalar(value, flow=True)


def comment(text: str) -> str:
    """Make a text fit behind a `#`: on one line, shortened, and never an order to policylint."""
    text = " ".join(text.split())
    if len(text) > _LONGEST_COMMENT:
        text = f"{text[: _LONGEST_COMMENT - 1]}…"
    shown = "".join(mark if mark.isprintable() else _escaped(mark) for mark in text)
    shown = re.sub(UNSEEN, lambda found: _escaped(found[0]), shown)
    shown = _SUPPRESSION.sub("\\\\u0023", shown)
    return (
        f"# file {shown}" if re.match(r"[#\s]*policylint", shown, re.IGNORECASE) else f"# {shown}"
    )


def _escaped(mark: str) -> str:
    return f"\\u{ord(mark):04x}" if mark <= "\uffff" else f"\\U{ord(mark):08x}"


def _is_plain(text: str) -> bool:
    if len(text) > _LONGEST_PLAIN or not (_PLAIN.fullmatch(text) or _LINK.fullmatch(text)):
        return False
    if not text.isascii() and re.search(UNSEEN, text):
        return False
    return text.isprintable() and resolve(text) == text and text.lower() not in _TAKEN
