"""Names that a browser saw, without the part that was made for one visitor or one account."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from policylint.catalog.known import Match

# Nobody types these: a UUID, a run of hexadecimal digits or of digits as long as an identifier.
_MADE = re.compile(
    r"(?<![0-9A-Za-z])(?:"
    r"[0-9A-Fa-f]{8}(?:[-_][0-9A-Fa-f]{4}){3}[-_][0-9A-Fa-f]{12}"
    r"|(?=[0-9A-Fa-f]*[0-9])(?=[0-9A-Fa-f]*[A-Fa-f])[0-9A-Fa-f]{16,}"
    r"|[0-9]{8,}"
    r")(?![0-9A-Za-z])"
)
_LEAST = 2
"""Letters and digits of a name that must be left, so that a pattern does not cover others."""
_LETTER = re.compile(r"[0-9A-Za-z]")


class GeneralName(NamedTuple):
    """A name or a pattern for an inventory; the remark says what became of the name seen."""

    text: str | None
    remark: str | None = None


def general_name(name: str, matches: Sequence[Match]) -> GeneralName:
    """Put the catalogue's pattern for a name, else `*` for what was made for one visitor.

    No name is left where it is an identifier as a whole.
    """
    best = matches[0] if matches else None
    if best is not None and best.quality != "name-only" and "*" in best.cookie.name:
        known = best.cookie
        remark = f"name: the catalogue's pattern ({known.source}, {known.date})"
        return GeneralName(known.name, None if known.name == name else remark)
    pattern = _MADE.sub("*", name)
    if pattern == name:
        return GeneralName(name)
    if len(_LETTER.findall(pattern)) < _LEAST:
        return GeneralName(None, "its name is an identifier: declare the pattern that it follows")
    return GeneralName(pattern, "name: '*' stands for an identifier in the name that was seen")
