"""The example of docs/fixes.md is what `--diff` prints."""

import re
from pathlib import Path

from tests.conftest import ROOT, Run

PAGE = (ROOT / "docs" / "fixes.md").read_text(encoding="utf-8")
HEAD = """\
version: 1
site: {name: A, url: "https://a.example", jurisdictions: [FR], languages: [en]}
controller: {name: A, country: FR, email: a@a.example}
"""


def block(language: str) -> str:
    (found,) = re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    return str(found)


def test_the_difference_of_the_page_is_that_of_its_example(run: Run, tmp_path: Path) -> None:
    (tmp_path / "cookies.yaml").write_text(HEAD + block("yaml"), encoding="utf-8")
    run("check", "--fix")
    fixed = (tmp_path / "cookies.yaml").read_text(encoding="utf-8")
    (tmp_path / "cookies.yaml").write_text(HEAD + block("yaml"), encoding="utf-8")

    printed = run("check", "--diff").out.splitlines()

    changed = [line for line in block("diff").splitlines() if line[:1] in "+-"]
    removed = [line[1:] for line in changed if line[0] == "-"]
    added = [line[1:] for line in changed if line[0] == "+"]
    assert [line[1:] for line in printed if line[0] == "-"][1:] == removed
    assert [line for line in fixed.splitlines() if line in added] == added
