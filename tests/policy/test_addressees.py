"""What is written for some visitors only: children, and those of countries that name points."""

from collections.abc import Callable
from typing import Any

import pytest

from policylint.i18n import languages
from policylint.policy.blocks import BulletList, Document, Heading, Link, Paragraph, Policy
from policylint.policy.plain import plain_spans
from policylint.policy.sections.points import POINTS
from tests.policy.further import FURTHER

OURS = ["en", "fr", *FURTHER]


def section(document: Document, anchor: str) -> tuple[Any, ...]:
    return dict(document.sections()).get(anchor, ())


@pytest.mark.parametrize("language", OURS)
def test_children_are_told_in_short_words_before_anything_else(
    data: Any, write: Callable[..., Policy], language: str
) -> None:
    data["site"]["directed_at_children"] = True
    document = write(data, language).document

    headings = [one.anchor for one in document.blocks if isinstance(one, Heading)]
    said = [
        plain_spans(one.spans)
        for one in section(document, "children")
        if isinstance(one, Paragraph)
    ]
    assert headings[0] == "children"
    assert len(said) == 5
    assert all(len(sentence.split()) <= 24 for text in said for sentence in text.split(". "))
    assert "privacy@studio-ductus.example" in said[-1]


def test_adults_are_not(data: Any, write: Callable[..., Policy]) -> None:
    assert section(write(data).document, "children") == ()


def test_children_are_told_nothing_that_does_not_hold(
    data: Any, write: Callable[..., Policy]
) -> None:
    data["site"]["directed_at_children"] = True
    data["cookies"] = [one for one in data["cookies"] if one["category"] == "essential"]

    said = " ".join(
        plain_spans(one.spans)
        for one in section(write(data).document, "children")
        if isinstance(one, Paragraph)
    )

    assert "needs some of these notes" in said
    assert "say no" not in said
    assert "change your mind" not in said


@pytest.mark.parametrize("language", OURS)
@pytest.mark.parametrize("country", POINTS)
def test_the_points_of_a_country_lead_to_sections_that_are_there(
    data: Any, write: Callable[..., Policy], country: str, language: str
) -> None:
    data["site"]["jurisdictions"] = ["FR", country]
    document = write(data, language).document

    anchors = {one.anchor for one in document.blocks if isinstance(one, Heading)}
    (listed,) = (one for one in section(document, "points") if isinstance(one, BulletList))
    (item,) = listed.items
    places = [one.url[1:] for one in item if isinstance(one, Link) and one.url.startswith("#")]
    law, wanted = POINTS[country]
    assert set(places) == wanted <= anchors
    assert law.link in {one.url for one in item if isinstance(one, Link)}


def test_other_countries_name_no_points(data: Any, write: Callable[..., Policy]) -> None:
    assert section(write(data).document, "points") == ()


def test_every_language_is_tried() -> None:
    assert set(OURS) <= set(languages())


@pytest.mark.parametrize("language", OURS)
def test_headings_that_hold_commas_are_set_apart(
    data: Any, write: Callable[..., Policy], language: str
) -> None:
    data["site"]["jurisdictions"] = ["ES"]
    (listed,) = (
        one
        for one in section(write(data, language).document, "points")
        if isinstance(one, BulletList)
    )

    (item,) = listed.items
    links = [one.text for one in item if isinstance(one, Link)][1:]
    said = " ".join(plain_spans(item).split())
    joint = " ; " if language == "fr" else "; "
    assert len(links) > 1
    assert said.endswith(" ".join(f"{joint.join(links)}.".split()))
