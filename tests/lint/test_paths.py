"""Paths of Windows, by the module that knows them; long names, and names that are no UTF-8."""

import json
import ntpath
import os
import posixpath
import shutil
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from policylint.lint.paths import is_below, relative, shown_from, slashed
from policylint.lint.patterns import path_matches
from policylint.report import FORMATS
from tests.conftest import ROOT, Run

VIOLATIONS = (ROOT / "examples" / "violations" / "cookies.yaml").read_text("utf-8")
HERE = "C:\\sites\\shop"


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("C:\\sites\\shop\\cookies.yaml", "cookies.yaml"),
        ("C:\\sites\\shop\\fr\\cookies.yaml", "fr/cookies.yaml"),
        ("C:/sites/shop/fr/cookies.yaml", "fr/cookies.yaml"),
        ("c:\\SITES\\Shop\\fr\\Cookies.yaml", "fr/Cookies.yaml"),
        ("C:\\sites\\other\\cookies.yaml", "C:/sites/other/cookies.yaml"),
        ("C:\\sites", "C:/sites"),
        ("D:\\sites\\shop\\cookies.yaml", "D:/sites/shop/cookies.yaml"),
        ("\\\\server\\share\\cookies.yaml", "//server/share/cookies.yaml"),
        ("C:\\sites\\shop\\..cookies.yaml", "..cookies.yaml"),
        ("C:\\sites\\shop\\" + "long\\" * 100 + "cookies.yaml", "long/" * 100 + "cookies.yaml"),
    ],
)
def test_a_path_of_windows_is_shown_with_slashes(path: str, shown: str) -> None:
    assert shown_from(path, HERE, ntpath) == shown


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("/srv/shop/fr/cookies.yaml", "fr/cookies.yaml"),
        ("/srv/shop/a\\b.yaml", "a\\b.yaml"),
        ("/srv/shop/..cookies.yaml", "..cookies.yaml"),
        ("/srv/Shop/cookies.yaml", "/srv/Shop/cookies.yaml"),
        ("/srv/other/cookies.yaml", "/srv/other/cookies.yaml"),
        ("//etc/cookies.yaml", "/etc/cookies.yaml"),
    ],
)
def test_elsewhere_a_backslash_is_a_letter_and_case_counts(path: str, shown: str) -> None:
    assert shown_from(path, "/srv/shop", posixpath) == shown


@pytest.mark.parametrize(
    ("path", "pattern", "matches"),
    [
        ("C:\\sites\\shop\\legacy\\a.yaml", "legacy/*.yaml", True),
        ("C:\\sites\\shop\\legacy\\x\\a.yaml", "legacy/*.yaml", False),
        ("C:\\sites\\shop\\legacy\\x\\a.yaml", "legacy/**", True),
        ("C:\\sites\\shop\\x\\legacy\\a.yaml", "**/legacy/*.yaml", True),
        ("C:\\sites\\shop\\x\\archive\\a.yaml", "archive", True),
        ("c:\\Sites\\Shop\\legacy\\a.yaml", "legacy/*.yaml", True),
        ("C:\\sites\\shop\\Legacy\\a.yaml", "legacy/*.yaml", False),
        ("D:\\sites\\shop\\legacy\\a.yaml", "legacy/*.yaml", False),
        ("D:\\sites\\shop\\legacy\\a.yaml", "**", False),
        ("\\\\server\\share\\legacy\\a.yaml", "legacy", False),
    ],
)
def test_patterns_match_paths_of_windows(path: str, pattern: str, matches: bool) -> None:
    assert path_matches(path, pattern, HERE, ntpath) is matches


@pytest.mark.parametrize(
    ("path", "below", "flavour"),
    [
        ("C:\\sites\\shop", True, ntpath),
        ("C:\\sites\\shop\\fr\\vendors.yaml", True, ntpath),
        ("c:\\Sites\\SHOP\\vendors.yaml", True, ntpath),
        ("C:\\sites\\shop2\\vendors.yaml", False, ntpath),
        ("C:\\sites\\vendors.yaml", False, ntpath),
        ("D:\\sites\\shop\\vendors.yaml", False, ntpath),
        ("\\\\server\\sites\\shop\\vendors.yaml", False, ntpath),
    ],
)
def test_no_include_leaves_the_project_by_a_drive(
    path: str, below: bool, flavour: ModuleType
) -> None:
    assert is_below(path, HERE, flavour) is below


