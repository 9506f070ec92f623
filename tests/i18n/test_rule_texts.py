"""What every rule says, in each language that has its texts."""

import re
from collections.abc import Mapping

import pytest

from policylint.i18n import languages
from policylint.i18n.rule_texts import rule_text, rule_texts
from policylint.lint.select import catalogue

PARTS = ("fault", "why", "cure")
ENGLISH: Mapping[str, Mapping[str, str]] = {
    one.code: rule_text(one.code, one.explanation, "en")._asdict() for one in catalogue()
}
TRANSLATED = pytest.mark.parametrize("language", [one for one in languages() if rule_texts(one)])


def technical(text: str) -> set[str]:
    return set(re.findall(r"`[^`]+`", text.replace("\u2019", "'")))


@TRANSLATED
def test_every_rule_has_its_three_texts_and_no_other_rule_has_any(language: str) -> None:
    texts = rule_texts(language)

    assert set(texts) == set(ENGLISH)
    assert [
        code
        for code, parts in texts.items()
        if set(parts) != set(PARTS) or not all(text.strip() for text in parts.values())
    ] == []


@TRANSLATED
@pytest.mark.parametrize("part", PARTS)
def test_fields_commands_and_names_stay_as_they_are(language: str, part: str) -> None:
    texts = rule_texts(language)

    assert {
        code: technical(texts[code][part]) ^ technical(english[part])
        for code, english in ENGLISH.items()
        if technical(texts[code][part]) != technical(english[part])
    } == {}


@TRANSLATED
def test_a_text_is_not_the_english_one(language: str) -> None:
    texts = rule_texts(language)

    assert [
        (code, part)
        for code, english in ENGLISH.items()
        for part in PARTS
        if texts[code][part] == english[part]
    ] == []


@TRANSLATED
def test_a_rule_says_in_which_language_it_speaks(language: str) -> None:
    code = next(iter(ENGLISH))

    assert rule_text(code, "", language).language == language


def test_a_language_without_texts_falls_back_to_english_and_says_so() -> None:
    one = catalogue()[0]

    found = rule_text(one.code, one.explanation, "sv")

    assert found.language == "en"
    assert found.fault == ENGLISH[one.code]["fault"]
