import re
from typing import Any, get_args

import pytest

from policylint.i18n import languages
from policylint.i18n.catalogue import STEMS, Catalogue, MissingPhraseError, catalogue
from policylint.i18n.plurals import Form, plural_form, plural_forms
from policylint.model import terms
from policylint.model.scalars import COUNTRIES

VOCABULARIES = {
    re.sub(r"(?<!^)(?=[A-Z])", "-", name).lower(): get_args(form)
    for name, form in vars(terms).items()
    if get_args(form)
}
WORDS = [(name, word) for name, words in VOCABULARIES.items() for word in words]
FORMS = set(get_args(Form))


@pytest.mark.parametrize("stem", STEMS)
@pytest.mark.parametrize("language", languages())
def test_every_language_has_the_same_phrases_with_the_same_placeholders(
    language: str, stem: str
) -> None:
    english, other = catalogue("en"), catalogue(language)

    assert phrases(other, stem) == phrases(english, stem)
    assert all(other.template(key).strip() for key in other.keys(stem))


def phrases(words: Catalogue, stem: str) -> dict[str, set[str]]:
    """Give the placeholders of each phrase, a plural as one phrase with all its forms."""
    forms = plural_forms(words.language)
    keys = words.keys(stem)
    found: dict[str, set[str]] = {}
    for key in keys:
        phrase, _, form = key.rpartition(".")
        if form in FORMS and f"{phrase}.one" in keys:
            assert {f"{phrase}.{one}" for one in forms} <= keys, key
            assert form in forms, key
            found[phrase] = found.get(phrase, set()) | names(words, key)
        else:
            found[key] = names(words, key)
    return found


def names(words: Catalogue, key: str) -> set[str]:
    return {part for part, is_name in words.parts(key) if is_name}


@pytest.mark.parametrize("language", languages())
def test_no_phrase_has_a_broken_placeholder(language: str) -> None:
    words = catalogue(language)
    texts = [part for stem in STEMS for key in words.keys(stem) for part, _ in words.parts(key)]

    assert [text for text in texts if "{" in text or "}" in text] == []


@pytest.mark.parametrize("language", languages())
def test_every_word_of_the_inventory_has_words(language: str) -> None:
    missing = [
        f"{name}.{word}"
        for name, word in WORDS
        if not catalogue(language).knows(f"legal.{name}.{word}")
    ]

    assert missing == []


@pytest.mark.parametrize("language", languages())
def test_every_country_has_a_name(language: str) -> None:
    words = catalogue(language)

    assert words.keys("countries") == {f"countries.{code}" for code in COUNTRIES}
    assert words.text("countries.NO")[:4] in {"Norw", "Norv", "Noru", "Noor"}


@pytest.mark.parametrize("language", languages())
def test_legal_names_say_where_they_come_from(language: str) -> None:
    words = catalogue(language)
    sourced = [key for key in words.keys("legal") if key.endswith(".source")]
    marks = {words.text(f"{key.removesuffix('.source')}.verified") for key in sourced}

    assert {"legal.right.access.source", "legal.transfer-mechanism.scc.source"} <= set(sourced)
    assert marks <= {"read", "secondary", "known", "unverified"}


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("en", {0: "other", 1: "one", 2: "other", 13: "other"}),
        ("de", {0: "other", 1: "one", 2: "other", 13: "other"}),
        ("fr", {0: "one", 1: "one", 2: "other", 13: "other"}),
        ("pl", {0: "many", 1: "one", 2: "few", 5: "many", 12: "many", 13: "many", 22: "few"}),
    ],
)
def test_a_plural_follows_the_count(language: str, forms: dict[int, str]) -> None:
    assert {count: plural_form(language, count) for count in forms} == forms
    assert set(forms.values()) <= set(plural_forms(language))


@pytest.mark.parametrize(
    ("language", "count", "words"),
    [("en", 1, "1 month"), ("en", 2, "2 months"), ("fr", 1, "1 mois"), ("fr", 13, "13 mois")],
)
def test_a_phrase_with_a_count_has_the_form_of_the_count(
    language: str, count: int, words: str
) -> None:
    assert catalogue(language).plural("ui.duration.month", count) == words


@pytest.mark.parametrize(
    ("key", "values"),
    [("ui.nothing", {}), ("nothing.at-all", {}), ("policy.dated", {"version": "1"})],
)
def test_a_missing_phrase_or_value_is_our_own_fault(key: str, values: dict[str, Any]) -> None:
    with pytest.raises(MissingPhraseError):
        catalogue("en").text(key, **values)


def test_an_unknown_language_has_no_catalogue() -> None:
    with pytest.raises(MissingPhraseError):
        Catalogue("xx")


def test_french_punctuation_never_stands_alone_on_a_line() -> None:
    words = catalogue("fr")
    texts = [words.template(key) for stem in STEMS for key in words.keys(stem)]

    assert [text for text in texts if re.search(" [:;?!»%]|« |[^\u202f][;?!](?: |$)", text)] == []
    assert [text for text in texts if "'" in text or '"' in text] == []
    assert [
        text
        for text in texts
        if re.search("[^\u00a0]:(?!//)(?: |$)", text) and not text.startswith("http")
    ] == []
