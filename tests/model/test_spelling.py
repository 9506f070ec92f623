from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policylint.model.duration_spelling import respelled_duration
from policylint.model.faults import faults
from policylint.model.inventory import Inventory
from policylint.model.lifetime import parse_lifetime
from policylint.model.mending import MOST_SIBLINGS, Mending, mending
from policylint.model.spelling import distance, respelled
from policylint.model.terms import Category, ConsentMode, Party, Purpose, SameSite, Storage
from policylint.source.load import load

FRAME = """
version: 1
site: {name: A, url: "https://a.example", jurisdictions: [FR], languages: [en]}
controller: {name: A, country: FR, email: a@a.example}
"""


def mendings(entry: str, frame: str = FRAME) -> list[Mending]:
    text = f"{frame}cookies: [{{name: a, category: essential, purposes: [security], {entry}}}]"
    data: Any = load("cookies.yaml", text.encode()).data
    return [
        found
        for fault in faults(Inventory, data)
        if (found := mending(Inventory, data, fault)) is not None
    ]


def written(entry: str) -> list[str]:
    return [one.text for one in mendings(entry)]


@pytest.mark.parametrize(
    ("word", "vocabulary", "meant"),
    [
        ("esential", Category, "essential"),
        ("Essential", Category, "essential"),
        ("improvemnet", Category, "improvement"),
        ("Opt-In", ConsentMode, "opt-in"),
        ("opt_out", ConsentMode, "opt-out"),
        ("optin", ConsentMode, "opt-in"),
        ("third_party", Party, "third"),
        ("3rd-party", Party, "third"),
        ("none", SameSite, "None"),
        ("localStorage", Storage, "local-storage"),
        ("personalized content", Purpose, "personalised-content"),
        ("autentication", Purpose, "authentication"),
    ],
)
def test_a_word_that_can_mean_one_thing_only_is_read(
    word: str, vocabulary: Any, meant: str
) -> None:
    assert respelled(word, get_args(vocabulary)) == meant


@pytest.mark.parametrize(
    ("word", "vocabulary"),
    [
        ("unessential", Category),  # the contrary, two letters away
        ("inessential", Category),
        ("non-essential", Category),
        ("necessary", Category),
        ("opt-it", ConsentMode),  # two slips from 'opt-out'
        ("opt", ConsentMode),
        ("nnone", ConsentMode),
        ("Lux", SameSite),
        ("analytics", Purpose),
        ("", Purpose),
        ("x" * 61, Purpose),
    ],
)
def test_a_word_that_may_mean_something_else_is_left_alone(word: str, vocabulary: Any) -> None:
    assert respelled(word, get_args(vocabulary)) is None


def test_a_word_between_two_known_ones_is_left_alone() -> None:
    assert respelled("measurment", ("measurement", "measuremint")) is None
    assert respelled("measurment", ("measurement", "meter")) == "measurement"


@given(st.text("abc", max_size=7), st.text("abc", max_size=7))
def test_slips_are_counted_alike_from_both_sides(one: str, other: str) -> None:
    assert distance(one, other, 9) == distance(other, one, 9)
    assert (distance(one, other, 9) == 0) == (one == other)
    assert distance(one, other, 1) == min(distance(one, other, 9), 2)


def test_two_swapped_letters_are_one_slip() -> None:
    assert distance("consent", "cosnent", 3) == 1
    assert distance("consent", "cnosetn", 3) == 2


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("13 Months", "13 months"),
        ("13months", "13 months"),
        ("13-month", "13 months"),
        ("13\u00a0mois", "13 months"),
        ("2 yrs.", "2 years"),
        ("30 d", "30 days"),
        ("1 an", "1 year"),
        ("2 ans et 3 mois", "2 years and 3 months"),
        ("1 Jahr und 6 Monate", "1 year and 6 months"),
        ("1 yr, 2 mo", "1 year and 2 months"),
        ("1 year 2 mths", "1 year 2 months"),
        ("13 mouths", "13 months"),
        ("90 min", "90 minutes"),
        ("p13m", "P13M"),
        ("P 1Y 6M", "P1Y6M"),
        (" Session ", "session"),
        ("Until cleared", "until-cleared"),
    ],
)
def test_a_duration_that_can_be_read_in_one_way_is_written_as_the_format_does(
    text: str, meant: str
) -> None:
    assert respelled_duration(text) == meant


