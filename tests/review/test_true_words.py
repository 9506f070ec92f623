"""The report says of checks, providers and essential cookies no more than it knows."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from policylint.i18n import languages
from policylint.i18n.catalogue import catalogue
from policylint.lint.judge import check_file
from policylint.lint.options import Options
from policylint.lint.select import catalogue as rules
from policylint.policy.blocks import Document, Figures, Table
from policylint.policy.plain import plain_spans
from policylint.review.report import build_report
from policylint.review.subject import Subject

VIOLATIONS = Path(__file__).parents[2] / "examples" / "violations" / "cookies.yaml"
DAY = date(2026, 11, 23)
LANGUAGE = pytest.mark.parametrize("language", languages())


@pytest.fixture(scope="module")
def subject() -> Subject:
    result = check_file(str(VIOLATIONS), Options(as_of=DAY))
    return Subject(result, as_of=DAY, rules=rules(result.settings), command=["policylint"])


def table(document: Document, name: str) -> Table:
    return next(
        one for one in document.blocks if isinstance(one, Table) and one.anchor == f"{name}-table"
    )


@LANGUAGE
def test_a_check_that_was_not_made_is_not_said_to_be_for_a_person(
    subject: Subject, language: str
) -> None:
    words = catalogue(language)
    figures = next(
        one for one in build_report([subject], language).blocks if isinstance(one, Figures)
    )

    count, label = figures.items[-1]
    assert count == str(len(subject.outcomes("not-evaluated")))
    assert label == words.text("report.figures.not-evaluated")
    person = {"en": "person", "de": "Mensch", "nl": "mens", "pl": "człowiek"}
    assert person.get(language, "person") not in label


@LANGUAGE
def test_the_provider_of_a_foreign_cookie_without_a_vendor_is_not_declared(
    subject: Subject, language: str
) -> None:
    words = catalogue(language)
    own, unknown = (words.text(f"report.value.{key}") for key in ("own", "unknown"))
    document = build_report([subject], language)

    providers = {
        plain_spans(row[0]): plain_spans(row[1]) for row in table(document, "register").rows
    }
    assert providers["IDE (.doubleclick.net)"] == unknown
    assert providers["sid"] == own
    counted = Counter[str]()
    for row in table(document, "groups").rows:
        counted[plain_spans(row[1])] += int(plain_spans(row[2]))
    assert counted[unknown] == list(providers.values()).count(unknown)


@LANGUAGE
def test_essential_is_worded_as_what_the_site_says(language: str) -> None:
    words = catalogue(language)
    site = {"pl": "witryn", "de": "Website"}.get(language, "sit")

    assert site in words.text("report.glossary.essential-is")
