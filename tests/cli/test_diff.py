import json
import os
import subprocess
from pathlib import Path

import docx
import pytest

from tests.conftest import Run
from tests.review.test_compare import OLD, US_VENDOR

LONGER = OLD.replace("lifetime: 6 months", "lifetime: 13 months")
TYPO = OLD.replace("Keeps the basket.", "Keeps teh basket.")


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@a.example")
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


def test_a_new_vendor_abroad_and_a_longer_lifetime_mean_asking_again(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "old.yaml").write_text(OLD)
    (tmp_path / "new.yaml").write_text(LONGER.replace("cookies:\n", US_VENDOR))

    done = run("diff", "old.yaml", "new.yaml", "--fail-on", "re-consent")

    assert done.code == 1
    assert "What follows: ask for consent again." in done.out
    assert "Meta Platforms, Inc." in done.out
    assert "visitors agreed to the shorter time that they were told of" in done.out


def test_a_typo_asks_for_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "old.yaml").write_text(OLD)
    (tmp_path / "new.yaml").write_text(TYPO)

    done = run("diff", "old.yaml", "new.yaml", "--fail-on", "inform", "--format", "json")

    data = json.loads(done.out)
    assert done.code == 0
    assert data["consequence"] == "none"
    assert [change["kind"] for change in data["changes"]] == ["wording-changed"]


@pytest.mark.parametrize("words", [("HEAD", "cookies.yaml"), ("HEAD:cookies.yaml", "cookies.yaml")])
def test_a_revision_of_git_is_compared_with_the_file(
    run: Run, tmp_path: Path, words: tuple[str, str]
) -> None:
    (tmp_path / "cookies.yaml").write_text(OLD)
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "cookies.yaml")
    git(tmp_path, "commit", "-qm", "first")
    (tmp_path / "cookies.yaml").write_text(LONGER)

    done = run("diff", *words, "--format", "markdown")

    assert done.code == 0
    assert "From HEAD:cookies.yaml to cookies.yaml" in done.out
    assert "6\u00a0months" in done.out


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--", "--output=x", "cookies.yaml"), "'--output=x' is no file, and no revision"),
        (("nothing", "nowhere"), "neither 'nothing' nor 'nowhere' is a file"),
        (("HEAD~1", "cookies.yaml"), "is in no git repository"),
        (("gone.yaml", "cookies.yaml"), "gone.yaml does not exist"),
    ],
)
def test_what_is_no_version_is_one_sentence(
    run: Run, tmp_path: Path, words: tuple[str, ...], sentence: str
) -> None:
    (tmp_path / "cookies.yaml").write_text(OLD)
    if words[0] == "--":
        git(tmp_path, "init", "-q")

    done = run("diff", *words)

    assert done.code in {2, 3}
    assert sentence in done.err


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("nope", "cookies.yaml"), "'nope' is no file, and no revision that git has; expected a"),
        (("cookies.yaml", "origin/nope"), "'origin/nope' is no file, and no revision that git"),
        (("nope:cookies.yaml", "cookies.yaml"), "'nope' is no file, and no revision that git has"),
        (("v1:", "cookies.yaml"), "'v1:' names no file behind the colon; expected a file, a"),
        ((":cookies.yaml", "cookies.yaml"), "':cookies.yaml' names no revision before the colon"),
        (("v1:gone.yaml", "cookies.yaml"), "'v1' has no gone.yaml\nhint: REVISION:FILE names"),
        (("v1", "-"), "'v1' is no file, and standard input has no revisions"),
        (("-", "-"), "standard input can be one version, not both"),
        (("v1:folder", "cookies.yaml"), "'v1:folder' is no file; expected an inventory"),
    ],
)
def test_what_git_does_not_have_is_named(
    run: Run, tmp_path: Path, words: tuple[str, ...], sentence: str
) -> None:
    (tmp_path / "folder").mkdir()
    for name in ("cookies.yaml", "folder/more.yaml"):
        (tmp_path / name).write_text(OLD)
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "first")
    git(tmp_path, "tag", "v1")

    done = run("diff", *words)

    assert done.code in {2, 3}
    assert done.err.startswith(f"policylint: {sentence}")
    assert run("diff", "@:cookies.yaml", "cookies.yaml").code == 0


def test_a_repository_that_git_refuses_is_told_with_the_way_out(run: Run, tmp_path: Path) -> None:
    (tmp_path / "cookies.yaml").write_text(OLD)
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "first")

    owned = run(
        *("diff", "HEAD", "cookies.yaml"),
        env={**os.environ, "GIT_TEST_ASSUME_DIFFERENT_OWNER": "1"},
    )
    git(tmp_path, "clone", "-q", "--depth=1", f"file://{tmp_path}", "copy")
    shallow = run("diff", "HEAD~1", "copy/cookies.yaml")

    assert "for another user owns it\nhint: 'git config --global --add safe." in owned.err
    assert "hint: this clone is shallow; 'git fetch --unshallow' brings older" in shallow.err


