"""Durations as the law and browsers count them: months, seconds, session, until cleared."""

import re
from functools import cache, lru_cache

from policylint.model.record import MisfitError, Parsed

DAY = 86_400
_MONTH_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_FOUR_YEARS = [*_MONTH_DAYS * 2, 31, 29, *_MONTH_DAYS[2:], *_MONTH_DAYS]
MOST_TEXT = 200
_MOST_SECONDS = 3_652_500 * DAY  # 10,000 years
_EXPECTED = "a duration such as '13 months', 'P13M', 'session' or 'until-cleared'"

# Calendar units in months, clock units in seconds.
_CALENDAR = {"year": 12, "month": 1}
_CLOCK = {"week": 7 * DAY, "day": DAY, "hour": 3600, "minute": 60, "second": 1}
_ISO_DATE = {"Y": "year", "M": "month", "W": "week", "D": "day"}
_ISO_TIME = {"H": "hour", "M": "minute", "S": "second"}

_AMOUNT = "[0-9]{1,12} +(?:second|minute|hour|day|week|month|year)s?"
WORD_FORM = f"{_AMOUNT}(?:(?: *,(?: *and)?| +and)? +{_AMOUNT})*"
ISO_FORM = (
    "P(?=[0-9T])(?:[0-9]{1,12}Y)?(?:[0-9]{1,12}M)?(?:[0-9]{1,12}W)?(?:[0-9]{1,12}D)?"
    "(?:T(?=[0-9])(?:[0-9]{1,12}H)?(?:[0-9]{1,12}M)?(?:[0-9]{1,12}S)?)?"
)

Amounts = tuple[tuple[int, str], ...]


@lru_cache(maxsize=256)
def longest_days(months: int) -> int:
    """Count the most days that so many consecutive calendar months can hold.

    6 months hold 184 days at most, 12 hold 366, 13 hold 397 and 25 hold 762.
    """
    cycles, rest = divmod(months, 48)
    twice = _FOUR_YEARS * 2
    return cycles * 1461 + max(sum(twice[start : start + rest]) for start in range(48))


class Lifetime:
    """A duration as its author wrote it: an amount of calendar months and of seconds.

    `session` ends with the browser session or the tab; `until-cleared` has no end of its own.
    `amounts` keeps the author's units in the author's order, for the policy to print.
    `longest_seconds` is the most that it can span, 0 for a session; what is `persistent` outlives
    24 hours, which a session never does and `until-cleared` always.
    """

    __slots__ = (
        *("amounts", "is_session", "is_unbounded", "longest_seconds", "months", "persistent"),
        *("seconds", "text"),
    )

    def __init__(self, text: str, amounts: Amounts = ()) -> None:
        self.text = text
        self.amounts = amounts
        self.months = sum(count * _CALENDAR.get(unit, 0) for count, unit in amounts)
        self.seconds = sum(count * _CLOCK.get(unit, 0) for count, unit in amounts)
        self.is_session = text == "session"
        self.is_unbounded = text == "until-cleared"
        self.longest_seconds = self.seconds
        if self.months:
            self.longest_seconds += longest_days(self.months) * DAY
        self.persistent = self.is_unbounded or self.longest_seconds > DAY

    def exceeds(self, limit: "Lifetime") -> bool:
        """Tell whether it is longer than a limit.

        Months and years compare as months. Anything else compares longest spans, so that
        397 days do not exceed 13 months and 398 do. `until-cleared` exceeds every bounded limit.
        """
        if self.is_unbounded or limit.is_unbounded:
            return self.is_unbounded and not limit.is_unbounded
        if not self.seconds and not limit.seconds:
            return self.months > limit.months
        return self.longest_seconds > limit.longest_seconds

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Lifetime) and self.text == other.text

    def __hash__(self) -> int:
        return hash(self.text)

    def __repr__(self) -> str:
        return f"Lifetime({self.text!r})"

    def __str__(self) -> str:
        return self.text


def longest(lifetimes: "list[Lifetime]") -> Lifetime | None:
    """Pick the longest of some lifetimes, None of none; the first of equals."""
    found: Lifetime | None = None
    for lifetime in lifetimes:
        if found is None or lifetime.exceeds(found):
            found = lifetime
    return found


@lru_cache(maxsize=4096)
def _parse_text(text: str) -> Lifetime:
    if text in {"session", "until-cleared"}:
        return Lifetime(text)
    amounts = _amounts(text)
    if amounts is None:
        raise MisfitError(_why_not(text))
    lifetime = Lifetime(text, amounts)
    if not any(count for count, _ in amounts):
        raise MisfitError(f"'{text}' lasts no time at all; expected {_EXPECTED}")
    if lifetime.longest_seconds > _MOST_SECONDS:
        raise MisfitError(f"'{text}' is over 10,000 years; expected {_EXPECTED}")
    return lifetime


def _why_not(text: str) -> str:
    stripped = text.strip()
    if stripped.isdecimal():
        return f"'{text}' has no unit; expected {_EXPECTED}"
    if stripped.lstrip("Pp ").startswith("-"):
        return f"'{text}' is negative; expected {_EXPECTED}"
    folded = stripped.lower()
    if folded == "persistent":
        return "'persistent' does not say how long; expected " + _EXPECTED
    for spelling in (folded, folded.replace(" ", "-"), folded.upper()):
        if spelling in {"session", "until-cleared"} or _amounts(spelling):
            return f"'{text}' is spelled '{spelling}'"
    return f"'{text}' is no duration; expected {_EXPECTED}"


@cache
def _forms() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    # Compiled when the first duration is read, not when the module is imported.
    part = re.compile(r"([0-9]+) *([A-Za-z]+)")
    return re.compile(ISO_FORM), re.compile(WORD_FORM), part


def _amounts(text: str) -> Amounts | None:
    iso, words, part = _forms()
    if iso.fullmatch(text):
        date, _, time = text[1:].partition("T")
        pairs = [(count, _ISO_DATE[unit]) for count, unit in part.findall(date)]
        pairs += [(count, _ISO_TIME[unit]) for count, unit in part.findall(time)]
    elif words.fullmatch(text):
        pairs = [(count, unit.removesuffix("s")) for count, unit in part.findall(text)]
    else:
        return None
    return tuple((int(count), unit) for count, unit in pairs)


def parse_lifetime(value: object) -> Lifetime:
    """Read a duration: ISO 8601, English words, `session` or `until-cleared`.

    Raises MisfitError for anything else, saying why.
    """
    if type(value) is str:
        if len(value) > MOST_TEXT:
            raise MisfitError(f"is {len(value):,} characters long; expected {_EXPECTED}")
        return _parse_text(value)
    if type(value) in {int, float}:
        raise MisfitError(f"the bare number {value} has no unit; expected {_EXPECTED}")
    raise MisfitError(f"expected {_EXPECTED}")


def respell_lifetime(text: str) -> str | None:
    """Give the one duration that a misspelled text can mean."""
    from policylint.model.duration_spelling import respelled_duration

    return respelled_duration(text)


DURATION = Parsed(
    parse_lifetime,
    {
        "type": "string",
        "description": f"{_EXPECTED[0].upper()}{_EXPECTED[1:]}.",
        "pattern": f"^(?:session|until-cleared|{ISO_FORM}|{WORD_FORM})$",
        "maxLength": MOST_TEXT,
        "examples": ["session", "13 months", "P13M", "until-cleared"],
    },
    respell_lifetime,
)
