"""Who signed what, over the history of a real repository."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from policylint.review.git import Objects
from tests.cli.test_approvals import SOUND, codes
from tests.cli.test_diff import git
from tests.conftest import Run

LONGER = ("lifetime: session", "lifetime: 1 day")
OTHER = ("load-balancing", "security")
TYPO = ("Keeps a visitor", "Keeps a vistor")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    git(tmp_path, "init", "-q", "-b", "main")
    found = tmp_path / "cookies.yaml"
    found.write_text(SOUND)
    return found


def commit(path: Path, message: str = "x") -> None:
    git(path.parent, "add", "-A")
    git(path.parent, "commit", "-qm", message)


def sign(run: Run, path: Path, who: str, role: str, *more: str) -> None:
    done = run("approve", str(path), "--by", who, "--role", role, *more)
    assert done.code == 0, done.err


def edit(path: Path, *changes: tuple[str, str]) -> None:
    text = path.read_text()
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text)


def listed(run: Run, path: Path) -> list[dict[str, object]]:
    done = run("approvals", str(path), "--format", "json")
    found: list[dict[str, object]] = json.loads(done.out)["approvals"]
    return found


def kinds(found: dict[str, object]) -> list[str] | None:
    changes = found["changes"]
    return [one["kind"] for one in changes] if isinstance(changes, list) else None


def test_each_of_several_people_is_told_what_changed_since(run: Run, path: Path) -> None:
    sign(run, path, "Jeanne", "DPO")
    commit(path)
    edit(path, LONGER)
    sign(run, path, "Paul", "legal")
    commit(path)
    edit(path, OTHER)
    sign(run, path, "Ada", "engineering")
    commit(path)

    found = listed(run, path)

    assert [(one["by"], one["holds"]) for one in found] == [
        ("Jeanne", False),
        ("Paul", False),
        ("Ada", True),
    ]
    assert [kinds(one) for one in found] == [
        ["exempt-cookie-added", "exempt-lifetime-longer"],
        ["exempt-cookie-added"],
        [],
    ]
    assert run("approvals", path.name).code == 0
    assert codes(run, path) == []


def test_what_a_role_refused_stays_refused_until_it_decides_otherwise(run: Run, path: Path) -> None:
    sign(run, path, "Jeanne", "DPO", "--decision", "refused")
    sign(run, path, "Paul", "legal")

    assert codes(run, path) == ["POL009"]
    assert run("approvals", path.name).code == 1
    sign(run, path, "Marie", "dpo")
    assert codes(run, path) == []
    assert run("approvals", path.name).code == 0


def test_an_edit_of_descriptions_is_told_and_the_sign_off_holds(run: Run, path: Path) -> None:
    sign(run, path, "Jeanne", "DPO")
    commit(path)
    edit(path, TYPO)

    (finding,) = json.loads(
        run("check", path.name, "--select", "POL009", "--format", "json", "--no-cache").out
    )["findings"]
    done = run("approvals", path.name)

    assert (finding["code"], finding["severity"]) == ("POL009", "info")
    assert "nothing but descriptions has been edited since Jeanne (DPO)" in finding["message"]
    assert done.code == 0
    assert "approved; holds; nothing but descriptions has been edited since" in done.out
    assert "Keeps a visitor on one server" in done.out
    assert "Keeps a vistor on one server" in done.out
    edit(path, LONGER)
    assert codes(run, path) == ["POL009"]
    assert run("approvals", path.name).code == 1


def test_a_description_that_comes_or_goes_is_more_than_other_words(run: Run, path: Path) -> None:
    sign(run, path, "Jeanne", "DPO")
    path.write_text(
        "".join(
            line for line in path.read_text().splitlines(keepends=True) if "description" not in line
        )
    )

    assert run("approvals", path.name).code == 1


def test_a_renamed_file_is_found_under_its_earlier_names(run: Run, path: Path) -> None:
    sign(run, path, "Jeanne", "DPO")
    commit(path)
    (path.parent / "légal site").mkdir()
    git(path.parent, "mv", path.name, "légal site/a.yaml")
    commit(path)
    git(path.parent, "mv", "légal site/a.yaml", "b.yaml")
    commit(path)
    new = path.with_name("b.yaml")
    edit(new, LONGER)

    (found,) = listed(run, new)

    assert kinds(found) == ["exempt-lifetime-longer"]


def test_what_was_signed_on_a_branch_is_found_after_the_merge(run: Run, path: Path) -> None:
    commit(path)
    git(path.parent, "checkout", "-qb", "side")
    sign(run, path, "Jeanne", "DPO")
    commit(path)
    git(path.parent, "checkout", "-q", "main")
    edit(path, OTHER)
    commit(path)
    git(path.parent, "merge", "-q", "side", "-m", "both")

    (found,) = listed(run, path)

    assert kinds(found) == ["exempt-cookie-added"]


def test_an_included_file_is_read_as_it_was_signed(run: Run, path: Path) -> None:
    head, cookies = SOUND.split("cookies:\n")
    path.write_text(f"{head}include: [parts/more.yaml]\ncookies: []\n")
    more = path.with_name("parts") / "more.yaml"
    more.parent.mkdir()
    more.write_text(f"version: 1\ncookies:\n{cookies}")
    sign(run, path, "Jeanne", "DPO")
    commit(path)
    edit(more, LONGER)
    commit(path)

    (found,) = listed(run, path)

    assert kinds(found) == ["exempt-lifetime-longer"]


def test_a_hook_asks_in_its_own_environment(run: Run, path: Path, tmp_path: Path) -> None:
    below = tmp_path / "site"
    below.mkdir()
    own = below / "cookies.yaml"
    own.write_text(SOUND)
    sign(run, own, "Jeanne", "DPO")
    commit(path)
    edit(own, LONGER)

    done = run(
        "approvals", "site/cookies.yaml", env={**os.environ, "GIT_DIR": str(tmp_path / ".git")}
    )

    assert "session → 1 day" in done.out


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        ("dirty", "what was signed is not in the history of git"),
        ("shallow", "what was signed is not in this shallow clone; see 'git fetch --unshallow'"),
        ("outside", "what was signed is not known, for the file is in no git repository"),
        ("empty", "what was signed is not in the history of git"),
    ],
)
def test_what_is_not_there_is_told_with_the_reason(
    run: Run, path: Path, tmp_path: Path, state: str, sentence: str
) -> None:
    if state == "dirty":
        commit(path)
        edit(path, OTHER)
    sign(run, path, "Jeanne", "DPO")
    if state == "shallow":
        commit(path)
    edit(path, LONGER)
    if state == "shallow":
        commit(path)
        git(tmp_path, "clone", "-q", "--depth=1", f"file://{tmp_path}", "copy")
        path = tmp_path / "copy" / path.name
    if state == "outside":
        (tmp_path / ".git").rename(tmp_path / "moved")

    done = run("approvals", str(path))

    assert done.code == 1
    assert sentence in done.out


def test_without_git_the_sign_offs_are_listed(run: Run, path: Path, tmp_path: Path) -> None:
    sign(run, path, "Jeanne", "DPO")
    edit(path, LONGER)
    (tmp_path / "bin").mkdir()

    done = run("approvals", path.name, env={**os.environ, "PATH": str(tmp_path / "bin")})

    assert (done.code, done.err) == (1, "")
    assert "what was signed is not known, for git is not installed" in done.out


def test_objects_that_are_no_files_are_none(path: Path) -> None:
    commit(path)
    top = str(path.parent)

    with Objects(top) as objects:
        assert objects.read("HEAD:gone", 10) is None
        assert objects.read("HEAD:", 10_000) is None
        assert objects.read("HEAD:cookies.yaml", 3) is None
        assert objects.read("HEAD:cookies.yaml\nHEAD", 10_000) is None
        assert objects.read("HEAD:cookies.yaml", 10_000) == SOUND.encode()


def test_the_command_line_of_git_stays_ours(run: Run, path: Path) -> None:
    sign(run, path, "Jeanne", "DPO")
    commit(path)
    edit(path, LONGER)
    for key, value in [("log.showSignature", "true"), ("color.ui", "always"),
                       ("diff.renames", "false"), ("log.follow", "true")]:  # fmt: skip
        subprocess.run(["git", "config", key, value], cwd=path.parent, check=True)

    (found,) = listed(run, path)

    assert kinds(found) == ["exempt-lifetime-longer"]
