"""What policylint has just written passes its own check, whatever the inventory holds."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from policylint.law.jurisdictions import packs_of
from policylint.model.inventory import Inventory
from policylint.model.read import read
from policylint.policy import FORMATS
from policylint.policy.blocks import Policy
from policylint.policy.compare import Difference, differences
from policylint.policy.outline import build
from policylint.policy.render import render
from policylint.policy.render_file import render_file
from tests.policy.conftest import AS_OF
from tests.policy.further import FURTHER

Compare = Callable[..., list[Difference]]
LONG = "consent-" * 8 + "marker"
TURNED = "choice\u202e\u200frtl\u2066x"
NAMES = ["Foo <Vertrieb> GmbH", LONG, TURNED, "`a\\`|b <!-- c"]
PIECES = st.sampled_from(
    (
        *(
            "<b>",
            "</p>",
            "<!--",
            "-->",
            "&lt;",
            "&#0;",
            "\\",
            "`",
            "``",
            "|",
            "*",
            "_",
            "[",
            "](x)",
        ),
        *("#", "- ", "1. ", "> ", "---", "~~", "$", "\n", "\u2028", "\t", "\x1b[31m", "\x85"),
        *("\u202e", "\u200f", "\u200b", "\ufeff", "\u00ad", "\ud800", "\ufdd0", "\U000f0000"),
        *("'", '"', "\u2019", ",", ";", ".", " ", "\u00a0", "İ", "ß", "\u0627", "漢", "e\u0301"),
        *("13 months", "Version 0123456789ab of 1 May 2020.", "consent", "France", "a-b-" * 20),
    )
)
HOSTILE = st.lists(PIECES | st.text(max_size=6), min_size=1, max_size=8).map("".join)


def poisoned(data: Any, name: str, vendor: str, text: str) -> Any:
    data = deepcopy(data)
    data["cookies"][3]["name"] = name
    data["cookies"][4]["description"] = {"en": text}
    data["vendors"]["google"] |= {"name": vendor, "service": text}
    data["controller"] |= {"name": vendor, "address": text}
    data["site"]["name"] = text
    data["consent"]["withdrawal"]["entry_point"] = text
    return data


@pytest.mark.parametrize("kind", [*FORMATS, "docx"])
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(name=HOSTILE, vendor=HOSTILE, text=HOSTILE)
def test_any_policy_just_written_is_up_to_date(
    data: Any, kind: str, name: str, vendor: str, text: str
) -> None:
    inventory = read(Inventory, poisoned(data, name, vendor, text))
    assume(inventory is not None)
    assert inventory is not None
    packs = packs_of(inventory.site.jurisdictions)
    document = build(inventory, packs, "en", AS_OF).document
    written = render_file(document, kind) if kind == "docx" else render(document, kind)

    assert differences(inventory, packs, "en", written, kind) == []


@pytest.mark.parametrize("name", NAMES)
def test_a_pdf_just_written_is_up_to_date(
    data: Any, write: Callable[..., Policy], compare: Compare, name: str
) -> None:
    data = poisoned(data, name, name, name)

    assert compare(data, render_file(write(data).document, "pdf"), "pdf") == []


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", FORMATS)
def test_names_of_marks_are_found_in_a_text_that_was_edited(
    data: Any, write: Callable[..., Policy], compare: Compare, kind: str, name: str
) -> None:
    data["cookies"][3]["name"] = data["vendors"]["google"]["name"] = name
    written = render(write(data).document, kind)
    data["consent"]["validity"] = "5 months"

    (found,) = compare(data, written, kind)

    assert "We keep your consent for 5 months" in found.message


def test_names_are_found_in_a_pdf_whose_lines_break_them(
    data: Any, write: Callable[..., Policy], compare: Compare
) -> None:
    data["cookies"][3]["name"], data["cookies"][4]["name"] = LONG, TURNED
    published = render_file(write(data).document, "pdf")
    data["cookies"][0]["name"] = "newcomer"

    assert [one.message for one in compare(data, published, "pdf")] == [
        "the cookie 'newcomer' is not listed"
    ]


@pytest.mark.parametrize("language", ["en", "fr", *FURTHER])
def test_a_word_that_changed_is_named_in_every_language(
    data: Any, write: Callable[..., Policy], compare: Compare, language: str
) -> None:
    published = render(write(data, language).document, "text")
    data["consent"]["validity"] = "5 months"

    (found,) = compare(data, published, "text", language)

    assert "6" in found.message
    assert "5" in found.message
