"""The GitHub action: its file by the official schema and an auditor, its steps run by bash."""

import json
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from policylint import __version__
from tests.ci.conftest import shell
from tests.conftest import ROOT, Done, tool

ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
INSTALL, CHECK = ACTION["runs"]["steps"]
BASH = ("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c")
STUDIO = (ROOT / "examples" / "studio-ductus" / "cookies.yaml").read_text("utf-8")
VIOLATIONS = (ROOT / "examples" / "violations" / "cookies.yaml").read_text("utf-8")
DEFAULTS = {f"inputs.{name}": field["default"] for name, field in ACTION["inputs"].items()}


def run_step(step: Mapping[str, Any], folder: Path, expressions: Mapping[str, str]) -> Done:
    """Run a step as the runner does: expressions become variables, and the script stays as it is."""
    known = {**DEFAULTS, **expressions}
    env = {
        name: re.sub(r"\$\{\{ ([\w.-]+) \}\}", lambda match: known[match[1]], value)
        for name, value in step["env"].items()
    }
    env |= {"GITHUB_ACTIONS": "true", "GITHUB_OUTPUT": str(folder / "output.txt")}
    return shell(BASH, step["run"], env, folder)


@pytest.fixture(scope="session")
def installed(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install by the action's own step, from its own folder."""
    temporary = tmp_path_factory.mktemp("runner")
    done = run_step(
        INSTALL,
        temporary,
        {"github.action_path": str(source), "runner.temp": str(temporary)},
    )
    assert (done.code, done.out) == (0, ""), done.err
    return temporary


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "cookies.yaml").write_text(STUDIO, "utf-8")
    (tmp_path / "two words").mkdir()
    (tmp_path / "two words" / "cookies.yaml").write_text(VIOLATIONS, "utf-8")
    return tmp_path


def check(installed: Path, folder: Path, **inputs: str) -> Done:
    given = {f"inputs.{name.replace('_', '-')}": value for name, value in inputs.items()}
    return run_step(CHECK, folder, {"runner.temp": str(installed), **given})


def output(folder: Path) -> str:
    return (folder / "output.txt").read_text("utf-8")


