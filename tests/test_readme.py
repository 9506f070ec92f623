"""Every command of the README is run; what it prints beside a command is what is printed."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from policylint.lint.select import catalogue
from tests.conftest import ROOT, Run

README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
TRANSCRIPTS = [text for language, text in BLOCKS if language == "console"]
SHELL = [text for language, text in BLOCKS if language == "sh"]


def fresh_environment() -> dict[str, str]:
    return {
        key: value
        for key, value in os.environ.items()
        if not key.startswith(("PYTHON", "VIRTUAL_ENV", "GITHUB_"))
    }


def clone(folder: Path) -> Path:
    target = folder / "policylint"
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(target)], check=True)
    return target


def test_the_shell_blocks_are_the_two_commands_that_set_up() -> None:
    assert len(SHELL) == 2


def test_the_main_command_runs_from_nothing(tmp_path: Path) -> None:
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", SHELL[0]],
        cwd=clone(tmp_path),
        capture_output=True,
        text=True,
        env=fresh_environment(),
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert re.search(r"^\d+ infos? in 1 file; \d+ rules checked as of ", done.stdout, re.MULTILINE)
    assert "# Politique relative aux cookies" in done.stdout


def test_ci_runs_the_very_test_command_of_this_page() -> None:
    done = subprocess.run(
        [str(ROOT / ".ci" / "run"), "--show"], capture_output=True, text=True, check=True
    )

    assert done.stdout == SHELL[1]


@pytest.mark.parametrize("text", TRANSCRIPTS)
def test_a_transcript_is_what_is_printed(run: Run, text: str) -> None:
    command, _, expected = text.partition("\n")
    _, program, *arguments = shlex.split(command)

    done = run(*arguments, cwd=ROOT)

    assert program == "policylint"
    assert done.out == expected


def test_every_command_and_option_that_is_named_exists(run: Run) -> None:
    named = set(re.findall(r"`policylint (\w+)", README))
    helps = {command: run(command, "--help").out for command in named}

    assert named == {
        *("check", "completion", "explain", "init", "jurisdictions", "policy", "rule", "rules"),
        *("schema", "lsp", "import", "export", "scan", "known", "diff", "approve", "report"),
    }
    for command, options in {
        "check": ["--fail-on", "--format", "--select", "--preview"],
        "explain": ["--cookie"],
        "policy": ["--language", "--format", "--output", "--draft", "--template", "--check"],
    }.items():
        for option in options:
            assert option in README
            assert option in helps[command]


@pytest.mark.parametrize("text", [text for language, text in BLOCKS if language == "yaml"])
def test_a_yaml_snippet_is_yaml(text: str) -> None:
    assert yaml.safe_load(text)


def test_the_page_counts_the_rules() -> None:
    found = re.search(r"There are (\d+) rules", (ROOT / "README.md").read_text(encoding="utf-8"))

    assert found is not None
    assert int(found[1]) == len(catalogue())


def test_the_picture_shows_what_the_command_prints() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from docs.picture.draw import output; print(output())"],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=True,
    )
    printed = re.sub(r"\x1b\[[0-9;]*m", "", done.stdout).split()
    svg = (ROOT / "docs" / "check.svg").read_text(encoding="utf-8")
    words = " ".join(re.findall(r"<text[^>]*>([^<]*)</text>", svg))
    for entity, char in (
        ("&#160;", " "),
        ("&#x27;", "'"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&amp;", "&"),
    ):
        words = words.replace(entity, char)

    assert [word for word in printed if word not in words] == []


def test_the_schema_comment_of_the_examples_leads_to_the_schema() -> None:
    for path in sorted((ROOT / "examples").glob("*/cookies.yaml")):
        match = re.search(r"\$schema=(\S+)", path.read_text(encoding="utf-8"))
        if match:
            assert (path.parent / match[1]).resolve() == ROOT / "schema" / "inventory.schema.json"


def test_the_readme_counts_the_catalogue_as_its_page_does() -> None:
    page = (ROOT / "docs/catalog.md").read_text(encoding="utf-8")
    cookies, vendors = re.findall(r"(\d+) widespread cookies .* and (\d+) vendors", page)[0]

    assert f"of {cookies} cookies and {vendors} vendors" in README
