"""The GitLab component: its file by the official schema, its script run by a plain shell."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from jsonschema.validators import validator_for

from policylint import __version__
from tests.ci.conftest import shell
from tests.conftest import ROOT, Done

TEXT = (ROOT / "templates" / "policylint.yml").read_text("utf-8")
HEADER, BODY = TEXT.split("\n---\n")
INPUTS = yaml.safe_load(HEADER)["spec"]["inputs"]
DEFAULTS = {name: field["default"] for name, field in INPUTS.items()}
STUDIO = (ROOT / "examples" / "studio-ductus" / "cookies.yaml").read_text("utf-8")
VIOLATIONS = (ROOT / "examples" / "violations" / "cookies.yaml").read_text("utf-8")
SHELLS = [("sh", "-e", "-c"), ("bash", "-eo", "pipefail", "-c")]
Job = dict[str, Any]


def interpolated(value: Any, inputs: Mapping[str, str]) -> Any:
    """Fill inputs in as GitLab does: in the values that YAML gave, not in its text."""
    match value:
        case str():
            return re.sub(r"\$\[\[ inputs\.(\w+) \]\]", lambda match: inputs[match[1]], value)
        case list():
            return [interpolated(one, inputs) for one in value]
        case dict():
            return {
                interpolated(key, inputs): interpolated(one, inputs) for key, one in value.items()
            }
    return value


def pipeline(**inputs: str) -> dict[str, Job]:
    found: dict[str, Job] = interpolated(yaml.safe_load(BODY), {**DEFAULTS, **inputs})
    return found


def official() -> dict[str, Any]:
    from importlib.resources import files

    path = files("check_jsonschema") / "builtin_schemas" / "vendor" / "gitlab-ci.json"
    schema: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return schema


def test_header_and_job_fit_the_official_schema() -> None:
    schema = official()
    validator = validator_for(schema)(schema)

    assert [one.message for one in validator.iter_errors(yaml.safe_load(HEADER))] == []
    assert [one.message for one in validator.iter_errors(pipeline())] == []


def test_every_input_is_described_and_used() -> None:
    assert set(re.findall(r"inputs\.(\w+)", BODY)) == INPUTS.keys()
    assert all(field["description"][-1] == "." for field in INPUTS.values())


def test_no_script_holds_an_input() -> None:
    job = yaml.safe_load(BODY)["$[[ inputs.job ]]"]

    assert "$[[" not in "\n".join([*job["before_script"], *job["script"]])


def test_the_version_that_is_installed_is_this_one() -> None:
    assert DEFAULTS["package"].endswith(f"/v{__version__}.tar.gz")


class Project(NamedTuple):
    """A project with the environment that the job makes for itself."""

    folder: Path
    environment: Path


def run(job: Job, part: str, folder: Path, command: tuple[str, ...] = SHELLS[0]) -> Done:
    return shell(command, "\n".join(job[part]), job["variables"], folder)


@pytest.fixture(scope="session")
def environment(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install by the job's own commands, from a clone in place of the archive."""
    folder = tmp_path_factory.mktemp("gitlab")
    done = run(pipeline(package=str(source))["policylint"], "before_script", folder)
    assert done.code == 0, done.err
    return folder / ".policylint"


@pytest.fixture
def folder(tmp_path: Path, environment: Path) -> Path:
    (tmp_path / ".policylint").symlink_to(environment)
    (tmp_path / "cookies.yaml").write_text(STUDIO, "utf-8")
    (tmp_path / "shop").mkdir()
    (tmp_path / "shop" / "cookies.yaml").write_text(VIOLATIONS, "utf-8")
    return tmp_path


@pytest.mark.parametrize("command", SHELLS, ids=["sh", "bash"])
def test_the_job_writes_the_reports_that_it_hands_over(
    folder: Path, command: tuple[str, ...]
) -> None:
    job = pipeline()["policylint"]

    done = run(job, "script", folder, command)

    assert done.code == 1
    assert " in 2 files" in done.out
    assert job["artifacts"]["when"] == "always"
    quality = json.loads((folder / job["artifacts"]["reports"]["codequality"]).read_text("utf-8"))
    assert {one["location"]["path"] for one in quality} == {"cookies.yaml", "shop/cookies.yaml"}
    assert "<testsuite" in (folder / job["artifacts"]["reports"]["junit"]).read_text("utf-8")


def test_inputs_are_passed_on(folder: Path) -> None:
    inputs = {"paths": "shop cookies.yaml", "fail_on": "never", "args": "--select LIF  --quiet"}

    done = run(pipeline(**inputs)["policylint"], "script", folder)

    assert done.code == 0, done.err
    assert set(re.findall(r" (?:error|warning|info) ([A-Z]{3})\d{3} ", done.out)) == {"LIF"}


def test_a_clean_file_passes(folder: Path) -> None:
    done = run(pipeline(paths="cookies.yaml")["policylint"], "script", folder)

    assert done.code == 0, done.err


@pytest.mark.parametrize("name", ["paths", "fail_on", "args"])
@pytest.mark.parametrize("command", SHELLS, ids=["sh", "bash"])
def test_no_input_is_ever_run(folder: Path, name: str, command: tuple[str, ...]) -> None:
    trap = "$(touch trap) `touch trap`; touch trap #\n'; touch trap; '\n\"; touch trap; \" && touch trap"

    done = run(pipeline(**{name: trap})["policylint"], "script", folder, command)

    assert done.code != 0
    assert sorted(path.name for path in folder.glob("trap*")) == []


def test_a_pattern_in_the_options_is_not_expanded(folder: Path) -> None:
    done = run(pipeline(args="--select *")["policylint"], "script", folder)

    assert done.code == 2
    assert "unknown rule '*'" in done.err


def test_the_environment_is_not_searched_for_inventories(folder: Path) -> None:
    (folder / ".policylint" / "cookies.yaml").write_text("{[", "utf-8")

    done = run(pipeline(fail_on="never")["policylint"], "script", folder)

    assert " in 2 files" in done.out
    (folder / ".policylint" / "cookies.yaml").unlink()
