import re
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn

from policylint.policy.blocks import (
    Added,
    Badge,
    Bar,
    Figures,
    Foreign,
    Heading,
    Link,
    PageBreak,
    Paragraph,
    Policy,
    Removed,
    Table,
    Verdict,
    Words,
)
from policylint.policy.render_docx import render_docx
from tests.policy.documents import document
from tests.policy.test_hostile import NAMES, poison

HOSTILE = [*NAMES, "nul\x00vt\x0b", "\ufffe\uffff", "\x1b]0;title\x07"]


def opened(content: bytes) -> Any:
    return docx.Document(BytesIO(content))


def part(content: bytes, name: str) -> str:
    with ZipFile(BytesIO(content)) as file:
        return file.read(name).decode()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_headings_lists_and_tables_are_what_word_takes_for_such(
    data: Any, write: Callable[..., Policy], language: str
) -> None:
    written = write(data, language).document

    package = opened(render_docx(written))

    headings = [one for one in package.paragraphs if one.style.name.startswith("Heading ")]
    assert headings[0].text == written.title
    assert [one.text for one in headings if one.style.name == "Heading 2"] == [
        "".join(span.text for span in one.spans)
        for one in written.blocks
        if isinstance(one, Heading) and one.level == 2
    ]
    assert any(one.style.name == "List Bullet" for one in package.paragraphs)
    assert len(package.tables) == sum(isinstance(one, Table) for one in written.blocks)


def test_the_file_says_its_language_title_and_day(data: Any, write: Callable[..., Policy]) -> None:
    written = write(data, "fr").document
    content = render_docx(written)
    properties = opened(content).core_properties

    assert properties.title == written.title
    assert properties.language == written.language == "fr"
    assert properties.author == "policylint"
    assert {str(properties.created), str(properties.modified)} == {"2026-11-23 00:00:00+00:00"}
    assert '<w:lang w:val="fr"/>' in part(content, "word/styles.xml")


