import re
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any

import pytest

from policylint.policy import FORMATS
from policylint.policy.blocks import Link, Paragraph, Policy
from policylint.policy.clean import clean
from policylint.policy.render import render
from policylint.policy.render_markdown import code_span
from tests.policy.documents import document

NAMES = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "a|b",
    "tick`tick``end`",
    "*bold*_under_[link](javascript:alert(1))",
    "esc\x1b[31mred",
    "rtl\u202egnp.exe",
    "zero\u200bwidth",
    "line\nbreak\u2028more",
    "&amp;&#60;",
    "lone\ud800surrogate",
]
VOID = {"meta", "br", "hr", "img", "link", "input"}


class Page(HTMLParser):
    """Reads a page strictly: what is opened is closed, in order."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.opened: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in VOID:
            self.opened.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.opened, f"</{tag}> closes nothing"
        assert self.opened.pop() == tag

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.seen if name == tag]


def poison(data: Any, text: str) -> None:
    data["cookies"][3]["name"] = text
    data["cookies"][4]["description"] = {"en": text}
    data["vendors"]["google"]["name"] = text
    data["vendors"]["google"]["service"] = text
    data["controller"] |= {"name": text, "email": text, "address": text}
    data["site"]["name"] = text
    data["consent"]["withdrawal"]["entry_point"] = text


@pytest.mark.parametrize("name", NAMES)
def test_a_hostile_name_stays_text_in_html(
    data: Any, write: Callable[..., Policy], name: str
) -> None:
    plain = Page(render(write(data).document, "html"))
    poison(data, name)
    page = Page(render(write(data).document, "html"))

    assert page.opened == []
    assert {tag for tag, _ in page.seen} == {tag for tag, _ in plain.seen}
    assert {key for _, attrs in page.seen for key in attrs} == {
        key for _, attrs in plain.seen for key in attrs
    }


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("format_name", FORMATS)
def test_no_hidden_character_survives(
    data: Any, write: Callable[..., Policy], name: str, format_name: str
) -> None:
    poison(data, name)
    text = render(write(data).document, format_name)

    assert text.encode()
    assert re.search("[\x00-\x08\x0b-\x1f\x7f\u200b\u202a-\u202e\u2028\u2066-\u2069]", text) is None


@pytest.mark.parametrize("name", NAMES)
def test_a_hostile_name_stays_text_in_markdown(
    data: Any, write: Callable[..., Policy], name: str
) -> None:
    poison(data, name)
    text = render(write(data).document, "markdown")
    outside = re.sub(r"(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)", "", text.replace("\\`", ""))
    tags = set(re.findall(r"(?<![\\(])</?[a-z]+", outside))

    assert tags == {"<a", "</a"}
    assert not re.search(r"(?<!\\)\]\(<?javascript", outside)


def test_every_row_of_a_markdown_table_has_as_many_cells_as_its_head(
    data: Any, write: Callable[..., Policy]
) -> None:
    poison(data, "a|b`c|d`")
    lines = render(write(data).document, "markdown").splitlines()
    rows = [line for line in lines if line.startswith("| ")]
    widths = {len(re.findall(r"(?<!\\)\|", row)) for row in rows}

    assert widths == {5, 6}


def test_a_code_span_outlasts_the_backticks_inside() -> None:
    assert code_span("a``b") == "```a``b```"
    assert code_span("`a") == "`` `a ``"


def test_clean_leaves_letters_of_every_script_alone() -> None:
    assert clean("Zoë 東京 שלום 👩\u200d💻") == "Zoë 東京 שלום 👩\u200d💻"


@pytest.mark.parametrize("format_name", ["markdown", "html"])
def test_an_address_of_another_scheme_is_no_link(format_name: str) -> None:
    written = document(Paragraph((Link("press", "javascript:alert(1)"),)))

    assert "javascript" not in render(written, format_name)


@pytest.mark.parametrize("text", ["# no title", "- no item", "1. no number", "=== no rule"])
def test_a_text_that_begins_like_markup_stays_text(
    data: Any, write: Callable[..., Policy], text: str
) -> None:
    data["consent"]["if_refused"] = text
    data["controller"]["name"] = text
    lines = render(write(data).document, "markdown").splitlines()

    assert not any(line.startswith(text) for line in lines)
