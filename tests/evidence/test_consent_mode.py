import pytest

from policylint.evidence.consent_mode import KINDS, read_gcd, read_gcs

# letter by letter, as three public decoders agree: default, update, what tags go by
LETTERS = {
    "l": ("unset", "unset", "unset"),
    "m": ("unset", "denied", "denied"),
    "n": ("unset", "granted", "granted"),
    "p": ("denied", "unset", "denied"),
    "q": ("denied", "denied", "denied"),
    "r": ("denied", "granted", "granted"),
    "t": ("granted", "unset", "granted"),
    "u": ("granted", "denied", "denied"),
    "v": ("granted", "granted", "granted"),
}


@pytest.mark.parametrize("letter", LETTERS)
def test_a_letter_tells_the_default_and_the_update(letter: str) -> None:
    found = read_gcd(f"13{letter}3l3l3l5l1")

    assert found is not None
    one = found["ad_storage"]
    assert one is not None
    assert (one.default, one.update, one.effective) == LETTERS[letter]


@pytest.mark.parametrize("letter", [*"0159agkosxyzALZ_-", "é"])
def test_a_letter_that_nobody_knows_is_unknown(letter: str) -> None:
    found = read_gcd(f"13p3{letter}3t3v5l1")

    assert found is not None
    assert found["analytics_storage"] is None
    assert [found[kind] is None for kind in KINDS] == [False, True, False, False]


def test_the_letters_stand_in_the_order_of_the_kinds() -> None:
    found = read_gcd("13p3q3t3v5l1")

    assert found is not None
    assert [one and one.effective for one in found.values()] == [
        "denied",
        "denied",
        "granted",
        "granted",
    ]
    assert [one and one.is_granted_by_default for one in found.values()] == [
        False,
        False,
        True,
        False,
    ]
    assert tuple(found) == KINDS


@pytest.mark.parametrize(
    "text", [None, "", "1", "11t1t1t5", "G111", "13p3p3p", "x" * 12, "13p-p3p3p5"]
)
def test_a_text_of_another_form_is_unknown_as_a_whole(text: str | None) -> None:
    assert read_gcd(text) is None


def test_gcs_tells_storage_of_ads_and_of_analytics() -> None:
    assert read_gcs("G100") == {"ad_storage": "denied", "analytics_storage": "denied"}
    assert read_gcs("G1-1") == {"ad_storage": "unset", "analytics_storage": "granted"}


@pytest.mark.parametrize("text", [None, "", "G1", "G2", "G1000", "G012", "G1x0", "g100"])
def test_a_gcs_of_another_form_is_unknown_and_never_a_denial(text: str | None) -> None:
    assert read_gcs(text) is None
