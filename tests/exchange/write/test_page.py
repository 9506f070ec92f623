"""The page on exports shows what is printed, and names every format."""

import re
import shlex

from policylint.exchange.write import FORMATS
from policylint.exchange.write.iab import PURPOSES, SPECIAL_PURPOSES
from tests.conftest import ROOT, Run

PAGE = (ROOT / "docs" / "export.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| (`[a-z].*)$", PAGE, re.MULTILINE)


def test_the_transcripts_are_what_is_printed(run: Run) -> None:
    found = re.findall(
        r"^```console\n\$ policylint (.*?)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL
    )

    assert len(found) == 1
    for command, expected in found:
        assert run(*shlex.split(command), cwd=ROOT).out == expected


def test_the_table_names_every_format_once() -> None:
    named = [name for row in ROWS for name in re.findall(r"`([a-z-]+)`", row.partition(" | ")[0])]

    assert named == list(FORMATS)


def test_the_page_says_which_purposes_of_ours_the_framework_knows() -> None:
    section = PAGE.partition("## iab")[2].partition("##")[0]

    for name, number in {**PURPOSES, **SPECIAL_PURPOSES}.items():
        assert re.search(rf"`{name}`.*?\b{number}\b", section, re.DOTALL), name
