"""Literals of JavaScript, TypeScript and JSON, read without running anything.

What is no literal (a call, a choice between two values, a function) becomes `Unread`, and the
reading goes on. Limits: see `tokens.MAX_TOKENS`, `values.MAX_DEPTH` and `values.MAX_NODES`.
"""

from policylint.exchange.javascript.script import Script
from policylint.exchange.node import Node

_SCRIPT = "<script"


def read_data(text: str) -> Node | None:
    """Read a text that is one value, as JSON files are; None for a program or another format.

    Raises UnreadableError for one that breaks off.
    """
    begins = text.lstrip("\ufeff \t\r\n")[:1]
    return Script(text, marked=True).whole() if begins and begins in "{[" else None


def read_script(text: str) -> Script:
    """Read a program, or the scripts of a web page."""
    return Script(only_scripts(text) if _SCRIPT in text.lower() else text)


def only_scripts(text: str) -> str:
    """Blank a web page outside its script elements; every character keeps its place."""
    folded = text.lower()
    if len(folded) != len(text):  # some letters have longer small forms
        folded = "".join(letter.lower() if letter.isascii() else letter for letter in text)
    parts: list[str] = []
    done = 0
    while (opening := folded.find(_SCRIPT, done)) >= 0:
        begin = folded.find(">", opening) + 1
        if not begin:
            break
        end = folded.find("</script", begin)
        end = len(text) if end < 0 else end
        parts += (_blank(text[done:begin]), text[begin:end])
        done = end
    return "".join((*parts, _blank(text[done:])))


def _blank(text: str) -> str:
    return "".join(mark if mark in "\r\n" else " " for mark in text)
