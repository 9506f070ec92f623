"""docs/import-formats.md says what the importers do."""

import re

from policylint.exchange.fitting import fit
from policylint.exchange.formats import FORMATS, read_draft
from policylint.exchange.imported import Imported
from policylint.exchange.source import Source
from policylint.exchange.termly import PURPOSES
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


def test_what_is_told_of_termly_is_its_table() -> None:
    told = re.search("Of Termly's categories (.*?)\\n\\n", PAGE, re.DOTALL)

    assert told is not None
    assert words(told[1]) == [
        word for pair in PURPOSES.items() if pair[1] for word in (pair[0], *pair[1])
    ]


def test_the_example_is_what_is_written() -> None:
    fixture, result = re.findall(r"^```(?:json|yaml)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    source = Source("fixture.json", fixture)
    draft = read_draft(source)
    fit(draft)

    written = inventory_text(draft, list(Imported(source=source, draft=draft).left_out()))

    assert written == f"{SCHEMA_LINE}\n{result}"
