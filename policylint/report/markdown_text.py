"""Text for a comment on GitHub or GitLab, in which it must not format, link, mention or embed.

A backslash keeps a sign from being Markdown. It does not keep `@somebody`, `#1` or an address from
being found in the page that comes of it; a space without width behind the sign does.
"""

import re

from policylint.report.clean import visible

_APART = "&#8203;"

# Signs of Markdown and HTML; signs that refer to somebody or something (`@`, `#` and `GH-`, and on
# GitLab also `!`, `$`, `%`, `&`, `^` and `~`); addresses; names of emoji.
_ACTIVE = re.compile(
    r"[\\`*_\[\]<>|$&~]|[@#](?=\S)|[!%^](?=[\w\"])|:(?=//|[\w+-]+:)|(?<=[Ww]{3})\.|GH-(?=\d)"
)
_WRITTEN = {
    "<": "&lt;",
    ">": "&gt;",
    "|": "&#124;",
    "$": "<span>$</span>",  # two of them would be mathematics
    "&": f"&amp;{_APART}",
    "~": f"\\~{_APART}",
    ".": f"\\.{_APART}",  # after www
    **{sign: f"\\{sign}" for sign in "\\`*_[]"},
}


def plain(text: str, most: int) -> str:
    """Write text within a line, cut where it is longer than `most`."""
    shown = visible(text[: most + 1])
    if len(shown) > most:
        shown = f"{shown[: most - 1]}…"
    return _ACTIVE.sub(lambda match: _WRITTEN.get(match[0]) or f"{match[0]}{_APART}", shown)
