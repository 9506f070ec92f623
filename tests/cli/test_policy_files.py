"""Policies as files, in every language, as fragments; and compared as such."""

import json
from pathlib import Path

import pytest

from policylint.i18n import languages
from tests.conftest import ROOT, Run

STUDIO = (ROOT / "examples" / "studio-ductus" / "cookies.yaml").read_text(encoding="utf-8")
WIDE = STUDIO.replace("languages: [en, fr, de, es, it, nl, pl, pt]", "languages: [en, fr-CA, cs]")
STARTS = {"docx": b"PK", "pdf": b"%PDF-", "json": b"{"}


@pytest.fixture(autouse=True)
def _inventory(tmp_path: Path) -> None:
    assert WIDE != STUDIO
    (tmp_path / "cookies.yaml").write_text(STUDIO, encoding="utf-8")


@pytest.mark.parametrize("form", STARTS)
def test_the_format_follows_the_name_and_the_bytes_are_the_same(
    run: Run, tmp_path: Path, form: str
) -> None:
    done = run("policy", "cookies.yaml", "--output", f"a.{form}")
    again = run("policy", "cookies.yaml", "--output", f"b.{form}")

    content = (tmp_path / f"a.{form}").read_bytes()
    assert (done.code, done.err, again.code) == (0, "", 0)
    assert content.startswith(STARTS[form])
    assert (tmp_path / f"b.{form}").read_bytes() == content
    assert run("policy", "cookies.yaml", "--check", f"a.{form}").code == 0


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_a_file_is_not_written_to_the_terminal(run: Run, form: str) -> None:
    done = run("policy", "cookies.yaml", "--format", form)

    assert (done.code, done.out) == (2, "")
    assert f"the format '{form}' is no text" in done.err


@pytest.mark.parametrize(
    ("form", "library"), [("docx", "python-docx"), ("pdf", "WeasyPrint and pypdf")]
)
def test_a_missing_library_is_named_with_its_extra(
    run: Run, tmp_path: Path, form: str, library: str
) -> None:
    folder = tmp_path / "absent"
    folder.mkdir()
    for name in ("docx", "weasyprint"):
        (folder / f"{name}.py").write_text(f"raise ModuleNotFoundError('no', name='{name}')")

    done = run(
        *("policy", "cookies.yaml", "--output", f"a.{form}"),
        env={"PYTHONPATH": f"{folder}:{ROOT}"},
    )

    assert done.code == 2
    assert f"the format '{form}' needs {library}" in done.err
    assert f"pip install 'policylint[{form}]'" in done.err
    assert not (tmp_path / f"a.{form}").exists()


def test_a_missing_library_of_the_system_is_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "weasyprint").mkdir()
    (tmp_path / "weasyprint" / "__init__.py").write_text(
        "raise OSError(\"cannot load library 'libpango-1.0-0': no such file\")"
    )

    done = run(
        *("policy", "cookies.yaml", "--output", "a.pdf"), env={"PYTHONPATH": f"{tmp_path}:{ROOT}"}
    )

    assert done.code == 2
    assert "needs the library libpango-1.0-0 of the system" in done.err
    assert "apt-get install libpango-1.0-0" in done.err


def test_a_fragment_has_no_page_around_it(run: Run) -> None:
    done = run("policy", "cookies.yaml", "--format", "html", "--fragment")

    assert done.out.startswith('<div class="cookie-policy" lang="en">\n<h1>')
    assert done.out.endswith("</div>\n")
    assert "<html" not in done.out
    assert "<style" not in done.out
    assert done.out.count('id="cookie-choices"') == 1


def test_a_fragment_is_html_without_being_asked(run: Run, tmp_path: Path) -> None:
    asked = run("policy", "cookies.yaml", "--format", "html", "--fragment").out
    run("policy", "cookies.yaml", "--fragment", "--output", "_cookies.erb")

    assert run("policy", "cookies.yaml", "--fragment").out == asked
    assert (tmp_path / "_cookies.erb").read_text(encoding="utf-8") == asked


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (["--output", "x.docx"], "'x.docx' is named as docx"),
        (["--output", "x.md"], "'x.md' is named as markdown"),
        (["--format", "text"], "--format says text"),
        (["--format", "text", "--output", "x.html"], "--format says text"),
    ],
)
def test_a_fragment_of_another_format_is_refused_naming_the_conflict(
    run: Run, tmp_path: Path, options: list[str], reason: str
) -> None:
    done = run("policy", "cookies.yaml", "--fragment", *options)

    assert (done.code, done.out) == (2, "")
    assert f"--fragment is for HTML, and {reason}" in done.err
    assert [one.name for one in tmp_path.iterdir()] == ["cookies.yaml"]


