import pytest

from policylint.evidence.consent_mode import PLACES, says_granted

# letter by letter, as three public decoders agree: default, update
LETTERS = {
    "m": ("unset", "denied"),
    "n": ("unset", "granted"),
    "p": ("denied", "unset"),
    "q": ("denied", "denied"),
    "r": ("denied", "granted"),
    "t": ("granted", "unset"),
    "u": ("granted", "denied"),
    "v": ("granted", "granted"),
}


def denied_but(place: int, letter: str) -> str:
    """Write a `gcd` that denies all, with another letter at a place."""
    letters = [*"13p3p3p3p5l1"]
    letters[place] = letter
    return "".join(letters)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("letter", LETTERS)
def test_a_letter_tells_the_default_and_the_update(letter: str, place: int) -> None:
    assert says_granted(None, denied_but(place, letter)) is ("granted" in LETTERS[letter])


@pytest.mark.parametrize("letter", [*"0159agkosxyzALZ_-", "é"])
def test_a_letter_that_nobody_knows_says_nothing(letter: str) -> None:
    assert not any(says_granted(None, denied_but(place, letter)) for place in PLACES)


def test_consent_that_was_never_set_is_a_yes_where_every_site_knows_the_place() -> None:
    said = [says_granted(None, denied_but(place, "l")) for place in PLACES]

    assert said == [True, True, False, False]


@pytest.mark.parametrize(
    ("gcs", "granted"),
    [
        ("G100", False),
        ("G1--", False),
        ("G110", True),
        ("G101", True),
        ("G111", True),
        ("G0", False),
        ("", False),
        (None, False),
    ],
)
def test_storage_for_adverts_or_statistics_is_told(gcs: str | None, granted: bool) -> None:
    assert says_granted(gcs, None) is granted


@pytest.mark.parametrize("gcd", ["", "1", "13p", "13p3p3p3p5l1"])
def test_what_breaks_off_says_nothing(gcd: str) -> None:
    assert not says_granted(None, gcd)
