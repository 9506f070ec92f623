"""The whole check against inventories of every kind, bounded, and twice by other hash seeds."""

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from random import Random

import pytest

from policylint.lint.run import check_files
from policylint.report import FORMATS, render
from tests.fuzz.inventories import draw_inventory
from tests.fuzz.seeds import ROOT, hostile, inventories
from tests.fuzz.whole import FILE, draw, examine, options_for, working_folder

DRAWN = 40
LEAST_RULES = 60


@pytest.fixture(autouse=True)
def folder(tmp_path: Path) -> Iterator[None]:
    with working_folder(str(tmp_path)):
        yield


def test_drawn_inventories_keep_every_promise() -> None:
    said = Counter(
        finding.rule.code
        for seed in range(DRAWN)
        for finding in {one.rule: one for one in examine(draw(Random(seed))).findings}.values()
    )

    # the promises mean little if every inventory is refused before a rule sees it
    assert len(said) >= LEAST_RULES


def test_inventories_of_the_repository_keep_every_promise() -> None:
    for content in inventories()[::24]:
        examine(content)


@pytest.mark.parametrize(
    "name",
    [
        name
        for name, content in hostile().items()
        if len(content) <= 200_000 and content.count(b"\n") < 12_000
    ],
)
def test_a_hostile_inventory_is_reported(name: str) -> None:
    report = examine(hostile()[name])

    assert any(finding.rule.family == "DOC" for finding in report.findings)


def test_the_same_inventories_are_reported_the_same_in_another_process() -> None:
    digests = {
        subprocess.run(
            [sys.executable, "-m", "tests.fuzz.test_check"],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }

    assert len(digests) == 1
    assert len(digests.pop()) == 65


def digest() -> str:
    """Sum up every report of some inventories."""
    found = sha256()
    for seed in range(12):
        content = draw_inventory(Random(seed))
        Path(FILE).write_bytes(content)
        report, _ = check_files([FILE], options_for(content))
        for name in FORMATS:
            found.update(render(name, report).encode())
    return found.hexdigest()


if __name__ == "__main__":
    print(digest())
