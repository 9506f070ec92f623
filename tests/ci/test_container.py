"""The container: its file by a linter, what it is built from, and as whom it runs."""

import json
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from zipfile import ZipFile

from tests.conftest import ROOT, tool

TEXT = (ROOT / "Dockerfile").read_text("utf-8")
STEPS = [
    (line.split()[0], line.partition(" ")[2])
    for line in re.sub(r"\\\n\s*", "", re.sub(r"^#.*\n", "", TEXT, flags=re.MULTILINE)).splitlines()
    if line
]
IGNORED = (ROOT / ".dockerignore").read_text("utf-8").splitlines()
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def said(instruction: str) -> list[str]:
    return [rest for name, rest in STEPS if name == instruction]


def copied() -> list[str]:
    """List what is copied from outside the image."""
    local = [rest.split() for rest in said("COPY") if not rest.startswith("--from=")]
    return [source for words in local for source in words[:-1]]


def test_a_linter_of_dockerfiles_has_nothing_to_say() -> None:
    done = subprocess.run(
        [tool("hadolint"), "--format", "json", "--no-color", str(ROOT / "Dockerfile")],
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, json.loads(done.stdout)) == (0, []), done.stdout


def test_both_stages_name_the_same_slim_python_that_is_supported() -> None:
    images = {rest.split()[0] for rest in said("FROM")}

    assert len(said("FROM")) == 2
    (image,) = images
    match = re.fullmatch(r"python:(3\.\d+)-slim-[a-z]+", image)
    assert match is not None
    supported = f"Programming Language :: Python :: {match[1]}"
    assert supported in PROJECT["project"]["classifiers"]


def test_the_last_stage_runs_policylint_as_nobody_special() -> None:
    last = [index for index, (name, _) in enumerate(STEPS) if name == "FROM"][-1]
    stage = STEPS[last:]
    names = [name for name, _ in stage]
    values = dict(stage)

    assert values["USER"].isdecimal()
    assert int(values["USER"]) >= 1000
    assert f"--uid {values['USER']} " in values["RUN"]
    # Nothing is written to the image once it is nobody's.
    assert names.index("USER") > names.index("COPY")
    assert json.loads(values["ENTRYPOINT"]) == ["policylint"]
    assert json.loads(values["CMD"]) == ["check"]
    assert values["WORKDIR"] == "/work"
    assert "pip" not in values["RUN"]


def test_what_is_copied_is_committed_and_not_ignored() -> None:
    listed = subprocess.run(
        ["git", "ls-files", *copied()], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.splitlines()

    assert len(copied()) >= 5
    for path in copied():
        assert any(one == path or one.startswith(f"{path}/") for one in listed), path
        assert f"!{path}" in IGNORED, path
    assert IGNORED[1] == "*"


def test_the_wheel_is_built_from_what_is_copied_and_nothing_else(tmp_path: Path) -> None:
    for path in copied():
        target = tmp_path / "context" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if (ROOT / path).is_dir():
            shutil.copytree(
                ROOT / path, target, ignore=lambda _, names: {"__pycache__"} & set(names)
            )
        else:
            shutil.copy(ROOT / path, target)

    subprocess.run(
        [
            *(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir"),
            *(str(tmp_path / "wheels"), str(tmp_path / "context")),
        ],
        check=True,
    )

    (wheel,) = (tmp_path / "wheels").iterdir()
    names = set(ZipFile(wheel).namelist())
    included = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    for source, target in included.items():
        files = [path for path in (ROOT / source).rglob("*") if path.is_file()]
        assert files
        for path in files:
            assert f"{target}/{path.relative_to(ROOT / source).as_posix()}" in names
