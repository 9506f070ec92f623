"""What the page on exceptions shows is what policylint takes."""

import re
from pathlib import Path

from tests.conftest import ROOT, Run

PAGE = (ROOT / "docs" / "exceptions.md").read_text(encoding="utf-8")
INVENTORY = """\
version: 1
site: {{name: A, url: "https://a.example", jurisdictions: [FR], languages: [en]}}
controller: {{name: A, country: FR, address: 1 rue A, email: a@a.example}}
cookies:
  - name: _ga
    category: improvement
    purposes: [audience-measurement]
    lifetime: 2 years
{line}"""


def block(kind: str) -> str:
    (found,) = re.findall(rf"^```{kind}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    return str(found)


def test_the_comment_and_the_waiver_of_the_page_accept(run: Run, tmp_path: Path) -> None:
    (tmp_path / "cookies.yaml").write_text(INVENTORY.format(line=block("yaml")))
    (tmp_path / "policylint.toml").write_text(block("toml"))
    done = run("check", "--select", "LIF001,INV002,DOC", "--fail-on", "info")

    assert done.code == 0
    assert "(1 suppressed, 1 waived)" in done.out


def test_the_commands_of_the_page_let_old_findings_pass(run: Run, tmp_path: Path) -> None:
    (tmp_path / "cookies.yaml").write_text(INVENTORY.format(line=""))
    commands = re.findall(r"^\$ policylint (.*)$", block("console"), re.MULTILINE)

    assert [run(*command.split()).code for command in commands] == [0, 0]
    assert run("check").code == 1
