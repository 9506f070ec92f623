import json
import re
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.conftest import FRAME, ROOT, Run
from tests.review.test_compare import OLD

EXAMPLES = ROOT / "examples"
VIOLATIONS = str(EXAMPLES / "violations" / "cookies.yaml")
MINIMAL = str(EXAMPLES / "minimal" / "cookies.yaml")
OBSERVED = str(EXAMPLES / "observed" / "cookies.yaml")
EVIDENCE = str(EXAMPLES / "observed" / "evidence.json")
BROKEN = FRAME + "cookies: [{name: a, name: b}]\n"


def test_a_report_is_a_page_and_its_writing_a_success(run: Run) -> None:
    done = run("report", VIOLATIONS)

    assert done.code == 0
    assert done.out.startswith("<!DOCTYPE html>")
    assert "Do not publish" in done.out


@pytest.mark.parametrize(
    ("threshold", "file", "code"),
    [("error", VIOLATIONS, 1), ("never", VIOLATIONS, 0), ("error", MINIMAL, 0)],
)
def test_a_threshold_judges(run: Run, threshold: str, file: str, code: int) -> None:
    assert run("report", file, "--fail-on", threshold, "--format", "text").code == code


@pytest.mark.parametrize(
    ("name", "start"),
    [("a.md", "# Review"), ("a.txt", "REVIEW OF"), ("a.html", "<!DOCTYPE"), ("a.json", "{")],
)
def test_the_name_of_the_output_tells_the_format(
    run: Run, tmp_path: Path, name: str, start: str
) -> None:
    done = run("report", MINIMAL, "--output", name)

    assert (done.code, done.out) == (0, "")
    assert (tmp_path / name).read_text().startswith(start)


@pytest.mark.parametrize(("name", "start"), [("a.docx", b"PK"), ("a.pdf", b"%PDF-")])
def test_files_for_word_and_print_are_the_same_every_time(
    run: Run, tmp_path: Path, name: str, start: bytes
) -> None:
    first = run("report", MINIMAL, "--output", name)
    content = (tmp_path / name).read_bytes()
    run("report", MINIMAL, "--output", name)

    assert (first.code, first.out, first.err) == (0, "", "")
    assert content.startswith(start)
    assert (tmp_path / name).read_bytes() == content
    assert run("report", MINIMAL, "--format", name.rpartition(".")[2]).code == 2


def test_page_one_of_a_pdf_is_one_page(run: Run, tmp_path: Path) -> None:
    run("report", VIOLATIONS, "--output", "a.pdf")

    first, second, *_ = (page.extract_text() for page in PdfReader(tmp_path / "a.pdf").pages)
    assert "Do not publish" in first
    assert "It holds no value of any cookie" in " ".join(first.split())
    assert "Findings" in second


def test_an_inventory_that_cannot_be_read_is_not_assessed(run: Run, tmp_path: Path) -> None:
    (tmp_path / "cookies.yaml").write_text(BROKEN)

    done = run("report", "cookies.yaml", "--format", "text")

    assert done.code == 0
    assert "? Not assessed" in done.out
    assert "DOC003" in done.out
    assert run("report", "cookies.yaml", "--fail-on", "error").code == 1


def test_what_changed_since_is_told_and_must_be_readable(run: Run, tmp_path: Path) -> None:
    (tmp_path / "old.yaml").write_text(OLD)
    (tmp_path / "new.yaml").write_text(OLD.replace("lifetime: 6 months", "lifetime: 13 months"))
    (tmp_path / "broken.yaml").write_text(BROKEN)

    done = run("report", "new.yaml", "--since", "old.yaml", "--format", "text")

    assert "consent must be asked for again" in " ".join(done.out.split())
    assert "visitors agreed to the shorter time" in " ".join(done.out.split())
    assert run("report", "new.yaml", "--since", "broken.yaml").code == 2
    assert run("report", "new.yaml", "old.yaml", "--since", "old.yaml").code == 2


