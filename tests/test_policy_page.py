"""The page on policies: what it shows is what the command does."""

import json
import re
from pathlib import Path

from policylint.policy import FILE_FORMATS, FORMATS
from policylint.policy.blocks import CHOICES_ANCHOR
from tests.conftest import ROOT, Run

PAGE = (ROOT / "docs" / "policy.md").read_text(encoding="utf-8")
STUDIO = str(ROOT / "examples" / "studio-ductus" / "cookies.yaml")


def test_the_page_lists_every_format() -> None:
    assert re.findall(r"^\| `(\w+)` \| [^`]*(?:`--fragment`)?.*\|.*\|$", PAGE, re.MULTILINE)[
        : len(FORMATS) + len(FILE_FORMATS)
    ] == [*FORMATS, *FILE_FORMATS]


def test_the_anchors_are_those_of_the_page(run: Run) -> None:
    html = run("policy", STUDIO, "--format", "html").out
    fragment = run("policy", STUDIO, "--format", "html", "--fragment").out
    markdown = run("policy", STUDIO).out
    data = json.loads(run("policy", STUDIO, "--format", "json").out)

    assert f"`{CHOICES_ANCHOR}`" in PAGE
    for text, anchor in (
        (html, '<p id="cookie-choices" class="choices">'),
        (fragment, '<p id="cookie-choices" class="choices">'),
        (markdown, '<a id="cookie-choices"></a>'),
    ):
        assert anchor in PAGE
        assert text.count(anchor) == 1
    anchors = [block.get("anchor") for block in data["sections"][0]["blocks"]]
    assert anchors.count("cookie-choices") == 1


def test_the_sentence_of_the_page_is_in_the_json(run: Run) -> None:
    (shown,) = re.findall(r"^```json\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    data = json.loads(run("policy", STUDIO, "--format", "json").out)

    sentences = [
        sentence
        for section in data["sections"]
        for block in section["blocks"]
        for sentence in block.get("sentences", [])
    ]
    kinds = {block["kind"] for section in data["sections"] for block in section["blocks"]}
    example = json.loads(shown)
    example["text"] = example["text"].replace("6 months", "6\u00a0months")
    assert example in sentences
    assert kinds <= set(re.findall(r"`(\w+)`", PAGE))


def test_the_commands_of_the_page_run(run: Run, tmp_path: Path) -> None:
    (tmp_path / "cookies.yaml").write_bytes(Path(STUDIO).read_bytes())
    (tmp_path / "https-download").mkdir()
    run("policy", "cookies.yaml", "--output", "https-download/policy.docx")
    blocks = re.findall(r"^```sh\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    commands = [line.split() for block in blocks for line in block.splitlines()]

    assert len(commands) == 5
    for _, *arguments in commands:
        done = run(*arguments)
        assert (done.code, done.err) == (0, ""), arguments
