"""docs/import-tables.md says what the importers of tables do."""

import re

import pytest

from policylint.exchange import cookiebot, cookieyes, onetrust, open_cookie_database
from policylint.exchange.claims import claim_by_words
from policylint.exchange.column_words import FIELDS, field_of
from policylint.exchange.durations import read_duration
from policylint.exchange.fitting import fit
from policylint.exchange.formats import FORMATS, read_draft
from policylint.exchange.imported import Imported
from policylint.exchange.source import Source
from policylint.exchange.table import MOST_COLUMNS, MOST_ROWS
from policylint.exchange.writing import inventory_text
from policylint.model.schema_link import SCHEMA_LINE
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "import-tables.md").read_text(encoding="utf-8")


def rows(header: str) -> list[list[str]]:
    part = PAGE.partition(header)[2].partition("\n\n")[0]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in part.splitlines()[2:]]


def claimed(form: str, word: str) -> str | None:
    if form == "cookiebot":
        return next(one for name, one in cookiebot.CATEGORIES.values() if name == word)
    readers = {
        "cookieyes": cookieyes.claim,
        "onetrust": onetrust.claim_by_name,
        "open-cookie-database": open_cookie_database.claim,
        "csv": claim_by_words,
    }
    claim = readers[form](word)
    return claim.category if claim is not None else None


@pytest.mark.parametrize(("form", "words", "category"), rows("| `--from` | word | category |"))
def test_the_table_of_categories_is_that_of_the_importers(
    form: str, words: str, category: str
) -> None:
    found = {word: claimed(form.strip("`"), word.strip()) for word in words.split(",")}

    assert set(found.values()) == {None if category == "left open" else category}


@pytest.mark.parametrize(
    ("text", "lifetime", "certainty"), rows("| text | `lifetime` | certainty |")
)
def test_the_table_of_durations_is_what_is_read(text: str, lifetime: str, certainty: str) -> None:
    found = read_duration(text)

    assert (found.lifetime or "left open", found.certainty) == (lifetime, certainty)


def test_the_headers_of_each_field_are_known_and_every_field_is_told() -> None:
    told = rows("| field | headers such as | a cell becomes |")
    rest = PAGE.partition("\nAlso ")[2].partition("\n\n")[0]

    for field, headers, _ in told:
        found = {field_of(header) for header in headers.split(",")}
        assert found == {field.strip("`")}
    named = {field.strip("`") for field, _, _ in told} | set(re.findall("`([a-z_]+)`", rest))
    assert set(FIELDS) <= named


def test_every_format_of_the_page_is_one() -> None:
    named = [row[0].strip("`") for row in rows("| `--from` | a file of |")]

    assert named == sorted(named)
    assert set(named) <= set(FORMATS)


def test_the_limits_are_those_of_the_reader() -> None:
    assert f"{MOST_ROWS:,} rows of {MOST_COLUMNS} cells" in PAGE


def test_the_example_is_what_is_written() -> None:
    policy, result = re.findall(
        r"^```(?:markdown|yaml)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL
    )
    source = Source("policy.md", policy)
    draft = read_draft(source)
    fit(draft)

    written = inventory_text(draft, list(Imported(source=source, draft=draft).left_out()))
    assert written == f"{SCHEMA_LINE}\n{result}"
