"""Columns share a page so that words stay whole; tables of many columns get a page across."""

from io import BytesIO

import docx
import pytest
from docx.enum.section import WD_ORIENT
from pypdf import PdfReader

from policylint.policy.blocks import Heading, Paragraph, Table, Words
from policylint.policy.column_widths import column_widths, wide_blocks
from policylint.policy.render_docx import render_docx
from policylint.policy.render_pdf import render_pdf
from tests.policy.documents import document

ROOM = 96
COLUMNS = 9


def table(*columns: tuple[str, ...], anchor: str = "t") -> Table:
    """Make a table of columns, the header of each first."""
    headers, *rows = zip(*columns, strict=True)
    cells = tuple(tuple((Words(cell),) for cell in row) for row in rows)
    return Table("caption", anchor, headers, cells)


def test_no_word_is_cut_where_there_is_room() -> None:
    long = "a long text of many words " * 20
    words = ["Datenschutzbeauftragter", "communication", "SameSite=Strict"]

    *widths, last = column_widths(table(*((word, word) for word in words), ("x", long)), ROOM)

    assert all(width > len(word) for width, word in zip(widths, words, strict=True))
    assert last > widths[1], "long texts get what is left"
    assert sum([*widths, last]) == pytest.approx(ROOM, abs=0.5)


@pytest.mark.parametrize("count", [1, 2, 9])
def test_a_word_without_end_takes_no_room_from_the_others(count: int) -> None:
    columns = [("purpose", "measurement")] * count

    *others, longest = column_widths(table(*columns, ("n", "x" * 4_096)), ROOM)

    assert sum([*others, longest]) == pytest.approx(ROOM, abs=0.5)
    assert min(others) >= min(len("measurement"), ROOM / (count + 1) - 1)


def test_columns_to_write_in_are_broad() -> None:
    role, *empty = column_widths(table(("Role", "Legal"), ("Name", ""), ("Signature", "")), ROOM)

    assert all(width > role for width in empty)


def across(count: int) -> Table:
    return table(*[("header", "Kommunikation")] * count, anchor="register-table")


def test_only_many_columns_of_long_words_ask_for_a_page_across() -> None:
    blocks = (
        Heading(2, (Words("before"),), "before"),
        Heading(2, (Words("Register"),), "register"),
        across(COLUMNS),
        across(4),
        table(*[("a", "b")] * COLUMNS),
    )

    assert wide_blocks(blocks, ROOM) == {0, 1, 2}
    assert wide_blocks((across(COLUMNS),), ROOM) == {0}
    assert wide_blocks((), ROOM) == frozenset()


TEXT = document(
    Paragraph((Words("first"),)),
    Heading(2, (Words("Register"),), "register"),
    across(COLUMNS),
    Heading(2, (Words("After"),), "after"),
    Paragraph((Words("last"),)),
)


def test_word_turns_the_page_and_turns_it_back() -> None:
    written = docx.Document(BytesIO(render_docx(TEXT)))

    upright, turned, last = written.sections
    found = [one.orientation for one in (upright, turned, last)]
    assert found == [WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE, WD_ORIENT.PORTRAIT]
    assert upright.page_width == turned.page_height
    assert {one.footer.part.partname for one in written.sections} == {"/word/footer1.xml"}
    inside = [one.text for one in turned.iter_inner_content() if hasattr(one, "text")]
    assert "Register" in inside
    assert "first" not in inside


def test_print_turns_the_page_and_turns_it_back() -> None:
    pages = PdfReader(BytesIO(render_pdf(TEXT))).pages

    assert [page.mediabox.width > page.mediabox.height for page in pages] == [False, True, False]
    assert "Register" in pages[1].extract_text()
    assert pages[1].extract_text().split().count("Kommunikation") == COLUMNS, "none is broken"
