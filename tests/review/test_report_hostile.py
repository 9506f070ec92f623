"""Names and texts that mean harm, through every renderer of a report."""

import json
import re
from html.parser import HTMLParser
from io import BytesIO

import pytest
from docx import Document

from policylint.i18n import languages
from policylint.review.render import render, render_file
from policylint.review.report import build_report
from policylint.review.report_json import report_json
from policylint.review.subject import Subject
from tests.review.hostile import worst_case

ALLOWED = {
    *("html", "head", "meta", "title", "style", "body", "a", "main", "h1", "h2", "h3", "h4", "h5"),
    *("p", "ul", "li", "dl", "dt", "dd", "div", "span", "strong", "code", "time", "table"),
    *("caption", "thead", "tbody", "tr", "th", "td", "nav", "svg", "rect", "line", "article"),
}
HIDDEN = re.compile("[\x00-\x09\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


class Elements(HTMLParser):
    """Collects the elements of a page, their ids, where links lead, and attributes that act."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.acting: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            if name == "href":
                self.targets.append(value or "")
            if name.startswith("on") or name in {"src", "srcset", "action"}:
                self.acting.append(name)


@pytest.fixture(scope="module")
def worst() -> Subject:
    return worst_case()


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize("language", languages())
def test_a_page_has_no_element_but_ours_and_every_anchor_once(
    worst: Subject, language: str, count: int
) -> None:
    page = Elements(render(build_report([worst] * count, language), "html"))

    assert page.names <= ALLOWED
    assert page.acting == []
    assert len(page.ids) == len(set(page.ids))
    inside = {one[1:] for one in page.targets if one.startswith("#")}
    assert inside <= set(page.ids)
    assert all(one.startswith(("#", "https://")) for one in page.targets)


@pytest.mark.parametrize("form", ["html", "markdown", "text"])
def test_nothing_that_hides_or_deceives_is_left(worst: Subject, form: str) -> None:
    assert HIDDEN.search(render(build_report([worst], "en"), form)) is None


def test_each_row_of_markdown_has_the_cells_of_its_head(worst: Subject) -> None:
    text = render(build_report([worst], "en"), "markdown")

    cells = re.compile(r"(?<!\\)\|")
    tables = re.findall(r"(?m)(?:^\|.*\n)+", text)
    assert len(tables) > 5
    for table in tables:
        assert len({len(cells.findall(line)) for line in table.splitlines()}) == 1, table[:300]
    assert not re.search(r"(?<!\\)<script", re.sub(r"`+[^`\n]*`+", "", text))


def test_json_holds_the_texts_as_they_are_and_nothing_that_acts_in_a_terminal(
    worst: Subject,
) -> None:
    text = report_json([worst], "en")

    assert json.loads(text)["sites"][0]["cookies"][12]["name"] == "<script>alert(1)</script>"
    assert HIDDEN.search(text) is None


@pytest.mark.parametrize("count", [1, 3])
def test_a_file_of_word_opens_and_every_link_in_it_leads_somewhere(
    worst: Subject, count: int
) -> None:
    content = render_file(build_report([worst] * count, "en"), "docx")

    opened = Document(BytesIO(content))
    xml = opened.element.xml
    names = set(re.findall(r'<w:bookmarkStart [^>]*w:name="([^"]+)"', xml))
    targets = set(re.findall(r'w:anchor="([^"]+)"', xml))
    assert len(targets) >= 5
    assert targets <= names
    words = "".join(opened.element.itertext()).replace("\t", " ")  # between a label and its value
    assert HIDDEN.search(words) is None
