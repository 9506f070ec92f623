"""The long runs, by hand: `python -m tests.fuzz loader --count 1000000 --seed 1`.

Every document follows from its number alone, so that a failure can be repeated by it.
"""

import argparse
import hashlib
import os
import shutil
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random
from time import perf_counter

from tests.fuzz import configuration, loader, whole
from tests.fuzz.seeds import ROOT

SAMPLES = 3

Target = tuple[Callable[[Random], bytes], Callable[[bytes], object]]
TARGETS: dict[str, Target] = {
    "loader": (loader.draw, loader.examine_some),
    "check": (whole.draw, whole.examine_some),
    "configuration": (configuration.draw, configuration.examine),
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("--count", type=int, default=10_000, help="documents to try")
    parser.add_argument("--seed", type=int, default=1, help="number of the first document")
    parser.add_argument("--keep", type=Path, default=Path("fuzz-found"), help="where failures go")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(ROOT / "examples" / "minimal" / "cookies.yaml", folder)
        keep = given.keep.resolve()
        with whole.working_folder(folder):
            return bool(_run(given.target, range(given.seed, given.seed + given.count), keep))


def _run(target: str, numbers: range, keep: Path) -> int:
    draw, examine = TARGETS[target]
    failures: Counter[str] = Counter()
    size = slowest = 0.0
    started = perf_counter()
    for done, number in enumerate(numbers, 1):
        content = draw(Random(number))
        size += len(content)
        begun = perf_counter()
        try:
            examine(content)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what we look for
            kind = _kind(error)
            failures[kind] += 1
            if failures[kind] <= SAMPLES:
                _keep(keep, f"{target}-{number}", content)
                print(f"{number}: {kind}", flush=True)
        slowest = max(slowest, perf_counter() - begun)
        if done % max(len(numbers) // 100, 1) == 0 or done == len(numbers):
            seconds = perf_counter() - started
            print(
                f"{done:,} documents, {size / done:,.0f} bytes on average, {seconds:,.0f} s,"
                f" {done / seconds:,.0f} a second, slowest {slowest * 1000:,.0f} ms,"
                f" {failures.total():,} failures of {len(failures)} kinds",
                flush=True,
            )
    return failures.total()


def _keep(folder: Path, name: str, content: bytes) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    digest = hashlib.sha256(content).hexdigest()[:8]
    (folder / f"{name}-{digest}").write_bytes(content)


def _kind(error: Exception) -> str:
    """Name a failure by its kind and the place where it was raised."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{os.path.basename(frame.filename)}:{frame.lineno}"
    return f"{type(error).__name__} at {place}: {str(error)[:100]}"


if __name__ == "__main__":
    sys.exit(main())
