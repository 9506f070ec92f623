"""No file of Word or PDF leads anywhere but to the web, to a mailbox, or inside itself."""

import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from pypdf import PdfReader

from policylint.policy.blocks import Link, Paragraph, Words
from policylint.policy.render_docx import render_docx
from policylint.policy.render_html import render_html
from policylint.policy.render_pdf import render_pdf
from tests.policy.documents import document

UNSAFE = [
    *(
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\tscript:alert(1)",
    ),
    *("data:text/html,x", "file:///etc/passwd", "vbscript:x", "//evil.example", "\\\\evil\\share"),
]
SAFE = ["https://a.example/", "http://a.example/", "mailto:a@a.example"]
TEXT = document(Paragraph(tuple(Link(f"to {url}", url) for url in [*UNSAFE, *SAFE])))


def test_word_has_only_safe_links() -> None:
    with ZipFile(BytesIO(render_docx(TEXT))) as file:
        parts = [file.read(name).decode() for name in file.namelist() if name.endswith(".rels")]

    outside = [one for one in re.findall("<[^>]+>", "".join(parts)) if "External" in one]
    assert sorted(re.findall(r'Target="([^"]+)"', "".join(outside))) == sorted(SAFE)


def test_print_has_only_safe_links_and_all_the_words() -> None:
    reader = PdfReader(BytesIO(render_pdf(TEXT)))

    notes = [one.get_object() for page in reader.pages for one in page.get("/Annots", [])]
    assert {str(one["/A"]["/URI"]) for one in notes} == set(SAFE)
    words = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    assert all(f"to {' '.join(url.split())}" in words for url in [*UNSAFE[:2], *UNSAFE[4:7]])


def test_a_page_has_only_safe_links() -> None:
    page = render_html(TEXT)

    assert [one for one in re.findall('href="([^"]+)"', page) if one[0] != "#"] == SAFE


@pytest.mark.parametrize("letter", ["\u00a0", "\u202f", "\u0301", "-", "漢"])
def test_a_text_without_a_place_to_break_is_laid_out(letter: str) -> None:
    text = f"a{letter}" * 1_000

    reader = PdfReader(BytesIO(render_pdf(document(Paragraph((Words(text),))))))

    found = "".join(page.extract_text() for page in reader.pages)
    assert found.count("a") == 1_000
