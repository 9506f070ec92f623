"""Dates of the Expires attribute, read as browsers read them (RFC 6265bis, section 5.1.1)."""

import re
from typing import NamedTuple

# What parts the words of a date: everything that is no digit, no letter, no colon and not beyond
# ASCII.
WORDS = re.compile(r"[\x00-\x08\x0a-\x1f0-9:a-zA-Z\x7f-\U0010ffff]+")
TIME = re.compile(r"([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})(?![0-9])")
DAY = re.compile(r"([0-9]{1,2})(?![0-9])")
YEAR = re.compile(r"([0-9]{2,4})(?![0-9])")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
FIRST_YEAR = 1601
CENTURY = 1900
LONGEST_MONTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class _Parts(NamedTuple):
    time: tuple[int, int, int] | None = None
    day: int | None = None
    month: int | None = None
    year: int | None = None


def read_server_date(text: str | None) -> int | None:
    """Give what a Date header says in milliseconds since 1970; None where it says nothing."""
    seconds = read_cookie_date(text) if text else None
    return None if seconds is None else seconds * 1_000


def read_cookie_date(text: str) -> int | None:
    """Give the seconds since 1970-01-01 UTC, None for a date that no browser reads.

    Names of days, zones and offsets are passed over: every date is read as UTC.
    """
    parts = _Parts()
    for word in WORDS.findall(text):
        parts = _taken(parts, word)
    time, day, month, year = parts
    if time is None or day is None or month is None or year is None:
        return None
    if 70 <= year < 100:  # noqa: PLR2004 - the years of two digits, as the standard parts them
        year += CENTURY
    elif year < 70:  # noqa: PLR2004 - the same
        year += CENTURY + 100
    hour, minute, second = time
    if year < FIRST_YEAR or hour > 23 or minute > 59 or second > 59:  # noqa: PLR2004 - a clock
        return None
    if not 1 <= day <= _days_of(year, month):
        return None
    return _days_before(year, month, day) * 86_400 + hour * 3_600 + minute * 60 + second


def _taken(parts: _Parts, word: str) -> _Parts:
    """Take a word as the first part that is still open and that it can be."""
    if parts.time is None and (match := TIME.match(word)):
        hour, minute, second = match.groups()
        return parts._replace(time=(int(hour), int(minute), int(second)))
    if parts.day is None and (match := DAY.match(word)):
        return parts._replace(day=int(match[1]))
    if parts.month is None and word[:3].lower() in MONTHS:
        return parts._replace(month=MONTHS.index(word[:3].lower()) + 1)
    if parts.year is None and (match := YEAR.match(word)):
        return parts._replace(year=int(match[1]))
    return parts


def _days_of(year: int, month: int) -> int:
    is_leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 28 if month == 2 and not is_leap else LONGEST_MONTHS[month - 1]  # noqa: PLR2004 - February


def _days_before(year: int, month: int, day: int) -> int:
    """Count the days from 1970-01-01 to a date, in a calendar whose years begin in March."""
    year -= month <= 2  # noqa: PLR2004 - January and February close the year before
    shifted = (month + 9) % 12
    whole = year * 365 + year // 4 - year // 100 + year // 400
    return whole + (shifted * 153 + 2) // 5 + day - 1 - 719_468
