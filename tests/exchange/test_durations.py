"""Texts as they stand in the Open Cookie Database, in published policies and in platforms."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policylint.exchange.durations import read_days, read_duration, read_seconds
from policylint.model.lifetime import parse_lifetime

WORDS = {
    "1 year": "1 year",
    "30 mins": "30 minutes",
    "90 sec": "90 seconds",
    "3650 days": "3650 days",
    "1 Jahr und 1 Monat": "1 year 1 month",
    "13 Monate": "13 months",
    "24 Stunden": "24 hours",
    "1 Woche": "1 week",
    "2 ans": "2 years",
    "1 an et 1 mois": "1 year 1 month",
    "1 jour": "1 day",
    "2 años": "2 years",
    "1 año y 2 meses": "1 year 2 months",
    "1 anno e 1 mese": "1 year 1 month",
    "12 mesi": "12 months",
    "1 jaar": "1 year",
    "1 jaar en 1 maand": "1 year 1 month",
    "Verloopt na 12 dagen": "12 days",
    "2 lata": "2 years",
    "12 miesięcy": "12 months",
    "1 ano e 1 mês": "1 year 1 month",
    "13 mês(es)": "13 months",
    "13 månader": "13 months",
    "2 timmar": "2 hours",
    "30 dage": "30 days",
    "to uger": "2 weeks",
    "13 måneder": "13 months",
    "1 time": "1 hour",
    "13 kuukautta": "13 months",
    "2 vuotta": "2 years",
    "30 dní": "30 days",
    "2 év": "2 years",
    "182 дня": "182 days",
    "an hour": "1 hour",
    "six months": "6 months",
    "zwei Jahre": "2 years",
    "1.5 years": "18 months",
    "0,5 Stunden": "30 minutes",
    "1,095 days": "1095 days",
    "3w": "3 weeks",
    "P1Y1M": "1 year 1 month",
    "PT30M": "30 minutes",
    "12 months (365 days)": "12 months",
    "(2 ans)": "2 years",
    "(not a figure)": None,
}


@pytest.mark.parametrize(("text", "lifetime"), WORDS.items())
def test_a_duration_is_read_in_the_words_of_its_language(text: str, lifetime: str | None) -> None:
    found = read_duration(text)

    assert (found.lifetime, found.certainty) == (lifetime, "exact" if lifetime else "unknown")


@pytest.mark.parametrize(
    "text",
    [
        *("session", "Sessions", "session cookie", "End of session (browser)", "Seesion"),
        *("Sitzung", "Bis zum Ende der Sitzung", "bis Sie den Browser schließen"),
        *("when you close your browser", "on browser close", "à la fermeture du navigateur"),
        *("fin de session", "Sesión", "al cerrar el navegador", "alla chiusura del browser"),
        *("Sessie", "bij het sluiten van de browser", "Sesja", "po zamknięciu przeglądarki"),
        *("Sessão", "ao fechar o navegador", "när webbläsaren stängs", "når browseren lukkes"),
        *("istunto", "økt", "når nettleseren lukkes", "Сессия", "munkamenet", "Session Storage"),
    ],
)
def test_a_session_is_known_in_every_language(text: str) -> None:
    found = read_duration(text)

    assert (found.lifetime, found.certainty) == ("session", "exact")


@pytest.mark.parametrize(
    "text",
    [
        *("forever", "Unlimited", "no expiration", "never", "Unbegrenzt", "läuft nicht ab"),
        *("n'expire pas", "Persistent (until manually deleted)", "no expiry"),
        *("Persistent (bis zur manuellen Löschung)", "Persistente (hasta eliminación manual)"),
    ],
)
def test_what_has_no_end_lasts_until_it_is_cleared(text: str) -> None:
    assert read_duration(text).lifetime == "until-cleared"


@pytest.mark.parametrize(
    ("text", "lifetime"),
    [
        ("session to 30 days", "30 days"),
        ("30 seconds till 1 year", "1 year"),
        ("1-2 years", "2 years"),
        ("6 to 12 months", "12 months"),
        ("30 minutes, 3w or 1y depending on value", "1 year"),
        ("180 days after last activity or 10 years when opting out", "10 years"),
        ("14 days if you select “Remember Me” when logging in. Otherwise, Session.", "14 days"),
        ("Up to 2 years", "2 years"),
        ("bis zu 2 Jahre", "2 years"),
        ("jusqu'à 2 ans", "2 years"),
        ("maximaal 2 jaar", "2 years"),
        ("1 hour or longer", None),
        ("1 year (in some countries, the period may be longer)", None),
        ("mehr als 1 Jahr", None),
    ],
)
def test_of_a_range_the_longest_is_taken_where_it_is_given(text: str, lifetime: str | None) -> None:
    found = read_duration(text)

    assert (found.lifetime, found.certainty) == (lifetime, "range")
    assert found.remark


@pytest.mark.parametrize(
    "text",
    [
        *("", "-", "n/a", "Unknown", "varies", "undefined", "Persistent", "permanent", "Awin"),
        *("0 days", "P0D", "31536000", "-1", "10 Nov 2030", "2037-12-31", "Local Storage", "past"),
        *("Immediately removed", "Deleted when oauth state is validated", "a few seconds"),
        *("End of webchat session", "30m", "12 j", "day", "999999999999 years", "1.1 months"),
        *(
            "99999999999999 days",
            "1 year for members of the club",
            "x" * 201,
            "P" + "1" * 150 + "D",
        ),
    ],
)
def test_what_a_text_does_not_say_stays_unknown(text: str) -> None:
    found = read_duration(text)

    assert (found.lifetime, found.certainty) == (None, "unknown")
    assert found.remark
    assert len(found.remark) < 300


@pytest.mark.parametrize("text", ["1 year 1 month 4 days", "400 days", "400 jours", "9600 hours"])
def test_400_days_are_what_a_browser_cut_and_may_have_been_more(text: str) -> None:
    found = read_duration(text)

    assert (found.lifetime, found.certainty) == ("400 days", "clipped")


def test_only_cookies_are_cut() -> None:
    assert read_duration("400 days", storage="local-storage").certainty == "exact"
    assert read_duration("13 months 2 days").certainty == "exact"


def test_persistent_has_no_end_in_a_storage_that_has_none() -> None:
    assert read_duration("Persistent", storage="local-storage").lifetime == "until-cleared"
    assert read_duration("Local Storage", storage="local-storage").lifetime == "until-cleared"


def test_a_language_settles_what_an_abbreviation_means() -> None:
    assert read_duration("12 j", "fr").lifetime == "12 days"
    assert read_duration("2 j", "nl-BE").lifetime == "2 years"


def test_less_than_a_day_is_a_day_at_most() -> None:
    for text in ("less than a day", "moins d'un jour", "weniger als ein Tag", "alle päivä"):
        found = read_duration(text)

        assert (found.lifetime, found.certainty) == ("1 day", "rounded")


def test_after_the_last_visit_means_that_a_visit_starts_it_anew() -> None:
    for text in ("13 months after last activity", "13 mois après la dernière visite"):
        found = read_duration(text)

        assert (found.lifetime, found.renewal) == ("13 months", "rolling")


def test_a_default_is_not_the_figure_of_the_site() -> None:
    found = read_duration("6 months by default, modifiable")

    assert (found.lifetime, found.certainty) == ("6 months", "rounded")


def test_a_misspelled_unit_is_read_and_told() -> None:
    found = read_duration("30 minuts")

    assert (found.lifetime, found.remark) == ("30 minutes", "read as '30 minutes'")


def test_a_number_of_seconds_keeps_its_exact_length() -> None:
    assert read_seconds(33_696_000).lifetime == "390 days"
    assert read_seconds("1800").lifetime == "30 minutes"
    assert read_seconds(34_560_000).certainty == "clipped"
    for odd in (0, -1, 1.8e308, float("nan"), "1e9", None, True, "9" * 5000, 10**30):
        assert read_seconds(odd).lifetime is None


def test_a_number_of_days_may_be_text() -> None:
    assert read_days("389").lifetime == "389 days"
    assert read_days("0").lifetime is None
    assert read_days("400").certainty == "clipped"


@given(st.text(max_size=260))
def test_any_text_gives_a_duration_that_an_inventory_holds_or_a_remark(text: str) -> None:
    found = read_duration(text)

    assert found.remark or found.certainty == "exact"
    if found.lifetime is not None:
        parse_lifetime(found.lifetime)


@given(
    st.lists(
        st.sampled_from(
            [
                "1",
                "12",
                "400",
                ",",
                "-",
                "to",
                "year",
                "days",
                "session",
                "forever",
                "up",
                "to",
                "<",
                ">",
                "(",
                ")",
                "m",
                ".",
                "y",
            ]
        ),
        max_size=40,
    )
)
def test_any_row_of_known_words_is_read(words: list[str]) -> None:
    found = read_duration(" ".join(words))

    if found.lifetime is not None:
        parse_lifetime(found.lifetime)
