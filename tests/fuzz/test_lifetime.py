"""Lifetimes: an order, an arithmetic held against the calendar, and texts that are read back."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from policylint.i18n.durations import duration_words
from policylint.model.lifetime import (
    DAY,
    ISO_FORM,
    WORD_FORM,
    Lifetime,
    longest,
    longest_days,
    parse_lifetime,
)

UNITS = ("year", "month", "week", "day", "hour", "minute", "second")
SECONDS = {"week": 7 * DAY, "day": DAY, "hour": 3_600, "minute": 60, "second": 1}
LETTERS = {
    "year": "Y",
    "month": "M",
    "week": "W",
    "day": "D",
    "hour": "TH",
    "minute": "TM",
    "second": "TS",
}

AMOUNTS = st.dictionaries(st.sampled_from(UNITS), st.integers(1, 800), min_size=1).map(
    lambda found: [(found[unit], unit) for unit in UNITS if unit in found]
)


def in_words(amounts: list[tuple[int, str]]) -> str:
    return ", ".join(f"{count} {unit}s" for count, unit in amounts)


def in_iso(amounts: list[tuple[int, str]]) -> str:
    date_part = "".join(
        f"{count}{LETTERS[unit]}" for count, unit in amounts if "T" not in LETTERS[unit]
    )
    time_part = "".join(
        f"{count}{LETTERS[unit][1]}" for count, unit in amounts if "T" in LETTERS[unit]
    )
    return f"P{date_part}T{time_part}" if time_part else f"P{date_part}"


LIFETIMES = st.one_of(
    st.sampled_from(["session", "until-cleared", "12 months", "366 days", "13 months", "397 days"]),
    AMOUNTS.map(in_words),
    AMOUNTS.map(in_iso),
).map(parse_lifetime)


def rank(lifetime: Lifetime) -> tuple[bool, int]:
    """Say by hand how long a lifetime is at most."""
    months = sum(
        count * (12 if unit == "year" else 1)
        for count, unit in lifetime.amounts
        if unit in ("year", "month")
    )
    seconds = sum(count * SECONDS.get(unit, 0) for count, unit in lifetime.amounts)
    return lifetime.text == "until-cleared", seconds + most_days(months) * DAY


def most_days(months: int) -> int:
    """Count on the calendar: from each month of four years, one leap year among them."""
    found = 0
    for start in range(48):
        first = date(2001 + start // 12, start % 12 + 1, 1)
        end = first.year * 12 + first.month - 1 + months
        found = max(found, ordinal(end) - first.toordinal())
    return found


def ordinal(months: int) -> int:
    """Count the days to the first of a month; cycles of four years have 1,461 of them."""
    cycles, rest = divmod(months - 2_001 * 12, 48)
    return date(2001 + rest // 12, rest % 12 + 1, 1).toordinal() + cycles * 1_461


@given(st.integers(1, 3_000))
def test_months_hold_as_many_days_as_a_calendar_of_julian_cycles(months: int) -> None:
    assert longest_days(months) == most_days(months)


@given(st.integers(1, 12 * 60), st.dates(date(1950, 1, 1), date(2030, 12, 1)))
def test_no_run_of_calendar_months_is_longer(months: int, day: date) -> None:
    first = day.replace(day=1)
    end = first.year * 12 + first.month - 1 + months
    last = date(end // 12, end % 12 + 1, 1)

    assert last - first <= timedelta(days=longest_days(months))


@given(LIFETIMES, LIFETIMES)
def test_a_lifetime_exceeds_what_lasts_less_long_and_nothing_else(
    one: Lifetime, other: Lifetime
) -> None:
    assert one.exceeds(other) == (rank(one) > rank(other))
    assert not (one.exceeds(other) and other.exceeds(one))


@given(st.lists(LIFETIMES, min_size=1, max_size=8))
def test_the_longest_of_some_is_exceeded_by_none(lifetimes: list[Lifetime]) -> None:
    found = longest(lifetimes)

    assert found is not None
    assert not any(one.exceeds(found) for one in lifetimes)
    ordered = sorted(lifetimes, key=rank)
    assert not any(one.exceeds(other) for one, other in pairwise(ordered))


@given(AMOUNTS)
def test_words_and_iso_mean_the_same(amounts: list[tuple[int, str]]) -> None:
    words, iso = parse_lifetime(in_words(amounts)), parse_lifetime(in_iso(amounts))

    assert words.amounts == iso.amounts == tuple(amounts)
    assert (words.months, words.seconds) == (iso.months, iso.seconds)
    assert rank(words) == rank(iso) == (False, words.longest_seconds)


@given(LIFETIMES)
def test_a_lifetime_is_read_back_from_its_own_text(lifetime: Lifetime) -> None:
    again = parse_lifetime(str(lifetime))

    assert again == lifetime
    assert hash(again) == hash(lifetime)
    assert again.amounts == lifetime.amounts


@given(AMOUNTS)
def test_a_lifetime_is_read_back_from_the_words_of_the_policy(
    amounts: list[tuple[int, str]],
) -> None:
    lifetime = parse_lifetime(in_iso(amounts))

    printed = duration_words(lifetime.text, lifetime.amounts, "en").replace("\u00a0", " ")

    assert parse_lifetime(printed.replace(",", "")).amounts == lifetime.amounts


@settings(max_examples=40, deadline=None)
@given(st.from_regex(f"(?:{ISO_FORM}|{WORD_FORM})", fullmatch=True), st.sampled_from(" x.\n-"))
def test_what_is_nearly_a_lifetime_is_never_another_one(text: str, mark: str) -> None:
    for damaged in (mark + text, text + mark):
        try:
            found = parse_lifetime(damaged)
        except ValueError:
            continue
        assert found.text == damaged
        assert damaged.replace(" ", "") == text.replace(" ", "")
