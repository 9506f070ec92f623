"""The page on policies: what it shows is what the command does."""

import json
import re
from pathlib import Path

from policylint.policy import FILE_FORMATS, FORMATS
from policylint.policy.blocks import CHOICES_ANCHOR
from policylint.policy.template import _MOST_BYTES, _MOST_SECONDS
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


def write_template(folder: Path) -> None:
    """Write the template that the page shows."""
    (shown,) = re.findall(r"^```jinja\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    (folder / "templates").mkdir()
    (folder / "templates" / "policy.html.jinja").write_text(shown, encoding="utf-8")


def test_the_template_of_the_page_draws_what_it_says(run: Run, tmp_path: Path) -> None:
    write_template(tmp_path)

    done = run("policy", STUDIO, "--format", "html", "--template", str(tmp_path / "templates"))

    assert done.code == 0
    assert '<html lang="en">' in done.out
    assert '<h2 id="rights">Your rights</h2>' in done.out
    assert re.search(r"<li>_ga: \d+ months</li>", done.out)
    assert re.search(r"<p>\d{4}-\d\d-\d\d, [0-9a-f]{12}</p>", done.out)


def test_the_variables_of_a_template_are_those_of_the_page(run: Run, tmp_path: Path) -> None:
    listed = PAGE.partition("| Variable |")[2].partition("\n\n")[0]
    names = re.findall(r"^\| `(\w+)` \|", listed, re.MULTILINE)
    (fields,) = re.findall(r"^\| `policy` \|(.*)\|$", listed, re.MULTILINE)
    known = re.findall(r"`(\w+)`", fields.partition("(")[0])
    (tmp_path / "policy.text.jinja").write_text(
        "".join(f"{{{{ {name} is defined }}}} " for name in names)
        + " ".join(policy_field(name) for name in known)
        + " {{ sections.head is defined }} {{ policy | length }}",
        encoding="utf-8",
    )

    done = run("policy", STUDIO, "--format", "text", "--template", str(tmp_path))

    assert (names, known) == (
        ["policy", "body", "sections", "inventory"],
        ["title", "language", "date", "version", "draft", "left_out"],
    )
    assert done.out.split() == ["True"] * (len(names) + len(known) + 1) + [str(len(known))]


def test_a_template_reads_others_of_its_folder_and_nothing_else(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "templates"
    folder.mkdir()
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    (folder / "head.jinja").write_text("from the folder", encoding="utf-8")
    drawn = []
    for name in ("head.jinja", "../secret.txt"):
        (folder / "policy.text.jinja").write_text(f'{{% include "{name}" %}}', encoding="utf-8")
        drawn.append(run("policy", STUDIO, "--format", "text", "--template", str(folder)))

    assert [one.code for one in drawn] == [0, 2]
    assert [one.out.strip() for one in drawn] == ["from the folder", ""]


def policy_field(name: str) -> str:
    """Write a template that tells whether `policy` has a field."""
    return f"{{{{ policy.{name} is defined }}}}"


def test_the_limits_of_a_template_are_those_of_the_page() -> None:
    text = " ".join(PAGE.split())

    assert f"ends after {_MOST_SECONDS} seconds or at {_MOST_BYTES >> 30} GiB" in text


def test_the_commands_of_the_page_run(run: Run, tmp_path: Path) -> None:
    (tmp_path / "cookies.yaml").write_bytes(Path(STUDIO).read_bytes())
    (tmp_path / "https-download").mkdir()
    run("policy", "cookies.yaml", "--output", "https-download/policy.docx")
    write_template(tmp_path)
    blocks = re.findall(r"^```sh\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    commands = [line.split() for block in blocks for line in block.splitlines()]

    assert len(commands) == 6
    for _, *arguments in commands:
        done = run(*arguments)
        assert (done.code, done.err) == (0, ""), arguments
