"""docs/import-formats.md says what the importers do."""

import re
from collections.abc import Mapping, Sequence
from importlib import import_module

import pytest

from policylint.exchange.fitting import fit
from policylint.exchange.formats import FORMATS, read_draft
from policylint.exchange.imported import Imported
from policylint.exchange.source import Source
from policylint.exchange.writing import inventory_text
from policylint.model.schema_link import SCHEMA_LINE
from tests.conftest import ROOT
from tests.exchange.samples import SAMPLES

PAGE = (ROOT / "docs" / "import-formats.md").read_text(encoding="utf-8")


def rows(heading: str) -> list[list[str]]:
    part = PAGE.partition(heading)[2].partition("\n\n")[0]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in part.splitlines()[2:]]


def words(cell: str) -> list[str]:
    return re.findall("`([^`]+)`", cell)


def test_each_format_with_a_sample_has_a_row() -> None:
    named = [words(row[0])[0] for row in rows("are not read.\n\n")]

    assert named == sorted(SAMPLES)
    assert set(named) <= set(FORMATS)


@pytest.mark.parametrize(
    "name",
    ["django-cookie-consent", "drupal-eu-cookie-compliance", "drupal-klaro", "redaxo", "termly"],
)
def test_the_words_of_a_format_are_those_of_its_table(name: str) -> None:
    told = {
        word: words(purposes)
        for form, listed, purposes in rows("who knows the site to fill in.\n\n")
        if form == f"`{name}`"
        for word in words(listed)
    }
    table: Mapping[str, Sequence[str]] = import_module(
        f"policylint.exchange.{FORMATS[name]}"
    ).PURPOSES

    assert told == {word: list(purposes) for word, purposes in table.items() if purposes}


def test_the_example_is_what_is_written() -> None:
    fixture, result = re.findall(r"^```(?:json|yaml)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    source = Source("fixture.json", fixture)
    draft = read_draft(source)
    fit(draft)

    written = inventory_text(draft, list(Imported(source=source, draft=draft).left_out()))

    assert written == f"{SCHEMA_LINE}\n{result}"