@pytest.mark.parametrize(
    ("path", "below"),
    [
        ("/srv/shop/vendors.yaml", True),
        ("/srv/shop", True),
        ("/srv/Shop/vendors.yaml", False),
        ("/srv/shop2/vendors.yaml", False),
        ("/srv/vendors.yaml", False),
    ],
)
def test_elsewhere_the_project_is_one_folder(path: str, below: bool) -> None:
    assert is_below(path, "/srv/shop", posixpath) is below
    assert is_below(path, "/", posixpath)


def test_another_drive_has_no_relative_path() -> None:
    assert relative("D:\\a.yaml", HERE, ntpath) is None
    assert relative("C:\\sites\\a.yaml", HERE, ntpath) == "../a.yaml"
    assert slashed("a\\b", ntpath) == "a/b"
    assert slashed("a\\b", posixpath) == "a\\b"


def nested(folder: Path, length: int) -> str:
    """Write an inventory at a path of so many characters."""
    path = str(folder)
    while length - len(path) > 300:
        path = os.path.join(path, "d" * 200)
    last = length - len(path) - 2 - len("cookies.yaml")
    path = os.path.join(path, "e" * last)
    os.makedirs(path)
    target = os.path.join(path, "cookies.yaml")
    Path(target).write_text(VIOLATIONS, "utf-8")
    return target


@pytest.mark.parametrize("length", [261, 1_000, 4_095])
def test_a_long_path_is_checked_and_found_and_shown_whole(
    run: Run, tmp_path: Path, length: int
) -> None:
    target = nested(tmp_path, length)
    assert len(target) == length

    by_name = run("check", target, "--format", "json")
    found = run("check", "--format", "json")

    assert (by_name.code, found.code) == (1, 1), found.err
    (path,) = {one["path"] for one in json.loads(found.out)["findings"]}
    assert path == os.path.relpath(target, tmp_path)
    assert json.loads(by_name.out)["findings"] == json.loads(found.out)["findings"]


@pytest.fixture
def bottomless(tmp_path: Path) -> Iterator[Path]:
    """Make folders deeper than any path may be long; pytest could not remove them."""
    before = os.getcwd()
    folder = tmp_path / "bottomless"
    folder.mkdir()
    os.chdir(folder)
    try:
        for _ in range(25):
            os.mkdir("d" * 200)
            os.chdir("d" * 200)
        Path("cookies.yaml").write_text(VIOLATIONS, "utf-8")
    finally:
        os.chdir(before)
    yield folder
    shutil.rmtree(folder)


def test_a_path_that_the_system_refuses_is_one_sentence(run: Run, bottomless: Path) -> None:
    done = run("check", str(bottomless))

    assert (done.code, done.out) == (3, "")
    assert done.err.startswith("policylint: ")
    assert "cannot be read: file name too long" in done.err
    assert done.err.count("\n") == 1


def test_a_name_longer_than_any_is_one_sentence(run: Run) -> None:
    done = run("check", f"{'n' * 300}.yaml")

    assert done.code == 3
    assert "cannot be read: file name too long" in done.err


def test_a_name_that_is_no_utf8_is_checked_and_written_as_utf8(run: Run, tmp_path: Path) -> None:
    name = b"caf\xe9.cookies.yaml"
    (tmp_path / os.fsdecode(name)).write_text(VIOLATIONS, "utf-8")

    for form in FORMATS:
        done = run("check", "--format", form)  # decodes what is printed, or fails

        assert done.code == 1, form
        assert "Traceback" not in done.err
        assert "caf" in done.out
    assert '"uri": "caf%E9.cookies.yaml"' in run("check", "--format", "sarif").out


def test_names_that_differ_in_case_alone_are_two_files(run: Run, tmp_path: Path) -> None:
    for name in ("a.cookies.yaml", "A.cookies.yaml"):
        (tmp_path / name).write_text(VIOLATIONS, "utf-8")
    (tmp_path / "policylint.toml").write_text(
        '[per-file-ignores]\n"A.*" = ["ALL"]\n', encoding="utf-8"
    )

    report = json.loads(run("check", "--format", "json").out)

    assert {one["path"] for one in report["findings"]} == {"a.cookies.yaml"}
    assert report["summary"]["files"] == 2


def test_only_names_in_small_letters_are_looked_for(run: Run, tmp_path: Path) -> None:
    (tmp_path / "COOKIES.YAML").write_text(VIOLATIONS, "utf-8")

    assert run("check").code == 3
    assert run("check", "COOKIES.YAML").code == 1
