import re
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from policylint.policy.blocks import Code, Link, Paragraph, Policy, Table, Words
from policylint.policy.render_pdf import render_pdf
from tests.policy.documents import document
from tests.policy.test_docx import HOSTILE


def opened(content: bytes) -> PdfReader:
    return PdfReader(BytesIO(content))


def words_of(reader: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_file_is_tagged_and_says_its_language_and_title(
    data: Any, write: Callable[..., Policy], language: str
) -> None:
    written = write(data, language).document

    reader = opened(render_pdf(written))

    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] == True  # noqa: E712 - an object of its own
    assert root["/Lang"] == language
    assert root["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712 - the same
    assert reader.metadata is not None
    assert reader.metadata.title == written.title
    assert str(reader.metadata["/CreationDate"]) == "D:20261123"
    assert b"pdfuaid" in root["/Metadata"].get_data()
    kinds = set(kinds_of(root["/StructTreeRoot"]))
    assert {"/H1", "/H2", "/Table", "/TH", "/TD", "/L", "/Link"} <= kinds
    assert written.title.split()[0] in words_of(reader)


def kinds_of(node: Any) -> list[str]:
    """List the kinds of the tags, from the root down."""
    waiting, kinds = [node], []
    while waiting:
        one = waiting.pop().get_object()
        if isinstance(one, dict):
            kinds.append(str(one.get("/S", "")))
            below = one.get("/K", [])
            waiting += [
                each
                for each in (below if isinstance(below, list) else [below])
                if not isinstance(each, int)
            ]
    return kinds


def test_the_same_text_gives_the_same_bytes() -> None:
    text = document(Paragraph((Words("Zoë"), Link("out", "https://a.example"))))

    assert render_pdf(text) == render_pdf(text)


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_texts_stay_text(name: str) -> None:
    reader = opened(render_pdf(document(Paragraph((Words(f"({name})"),)), title=name)))

    assert len(reader.pages) == 1
    text = reader.pages[0].extract_text()
    assert re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\u202a-\u202e]", text) is None


@pytest.mark.parametrize(
    "style",
    [
        'body { background: url("file:///etc/hostname") }',
        'body { background: url("http://127.0.0.1:9/x.png") }',
    ],
)
def test_nothing_is_fetched(style: str, caplog: pytest.LogCaptureFixture) -> None:
    content = render_pdf(document(Paragraph((Words("text"),))), style)

    assert words_of(opened(content)).startswith("Title")
    refused = [
        one.getMessage() for one in caplog.records if "disallowed protocol" in one.getMessage()
    ]
    assert len(refused) == 1


def test_the_text_of_a_document_has_no_address_that_could_be_read(tmp_path: Any) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    shown = Paragraph((Words(f'<object data="file://{tmp_path}/secret.txt">'),))
    text = document(shown, title='<img src="secret.txt">')

    assert "<object" in words_of(opened(render_pdf(text)))


def test_a_word_without_end_is_broken_and_nothing_of_it_is_lost() -> None:
    word = "x&" * 2_000
    row = ((Code(word),), (Words(word),))

    reader = opened(render_pdf(document(Table("c", "t", ("a", "b"), (row,)))))

    text = "".join(page.extract_text() for page in reader.pages)
    assert re.sub(r"[^x&]", "", text).count("x&") == 2 * 2_000
