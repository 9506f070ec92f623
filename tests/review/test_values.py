from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pytest

from policylint.i18n import languages
from policylint.i18n.catalogue import catalogue
from policylint.lint.judge import check_file
from policylint.lint.options import Options
from policylint.model.inventory import Inventory
from policylint.model.record import Record
from policylint.policy.plain import plain_spans
from policylint.review.compare import compare
from policylint.review.subject import Subject
from policylint.review.values import VOCABULARIES, before_and_after
from policylint.review.writer import ReviewWriter
from tests.review.test_compare import OLD, US_VENDOR, inventory
from tests.review.test_report import DAY, EXAMPLES

MODEL = Path(__file__).parents[1] / "model"
# `same_site` holds the name of an attribute; another `storage` makes it another entry.
NAMES = {"same_site", "storage", "decision"}


@pytest.fixture
def told() -> Any:
    result = check_file(str(EXAMPLES / "minimal" / "cookies.yaml"), Options(as_of=DAY))

    def pairs(old: str, new: str, language: str) -> list[tuple[str, ...]]:
        after = inventory(new)
        writer = ReviewWriter(Subject(result, as_of=DAY, rules=()), after, language)
        return [
            tuple(plain_spans(one).replace("\u00a0", " ") for one in before_and_after(writer, each))
            for each in compare(inventory(old), after)
        ]

    return pairs


@pytest.mark.parametrize(
    ("old", "new", "language", "expected"),
    [
        ("lifetime: 6 months", "lifetime: 1 year", "de", ("6 Monate", "1 Jahr")),
        ("retention: 14 months", "retention: 26 months", "pl", ("14 miesięcy", "26 miesięcy")),
        ("[audience-measurement]", "[advertising]", "nl", ("publieksmeting", "reclame")),
        ("consent: opt-in", "consent: opt-out", "de", (
            "nur mit Ihrer Einwilligung", "gesetzt, solange Sie nicht widersprechen",
        )),
        ("country: IE", "country: US", "es", ("Irlanda", "Estados Unidos")),
        ("role: processor", "role: joint-controller", "it", (
            "responsabile del trattamento", "contitolare del trattamento",
        )),
        ("mechanism: dpf", "mechanism: scc", "de", (
            "Vereinigte Staaten: Datenschutzrahmen EU-USA",
            "Vereinigte Staaten: Standardvertragsklauseln",
        )),
        ("    consent: opt-in", "    consent: opt-in\n    cross_site: true", "pt", ("—", "sim")),
        ("jurisdictions: [FR]", "jurisdictions: [FR, DE]", "es", ("Francia", "Francia y Alemania")),
        ("validity: 6 months", "validity: 12 months", "fr", ("6 mois", "12 mois")),
        ("    vendor: google\n", "", "de", ("Google Ireland Limited", "die Website selbst")),
        ("    consent: opt-in", "    consent: opt-in\n    same_site: Lax", "de", ("—", "Lax")),
        ("basket.", "articles.", "de", ("Keeps the basket.", "Keeps the articles.")),
    ],
)  # fmt: skip
def test_what_was_and_what_is_stand_in_the_words_of_the_reader(
    told: Any, old: str, new: str, language: str, expected: tuple[str, str]
) -> None:
    assert old in OLD
    assert expected in told(OLD, OLD.replace(old, new), language)


def test_what_came_and_what_went_is_named(told: Any) -> None:
    larger = OLD.replace("cookies:\n", US_VENDOR)

    assert told(OLD, larger, "de") == [
        ("—", "Meta Platforms, Inc. (Vereinigte Staaten)"),
        ("—", "Vereinigte Staaten: Datenschutzrahmen EU-USA"),
        ("—", "Werbung"),
    ]
    assert ("Werbung", "—") in told(larger, OLD, "de")


def test_of_a_group_of_facts_only_those_that_changed_are_told(told: Any) -> None:
    asked = "consent: {validity: 6 months, first_layer: {accept: button, reject: %s}}"
    old, new = (
        OLD.replace("consent: {validity: 6 months}", asked % word) for word in ("none", "button")
    )

    assert told(old, new, "de") == [("reject: keine", "reject: Schaltfläche")]


@pytest.mark.parametrize(
    ("old", "new", "language", "expected"),
    [
        ("{en: A, fr: B}", "{en: A, fr: C}", "fr", ("B", "C")),
        ("{en: A, fr: B}", "{en: A, fr: C}", "en", ("French: B", "French: C")),
        ("{en: A, fr: B}", "{en: C, fr: D}", "fr", (
            "français : B ; anglais : A", "français : D ; anglais : C",
        )),
        ("{en: A}", "{en: A, fr: B}", "de", ("—", "Französisch: B")),
        ("A", "{en: A, fr-CH: B}", "de", ("—", "fr-CH: B")),
        ("A", "{en: B, fr: C}", "de", ("Englisch: A", "Englisch: B; Französisch: C")),
        ("A", "B", "de", ("A", "B")),
    ],
)  # fmt: skip
def test_of_a_text_only_the_languages_that_changed_are_told(
    told: Any, old: str, new: str, language: str, expected: tuple[str, str]
) -> None:
    texts = (OLD.replace("Keeps the basket.", one) for one in (old, new))

    pairs = [tuple(cell.replace("\u202f", " ") for cell in pair) for pair in told(*texts, language)]
    assert pairs == [expected]


def _fields(record: type[Record], seen: set[type]) -> Iterator[tuple[str, set[str]]]:
    seen.add(record)
    for name, hint in get_type_hints(record).items():
        for part in _parts(hint):
            if get_origin(part) is Literal:
                yield name, set(get_args(part))
            elif isinstance(part, type) and issubclass(part, Record) and part not in seen:
                yield from _fields(part, seen)


def _parts(hint: Any) -> Iterator[Any]:
    yield hint
    if get_origin(hint) is not Literal:
        for argument in get_args(hint):
            yield from _parts(argument)


@pytest.mark.parametrize("language", languages())
def test_every_word_of_a_vocabulary_can_be_told(language: str) -> None:
    words = catalogue(language)
    fields = [(name, options) for name, options in _fields(Inventory, set()) if name not in NAMES]

    assert len(fields) > len(VOCABULARIES) - 2
    for name, options in fields:
        for word in options:
            assert words.knows(f"legal.{VOCABULARIES[name]}.{word}"), (name, word)


@pytest.mark.parametrize("language", languages())
def test_every_field_that_changes_can_be_told(told: Any, language: str) -> None:
    every = (MODEL / "every-field.yaml").read_text(encoding="utf-8")

    for old, new in ((OLD, every), (every, OLD)):
        pairs = told(old, new, language)
        assert len(pairs) > 40
        assert all(before and after for before, after in pairs)


def test_clicks_are_counted_where_buttons_have_names(told: Any) -> None:
    old = OLD.replace("validity: 6 months", "clicks: {accept: 1, reject: 2}")
    new = old.replace("reject: 2", "reject: 1")

    assert told(old, new, "de") == [("reject: 2", "reject: 1")]
