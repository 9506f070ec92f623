"""The page for newcomers and its example: each command is run, in the order of the page."""

import re
import shlex
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from tests.conftest import ROOT, Run

EXAMPLE = ROOT / "examples" / "from-klaro"
PAGE = (ROOT / "docs" / "start.md").read_text(encoding="utf-8")
TRANSCRIPTS = re.findall(
    r"^```console\n\$ policylint (.*?)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL
)
Golden = Callable[[Path, str], None]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("klaro-config.js", "site.yaml"):
        shutil.copy(EXAMPLE / name, tmp_path)
    return tmp_path


def merge(run: Run) -> None:
    done = run("import", "klaro-config.js", "--merge", "site.yaml", "--format", "concise")
    assert done.code == 0


def test_the_commands_of_the_page_print_what_stands_below_them(run: Run, folder: Path) -> None:
    printed = [run(*shlex.split(command)).out for command, _ in TRANSCRIPTS]

    assert len(TRANSCRIPTS) == 4
    assert printed == [expected for _, expected in TRANSCRIPTS]
    assert (folder / "policy.md").exists()


def test_the_inventory_after_the_import_is_what_stands_beside(
    run: Run, folder: Path, golden: Golden
) -> None:
    merge(run)

    golden(EXAMPLE / "merged.yaml", (folder / "site.yaml").read_text("utf-8"))


@pytest.mark.usefixtures("folder")
def test_the_draft_is_what_stands_beside_and_lists_the_open_errors(
    run: Run, golden: Golden
) -> None:
    merge(run)
    errors = run("check", "site.yaml", "--format", "concise").out.count(" error ")

    draft = run("policy", "site.yaml", "--draft", "--quiet")

    assert (draft.code, draft.err) == (0, "")
    golden(EXAMPLE / "policy.draft.md", draft.out)
    assert draft.out.startswith("# Draft: Cookie policy \u2013 Atelier Exemple\n")
    assert draft.out.count("\n> - `") == errors


@pytest.mark.usefixtures("folder")
def test_without_draft_nothing_is_written_while_errors_are_open(run: Run) -> None:
    merge(run)

    assert run("policy", "site.yaml").code == 1


def test_the_box_that_is_ticked_in_advance_is_found_at_its_place(run: Run, folder: Path) -> None:
    done = run("import", "klaro-config.js", "--merge", "site.yaml", "--format", "concise")
    lines = (folder / "klaro-config.js").read_text("utf-8").splitlines()

    assert done.out.startswith("klaro-config.js:34:22: IMP001 error ")
    assert lines[33][21:] == "true,"


def test_the_snippets_of_the_page_stand_in_the_files(folder: Path) -> None:
    site, entry = re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)

    assert site in (folder / "site.yaml").read_text("utf-8")
    assert entry in (EXAMPLE / "merged.yaml").read_text("utf-8")


def test_the_example_is_made_up() -> None:
    data = yaml.safe_load((EXAMPLE / "merged.yaml").read_text("utf-8"))

    assert data["site"]["url"].endswith(".example")
