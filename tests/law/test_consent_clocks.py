import pytest

from policylint.law.jurisdictions import Pack, pack
from policylint.model.lifetime import Lifetime, parse_lifetime
from policylint.rules.consent.clocks import (
    at_least,
    at_most,
    consent_figures,
    falls_short,
    one_figure,
    refusal_figures,
)


def land(code: str, *, most: str | None = None, least: str | None = None) -> Pack:
    baseline = pack("EU")
    assert baseline is not None
    figures = {
        "consent_max": parse_lifetime(most) if most else None,
        "refusal_min": parse_lifetime(least) if least else None,
    }
    return Pack(**{**baseline.__dict__, "code": code, **figures})


@pytest.mark.parametrize(
    ("given", "wanted", "short"),
    [
        ("6 months", "P6M", False),
        ("5 months", "6 months", True),
        ("6 months", "1 year", True),
        ("181 days", "6 months", False),
        ("180 days", "6 months", True),
        ("365 days", "12 months", False),
        ("364 days", "12 months", True),
        ("1461 days", "4 years", False),
        ("6 months", "180 days", False),
        ("30 minutes", "1 hour", True),
        ("session", "1 month", True),
        ("session", "1 day", True),
        ("session", "session", False),
        ("until-cleared", "10 years", False),
        ("10 years", "until-cleared", True),
        ("until-cleared", "until-cleared", False),
    ],
)
def test_a_duration_falls_short_only_at_the_kindest_reading(
    given: str, wanted: str, *, short: bool
) -> None:
    assert falls_short(parse_lifetime(given), parse_lifetime(wanted)) is short


def test_the_strictest_figure_comes_first() -> None:
    packs = [land("ES", most="24 months"), land("IE", most="P6M"), land("FR", most="6 months")]

    assert at_most(consent_figures(packs)) == ("P6M at most (the strictest: FR, IE; ES: 24 months)")
    figures = refusal_figures([land("IT", least="6 months"), land("XX", least="1 year")])
    assert at_least(figures) == "1 year at least (the strictest: XX; IT: 6 months)"
    assert at_most([(Lifetime("session"), ["FR"])]) == "session at most (FR)"


def test_one_figure_serves_a_yes_and_a_no_where_there_is_one() -> None:
    irish = land("IE", most="6 months")

    assert one_figure([irish]) is None
    assert one_figure([irish, land("IT", least="6 months")]) == (
        "6 months for both a yes and a no meets IE, IT"
    )
    assert one_figure([land("ES", most="24 months"), land("IT", least="6 months")]) == (
        "from 6 months to 24 months for both a yes and a no meets ES, IT"
    )
    assert one_figure([irish, land("XX", least="12 months")]) == (
        "no single figure serves both: IE wants a yes to count for 6 months at most,"
        " XX a no for 12 months at least"
    )