def test_the_file_fits_the_official_schema() -> None:
    done = subprocess.run(
        [
            *(sys.executable, "-m", "check_jsonschema"),
            *("--builtin-schema", "vendor.github-actions", str(ROOT / "action.yml")),
        ],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout


def test_an_auditor_of_actions_has_nothing_to_say() -> None:
    done = subprocess.run(
        [
            tool("zizmor"),
            "--offline",
            "--no-config",
            "--persona=auditor",
            "--format=json",
            "action.yml",
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, json.loads(done.stdout)) == (0, []), done.stderr


def test_no_script_holds_an_expression() -> None:
    scripts = [step["run"] for step in ACTION["runs"]["steps"]]

    assert [script for script in scripts if "${{" in script] == []


def test_every_input_is_described_and_used() -> None:
    used = set(re.findall(r"inputs\.([\w-]+)", str(ACTION["runs"])))

    assert used == set(ACTION["inputs"])
    assert all(field["description"].endswith(".") for field in ACTION["inputs"].values())


def test_a_clean_folder_passes(installed: Path, folder: Path) -> None:
    done = check(installed, folder, paths="cookies.yaml")

    assert done.code == 0, done.err
    assert output(folder) == "exit-code=0\n"


def test_findings_are_annotated_and_fail_the_step(installed: Path, folder: Path) -> None:
    done = check(installed, folder)

    assert done.code == 1
    assert "::error file=two words/cookies.yaml,line=" in done.out
    assert output(folder) == "exit-code=1\n"


def test_paths_are_lines_and_may_hold_spaces(installed: Path, folder: Path) -> None:
    done = check(installed, folder, paths="\ntwo words\n  \ncookies.yaml\n", fail_on="never")

    assert done.code == 0, done.err
    assert " in 2 files" in done.out


def test_further_reports_are_written(installed: Path, folder: Path) -> None:
    reports = "sarif=report.sarif\njson=our report.json"
    done = check(installed, folder, reports=reports, fail_on="never")

    assert done.code == 0, done.err
    run = json.loads((folder / "report.sarif").read_text("utf-8"))["runs"][0]
    assert run["tool"]["driver"]["version"] == __version__
    assert json.loads((folder / "our report.json").read_text("utf-8"))["summary"]["files"] == 2


def test_options_are_passed_on(installed: Path, folder: Path) -> None:
    done = check(installed, folder, args="--select LIF\n --as-of=2026-11-23", paths="two words")

    assert done.code == 1
    assert set(re.findall(r"title=([A-Z]{3})", done.out)) == {"LIF"}


def test_another_folder_is_checked(installed: Path, folder: Path) -> None:
    done = check(installed, folder, working_directory="two words")

    assert done.code == 1
    assert "::error file=cookies.yaml,line=" in done.out


@pytest.mark.parametrize("name", ["paths", "reports", "fail-on", "args", "working-directory"])
def test_no_input_is_ever_run(installed: Path, folder: Path, name: str) -> None:
    trap = "$(touch trap) `touch trap`; touch trap #\n'; touch trap; '\n\"; touch trap; \" && touch trap"

    done = check(installed, folder, **{name.replace("-", "_"): trap})

    assert done.code != 0
    assert sorted(path.name for path in folder.rglob("trap*")) == []


def test_a_pattern_in_the_options_is_not_expanded(installed: Path, folder: Path) -> None:
    done = check(installed, folder, args="--select *")

    assert done.code == 2
    assert "unknown rule '*'" in done.err


def test_wrong_usage_is_told_from_findings(installed: Path, folder: Path) -> None:
    done = check(installed, folder, reports="pdf=x.pdf")

    assert done.code == 2
    assert output(folder) == "exit-code=2\n"


@pytest.mark.parametrize("version", ["latest", "0.1", "../../x/1.0.0", "1.0.0; touch trap", "--help", "1.0.0\n2.0.0"])  # fmt: skip
def test_what_is_no_version_is_refused(tmp_path: Path, version: str) -> None:
    done = run_step(
        INSTALL,
        tmp_path,
        {
            "github.action_path": str(tmp_path),
            "runner.temp": str(tmp_path),
            "inputs.version": version,
        },
    )

    assert done.code == 2
    assert done.out.startswith("::error::the input 'version' is no version")
    assert list(tmp_path.iterdir()) == []


def test_a_runner_without_a_recent_python_is_told_what_to_do(tmp_path: Path) -> None:
    env = {"OWN": str(tmp_path), "VERSION": "", "ENVIRONMENT": str(tmp_path / "environment")}
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "python3").write_text("#!/bin/sh\nexit 1\n", "utf-8")
    (tmp_path / "bin" / "python3").chmod(0o755)

    done = shell(
        ("/bin/bash", *BASH[1:]), INSTALL["run"], env, tmp_path, path=str(tmp_path / "bin")
    )

    assert done.code == 2
    assert "needs Python 3.11 or later; add actions/setup-python" in done.out


def test_another_version_comes_from_its_tag(tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()
    python = tmp_path / "bin" / "python3"
    # Stands in for Python: it makes an environment of itself, and tells what pip is to install.
    python.write_text(
        '#!/bin/sh\ncase "$*" in\n'
        '"-m venv --clear "*) /bin/mkdir -p "$4/bin"; /bin/cp "$0" "$4/bin/python" ;;\n'
        '"-m pip install"*) for last; do :; done; echo "$last" ;;\nesac\n',
        "utf-8",
    )
    python.chmod(0o755)
    env = {"OWN": "/own", "VERSION": "1.2.3", "ENVIRONMENT": str(tmp_path / "environment")}

    done = shell(
        ("/bin/bash", *BASH[1:]), INSTALL["run"], env, tmp_path, path=str(tmp_path / "bin")
    )

    archive = "https://github.com/studio-ductus/policylint/archive/refs/tags/v1.2.3.tar.gz"
    assert (done.code, done.out, done.err) == (0, f"{archive}\n", "")