def test_an_inventory_that_cannot_be_read_is_not_compared(run: Run, tmp_path: Path) -> None:
    (tmp_path / "old.yaml").write_text("version: 1\n")
    (tmp_path / "new.yaml").write_text(OLD)

    done = run("diff", "old.yaml", "new.yaml")

    assert (done.code, done.out) == (1, "")
    assert "old.yaml cannot be compared" in done.err


def test_included_files_are_read_as_they_were(run: Run, tmp_path: Path) -> None:
    vendors, _, _ = OLD.partition("cookies:\n")
    shared = "version: 1\nvendors:" + vendors.partition("vendors:")[2]
    main = OLD.replace("vendors:" + vendors.partition("vendors:")[2], "include: [vendors.yaml]\n")
    (tmp_path / "cookies.yaml").write_text(main)
    (tmp_path / "vendors.yaml").write_text(shared)
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "first")
    (tmp_path / "vendors.yaml").write_text(shared.replace("role: processor", "role: controller"))

    data = json.loads(run("diff", "HEAD", "cookies.yaml", "--format", "json").out)

    assert [change["kind"] for change in data["changes"]] == ["vendor-changed"]


def test_a_file_of_word_tracks_the_changes_and_says_what_follows_beside_them(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "old.yaml").write_text(OLD)
    (tmp_path / "new.yaml").write_text(LONGER.replace("cookies:\n", US_VENDOR))

    done = run("diff", "old.yaml", "new.yaml", "--output", "changes.docx", "--format", "docx")

    package = docx.Document(str(tmp_path / "changes.docx"))
    assert (done.code, done.out) == (0, "")
    assert package.element.body.xpath("//w:del//w:delText[contains(., '6')]")
    assert package.element.body.xpath("//w:ins//w:t[contains(., '13')]")
    remarks = [one.text for one in package.comments]
    assert any("ask for consent again" in one and "Article 13" in one for one in remarks)


def test_a_file_of_word_is_not_written_to_the_terminal(run: Run, tmp_path: Path) -> None:
    (tmp_path / "old.yaml").write_text(OLD)

    done = run("diff", "old.yaml", "old.yaml", "--format", "docx")

    assert (done.code, done.out) == (2, "")
    assert done.err == "policylint: the format 'docx' is no text; name a file with --output\n"


def test_a_language_is_one_in_capital_letters_too(run: Run, tmp_path: Path) -> None:
    (tmp_path / "old.yaml").write_text(OLD)
    (tmp_path / "new.yaml").write_text(LONGER)

    drawn = [
        run("diff", "old.yaml", "new.yaml", "--language", tag) for tag in ("fr", "FR", "fr-BE")
    ]

    assert [one.code for one in drawn] == [0, 0, 0]
    assert "demander de nouveau le consentement" in " ".join(drawn[0].out.split())
    assert len({one.out for one in drawn}) == 1


@pytest.mark.parametrize("form", ["text", "json"])
def test_an_unknown_language_is_refused_with_those_there_are(
    run: Run, tmp_path: Path, form: str
) -> None:
    (tmp_path / "old.yaml").write_text(OLD)

    done = run("diff", "old.yaml", "old.yaml", "--language", "xx", "--format", form)

    assert (done.code, done.out) == (2, "")
    assert done.err == (
        "policylint: policylint does not write in 'xx';"
        " its languages are en, fr, de, es, it, nl, pl, pt\n"
    )


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("changes.docx", b"PK"),
        ("changes.pdf", b"%PDF"),
        ("changes.html", b"<!DOCTYPE html>"),
        ("changes.json", b'{\n  "version"'),
        ("changes.md", b"# Changes of"),
        ("changes.txt", b"CHANGES OF"),
        ("changes", b"CHANGES OF"),
    ],
)
def test_the_format_is_that_of_the_name_of_the_file(
    run: Run, tmp_path: Path, name: str, begins: bytes
) -> None:
    (tmp_path / "old.yaml").write_text(OLD)
    (tmp_path / "new.yaml").write_text(LONGER)

    done = run("diff", "old.yaml", "new.yaml", "--output", name)

    assert (done.code, done.out) == (0, "")
    assert (tmp_path / name).read_bytes().startswith(begins)


def test_an_older_version_that_cannot_be_read_is_told_with_its_first_fault(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "old.json").write_text('{"version": 1,\n "site" 2}')
    (tmp_path / "new.yaml").write_text(OLD)

    done = run("report", "new.yaml", "--since", "old.json")

    assert (done.code, done.out) == (2, "")
    assert done.err == (
        "policylint: --since: old.json cannot be read; "
        "old.json:2:9: '2' follows a value; expected ',' or '}'\n"
    )
    (tmp_path / "old.json").write_text('{"version": 1, "site": 2, "cookies": 3}')
    assert "(and 2 more errors)" in run("report", "new.yaml", "--since", "old.json").err