@pytest.mark.parametrize("command", [["policy"], ["report"], ["diff", "cookies.yaml"]])
@pytest.mark.parametrize("name", ["x.foo", "report.exe", "policy.doc"])
def test_an_ending_of_no_format_is_refused_and_taken_with_a_format(
    run: Run, tmp_path: Path, command: list[str], name: str
) -> None:
    done = run(*command, "cookies.yaml", "--output", name)

    assert (done.code, done.out) == (2, "")
    assert f"the ending of '{name}' names no format of " in done.err
    assert "add --format" in done.err
    assert not (tmp_path / name).exists()
    assert run(*command, "cookies.yaml", "--output", name, "--format", "html").code == 0
    assert (tmp_path / name).read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


@pytest.mark.parametrize("name", ["POLICY", "./a.b/policy", ".policy"])
def test_a_name_without_an_ending_gets_the_default(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / "a.b").mkdir()

    assert run("policy", "cookies.yaml", "--output", name).code == 0
    assert (tmp_path / name).read_text(encoding="utf-8").startswith("# Cookie policy")


def test_every_language_that_we_write_is_a_file_and_the_others_are_told(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "cookies.yaml").write_text(WIDE, encoding="utf-8")

    done = run(
        *("policy", "cookies.yaml", "--all-languages", "--format", "html", "--output-dir", "out")
    )

    assert done.code == 0
    assert sorted(one.name for one in (tmp_path / "out").iterdir()) == [
        "cookie-policy.en.html",
        "cookie-policy.fr-CA.html",
    ]
    assert "POL011 warning no policy is written in 'cs', a language of the site" in done.err
    assert f"policylint writes in {', '.join(languages())}" in done.err
    assert run("policy", "cookies.yaml", "--language", "fr-CA").out.startswith("# ")


def test_a_strict_language_is_an_error_and_nothing_is_written(run: Run, tmp_path: Path) -> None:
    (tmp_path / "cookies.yaml").write_text(WIDE, encoding="utf-8")

    done = run(
        *("policy", "cookies.yaml", "--all-languages", "--output-dir", "out"), "--strict-language"
    )

    assert done.code == 1
    assert "POL011 language-fallback" in done.err
    assert not (tmp_path / "out").exists()


def test_a_folder_of_all_languages_is_compared(run: Run, tmp_path: Path) -> None:
    run("policy", "cookies.yaml", "--all-languages", "--output-dir", "out")

    same = run("policy", "cookies.yaml", "--all-languages", "--check", "out")
    (tmp_path / "cookies.yaml").write_text(STUDIO.replace("13 months", "12 months"))
    stale = run("policy", "cookies.yaml", "--all-languages", "--check", "out")

    assert (same.code, len(same.out.splitlines())) == (0, len(languages()))
    assert stale.code == 1
    assert "cookie-policy.fr.md" in stale.err
    assert run("policy", "cookies.yaml", "--all-languages", "--check", "cookies.yaml").code == 2


@pytest.mark.parametrize(
    "options",
    [
        ["--all-languages"],
        ["--all-languages", "--output-dir", "x", "--language", "fr"],
        ["--all-languages", "--output-dir", "x", "--output", "y"],
        ["--output-dir", "x"],
        ["--template", "t", "--format", "json"],
        ["--template", "t", "--format", "docx", "--output", "x"],
        ["--check", "x", "--fragment", "--format", "html"],
    ],
)
def test_what_contradicts_itself_is_a_wrong_usage(
    run: Run, tmp_path: Path, options: list[str]
) -> None:
    done = run("policy", "cookies.yaml", *options)

    assert (done.code, done.out) == (2, "")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["cookies.yaml"]


def test_a_folder_that_is_a_file_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "x").write_text("")

    done = run("policy", "cookies.yaml", "--all-languages", "--output-dir", "x")

    assert done.code == 3
    assert done.err.startswith("policylint: x cannot be made a folder")


def test_the_json_names_fields_that_resolve(run: Run) -> None:
    policy = json.loads(run("policy", "cookies.yaml", "--format", "json").out)

    assert policy["policy"] == 1
    assert policy["language"] == "en"
    assert [one["anchor"] for one in policy["sections"]][:2] == ["head", "about"]


def test_a_policy_as_text_reads_no_library_of_files() -> None:
    from tests.cli.test_startup import modules

    read = modules("policy", "examples/studio-ductus/cookies.yaml", "--format", "html", "--quiet")

    assert read & {"docx", "lxml", "weasyprint", "pypdf"} == set()
