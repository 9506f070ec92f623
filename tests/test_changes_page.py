"""What the page on changes shows is what policylint says."""

import json
import re
from itertools import chain
from pathlib import Path

from policylint.i18n.catalogue import catalogue
from policylint.review.change import ORDER
from tests.conftest import ROOT, Run

OLD, NEW = (
    (ROOT / "examples" / "changed" / name).read_text(encoding="utf-8")
    for name in ("old.yaml", "new.yaml")
)
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


EDITS = {
    "the typo": (("per page", "per paeg"),),
    "the vendor": (
        ("cookies:\n", f"{NEW[NEW.index('  adverts:') : NEW.index('cookies:')]}cookies:\n"),
    ),
    "the lifetime": (("lifetime: 6 months\n    owner", "lifetime: 13 months\n    owner"),),
}
STATES = {
    "info": ("the signature holds", 0, "holds; nothing but descriptions"),
    "warning": ("the content has changed since", 1, "the content has changed since"),
}


def test_the_edits_make_the_example() -> None:
    text = OLD
    for old, new in chain.from_iterable(EDITS.values()):
        text = text.replace(old, new)

    assert NEW.startswith(text)
    assert "ad_id" in NEW.removeprefix(text)


def test_the_signature_survives_the_typo_only(run: Run, tmp_path: Path) -> None:
    table = re.findall(r"^\| (the \w+) \| (.+?) \| (.+?) \|$", PAGE, re.MULTILINE)
    path = tmp_path / "cookies.yaml"
    path.write_text(OLD, encoding="utf-8")
    assert run("approve", path.name, "--by", "Jeanne", "--role", "DPO").code == 0
    signed = path.read_text(encoding="utf-8")

    assert [changed for changed, _, _ in table] == list(EDITS)
    for changed, state, severity in table:
        ((old, new),) = EDITS[changed]
        assert old in signed
        path.write_text(signed.replace(old, new), encoding="utf-8")
        checked = run("check", path.name, "--select", "POL009", "--format", "json", "--no-cache")
        told = run("approvals", path.name)
        (finding,) = json.loads(checked.out)["findings"]
        assert finding["severity"] == severity
        assert (state, told.code) == STATES[severity][:2]
        assert STATES[severity][2] in told.out
