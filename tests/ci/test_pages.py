"""The examples for CI and editors: by the official schemas, by an auditor, and run."""

import json
import re
import subprocess
import sys
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema.validators import validator_for

from policylint import __version__
from policylint.lint.files import NAMES, is_inventory_name
from policylint.lint.starter import STARTER
from tests.conftest import ROOT, Run, tool

CI = (ROOT / "docs" / "ci.md").read_text("utf-8")
EDITORS = (ROOT / "docs" / "editors.md").read_text("utf-8")
RAW = "https://raw.githubusercontent.com/studio-ductus/policylint"
VIOLATIONS = (ROOT / "examples" / "violations" / "cookies.yaml").read_text("utf-8")


def blocks(page: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)


def block(page: str, first: str, language: str = "yaml") -> str:
    """Give the block that begins with a line."""
    (found,) = [one for one in blocks(page, language) if one.startswith(first)]
    return found


def faults(schema: str, data: Any) -> list[str]:
    path = files("check_jsonschema") / "builtin_schemas" / "vendor" / f"{schema}.json"
    known = json.loads(path.read_text("utf-8"))
    return [one.message for one in validator_for(known)(known).iter_errors(data)]


WORKFLOW = block(CI, "# .github/workflows")
PIPELINE = block(CI, "# .gitlab-ci.yml")
HOOKS = block(CI, "# .pre-commit-config.yaml")


def test_the_workflow_fits_the_official_schema() -> None:
    # YAML 1.1 reads the key 'on' as true.
    data = {("on" if key is True else key): one for key, one in yaml.safe_load(WORKFLOW).items()}

    assert faults("github-workflows", data) == []


def test_an_auditor_has_nothing_to_say_of_the_workflow(tmp_path: Path) -> None:
    path = tmp_path / ".github" / "workflows" / "policylint.yml"
    path.parent.mkdir(parents=True)
    path.write_text(WORKFLOW, "utf-8")
    # The page tells to pin by commit where rules ask for it; tags can be read, and do not go stale.
    config = tmp_path / "zizmor.yml"
    config.write_text('rules: {unpinned-uses: {config: {policies: {"*": ref-pin}}}}\n', "utf-8")

    done = subprocess.run(
        [
            tool("zizmor"),
            "--offline",
            "--config",
            str(config),
            "--persona=pedantic",
            "--format=json",
            str(path),
        ],
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, json.loads(done.stdout)) == (0, []), done.stderr


def test_the_workflow_names_inputs_that_the_action_has() -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    (step,) = [
        one
        for one in yaml.safe_load(WORKFLOW)["jobs"]["policylint"]["steps"]
        if "policylint@" in one["uses"]
    ]
    told = set(re.findall(r"^\| `([\w-]+)` \|", CI, re.MULTILINE))

    assert step["with"].keys() <= action["inputs"].keys()
    assert told == action["inputs"].keys()


def test_the_pipeline_fits_the_official_schema_and_names_inputs_that_there_are() -> None:
    data = yaml.safe_load(PIPELINE)
    template, _ = (ROOT / "templates" / "policylint.yml").read_text("utf-8").split("\n---\n")
    known = yaml.safe_load(template)["spec"]["inputs"]
    (included,) = data["include"]
    sentence = CI.partition("optional: `paths`")[2].partition(".")[0]

    assert faults("gitlab-ci", data) == []
    assert included["inputs"].keys() <= known.keys()
    assert {"paths", *re.findall(r"`(\w+)`", sentence)} == known.keys()
    assert included["remote"] == f"{RAW}/v{__version__}/templates/policylint.yml"


def test_the_hooks_are_those_that_there_are(tmp_path: Path) -> None:
    path = tmp_path / ".pre-commit-config.yaml"
    path.write_text(HOOKS, "utf-8")
    manifest = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    (repository,) = yaml.safe_load(HOOKS)["repos"]

    for kind, file in (("config", path), ("manifest", ROOT / ".pre-commit-hooks.yaml")):
        done = subprocess.run(
            [sys.executable, "-m", "pre_commit", f"validate-{kind}", str(file)],
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout
    assert [one["id"] for one in repository["hooks"]] == [one["id"] for one in manifest]


def test_every_page_names_this_version() -> None:
    named = set(re.findall(r"(?:@|/|#|rev: )v(\d+\.\d+\.\d+)\b", CI))

    assert named == {__version__}


def test_the_addresses_lead_to_files_of_the_repository() -> None:
    links = re.findall(
        rf"{RAW}/(?:main|v[\d.]+)/([\w./-]+\.(?:json|yml))\b", CI + EDITORS + STARTER
    )

    assert len(links) >= 5
    assert [link for link in links if not (ROOT / link).is_file()] == []


def test_a_first_inventory_begins_with_the_line_that_editors_read(run: Run, tmp_path: Path) -> None:
    assert run("init").code == 0

    first = (tmp_path / "cookies.yaml").read_text("utf-8").splitlines()[0]
    assert first == block(EDITORS, "# yaml-language-server").strip()


@pytest.mark.parametrize("text", blocks(EDITORS, "json"))
def test_a_settings_file_is_json(text: str) -> None:
    assert json.loads(text)


def test_the_schema_is_offered_for_the_names_of_inventories() -> None:
    (names,) = json.loads(block(EDITORS, '{\n  "yaml.schemas"', "json"))["yaml.schemas"].values()

    assert all(is_inventory_name(name.replace("*", "shop")) for name in names)
    assert set(names) >= {name for name in NAMES if not name.endswith(".json")}


def test_the_problem_matcher_reads_every_finding(run: Run, tmp_path: Path) -> None:
    (tmp_path / "cookies.yaml").write_text(VIOLATIONS, "utf-8")
    (task,) = json.loads(block(EDITORS, '{\n  "version"', "json"))["tasks"]
    pattern = task["problemMatcher"]["pattern"]
    assert task["command"].split()[0] == "policylint"

    done = run(*task["command"].split()[1:])
    *lines, summary = done.out.splitlines()

    matches = [re.match(pattern["regexp"], line) for line in lines]
    assert len(matches) > 50
    assert all(matches)
    assert re.match(pattern["regexp"], summary) is None
    fields = [(match[pattern["file"]], match[pattern["severity"]]) for match in matches if match]
    assert {path for path, _ in fields} == {"cookies.yaml"}
    assert {severity for _, severity in fields} == {"error", "warning", "info"}


def test_the_quickfix_format_fits_every_finding(run: Run, tmp_path: Path) -> None:
    (tmp_path / "cookies.yaml").write_text(VIOLATIONS, "utf-8")
    assert r"errorformat=%f:%l:%c:\ %m" in EDITORS

    lines = run("check", "--format", "concise").out.splitlines()[:-1]

    assert all(re.fullmatch(r"[^:]+:\d+:\d+: .+", line) for line in lines)
