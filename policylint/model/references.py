"""The character references of HTML, such as `&eacute;` and `&#233;`."""

import re
from functools import cache
from html import unescape


def resolve_references(text: str) -> str:
    """Put the characters for references, whatever their length.

    Python refuses a number of many digits; past the last character there is none to put.
    """
    if "&" not in text:
        return text
    return unescape(_beyond_unicode().sub("\ufffd", _leading_zeros().sub("&#", text)))


@cache
def _leading_zeros() -> re.Pattern[str]:
    return re.compile(r"&#0+(?=[0-9])")


@cache
def _beyond_unicode() -> re.Pattern[str]:
    return re.compile(r"&#[0-9]{8,}+;?")
