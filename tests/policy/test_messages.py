from datetime import date

import pytest

from policylint.model.lifetime import Lifetime
from policylint.model.sentence import sentence, series
from policylint.policy import messages
from policylint.policy.messages import in_words
from policylint.rules.listing import named, quoted

FRENCH = {
    "'{name}' lives for {limit}, {why}": "« {name} » dure {limit}, {why}",
    "since {day}": "depuis le {day}",
    "'{name}'": "« {name} »",
}


@pytest.fixture(autouse=True)
def french(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(messages, "message_texts", {"fr": FRENCH, "de": {}}.__getitem__)


LASTING = sentence(
    "'{name}' lives for {limit}, {why}",
    name="{_ga}",
    limit=Lifetime("13 months", ((13, "month"),)),
    why=sentence("since {day}", day=date(2026, 11, 23)),
)


def test_a_message_is_its_english_text() -> None:
    assert LASTING == "'{_ga}' lives for 13 months, since 2026-11-23"
    assert in_words(LASTING, "en") == (LASTING, "en")


def test_values_are_written_as_the_language_does() -> None:
    text, language = in_words(LASTING, "fr")

    assert language == "fr"
    assert text.replace("\u00a0", " ") == "« {_ga} » dure 13 mois, depuis le 23 novembre 2026"


def test_each_part_of_a_series_is_translated() -> None:
    both = series([sentence("since {day}", day="x"), "_ga"], "; ")

    assert both == "since x; _ga"
    assert in_words(both, "fr") == ("depuis le x\u202f; _ga", "fr")


def test_a_part_without_words_leaves_the_whole_in_english() -> None:
    part = sentence("until {day}", day="x")

    assert in_words(series([LASTING, part]), "fr") == (f"{LASTING}, until x", "en")
    assert in_words(LASTING, "de") == (LASTING, "en")
    assert in_words("plain", "fr") == ("plain", "en")


def test_a_name_in_a_list_is_in_the_quotes_of_the_language() -> None:
    assert quoted(["a", "b"]) == "'a', 'b'"
    assert in_words(quoted(["a", "b"]), "fr") == ("« a », « b »", "fr")
    assert in_words(named(["a"]), "fr") == ("« a »", "fr")
