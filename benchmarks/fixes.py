"""`policylint check --fix` on 10,000 cookies against a check of the same file.

Usage: python -m benchmarks.fixes [ROUNDS]
"""

import re
import statistics
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from benchmarks.inventories import inventory
from benchmarks.measure import interleave, machine, ratio
from benchmarks.start import tool

COOKIES = 10_000
GOAL = 3
_COPY = "import shutil, subprocess, sys; shutil.copy(*sys.argv[1:3]); subprocess.run(sys.argv[3:])"


def _each(pattern: str, replacement: str, every: int) -> Callable[[str], str]:
    """Make a slip in every so manieth place where a pattern matches."""

    def spoil(text: str) -> str:
        parts = re.split(f"({pattern})", text)
        for number in range(1, len(parts), 2 * every):
            parts[number] = replacement
        return "".join(parts)

    return spoil


SPOILT: Mapping[str, Callable[[str], str]] = {
    "1 slip": _each("consent: opt-in", "consent: Opt-In", COOKIES),
    "100 slips": _each("consent: opt-in", "consent: Opt-In", 50),
    "5,000 slips": _each("consent: opt-in", "consent: Opt-In", 1),
    "1,000 comments": _each(
        "same_site: Lax", "same_site: Lax # policylint: ignore[LIF001] not any more", 10
    ),
}


def main() -> None:
    """Print a line for each kind of fault, and whether the goal is met."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    print(f"{machine()}; {rounds} interleaved rounds, medians; {COOKIES:,} cookies\n")
    print("                    check        fix   fix takes")
    with tempfile.TemporaryDirectory() as folder:
        for name, spoil in SPOILT.items():
            source, file = Path(folder) / "source", Path(folder) / "cookies.yaml"
            source.write_text(spoil(inventory(COOKIES)), encoding="utf-8")
            # both begin with a fresh copy of the file, since a fix changes it
            begin = [sys.executable, "-c", _COPY, str(source), str(file)]
            check = [*begin, tool("policylint"), "check", "--no-cache", str(file)]
            times = interleave({"check": check, "fix": [*check, "--fix"]}, rounds)
            share = ratio(times, "fix", "check")
            seconds = {kind: statistics.median(taken) for kind, taken in times.items()}
            print(
                f"{name:16}{seconds['check']:7.2f} s{seconds['fix']:9.2f} s{share:9.2f} x, "
                f"under {GOAL} x: {'met' if share < GOAL else 'MISSED'}"
            )


if __name__ == "__main__":
    main()
