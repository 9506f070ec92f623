"""The packages that are released: built from the tree as committed, installed into nothing, run."""

import json
import os
import re
import subprocess
import sys
import tarfile
from collections.abc import Sequence
from email import message_from_string
from pathlib import Path
from zipfile import ZipFile

import pytest

from policylint import __version__
from policylint.law import LAW_AS_OF, RULE_PACK
from tests.conftest import ROOT, Done

EPOCH = "1795392000"
INFO = f"policylint-{__version__}.dist-info"


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("tree") / "policylint"
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(target)], check=True)
    return target


@pytest.fixture(scope="module")
def packages(tree: Path) -> Path:
    """Build the source package, and from it the wheel, as a release does."""
    done = subprocess.run(
        [sys.executable, "-m", "build", "--outdir", str(tree.parent / "dist"), str(tree)],
        capture_output=True,
        text=True,
        env=bare(),
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return tree.parent / "dist"


@pytest.fixture(scope="module")
def wheel(packages: Path) -> ZipFile:
    return ZipFile(packages / f"policylint-{__version__}-py3-none-any.whl")


@pytest.fixture(scope="module")
def source(packages: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("source")
    with tarfile.open(packages / f"policylint-{__version__}.tar.gz") as archive:
        archive.extractall(folder, filter="data")
    return folder / f"policylint-{__version__}"


@pytest.fixture(scope="module")
def environment(wheel: ZipFile, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel, with what it asks for and nothing else, into an empty environment."""
    folder = tmp_path_factory.mktemp("empty")
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True, env=bare())
    pip = [str(folder / "bin" / "python"), "-m", "pip", "--disable-pip-version-check"]
    subprocess.run([*pip, "install", "--quiet", str(wheel.filename)], check=True, env=bare())
    subprocess.run([*pip, "check"], check=True, env=bare(), capture_output=True)
    return folder


def bare() -> dict[str, str]:
    """Give an environment in which nothing of this process is found."""
    apart = ("PYTHON", "VIRTUAL_ENV", "GITHUB_", "GIT_")
    kept = {key: value for key, value in os.environ.items() if not key.startswith(apart)}
    return {**kept, "SOURCE_DATE_EPOCH": EPOCH}


def run(environment: Path, folder: Path, *arguments: str) -> Done:
    done = subprocess.run(
        [str(environment / "bin" / "policylint"), *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        env=bare(),
        check=False,
    )
    return Done(done.returncode, done.stdout, done.stderr)


def committed(tree: Path, *folders: str) -> set[str]:
    done = subprocess.run(
        ["git", "ls-files", "-z", *folders], cwd=tree, capture_output=True, text=True, check=True
    )
    return set(done.stdout.split("\0")) - {""}


def test_the_source_package_holds_all_that_is_committed(tree: Path, source: Path) -> None:
    held = {path.relative_to(source).as_posix() for path in source.rglob("*") if path.is_file()}

    assert held == committed(tree) | {"PKG-INFO"}


def test_tests_run_from_the_source_package(source: Path) -> None:
    # Those that need no repository around them: the package holds their data, examples and goldens.
    chosen = ["tests/report/test_formats.py", "tests/law/test_history.py", "tests/test_docs.py"]

    done = subprocess.run(
        [*(sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"), *chosen],
        cwd=source,
        capture_output=True,
        text=True,
        env=bare(),
        check=False,
    )

    assert done.returncode == 0, done.stdout
    assert re.search(r"\d\d+ passed", done.stdout)


def test_the_wheel_holds_the_package_its_schemas_and_the_examples_of_rules(
    tree: Path, wheel: ZipFile
) -> None:
    expected = committed(tree, "policylint")
    expected |= {
        path.replace("schema/", "policylint/schema/", 1) for path in committed(tree, "schema")
    }
    expected |= {
        path.replace("tests/rules/", "policylint/rule_examples/", 1)
        for path in committed(tree, "tests/rules")
    }
    held = {name for name in wheel.namelist() if not name.startswith(INFO)}

    assert held == expected


def test_the_wheel_holds_no_test(wheel: ZipFile) -> None:
    examples = "policylint/rule_examples/"
    suspicious = [
        name
        for name in wheel.namelist()
        if re.search(r"(^|/)(tests?|conftest|golden|benchmarks|docs)(/|_|\.|$)", name)
    ]

    assert suspicious == []
    assert {Path(name).suffix for name in wheel.namelist() if name.startswith(examples)} == {
        ".js",
        ".yaml",
    }


def test_the_wheel_tells_what_it_is(wheel: ZipFile) -> None:
    metadata = message_from_string(wheel.read(f"{INFO}/METADATA").decode())

    assert (metadata["Name"], metadata["Version"]) == ("policylint", __version__)
    assert metadata["License-Expression"] == "Apache-2.0"
    assert f"{INFO}/licenses/LICENSE" in wheel.namelist()
    assert "policylint/py.typed" in wheel.namelist()
    assert "# policylint" in str(metadata.get_payload())


def test_it_runs_from_an_empty_environment_in_another_folder(
    environment: Path, tmp_path: Path
) -> None:
    version = run(environment, tmp_path, "--version")
    assert version.out.startswith(
        f"policylint {__version__} (rule pack {RULE_PACK}, law as of {LAW_AS_OF}; reads with libyaml"
    )

    assert run(environment, tmp_path, "init").code == 0
    checked = run(environment, tmp_path, "check", "--format", "json")
    assert (checked.code, checked.err) == (0, "")
    assert json.loads(checked.out)["summary"]["files"] == 1


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("check", "violations.yaml", "--format", "concise"), "LIF001 error"),
        (("check", "violations.yaml", "--format", "sarif"), '"version": "2.1.0"'),
        (("policy", "studio.yaml", "--language", "fr"), "# Politique relative aux cookies"),
        (("policy", "studio.yaml", "--format", "html"), "<html lang="),
        (("rule", "LIF001"), "lifetime: 398 days   # reported"),
        (("rules", "--format", "json"), '"pack": "'),
        (("schema",), "policylint inventory, version 1"),
        (("schema", "configuration"), "rule-pack"),
        (("explain", "studio.yaml", "--cookie", "_ga"), "_ga"),
        (("jurisdictions",), "FR"),
        (("completion", "bash"), "complete"),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, tuple) else "",
)
def test_every_command_runs_there(
    environment: Path, tmp_path: Path, arguments: Sequence[str], expected: str
) -> None:
    for name, example in {"violations": "violations", "studio": "studio-ductus"}.items():
        text = (ROOT / "examples" / example / "cookies.yaml").read_text("utf-8")
        (tmp_path / f"{name}.yaml").write_text(text, "utf-8")

    done = run(environment, tmp_path, *arguments)

    assert expected in done.out, done.err
    assert done.code == ("violations.yaml" in arguments)
    assert "Traceback" not in done.err


def test_what_is_found_there_is_what_is_found_here(environment: Path, tmp_path: Path) -> None:
    folder = ROOT / "examples" / "violations"
    (tmp_path / "examples" / "violations").mkdir(parents=True)
    copy = tmp_path / "examples" / "violations" / "cookies.yaml"
    copy.write_bytes((folder / "cookies.yaml").read_bytes())

    done = run(
        environment, tmp_path, "check", "examples/violations/cookies.yaml", "--format", "json"
    )

    assert done.out == (folder / "expected.json").read_text("utf-8")


def test_nothing_that_only_developers_need_is_installed(environment: Path) -> None:
    listed = subprocess.run(
        [str(environment / "bin" / "python"), "-m", "pip", "list", "--format", "json"],
        capture_output=True,
        text=True,
        check=True,
        env=bare(),
    ).stdout
    names = {one["name"].lower() for one in json.loads(listed)}

    assert "policylint" in names
    assert names & {"pytest", "mypy", "ruff", "hypothesis", "check-jsonschema", "zizmor"} == set()
