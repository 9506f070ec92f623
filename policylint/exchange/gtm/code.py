"""The code of custom tags, which is not run: the hosts it names, and what it says it stores.

Only names that stand there as literals are seen; whatever is put together while running is not.
Values are not looked at.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from policylint.exchange.scribe import host_of
from policylint.model.terms import Storage

MOST_CODE = 500_000
"""Characters of one tag that are looked at."""

_MOST_FOUND = 20
_ADDRESS = re.compile(r"(?:https?:)?//([a-z0-9][a-z0-9.-]{2,252})", re.IGNORECASE)
_COOKIE = re.compile(
    r"""document\s{0,9}\.\s{0,9}cookie\s{0,9}=\s{0,9}["'`]([^=;"'`\s$+]{1,100})="""
)
_STORED = re.compile(
    r"""\b(local|session)Storage\s{0,9}\.\s{0,9}setItem\s{0,9}\(\s{0,9}["'`]([^"'`$]{1,100})["'`]"""
)


class Stored(NamedTuple):
    """Something that code stores, by its literal name."""

    name: str
    storage: Storage


def hosts_in(code: str) -> list[str]:
    """List the hosts of the addresses in a piece of code, the first twenty."""
    found = (host_of(text) for text in _ADDRESS.findall(code[:MOST_CODE]))
    return list(dict.fromkeys(host for host in found if host is not None))[:_MOST_FOUND]


def stored_in(code: str) -> list[Stored]:
    """List what a piece of code stores, the first twenty."""
    return list(dict.fromkeys(_stored(code[:MOST_CODE])))[:_MOST_FOUND]


def _stored(code: str) -> Iterator[Stored]:
    for name in _COOKIE.findall(code):
        yield Stored(name, "cookie")
    for kind, name in _STORED.findall(code):
        yield Stored(name, "local-storage" if kind == "local" else "session-storage")
