"""What all tests share: golden files, compared, or written anew with `pytest --update`."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple, Protocol

import pytest

ROOT = Path(__file__).parents[1]
FRAME = """\
version: 1
site: {name: A, url: "https://a.example", jurisdictions: [FR], languages: [en]}
controller: {name: A, country: FR, address: 1 rue A, email: a@a.example}
"""
"""An inventory without its cookies and vendors."""


def tool(name: str) -> str:
    """Give the path of a program that was installed beside the Python that runs the tests."""
    return str(Path(sys.executable).parent / name)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update", action="store_true", help="write golden files anew; review the diff"
    )


@pytest.fixture(autouse=True, scope="session")
def _no_cache_of_the_user(tmp_path_factory: pytest.TempPathFactory) -> None:
    os.environ["POLICYLINT_CACHE_DIR"] = str(tmp_path_factory.mktemp("cache-of-all"))


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    def compare(path: Path, actual: str) -> None:
        if request.config.getoption("--update"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(actual.encode())
        assert path.exists(), f"{path} is missing: run pytest --update and review what it wrote"
        assert actual == path.read_bytes().decode()

    return compare


class Done(NamedTuple):
    """What a run of the command line left behind."""

    code: int
    out: str
    err: str


class Run(Protocol):
    """A call of the command line: in an empty folder unless told, on 2026-11-23."""

    def __call__(
        self,
        *arguments: str,
        stdin: bytes = b"",
        env: Mapping[str, str] | None = None,
        cwd: Path | None = None,
    ) -> Done: ...


@pytest.fixture
def run(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Run the real command line as no CI service would, with a fixed day and an empty cache."""
    caches = tmp_path_factory.mktemp("cache")

    def call(
        *arguments: str,
        stdin: bytes = b"",
        env: Mapping[str, str] | None = None,
        cwd: Path | None = None,
    ) -> Done:
        bare = {key: value for key, value in os.environ.items() if key != "GITHUB_ACTIONS"}
        done = subprocess.run(
            [sys.executable, "-m", "policylint", *arguments],
            input=stdin,
            capture_output=True,
            cwd=cwd or tmp_path,
            env={
                **bare,
                "SOURCE_DATE_EPOCH": "1795392000",
                "PYTHONPATH": str(ROOT),
                "POLICYLINT_CACHE_DIR": str(caches),
                **(env or {}),
            },
            check=False,
        )
        return Done(done.returncode, done.stdout.decode(), done.stderr.decode())

    return call
