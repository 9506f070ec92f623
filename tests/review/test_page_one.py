"""Page one is one sheet of paper, and what it cuts is cut late."""

from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from policylint.policy.blocks import PageBreak
from policylint.policy.clean import fitting
from policylint.review.render import render_file
from policylint.review.report import build_report
from policylint.review.subject import Subject
from tests.review.hostile import worst_case


@pytest.fixture(scope="module")
def worst() -> Subject:
    return worst_case()


@pytest.mark.parametrize("language", ["en", "fr", "de", "es", "it", "nl", "pl", "pt"])
def test_the_worst_page_one_is_one_sheet_in_print(worst: Subject, language: str) -> None:
    whole = build_report([worst], language)
    end = next(i for i, block in enumerate(whole.blocks) if isinstance(block, PageBreak))

    page_one = render_file(replace(whole, blocks=whole.blocks[:end]), "pdf")

    assert len(PdfReader(BytesIO(page_one)).pages) == 1


@pytest.mark.parametrize("name", ["web@atelier.example", "v1.0:cookies.yaml", "Müller & Söhne KG"])
def test_a_usual_name_is_not_cut(name: str) -> None:
    assert fitting(name, 22) == name


@pytest.mark.parametrize("letter", ["i", "W", "Ж", "漢", "\u0301"])
def test_a_name_without_end_takes_no_more_room_whatever_it_is_made_of(letter: str) -> None:
    cut = fitting(letter * 4_096, 22)

    assert cut.endswith("…")
    assert len(cut) <= 22
    assert cut[:-1] == letter * (len(cut) - 1)


def test_broad_letters_are_cut_sooner() -> None:
    assert len(fitting("W" * 99, 22)) < len(fitting("i" * 99, 22)) == 22
