"""Single values of foreign files: any type may stand anywhere, and nothing is trusted."""

import math
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

# Dates: from here on a number counts milliseconds. As seconds it is the year 11476.
_FIRST_MILLISECONDS = 3e11
LAST_SECOND = 253_402_300_799  # of the year 9999
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MOST_PROGRAM = 100
MOST_NAME = 4_096
MOST_HOST = 253


def sound(value: str) -> str:
    """Replace what no encoding can write: halves of surrogate pairs, which JSON may name."""
    if value.isascii():
        return value
    return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def text(value: Any) -> str | None:
    """Take a text that is not empty, None for anything else."""
    return sound(value) if type(value) is str and value else None


def program(name: Any, version: Any) -> str | None:
    """Name a program with its version, None where it has no name."""
    parts = [part[:MOST_PROGRAM] for part in map(text, (name, version)) if part]
    return " ".join(parts) if text(name) else None


def truth(value: Any) -> bool | None:
    """Take a truth value, None for anything else."""
    return value if type(value) is bool else None


def items(value: Any) -> Sequence[Any]:
    """Take a list, an empty one for anything else."""
    return value if type(value) is list else ()


def fields(value: Any) -> Mapping[str, Any]:
    """Take an object, an empty one for anything else."""
    return value if type(value) is dict else {}


def number(value: Any) -> float | None:
    """Take a finite number, None for anything else."""
    if type(value) is int:
        return float(value) if abs(value) < 1 << 63 else None
    return value if type(value) is float and math.isfinite(value) else None


def name(value: Any) -> str | None:
    """Take the name of a cookie or a key as it is, None where no browser keeps it."""
    return sound(value) if type(value) is str and 0 < len(value) <= MOST_NAME else None


def host(value: Any) -> str | None:
    """Take a host in lower case, without dots around it; None where it is none."""
    if type(value) is not str:
        return None
    found = value.strip(".").lower()
    if not found or len(found) > MOST_HOST or not set(found).isdisjoint(' \t\r\n/?#@\\"<>%'):
        return None
    return found if found.isprintable() else None


def moment(value: Any) -> int | None:
    """Read a moment of RFC 3339 as milliseconds since 1970-01-01 UTC."""
    if type(value) is not str or len(value) > 64:  # noqa: PLR2004 - longer than any
        return None
    try:
        read = datetime.fromisoformat(value)
        if read.tzinfo is None:
            read = read.replace(tzinfo=UTC)
        passed = read - _EPOCH
    except (ValueError, OverflowError):
        return None
    return clock(passed.days * 86_400_000 + passed.seconds * 1_000 + passed.microseconds // 1_000)


def clock(value: Any) -> int | None:
    """Take milliseconds since 1970-01-01 UTC; None beyond the year 9999."""
    found = number(value)
    return int(found) if found is not None and 0 <= found < (LAST_SECOND + 1) * 1_000 else None


def expiry(value: Any) -> int | None:
    """Read the expiry of a jar in seconds since 1970-01-01: a number, a numeral or a date.

    None where it is no date that a calendar of four digits holds; 0 for a session.
    """
    if value is None or value == "":
        return 0
    if type(value) is str:
        at = moment(value)
        if at is not None:
            return at // 1_000
        value = _numeral(value)
    found = number(value)
    if found is None:
        return None
    if found <= 0:
        return 0
    seconds = found / 1_000 if found >= _FIRST_MILLISECONDS else found
    return int(seconds) if seconds <= LAST_SECOND else None


def _numeral(value: str) -> float | None:
    try:
        return float(value) if len(value) < 40 else None  # noqa: PLR2004 - longer than any date
    except ValueError:
        return None
