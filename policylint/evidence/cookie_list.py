"""Cookies as a list in JSON: Selenium, Puppeteer, Cookie-Editor and other browser extensions."""

from collections.abc import Iterable, Mapping
from typing import Any

from policylint.errors import InputError
from policylint.evidence import foreign
from policylint.evidence.gathering import FileReading
from policylint.evidence.jar import Captured, take_jar_cookie

TITLE = "cookies in JSON"
_LISTS = ("cookies", "browser_cookies")


def recognises(data: Mapping[str, Any]) -> bool:
    """Tell whether an object is such a list with something around it."""
    return any(_is_cookie(one) for key in _LISTS for one in foreign.items(data.get(key))[:1])


def read(data: Mapping[str, Any], reading: FileReading, captured: Captured) -> None:
    """Take the cookies of an object."""
    reading.tells = {"tells_cookies": True}
    for key in _LISTS:
        for raw in foreign.items(data.get(key)):
            # Blacklight strips the dot from what it keeps under this name.
            take_jar_cookie(reading, raw, captured, dot_tells=key == "cookies")


def read_items(items: Iterable[Any], reading: FileReading, captured: Captured, known: str) -> None:
    """Take the cookies of a list. Raises InputError where it begins with something else."""
    reading.tells = {"tells_cookies": True}
    is_first = True
    for raw in items:
        if is_first and not _is_cookie(raw):
            raise InputError(
                f"{reading.path} is a list in JSON, but not of cookies; expected {known}"
            )
        is_first = False
        take_jar_cookie(reading, raw, captured)
    if is_first:
        raise InputError(f"{reading.path} is an empty list; expected {known}")


def _is_cookie(raw: Any) -> bool:
    return type(raw) is dict and "name" in raw and "domain" in raw
