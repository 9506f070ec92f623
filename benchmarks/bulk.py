"""`policylint check` on 5,000 inventories of 50 cookies: cold, again, and beside check-jsonschema.

Usage: python -m benchmarks.bulk [ROUNDS [FILES]]

check-jsonschema is measured on a sample in each round and scaled up: it takes minutes for all.
"""

import os
import statistics
import sys
import tempfile
from pathlib import Path

from benchmarks.inventories import inventory
from benchmarks.measure import machine, peak_kib, seconds
from benchmarks.start import ROOT, tool

FILES = 5_000
COOKIES = 50
SAMPLE = 300
SCHEMA = str(ROOT / "schema" / "inventory.schema.json")
# At most: times check-jsonschema cold, times the first run for a second one.
COLD, AGAIN = 0.05, 0.2


def main() -> None:
    """Print the times and the two ratios, with their goals."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    files = int(sys.argv[2]) if len(sys.argv) > 2 else FILES  # noqa: PLR2004 - the second argument
    sample = min(SAMPLE, files)
    print(f"{machine()}; {rounds} interleaved rounds, medians")
    with tempfile.TemporaryDirectory() as folder:
        paths = _write(Path(folder), files)
        check = [tool("policylint"), "check", str(Path(folder) / "sites")]
        theirs = [tool("check-jsonschema"), "--schemafile", SCHEMA, *paths[:sample]]
        times = [
            _round(Path(folder) / f"cache-{number}", check, theirs) for number in range(rounds)
        ]
        peak = peak_kib(check) / 1024
    cold, again, others = (statistics.median(column) for column in zip(*times, strict=True))
    scale = files / sample
    print(f"\n{files:,} files of {COOKIES} cookies")
    print(f"policylint, first run   {cold:8.2f} s   {files / cold:6.0f} files a second")
    print(f"policylint, second run  {again:8.2f} s   {files / again:6.0f} files a second")
    print(
        f"check-jsonschema        {others * scale:8.2f} s   {sample / others:6.0f} files a second"
        f" (scaled from {sample})"
    )
    print(f"peak memory of one process {peak:.0f} MiB\n")
    _judge("first run", "check-jsonschema", [one / (them * scale) for one, _, them in times], COLD)
    _judge("second run", "the first", [two / one for one, two, _ in times], AGAIN)


def _write(folder: Path, files: int) -> list[str]:
    paths = []
    for number in range(files):
        below = folder / "sites" / str(number % 100) / str(number)
        below.mkdir(parents=True)
        text = inventory(COOKIES).replace("Benchmark SAS", f"Benchmark {number} SAS")
        (below / "cookies.yaml").write_text(text, encoding="utf-8")
        paths.append(str(below / "cookies.yaml"))
    return paths


def _round(cache: Path, check: list[str], theirs: list[str]) -> tuple[float, float, float]:
    os.environ["POLICYLINT_CACHE_DIR"] = str(cache)
    return seconds(check), seconds(check), seconds(theirs)


def _judge(what: str, whom: str, ratios: list[float], most: float) -> None:
    share = statistics.median(ratios)
    verdict = "met" if share <= most else "MISSED"
    print(f"{verdict}: {what} in {share:.3f} x {whom}, at most {most} x")


if __name__ == "__main__":
    main()
