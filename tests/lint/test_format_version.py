"""An inventory of a later format gets one clear sentence, not a list of guesses."""

from datetime import date
from pathlib import Path

import pytest

from policylint import __version__
from policylint.lint.run import Options, check_files
from policylint.lint.settings import Settings
from policylint.model.scalars import FORMAT_VERSION
from tests.conftest import ROOT, Run

MINIMAL = (ROOT / "examples" / "minimal" / "cookies.yaml").read_text("utf-8")
SENTENCE = (
    "'version' of the inventory holds the number {}, a later version of the format;"
    f" policylint {__version__} reads version {FORMAT_VERSION}"
)


def messages(path: Path) -> list[tuple[str, str, str]]:
    options = Options(as_of=date(2026, 11, 23), settings=Settings())
    report, _ = check_files([str(path)], options)
    return [(one.rule.code, Path(one.place.path).name, one.message) for one in report.findings]


@pytest.mark.parametrize("version", [FORMAT_VERSION + 1, 30, 10**30])
def test_a_later_version_is_one_sentence_whatever_else_the_file_holds(
    version: int, tmp_path: Path
) -> None:
    path = tmp_path / "cookies.yaml"
    text = MINIMAL.replace("version: 1", f"version: {version}").replace("category:", "class:")
    path.write_text(text + "new_section: {a: [1]}\n", "utf-8")

    assert messages(path) == [("DOC002", "cookies.yaml", SENTENCE.format(version))]


def test_an_included_file_of_a_later_version_is_one_sentence_at_that_file(tmp_path: Path) -> None:
    path = tmp_path / "cookies.yaml"
    path.write_text(f"{MINIMAL}include: [later.yaml]\n", "utf-8")
    (tmp_path / "later.yaml").write_text("version: 2\ncookies: [{title: x}]\n", "utf-8")

    ((code, name, message),) = messages(path)
    assert (code, name) == ("DOC002", "later.yaml")
    assert "holds the number 2, a later version of the format" in message


@pytest.mark.parametrize("version", ["0", "-1", "'1'", "1.0", "true", "null", "'2'"])
def test_what_is_no_version_names_the_one_there_is(version: str, tmp_path: Path) -> None:
    path = tmp_path / "cookies.yaml"
    path.write_text(MINIMAL.replace("version: 1", f"version: {version}"), "utf-8")

    ((code, _, message),) = messages(path)
    assert code == "DOC002"
    assert message.endswith(f"expected {FORMAT_VERSION}, the only version of the format there is")


def test_the_page_quotes_the_sentence(run: Run, tmp_path: Path) -> None:
    page = (ROOT / "docs" / "format-versions.md").read_text("utf-8")
    (tmp_path / "cookies.yaml").write_text(MINIMAL.replace("version: 1", "version: 2"), "utf-8")

    done = run("check", "--format", "concise")

    assert done.code == 1
    assert f"\n{SENTENCE.format(2)}\n" in page
    assert SENTENCE.format(2) in done.out