@pytest.mark.parametrize(
    "text",
    [
        "13",
        "13 m",  # months or minutes
        "13 M",
        "3 j",  # jours or jaren
        "2 s",
        "1 a",
        "1 sem",
        "1 y 2 meses",  # 'y' is 'and' in Spanish
        "1 y and 2 mo",
        "2 hears",
        "1.5 years",
        "1,5 years",
        "1,000 days",
        "-3 months",
        "12-13 months",
        "> 13 months",
        "max 13 months",
        "3 months 1 year",
        "2 years 2 years",
        "0 mois",
        "99999 yrs",
        "one year",
        "persistent",
        "13 months (rolling)",
        "",
        "9" * 300,
    ],
)
def test_a_duration_that_a_person_would_ask_about_is_left_alone(text: str) -> None:
    assert respelled_duration(text) is None


@given(st.text(max_size=30) | st.from_regex(r"[0-9]{1,3} ?[a-zA-Z]{1,8}", fullmatch=True))
def test_what_is_written_for_a_duration_is_one(text: str) -> None:
    meant = respelled_duration(text)
    if meant is None:
        return

    assert parse_lifetime(meant).text == meant
    assert respelled_duration(meant) is None


@given(st.integers(1, 99), st.sampled_from(["day", "week", "month", "year"]), st.booleans())
def test_a_slip_never_changes_how_long_a_duration_is(count: int, unit: str, swap: bool) -> None:
    right = f"{count} {unit}s"
    slipped = f"{count} {unit[0]}{unit[2]}{unit[1]}{unit[3:]}s" if swap else right.upper()

    meant = respelled_duration(slipped)

    assert meant is None or parse_lifetime(meant).longest_seconds == (
        parse_lifetime(right).longest_seconds
    )


@pytest.mark.parametrize(
    ("entry", "texts"),
    [
        ("consent: Opt-In", ["opt-in"]),
        ("lifetime: 13 Months", ["13 months"]),
        ("retention: 2 ans", ["2 years"]),
        ("secure: yes, http_only: 'Off'", ["true", "false"]),
        ("data: [Email, IP_address]", ["email", "ip-address"]),
        ("exempt_in: {fr: audience-measurement}", ["FR"]),
        ("exempt_in: {FR: audience-measurment}", ["audience-measurement"]),
        ("legal_basis: Consent", ["consent"]),
        ("legal_basis: {uk: consent}", ["UK"]),
        ("legal_basis: {FR: legitimate interests}", ["legitimate-interests"]),
        ("lifetme: 1 day", ["lifetime"]),
        ("httpOnly: true", ["http_only"]),
        ("measurement: {own_acount: true}", ["own_account"]),
    ],
)
def test_a_misspelled_field_has_one_spelling(entry: str, texts: list[str]) -> None:
    assert written(entry) == texts


@pytest.mark.parametrize(
    "entry",
    [
        "vendor: Google",  # an id of one's own
        "owner: 7",
        "reviewed: 1.2.2026",
        "description: {en: ''}",
        "secure: maybe",
        "domain: a b",
        "exempt_in: {xx: statistics}",
        "exempt_in: {fr: statistics, FR: statistics}",
        "exempt_in: {fr: statistics, Fr: statistics}",
        "lifetme: 1 day, lifetime: 1 day",
        "lifetme: 1 day, lifetimee: 1 day",
        "legal_basis: {FR: li}",
        "retention: {until: x}",
        "x_own: 1",
        "data: email",
    ],
)
def test_what_may_mean_something_else_is_not_mended(entry: str) -> None:
    assert written(entry) == []


def test_only_a_field_that_begins_to_count_is_called_one() -> None:
    assert [(one.on_key, one.is_field) for one in mendings("lifetme: 1 day")] == [(True, True)]
    assert [(one.on_key, one.is_field) for one in mendings("exempt_in: {fr: statistics}")] == [
        (True, False)
    ]


def test_an_entry_of_very_many_unknown_fields_is_not_compared_with_itself() -> None:
    many = ", ".join(f"lifetme{number}: 1" for number in range(MOST_SIBLINGS + 1))

    assert written(f"{many}, lifetme: 1 day") == []


def test_codes_of_countries_are_capitals() -> None:
    frame = FRAME.replace("country: FR", "country: uk").replace("[FR]", "[fr, eu, zz]")

    assert [one.text for one in mendings("secure: true", frame)] == ["FR", "EU", "UK"]
