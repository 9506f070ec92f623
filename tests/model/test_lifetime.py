import pytest
from hypothesis import given
from hypothesis import strategies as st

from policylint.model.lifetime import (
    DAY,
    ISO_FORM,
    WORD_FORM,
    Lifetime,
    longest,
    longest_days,
    parse_lifetime,
)
from policylint.model.record import MisfitError

LIMIT = parse_lifetime("13 months")


@pytest.mark.parametrize(
    ("months", "days"), [(1, 31), (2, 62), (6, 184), (12, 366), (13, 397), (25, 762), (48, 1461)]
)
def test_months_hold_the_most_days_that_a_calendar_allows(months: int, days: int) -> None:
    assert longest_days(months) == days


@pytest.mark.parametrize(
    "text",
    [
        "session",
        "13 months",
        "P13M",
        "1 year 1 month",
        "1 year, 1 month",
        "1 year and 1 month",
        "P1Y1M",
        "396 days",
        "397 days",
        "56 weeks",
        "34128000 seconds",
        "12 months 31 days",
        "PT30M",
    ],
)
def test_a_lifetime_within_thirteen_months_passes(text: str) -> None:
    assert not parse_lifetime(text).exceeds(LIMIT)


@pytest.mark.parametrize(
    "text",
    [
        "14 months",
        "P14M",
        "2 years",
        "398 days",
        "57 weeks",
        "13 months 1 second",
        "P1Y1M1D",
        "34300801 seconds",
        "until-cleared",
    ],
)
def test_a_lifetime_over_thirteen_months_exceeds(text: str) -> None:
    assert parse_lifetime(text).exceeds(LIMIT)


def test_the_unit_of_the_author_is_kept() -> None:
    lifetime = parse_lifetime("1 year and 1 month")

    assert lifetime.amounts == ((1, "year"), (1, "month"))
    assert str(lifetime) == "1 year and 1 month"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("persistent", "does not say how long"),
        ("0 days", "lasts no time"),
        ("P0D", "lasts no time"),
        ("-3 days", "is negative"),
        ("P-3D", "is negative"),
        ("400", "has no unit"),
        ("2 ans", "is no duration"),
        ("", "is no duration"),
        ("P", "is no duration"),
        ("PT", "is no duration"),
        ("P1M1Y", "is no duration"),
        ("1.5 years", "is no duration"),
        ("and 1 day", "is no duration"),
        ("13 Months", "is spelled '13 months'"),
        ("p13m", "is spelled 'P13M'"),
        ("until cleared", "is spelled 'until-cleared'"),
        ("10001 years", "over 10,000 years"),
        ("999999999999 years", "over 10,000 years"),
        ("9" * 40 + " days", "is no duration"),
    ],
)
def test_what_is_no_duration_says_why(text: str, why: str) -> None:
    with pytest.raises(MisfitError, match=why):
        parse_lifetime(text)


@pytest.mark.parametrize("value", [34128000, 1.5])
def test_a_bare_number_asks_for_a_unit(value: object) -> None:
    with pytest.raises(MisfitError, match="has no unit"):
        parse_lifetime(value)


@pytest.mark.parametrize("value", [None, True, [], {}])
def test_what_is_no_text_is_no_duration(value: object) -> None:
    with pytest.raises(MisfitError, match="expected a duration"):
        parse_lifetime(value)


def test_only_what_outlives_a_day_is_persistent() -> None:
    persistent = {text: parse_lifetime(text).persistent for text in ("session", "PT2H", "1 day")}

    assert not any(persistent.values())
    assert parse_lifetime("25 hours").persistent
    assert parse_lifetime("until-cleared").persistent


def test_the_longest_of_lifetimes_is_found() -> None:
    found = longest(
        [parse_lifetime(text) for text in ("session", "13 months", "1 day", "397 days")]
    )

    assert found is not None
    assert found.text == "13 months"
    assert longest([]) is None


@given(st.integers(1, 200), st.integers(1, 200))
def test_months_compare_as_months(one: int, other: int) -> None:
    first, second = parse_lifetime(f"{one} months"), parse_lifetime(f"P{other}M")

    assert first.exceeds(second) == (one > other)


@given(st.integers(1, 100_000), st.integers(1, 300))
def test_days_compare_with_the_longest_span_of_months(days: int, months: int) -> None:
    exceeds = parse_lifetime(f"{days} days").exceeds(parse_lifetime(f"{months} months"))

    assert exceeds == (days > longest_days(months))


@given(st.lists(st.integers(1, 10**7), min_size=3, max_size=3))
def test_exceeding_is_transitive_for_bounded_lifetimes(seconds: list[int]) -> None:
    low, middle, high = (
        Lifetime(f"{count} seconds", ((count, "second"),)) for count in sorted(seconds)
    )

    assert not low.exceeds(middle)
    assert not middle.exceeds(high)
    assert not low.exceeds(high)


@given(st.from_regex(f"(?:{ISO_FORM}|{WORD_FORM})", fullmatch=True))
def test_whatever_fits_the_published_pattern_is_read_or_refused_by_size(text: str) -> None:
    try:
        seconds = parse_lifetime(text).longest_seconds
    except MisfitError as error:
        assume_refused_by_size(error)
    else:
        assert 0 < seconds <= 10_000 * 366 * DAY


def assume_refused_by_size(error: MisfitError) -> None:
    reasons = ("no time", "10,000 years", "characters long")
    assert any(reason in error.message for reason in reasons)
