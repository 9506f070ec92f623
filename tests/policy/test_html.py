import re
from collections.abc import Callable
from html.parser import HTMLParser
from itertools import pairwise
from typing import Any

import pytest

from policylint.policy.blocks import Policy
from policylint.policy.render import render
from policylint.policy.stylesheet import STYLESHEET

LOADING = {"src", "srcset", "poster", "background", "action", "data"}


@pytest.fixture
def page(data: Any, write: Callable[..., Policy]) -> str:
    return render(write(data, "fr").document, "html")


def tags(page: str) -> list[tuple[str, dict[str, str | None]]]:
    found: list[tuple[str, dict[str, str | None]]] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.append((tag, dict(attrs)))

    Reader().feed(page)
    return found


def test_the_page_asks_nothing_of_any_host(page: str) -> None:
    kinds = {tag for tag, _ in tags(page)}
    attributes = {key for _, attrs in tags(page) for key in attrs}

    assert kinds.isdisjoint({"script", "link", "img", "iframe", "object", "form", "base"})
    assert attributes.isdisjoint(LOADING)
    assert "url(" not in STYLESHEET
    assert "@import" not in STYLESHEET
    assert "default-src 'none'; style-src 'unsafe-inline'" in page


def test_the_page_names_its_language_and_has_one_title(page: str) -> None:
    assert '<html lang="fr">' in page
    assert page.count("<h1") == 1


def test_headings_skip_no_level(page: str) -> None:
    levels = [int(tag[1]) for tag, _ in tags(page) if re.fullmatch("h[1-6]", tag)]

    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_anchor_is_unique_and_every_inner_link_leads_somewhere(page: str) -> None:
    anchors = [attrs["id"] for _, attrs in tags(page) if "id" in attrs]
    inner = {
        (attrs["href"] or "")[1:]
        for tag, attrs in tags(page)
        if tag == "a" and (attrs.get("href") or "").startswith("#")
    }

    assert len(anchors) == len(set(anchors))
    assert inner <= set(anchors)
    assert {"cookie-choices", "rights", "cookie-_ga", "cookie-_ga_any"} <= set(anchors)


def test_tables_have_captions_scopes_and_boxes_that_a_keyboard_scrolls(page: str) -> None:
    found = tags(page)
    kinds = [tag for tag, _ in found]

    assert kinds.count("table") == kinds.count("caption") == 3
    assert all(attrs.get("scope") in {"col", "row"} for tag, attrs in found if tag == "th")
    boxes = [attrs for _, attrs in found if attrs.get("class") == "scroll"]
    assert [box["tabindex"] for box in boxes] == ["0", "0", "0"]
    assert all(box["role"] == "region" and box["aria-labelledby"] for box in boxes)


def test_every_colour_can_be_read_on_every_ground() -> None:
    light, dark = (
        dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", part))
        for part in STYLESHEET.split("@media print")[0].split("prefers-color-scheme")
    )

    for colours in (light, dark):
        for ink in ("ink", "soft", "link", "alarm"):
            for ground in ("paper", "tint"):
                assert contrast(colours[ink], colours[ground]) >= 4.5, (ink, ground)


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
