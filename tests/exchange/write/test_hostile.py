"""Names and texts that mean harm stay texts in every format."""

import csv
import json
import re
from html import unescape
from io import StringIO

import pytest
import yaml
from cmarkgfm import github_flavored_markdown_to_html  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st

from policylint.exchange.expressions import names_of
from policylint.exchange.write import FORMATS
from policylint.exchange.write.cells import csv_text, guarded, shown, unguarded
from policylint.exchange.write.javascript import literal, text_literal, whole_name
from tests.exchange.write.drawn import (
    HOSTILE,
    drawn,
    folded,
    forms_for,
    hostile_data,
    model,
    remarks,
    written,
)

DATA = hostile_data()
HOSTILE_INVENTORY = model(DATA)
OF_SCRIPTS = [
    *("klaro", "klaro-module", "klaro-json", "vanilla-cookieconsent", "tarteaucitron"),
    *("axeptio", "iab", "edpb"),
]
FORMULA = re.compile(r'[\s"]*[=+\-@＝＋－＠]')  # noqa: RUF001 - full width


@pytest.mark.parametrize("form", OF_SCRIPTS)
def test_no_text_ends_a_script_element_or_a_line(form: str) -> None:
    text = written(HOSTILE_INVENTORY, form)

    assert set("<>&\u2028\u2029\u202e\x1b\r").isdisjoint(text)
    assert all(len(line) == len(line.rstrip()) for line in text.splitlines())


@pytest.mark.parametrize("form", ["klaro-json", "axeptio", "iab", "edpb"])
def test_texts_come_back_from_json_as_they_were(form: str) -> None:
    strings = set(_strings(json.loads(written(HOSTILE_INVENTORY, form))))

    assert any(HOSTILE[5] in one for one in strings)
    assert any(HOSTILE[2] in one for one in strings)


def _strings(value: object) -> list[str]:
    if isinstance(value, dict):
        return [one for item in value.values() for one in _strings(item)]
    if isinstance(value, list):
        return [one for item in value for one in _strings(item)]
    return [value] if isinstance(value, str) else []


@pytest.mark.parametrize("form", ["csv", "ropa"])
def test_no_cell_is_a_formula_wherever_a_spreadsheet_splits(form: str) -> None:
    text = written(HOSTILE_INVENTORY, form)

    for separator in ",;":
        for row in csv.reader(StringIO(text), delimiter=separator):
            assert [cell for cell in row if FORMULA.match(cell)] == []


def test_names_come_back_from_the_table() -> None:
    rows = csv.DictReader(StringIO(written(HOSTILE_INVENTORY, "csv")))

    assert [unguarded(row["name"]) for row in rows] == [shown(text) for text in HOSTILE]


@given(st.text())
def test_a_guard_can_be_taken_away_again(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert not FORMULA.match(guarded(text))


@given(st.text(st.characters(codec="utf-8")))
def test_a_cell_shows_every_character_and_breaks_no_line(text: str) -> None:
    table = csv_text(["a"], [{"a": text}])

    assert len(table.splitlines()) == 2


def test_the_document_for_people_holds_no_link_and_no_markup() -> None:
    page = github_flavored_markdown_to_html(written(HOSTILE_INVENTORY, "ropa-markdown"))

    tags = set(re.findall(r"</?([a-z0-9]+)", page))
    assert tags <= {"h1", "h2", "p", "table", "thead", "tbody", "tr", "th", "td", "em"}
    assert "[click](javascript:alert(1))" in unescape(page)
    assert "www.evil.example" in page


def test_the_manifest_is_yaml_that_holds_the_texts() -> None:
    systems = yaml.safe_load(written(HOSTILE_INVENTORY, "fides"))["system"]

    names = [
        cookie["name"]
        for system in systems
        for declaration in system["privacy_declarations"]
        for cookie in declaration["cookies"]
    ]
    assert sorted(names) == sorted(HOSTILE)


def test_what_a_platform_puts_into_a_page_is_escaped_for_it() -> None:
    text = written(HOSTILE_INVENTORY, "vanilla-cookieconsent")
    cells = [json.loads(found) for found in re.findall(r'^ +name: (".*"),$', text, re.MULTILINE)]
    in_tables = [cell for cell in cells if "&" in cell]

    assert [cell for cell in in_tables if "<" in cell] == []
    assert HOSTILE[0] in {unescape(cell) for cell in in_tables}


@given(st.text(st.characters(codec="utf-8"), max_size=30))
def test_a_string_of_javascript_is_one_of_json_too(text: str) -> None:
    assert json.loads(text_literal(text)) == text
    assert json.loads(literal({"a": [text, True, None, 1]}, bare_keys=False))["a"][0] == text


@given(st.text(st.characters(codec="utf-8", max_codepoint=0xFFFF), min_size=1, max_size=30))
def test_an_expression_is_read_back_as_the_pattern_that_it_was_made_of(name: str) -> None:
    if name.strip("*"):
        assert names_of(whole_name(name, "/")) == [folded(name)]
        assert "/" not in re.sub(r"\\/", "", whole_name(name, "/"))


def test_drawn_inventories_are_written_in_every_format() -> None:
    for inventory in drawn(40):
        for form in forms_for(inventory):
            text = written(inventory, form)
            assert text == written(inventory, form)
            text.encode()
            if FORMATS[form][1].endswith("JSON"):
                json.loads(text)
            assert all(isinstance(one, str) for one in remarks(inventory, form))
