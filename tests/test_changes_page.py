"""What the page on changes shows is what policylint says."""

import json
import re

from policylint.i18n.catalogue import catalogue
from policylint.model.digest import content_digest
from policylint.model.inventory import Inventory
from policylint.model.read import read
from policylint.review.change import ORDER
from policylint.source.load import load
from tests.conftest import ROOT, Run

PAGE = (ROOT / "docs" / "changes.md").read_text(encoding="utf-8")


def rows(text: str) -> list[tuple[str, str]]:
    found = re.findall(r"^\| (.+?) \| (.+?) \|$", text, re.MULTILINE)
    return [(first, second) for first, second in found if not first.startswith(("what", "---"))]


def test_the_example_has_the_changes_that_the_page_lists(run: Run) -> None:
    (command,) = re.findall(r"^\$ policylint (.*)$", PAGE, re.MULTILINE)
    shown = rows(PAGE.partition("<!-- changes -->")[2].partition("\n\n")[0])
    words = catalogue("en")

    done = run(*command.split(), cwd=ROOT)

    assert done.code == 1
    assert [
        (
            f"{one['subject']} {one['name']}: {one['title']}",
            words.text(f"report.consequence.{one['consequence']}"),
        )
        for one in json.loads(done.out)["changes"]
    ] == shown


def test_the_page_lists_every_consequence() -> None:
    listed = [first for first, _ in rows(PAGE.partition("| what follows | when |")[2])]

    words = catalogue("en")
    assert listed[: len(ORDER)] == [words.text(f"report.consequence.{one}") for one in ORDER]


def test_a_typo_in_who_answers_keeps_the_signature() -> None:
    old = (ROOT / "examples" / "changed" / "old.yaml").read_text(encoding="utf-8")

    def digest(text: str) -> str:
        inventory = read(Inventory, load("old.yaml", text.encode()).data)
        assert inventory is not None
        return content_digest(inventory)

    assert digest(old) == digest(old.replace("web team", "wbe team"))
    assert digest(old) != digest(old.replace("6 months", "13 months"))