def test_several_inventories_are_one_report_with_the_gravest_verdict(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "cookies.yaml").write_text(BROKEN)

    done = run("report", MINIMAL, "cookies.yaml", VIOLATIONS, "--format", "json")

    data = json.loads(done.out)
    assert data["verdict"] == "stop"
    assert [site["verdict"] for site in data["sites"]] == ["publish", "unknown", "stop"]


def test_evidence_is_held_against_the_declaration(run: Run) -> None:
    done = run(
        *("report", OBSERVED, "--evidence", EVIDENCE, "--vantage", "FR", "--format", "text"),
    )

    words = " ".join(done.out.split())
    assert "The declaration was held against what a browser saw." in words
    assert "seen, should not be there" in words


def test_the_file_in_a_folder_of_evidence_is_named_and_not_overwritten(
    run: Run, tmp_path: Path
) -> None:
    folder = tmp_path / "visits"
    folder.mkdir()
    file = folder / "evidence.json"
    file.write_bytes(Path(EVIDENCE).read_bytes())
    asked = ("report", OBSERVED, "--evidence", str(folder), "--format", "text")

    assert f"{file}, SHA-256" in " ".join(run(*asked).out.split())
    assert run(*asked, "--output", str(file)).code == 2
    assert file.read_bytes() == Path(EVIDENCE).read_bytes()


@pytest.mark.parametrize(
    "arguments",
    [
        ("report",),
        ("report", MINIMAL, "--language", "xx"),
        ("report", MINIMAL, "--vantage", "FR"),
        ("report", MINIMAL, "--output", MINIMAL),
    ],
)
def test_a_wrong_call_writes_nothing(run: Run, arguments: tuple[str, ...]) -> None:
    done = run(*arguments)

    assert (done.code, done.out) == (2, "")
    assert "Traceback" not in done.err


@pytest.mark.parametrize("files", [[VIOLATIONS], [VIOLATIONS, MINIMAL], ["broken.yaml"]])
def test_the_id_depends_on_what_is_said_and_not_on_the_form(
    run: Run, tmp_path: Path, files: list[str]
) -> None:
    (tmp_path / "broken.yaml").write_text(BROKEN)

    def identity(*more: str) -> str:
        done = run("report", *files, *more)
        assert done.code == 0, done.err
        written = (tmp_path / more[1]).read_text() if more[0] == "--output" else done.out
        (found,) = set(re.findall(r"R-[0-9A-F]{12}", written))
        return str(found)

    plain = identity("--format", "html")
    assert identity("--output", "a.md") == plain
    assert identity("--format", "text", "--fail-on", "never") == plain
    assert identity("--format", "json", "--as-of", "2026-11-23") == plain
    assert identity("--format", "text", "--as-of", "2026-11-22") != plain
    assert identity("--format", "text", "--language", "fr") != plain


def test_a_page_and_its_print_bear_the_same_id(run: Run, tmp_path: Path) -> None:
    run("report", MINIMAL, "--output", "a.pdf")

    page = " ".join(one.extract_text() for one in PdfReader(tmp_path / "a.pdf").pages)
    (found,) = set(re.findall(r"R-[0-9A-F]{12}", page))
    assert found in run("report", MINIMAL).out


def test_the_older_version_is_not_overwritten(run: Run, tmp_path: Path) -> None:
    for name in ("old.yaml", "new.yaml"):
        (tmp_path / name).write_text(OLD)

    done = run(
        "report", "new.yaml", "--since", "old.yaml", "--output", "old.yaml", "--format", "html"
    )

    assert (done.code, done.out) == (2, "")
    assert "old.yaml would be overwritten by the output" in done.err
    assert (tmp_path / "old.yaml").read_text() == OLD


def test_an_inventory_named_twice_is_one(run: Run) -> None:
    once = run("report", MINIMAL, "--format", "json")
    twice = run("report", MINIMAL, MINIMAL, "--format", "json")

    assert len(json.loads(twice.out)["sites"]) == len(json.loads(once.out)["sites"]) == 1
