"""The hooks, run by the real pre-commit, from this repository as it is committed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, Done

STUDIO = (ROOT / "examples" / "studio-ductus" / "cookies.yaml").read_text(encoding="utf-8")
CONFIG = """\
repos:
  - repo: {root}
    rev: {revision}
    hooks:
      - id: policylint
      - id: policylint-policy
        args: [cookies.yaml, --check, public/cookies.html]
"""


@pytest.fixture(scope="module")
def environments(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pre-commit")


def call(folder: Path, environments: Path, *command: str) -> Done:
    env = {
        key: value for key, value in os.environ.items() if not key.startswith(("GIT_", "PYTHON"))
    }
    done = subprocess.run(
        command,
        cwd=folder,
        capture_output=True,
        text=True,
        env={**env, "PRE_COMMIT_HOME": str(environments), "SOURCE_DATE_EPOCH": "1795392000"},
        check=False,
    )
    return Done(done.returncode, done.stdout, done.stderr)


def repository(folder: Path, environments: Path, inventory: str) -> None:
    revision = call(ROOT, environments, "git", "rev-parse", "HEAD").out.strip()
    (folder / "cookies.yaml").write_text(inventory, encoding="utf-8")
    (folder / "public").mkdir()
    config = CONFIG.format(root=ROOT, revision=revision)
    (folder / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
    page = call(
        ROOT,
        environments,
        *(sys.executable, "-m", "policylint", "policy", "examples/studio-ductus/cookies.yaml"),
        *("--format", "html", "--output", str(folder / "public" / "cookies.html")),
    )
    assert page.code == 0, page.err
    call(folder, environments, "git", "init", "--quiet")
    call(folder, environments, "git", "add", "--all")


def hooks(folder: Path, environments: Path, *which: str) -> Done:
    command = (sys.executable, "-m", "pre_commit", "run", "--verbose")
    return call(folder, environments, *command, *(which or ("--all-files",)))


def test_the_hooks_pass_on_a_clean_inventory_with_a_current_policy(
    tmp_path: Path, environments: Path
) -> None:
    repository(tmp_path, environments, STUDIO)

    done = hooks(tmp_path, environments)

    assert done.code == 0, done.out + done.err
    assert done.out.count("Passed") == 2


def test_the_hooks_fail_where_the_inventory_moved_on(tmp_path: Path, environments: Path) -> None:
    repository(tmp_path, environments, STUDIO.replace("lifetime: 13 months", "lifetime: 2 years"))

    done = hooks(tmp_path, environments)

    assert done.code == 1
    assert "LIF001 lifetime-too-long" in done.out
    assert "POL008 published-policy-stale" in done.out
    assert done.out.count("Failed") == 2


@pytest.mark.parametrize("name", ["cookies.yaml", "policylint.toml", "shop/vendors.yml", "a.json"])
def test_the_check_runs_when_a_file_of_an_inventory_or_its_configuration_changes(
    tmp_path: Path, environments: Path, name: str
) -> None:
    repository(tmp_path, environments, STUDIO)
    (tmp_path / name).parent.mkdir(exist_ok=True)
    if name != "cookies.yaml":
        (tmp_path / name).write_text("{}" if name == "a.json" else "", encoding="utf-8")
    call(tmp_path, environments, "git", "add", "--all")

    done = hooks(tmp_path, environments, "policylint", "--files", name)

    assert (done.code, done.out.count("Passed")) == (0, 1), done.out + done.err


def test_the_check_is_skipped_when_nothing_changed_that_it_reads(
    tmp_path: Path, environments: Path
) -> None:
    repository(tmp_path, environments, STUDIO)
    (tmp_path / "README.md").write_text("# Shop\n", encoding="utf-8")
    call(tmp_path, environments, "git", "add", "--all")

    done = hooks(tmp_path, environments, "--files", "README.md")

    # The policy is compared all the same: the published page may have any name.
    assert (done.code, done.out.count("Skipped"), done.out.count("Passed")) == (0, 1, 1)
