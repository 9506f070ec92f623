"""Catalogues that a user names: in the configuration, on the command line; what is kept of them."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from policylint.errors import InputError, UsageError
from policylint.lint.catalogs import open_catalog
from policylint.lint.options import Options
from policylint.lint.run import run
from policylint.lint.settings import forget_settings
from tests.conftest import FRAME

INVENTORY = f"""\
{FRAME}cookies:
  - {{name: sd_track, category: essential, purposes: [user-input]}}
"""
OWN = """\
version: 1
cookies:
  - {name: sd_track, platform: Ductus ads, category: CATEGORY}
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    project = tmp_path / "project"
    project.mkdir()
    (project / ".git").mkdir()
    (project / "cookies.yaml").write_text(INVENTORY, encoding="utf-8")
    monkeypatch.chdir(project)
    monkeypatch.setenv("POLICYLINT_CACHE_DIR", str(tmp_path / "kept"))
    forget_settings()
    yield project
    forget_settings()


def write(name: str, category: str) -> None:
    Path(name).write_text(OWN.replace("CATEGORY", category), encoding="utf-8")


def found(*catalogs: str, cached: bool = False) -> list[str]:
    forget_settings()
    options = Options(as_of=date(2026, 11, 23), select=["CLS023"], catalogs=catalogs, cached=cached)
    return [one.severity.label for one in run(["cookies.yaml"], options).report.findings]


def test_a_catalogue_is_named_on_the_command_line_or_in_the_configuration() -> None:
    write("own.yaml", "marketing")
    assert found() == []
    assert found("own.yaml") == ["error"]

    Path("policylint.toml").write_text('catalog = "own.yaml"\n', encoding="utf-8")
    assert found() == ["error"]


def test_the_command_line_replaces_the_configuration() -> None:
    write("own.yaml", "marketing")
    write("other.yaml", "necessary")
    Path("policylint.toml").write_text('catalog = ["own.yaml"]\n', encoding="utf-8")

    assert found("other.yaml") == []


def test_of_several_the_first_counts() -> None:
    write("own.yaml", "necessary")
    write("other.yaml", "marketing")

    assert found("own.yaml", "other.yaml") == []
    assert found("other.yaml", "own.yaml") == ["error"]


def test_a_path_of_the_configuration_counts_from_it(folder: Path) -> None:
    (folder / "site").mkdir()
    (folder / "site" / "cookies.yaml").write_text(INVENTORY, encoding="utf-8")
    write("own.yaml", "marketing")
    Path("policylint.toml").write_text('catalog = ["own.yaml"]\n', encoding="utf-8")
    forget_settings()
    options = Options(as_of=date(2026, 11, 23), select=["CLS023"])

    assert len(run(["site/cookies.yaml"], options).report.findings) == 1


@pytest.mark.parametrize("named", [("own.yaml",), ()], ids=["command line", "configuration"])
def test_a_catalogue_that_changes_is_read_anew(named: tuple[str, ...]) -> None:
    write("own.yaml", "marketing")
    if not named:
        Path("policylint.toml").write_text('catalog = "own.yaml"\n', encoding="utf-8")
    assert found(*named, cached=True) == ["error"]
    assert found(*named, cached=True) == ["error"]

    write("own.yaml", "necessary")
    assert found(*named, cached=True) == []

    write("own.yaml", "analytics")
    assert found(*named, cached=True) == ["error"]


def test_a_report_does_not_overwrite_a_catalogue() -> None:
    write("own.yaml", "marketing")
    options = Options(as_of=date(2026, 11, 23), catalogs=("own.yaml",))

    assert "own.yaml" in run(["cookies.yaml"], options).report.sources


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (None, "own.yaml does not exist; expected a catalogue"),
        ("", "own.yaml is no catalogue: line 1: "),
        ("version: 2\n", "a later version of the format"),
        ("cookies: []\n", "the catalogue has no 'version'"),
        (
            OWN.replace("CATEGORY", "adverts"),
            "line 3: 'category' of cookie 'sd_track' holds 'adverts'; expected 'necessary', 'functi",
        ),
        (
            "version: 1\nvendors:\n  ductus:\n    name: D\n    role: processor\n",
            "line 5: 'role' of vendor 'ductus': needs 'role_source' and 'role_date' beside it",
        ),
        (
            "version: 1\nvendors:\n  ductus: {name: D, transfers: [US]}\n",
            "'transfers' of vendor 'ductus': needs 'transfers_source' beside it",
        ),
        (
            "version: 1\nvendors:\n  ductus: {name: D, uses_pixel: true}\n",
            "'uses_pixel' of vendor 'ductus': needs 'pixel_source' beside it",
        ),
        (
            "version: 1\ncookies:\n  - {name: a, platform: A, category: marketing, vendor: ghost}\n",
            "cookie 'a' names the vendor 'ghost', which neither this file nor",
        ),
        (
            "version: 1\nvendors:\n  a: {name: A, parent: ghost}\n",
            "vendor 'a' names the vendor 'ghost', which neither this file nor",
        ),
        ("Platform,Category\nA,B\n", "own.yaml is no catalogue"),
        ("ID,Category,Cookie / Data Key name\n1,A,b\n", "line 1: no column 'Platform'"),
        ('Category,"Cookie / Data Key name', "own.yaml, line 1: no CSV"),
    ],
)
def test_a_catalogue_with_a_fault_is_refused_in_one_sentence(
    content: str | None, sentence: str
) -> None:
    if content is not None:
        Path("own.yaml").write_text(content, encoding="utf-8")

    with pytest.raises((UsageError, InputError)) as caught:
        open_catalog(["own.yaml"])

    assert sentence in caught.value.message


def test_a_folder_and_a_huge_file_are_no_catalogue() -> None:
    Path("folder").mkdir()
    with Path("huge.yaml").open("wb") as file:
        file.truncate((16 << 20) + 1)

    for name in ("folder", "huge.yaml"):
        with pytest.raises(InputError, match=name):
            open_catalog([name])
