"""The services that tarteaucitron ships, as facts."""

import os
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

VERSION = "tarteaucitron 1.34.0"
COMPUTED = "?"
"""Stands for names that the library works out from the settings of a site."""

_FILE = os.path.join(os.path.dirname(__file__), "data", "tarteaucitron.tsv")


class Shipped(NamedTuple):
    """A service of the library."""

    key: str
    kind: str
    needs_consent: bool
    name: str
    policy: str
    cookies: Sequence[str]


@cache
def shipped_services() -> Mapping[str, Shipped]:
    """Read the table of services, by key."""
    found = {}
    with open(_FILE, encoding="utf-8") as file:
        for line in file:
            if not line.startswith("#"):
                key, kind, asked, name, policy, cookies = line.rstrip("\n").split("\t")
                found[key] = Shipped(key, kind, asked == "1", name, policy, cookies.split())
    return found