def test_the_same_text_gives_the_same_bytes(data: Any, write: Callable[..., Policy]) -> None:
    first, second = (render_docx(write(data).document) for _ in range(2))

    assert first == second
    with ZipFile(BytesIO(first)) as file:
        assert {one.date_time for one in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_new_page_begins_with_what_stands_on_it() -> None:
    texts = (Paragraph((Words("one"),)), PageBreak(), Paragraph((Words("two"),)), PageBreak())
    cells = Table("All", "all", ("Head",), (((Words("cell"),),),))
    package = opened(render_docx(document(*texts, cells)))

    starts = [one.text for one in package.paragraphs if one.paragraph_format.page_break_before]
    assert starts == ["two", "All"]
    assert 'w:type="page"' not in package.element.xml


def test_what_a_document_has_at_its_foot_stands_on_each_page() -> None:
    bare = document(Paragraph((Words("text"),)))
    named, plain = (
        opened(render_docx(one)).sections[0].footer.paragraphs[0].text
        for one in (replace(bare, foot="R-12AB"), bare)
    )

    assert named.startswith("R-12AB · ")
    assert "R-" not in plain


def test_a_table_has_fixed_widths_and_a_head_that_repeats() -> None:
    rows = (((Words("a"),), (Words("word " * 60),)), ((Words("sign here"),), ()))
    package = opened(render_docx(document(Table("All", "all", ("Short", "Long"), rows))))
    made = package.tables[0]
    heads = [len(row.xpath("w:trPr/w:tblHeader")) for row in package.element.body.xpath("//w:tr")]

    columns = [int(one.get(qn("w:w"))) for one in package.element.body.xpath("//w:gridCol")]
    assert made.autofit is False
    assert columns[0] < columns[1]
    assert sum(columns) <= 9638
    assert {int(one.width.twips) for one in made.columns[1].cells} == {columns[1]}
    assert heads == [1, 0, 0]
    assert made.rows[1].height is None
    assert made.rows[2].height.twips == 680


def test_changes_are_tracked_and_what_follows_stands_beside_them() -> None:
    spans = (
        Words("stays "),
        Removed("old", "removed", "ask again (Article 13 GDPR)"),
        Added("new", "added"),
    )
    content = render_docx(document(Paragraph(spans)))
    text = part(content, "word/document.xml")
    comments = part(content, "word/comments.xml")

    changes = re.findall(r"<w:(ins|del) ([^>]*)>", text)
    assert [kind for kind, _ in changes] == ["del", "ins"]
    for _, attributes in changes:
        assert 'w:author="policylint"' in attributes
        assert 'w:date="2026-11-23T00:00:00Z"' in attributes
    numbers = re.findall(r'<w:(?:ins|del|bookmarkStart) w:id="(\d+)"', text)
    assert len(set(numbers)) == len(numbers) >= 2
    assert '<w:delText xml:space="preserve">old</w:delText>' in text
    assert '<w:t xml:space="preserve">new</w:t>' in text
    assert "<w:trackRevisions/>" in part(content, "word/settings.xml")
    assert [one.text for one in opened(content).comments] == ["ask again (Article 13 GDPR)"]
    assert 'w:date="2026-11-23T00:00:00Z"' in comments
    assert content == render_docx(document(Paragraph(spans)))


def test_links_lead_to_bookmarks_and_out() -> None:
    spans = (
        Link("there", "#cookie-_ga*"),
        Link("out", "https://a.example/?a=1&b=é"),
        Link("no", "javascript:alert(1)"),
    )
    blocks = (
        Paragraph(spans),
        Heading(2, (Words("There"),), "cookie-_ga*"),
        Heading(2, (Words("Other"),), "cookie-_ga?"),
    )
    content = render_docx(document(*blocks))
    text = part(content, "word/document.xml")

    names = re.findall(r'w:bookmarkStart w:id="\d+" w:name="([^"]*)"', text)
    assert names == ["cookie__ga_", "cookie__ga__2"]
    assert re.findall(r'w:anchor="([^"]*)"', text) == ["cookie__ga_"]
    assert "https://a.example/?a=1&amp;b=%C3%A9" in part(content, "word/_rels/document.xml.rels")
    assert "javascript" not in text


def test_what_reports_have_is_there_as_text() -> None:
    blocks = (
        Verdict("bad", "✕", "Do not publish", ((Words("3 errors"),),)),
        Figures("Numbers", (("9", "declared"), ("0", "observed"))),
        Paragraph((Badge("error", "bad"), Bar("13 of 13 months", 1.0, "good"))),
        Paragraph((Foreign("in English", "en", "in English"),)),
        PageBreak(),
    )
    content = render_docx(document(*blocks, language="fr"))
    package = opened(content)
    text = part(content, "word/document.xml")

    assert "✕ Do not publish" in [one.text for one in package.paragraphs]
    assert [[cell.text for cell in row.cells] for row in package.tables[0].rows] == [
        ["declared", "observed"],
        ["9", "0"],
    ]
    assert "error13 of 13 months" in [one.text for one in package.paragraphs]
    assert re.search(r'<w:lang w:val="en"/></w:rPr><w:t [^>]*>in English<', text)


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_texts_stay_text(data: Any, write: Callable[..., Policy], name: str) -> None:
    clean = opened(render_docx(write(data).document))
    poison(data, name)

    hostile = opened(render_docx(write(data).document))

    tags = [{one.tag for one in package.element.body.iter()} for package in (clean, hostile)]
    assert tags[0] == tags[1]
    text = "".join(one.text for one in hostile.paragraphs)
    assert (
        re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\u202a-\u202e\ud800-\udfff\ufffe\uffff]", text)
        is None
    )


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_texts_stay_text_in_every_place(name: str) -> None:
    spans = (Added(name, name, name), Removed(name, name), Foreign(name, name, name))
    blocks = (
        Verdict("bad", name, name, (spans,)),
        Figures(name, ((name, name),)),
        Table(name, name, (name,), ((spans,),)),
        Heading(2, spans, name),
    )

    package = opened(render_docx(document(*blocks, title=name * 200, language="en")))

    assert len(package.tables) == 2
