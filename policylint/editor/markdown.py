"""Markdown for hovers. What comes from outside is escaped: it makes no link, no code, no HTML."""

import re

from policylint.report.clean import visible

_PUNCTUATION = re.compile(r"[\\`*_{}\[\]<>()#+\-.!|~&:@$=^]")
_TICKS = re.compile(r"`+")


def escaped(text: str) -> str:
    """Write text so that Markdown shows it as it is, on one line."""
    return _PUNCTUATION.sub(r"\\\g<0>", visible(text))


def code(text: str) -> str:
    """Write text as code."""
    shown = visible(text).strip() or " "
    longest = max((len(run) for run in _TICKS.findall(shown)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if shown.startswith("`") or shown.endswith("`") else ""
    return f"{fence}{pad}{shown}{pad}{fence}"


def link(text: str, address: str) -> str:
    """Write a link to an address of ours."""
    return f"[{escaped(text)}](<{address}>)"
