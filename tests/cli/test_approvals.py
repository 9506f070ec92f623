import json
from pathlib import Path

import pytest

from tests.cli.test_diff import LONGER, TYPO, git
from tests.conftest import Run
from tests.review.test_compare import OLD

WHO = ("--by", "Jeanne Martin", "--role", "DPO", "--on", "2026-11-20")
SOUND = """\
version: 1
site: {name: S, url: "https://s.example", jurisdictions: [CH], languages: [en]}
controller: {name: A, country: CH, email: a@a.example, dpo: {required: false, reason: small}}
cookies:
  # the basket
  - name: sticky
    category: essential
    purposes: [load-balancing]
    description: Keeps a visitor on one server for the session.
    lifetime: session   # ends with the browser
"""


def approve(run: Run, path: Path, *more: str) -> None:
    done = run("approve", path.name, *WHO, *more)
    assert done.code == 0, done.err


def codes(run: Run, path: Path) -> list[str]:
    done = run("check", path.name, "--select", "POL009", "--format", "json", "--no-cache")
    return [one["code"] for one in json.loads(done.out)["findings"]]


def test_a_sign_off_adds_lines_and_changes_no_other_byte(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "cookies.yaml"
    path.write_text(SOUND)

    approve(run, path)

    assert path.read_text().startswith(SOUND)
    assert codes(run, path) == []
    approve(run, path)
    assert path.read_text().count("by: Jeanne Martin") == 2


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("# the basket", "# teh basket"),
        ("lifetime: session ", "owner: web\n    lifetime: session "),
        ("lifetime: session ", "reviewed: 2026-11-01\n    lifetime: session "),
    ],
)
def test_a_sign_off_survives_what_is_no_content(
    run: Run, tmp_path: Path, old: str, new: str
) -> None:
    path = tmp_path / "cookies.yaml"
    path.write_text(SOUND)
    approve(run, path)

    path.write_text(path.read_text().replace(old, new))

    assert codes(run, path) == []
    assert run("approvals", path.name).code == 0


def test_a_change_of_content_is_told_with_what_changed_since(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "cookies.yaml"
    path.write_text(OLD)
    conditions = ("--decision", "approved-with-conditions", "--conditions", "shorten it by March")
    approve(run, path, *conditions)
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "signed")
    path.write_text(path.read_text().replace("lifetime: 6 months", "lifetime: 13 months"))

    done = run("approvals", path.name)

    assert codes(run, path) == ["POL009"]
    assert done.code == 1
    assert "the content has changed since" in done.out
    assert "a longer lifetime (ask for consent again)" in done.out
    assert "conditions: shorten it by March" in done.out


def test_a_refusal_of_the_content_is_told(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "cookies.yaml"
    path.write_text(SOUND)

    approve(run, path, "--decision", "refused")

    assert codes(run, path) == ["POL009"]
    assert run("approvals", path.name).code == 1


def test_an_inventory_with_errors_cannot_be_approved(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "cookies.yaml"
    path.write_text(LONGER)

    done = run("approve", path.name, *WHO)

    assert done.code == 1
    assert "nothing was recorded" in done.err
    assert path.read_text() == LONGER


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        (("--conditions", "x"), "--conditions goes with"),
        (("--decision", "approved-with-conditions"), "--conditions goes with"),
    ],
)
def test_conditions_go_with_the_decision(
    run: Run, tmp_path: Path, more: tuple[str, ...], sentence: str
) -> None:
    path = tmp_path / "cookies.yaml"
    path.write_text(SOUND)

    done = run("approve", path.name, *WHO, *more)

    assert done.code == 2
    assert sentence in done.err
    assert path.read_text() == SOUND


def test_hostile_names_of_people_are_text(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "cookies.yaml"
    path.write_text(SOUND)

    done = run("approve", path.name, "--by", "x: [y] # z\u200d", "--role", "- DPO")

    assert done.code == 0, done.err
    assert run("approvals", path.name).code == 0
    assert "\u200d" not in run("approvals", path.name).out


def test_without_a_sign_off_nothing_is_asked(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "cookies.yaml"
    path.write_text(TYPO)

    assert codes(run, path) == []
    assert "no sign-off is recorded" in run("approvals", path.name).out


def test_json_has_what_changed(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "cookies.json"
    path.write_text(json.dumps({"version": 1, "site": {"name": "S", "url": "https://s.example", "jurisdictions": ["CH"], "languages": ["en"]}, "controller": {"name": "A", "country": "CH", "email": "a@a.example", "dpo": {"required": False, "reason": "small"}}, "cookies": []}))  # fmt: skip

    approve(run, path)

    (found,) = json.loads(run("approvals", path.name, "--format", "json").out)["approvals"]
    assert (found["by"], found["holds"], found["changes"]) == ("Jeanne Martin", True, [])


def test_sign_offs_are_counted(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "cookies.yaml"
    path.write_text(SOUND)

    approve(run, path)
    assert run("approvals", path.name).out.startswith("cookies.yaml: 1 sign-off\n")
    approve(run, path)
    assert run("approvals", path.name).out.startswith("cookies.yaml: 2 sign-offs\n")
