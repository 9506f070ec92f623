import json
import os
from pathlib import Path

import pytest

from policylint.exchange.write import FORMATS
from tests.conftest import FRAME, ROOT, Run

ENTRY = "cookies:\n  - {name: a, category: essential, purposes: [security]}\n"
STUDIO = str(ROOT / "examples/studio-ductus/cookies.yaml")


@pytest.fixture
def inventory(tmp_path: Path) -> Path:
    path = tmp_path / "cookies.yaml"
    path.write_text(FRAME + ENTRY, encoding="utf-8")
    return path


def test_the_help_lists_every_format_and_what_it_is(run: Run) -> None:
    out = run("export", "--help").out

    for name, (_, what) in FORMATS.items():
        assert f"  {name}  {what}\n" in out


def test_a_file_is_written_whole_and_nothing_else(run: Run, inventory: Path) -> None:
    done = run("export", "cookies.yaml", "--to", "csv", "--output", "out.csv", "-q")

    assert (done.code, done.out, done.err) == (0, "", "")
    assert (inventory.parent / "out.csv").read_text("utf-8").startswith("name,provider,")
    assert sorted(os.listdir(inventory.parent)) == ["cookies.yaml", "out.csv"]


def test_what_was_read_is_never_overwritten(run: Run, inventory: Path) -> None:
    before = inventory.read_bytes()
    done = run("export", "cookies.yaml", "--to", "csv", "--output", "cookies.yaml")

    assert done.code == 2
    assert done.err == (
        "policylint: cookies.yaml would be overwritten by the output; nothing was written\n"
    )
    assert inventory.read_bytes() == before


def test_an_included_file_is_exported_and_never_overwritten(run: Run, inventory: Path) -> None:
    (inventory.parent / "more.yaml").write_text(
        f"version: 1\n{ENTRY}".replace("name: a", "name: b")
    )
    inventory.write_text(f"include: [more.yaml]\n{FRAME}{ENTRY}", encoding="utf-8")

    done = run("export", "cookies.yaml", "--to", "csv")
    over = run("export", "cookies.yaml", "--to", "csv", "--output", "more.yaml")

    assert [line.partition(",")[0] for line in done.out.splitlines()] == ["name", "a", "b"]
    assert over.code == 2


def test_schema_errors_are_told_and_nothing_is_exported(run: Run, inventory: Path) -> None:
    inventory.write_text(f"{FRAME}cookies:\n  - {{name: a}}\n", encoding="utf-8")

    done = run("export", "cookies.yaml", "--to", "klaro", "--output", "out.js")

    assert (done.code, done.out) == (1, "")
    assert "DOC002" in done.err
    assert done.err.endswith("policylint: nothing was exported; mend the errors\n")
    assert not (inventory.parent / "out.js").exists()


def test_other_findings_do_not_stop_the_export_and_are_counted(run: Run) -> None:
    path = "examples/violations/cookies.yaml"
    done = run("export", path, "--to", "csv", cwd=ROOT)
    summary = json.loads(run("check", path, "--format", "json", cwd=ROOT).out)["summary"]

    assert done.code == 0
    assert done.out.startswith("name,provider,")
    assert done.err.endswith(
        f"policylint: the inventory has {summary['errors']} errors and {summary['warnings']}"
        " warnings open: 'policylint check' lists them\n"
    )


def test_a_language_that_the_site_does_not_have_is_refused(run: Run) -> None:
    done = run("export", STUDIO, "--to", "csv", "--language", "sv")

    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(
        "policylint: the site has no language 'sv'; expected one of en, fr, de, es, it, nl, pl, pt\n"
    )


def test_a_disclosure_of_several_vendors_asks_which(run: Run) -> None:
    done = run("export", STUDIO, "--to", "iab")
    other = run("export", STUDIO, "--to", "iab", "--vendor", "criteo")

    assert (done.code, other.code) == (2, 2)
    assert "expected --vendor with one of: axeptio, google-analytics, google-tag" in done.err
    assert other.err.startswith("policylint: no vendor 'criteo'; expected one of: axeptio, ")


def test_a_vendor_is_for_disclosures_alone(run: Run) -> None:
    done = run("export", STUDIO, "--to", "csv", "--vendor", "axeptio")

    assert done.code == 2
    assert done.err.startswith("policylint: --vendor goes with --to iab: ")


def test_an_inventory_comes_from_standard_input_too(run: Run) -> None:
    done = run("export", "-", "--to", "csv", "-q", stdin=(FRAME + ENTRY).encode())

    assert done.code == 0
    assert "\r\na,A,necessary," in done.out


def test_a_file_that_is_not_there_is_named(run: Run) -> None:
    done = run("export", "no.yaml", "--to", "csv")

    assert (done.code, done.out) == (3, "")
    assert done.err == "policylint: no.yaml does not exist; expected an inventory\n"


@pytest.mark.parametrize("form", sorted(set(FORMATS) - {"iab"}))
def test_the_same_inventory_gives_the_same_bytes(run: Run, form: str) -> None:
    first = run("export", STUDIO, "--to", form, env={"PYTHONHASHSEED": "1"})
    second = run("export", STUDIO, "--to", form, env={"PYTHONHASHSEED": "2"})

    assert first == second
