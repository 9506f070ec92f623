"""docs/import.md says what the command does."""

import re
from pathlib import Path

from policylint.exchange.decoding import MAX_BYTES
from policylint.exchange.formats import FORMATS, importer
from policylint.exchange.javascript.tokens import MAX_TOKENS
from policylint.exchange.javascript.values import MAX_DEPTH, MAX_NODES
from policylint.exchange.service_words import purposes_of
from policylint.exchange.tarteaucitron_services import VERSION
from tests.conftest import ROOT, Run

PAGE = (ROOT / "docs" / "import.md").read_text(encoding="utf-8")
PROGRAM = re.findall(r"^```javascript\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)[0]
CONSOLE = re.findall(
    r"^```console\n\$ policylint (.*?)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL
)


def rows(header: str) -> list[list[str]]:
    part = PAGE.partition(f"{header}\n")[2].partition("\n\n")[0]
    return [[cell.strip() for cell in row.strip("|").split(" | ")] for row in part.splitlines()[1:]]


def test_the_examples_are_what_is_printed(run: Run, tmp_path: Path) -> None:
    (tmp_path / "klaro-config.js").write_text(PROGRAM, encoding="utf-8")
    (first, written), (second, told) = CONSOLE

    # the first line names the schema, and is longer than a page is wide
    assert run(*first.split()).out.partition("\n")[2] == written
    assert run(*second.split()).out == told


def test_the_formats_are_those_that_are_read() -> None:
    listed = {row[0].strip("`"): row[1] for row in rows("| `--from` | a file of |")}

    assert listed == {name: importer(name).title for name in FORMATS}


def test_the_words_are_those_of_the_table() -> None:
    for purpose, words in rows("| purpose | words |"):
        assert purposes_of(re.findall("`([^`]+)`", words)) == ([purpose.strip("`")], [])


def test_words_that_say_too_little_are_no_purpose() -> None:
    sentence = PAGE.partition("leaves no doubt. ")[2].partition(" may mean")[0]

    words = re.findall("`([^`]+)`", sentence)
    assert purposes_of(words) == ([], words)


def test_the_limits_are_those_of_the_code() -> None:
    assert (
        f"A file has {MAX_BYTES >> 20} MiB, {MAX_TOKENS:,} words and marks, {MAX_NODES:,} values"
        in PAGE
    )
    assert f"{MAX_DEPTH} levels at most" in PAGE
    assert VERSION in PAGE
