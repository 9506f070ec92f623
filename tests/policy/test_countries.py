"""Each country has its own law and authority in the text, in each language."""

from collections.abc import Callable
from typing import Any

import pytest

from policylint.i18n.typography import typeset
from policylint.law.jurisdictions import PACKS, pack
from policylint.model.inventory import Inventory
from policylint.policy.blocks import Policy
from policylint.policy.compare import differences
from policylint.policy.render import render
from tests.policy.further import FURTHER

NATIONAL = [code for code in PACKS if code != "EU"]


@pytest.mark.parametrize("language", ["en", "fr", *FURTHER])
@pytest.mark.parametrize("code", [*NATIONAL, "NO", "PL"])
def test_law_and_authority_are_those_of_the_country(
    data: Any, write: Callable[..., Policy], code: str, language: str
) -> None:
    data["site"]["jurisdictions"] = [code]
    facts = pack(code)
    assert facts is not None

    text = render(write(data, language).document, "markdown")

    assert facts.cookie_law.link in text
    assert facts.authority.complaint_url in text
    assert typeset(facts.authority.name(language), language) in text


@pytest.mark.parametrize(
    ("code", "words_of_the_page"),
    [("BE", "the GBA"), ("DK", "Datatilsynet"), ("DE", "your data protection authority")],
)
def test_a_page_may_name_an_authority_in_short(
    data: Any, read_inventory: Callable[[Any], Inventory], code: str, words_of_the_page: str
) -> None:
    data["site"]["jurisdictions"] = [code]
    facts = pack(code)
    assert facts is not None
    inventory = read_inventory(data)

    def lacking(page: str) -> list[str]:
        found = differences(inventory, [facts], "en", page, "text")
        return [one.message for one in found if one.message.startswith("the authority of")]

    assert lacking("Complain to somebody.") != []
    assert lacking(f"Complain to {words_of_the_page}.") == []


def test_the_united_kingdom_alone_has_no_law_of_the_union(
    data: Any, words: Callable[..., str]
) -> None:
    data["site"]["jurisdictions"] = ["UK"]

    text = words(data)

    assert "Regulation 6 PECR" in text
    assert "UK GDPR" in text
    assert "2002/58" not in text


def test_swiss_law_is_named_and_its_rights_are_left_out(
    data: Any, write: Callable[..., Policy], words: Callable[..., str]
) -> None:
    data["site"]["jurisdictions"] = ["FR", "CH"]

    assert "Swiss Federal Act on Data Protection (FADP)" in words(data)
    clauses = [one.clause for one in write(data).left_out]
    assert "the rights in Switzerland" in clauses


def test_without_a_cookie_that_asks_the_heading_does_not_speak_of_consent(
    data: Any, words: Callable[..., str]
) -> None:
    data["site"]["jurisdictions"] = ["CH"]
    for cookie in data["cookies"]:
        if cookie["category"] == "improvement":
            cookie["consent"] = "opt-out"

    text = words(data)

    assert "Improvement cookies, with your consent" not in text
    assert "set unless you object" in text
