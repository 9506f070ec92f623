"""`policylint report` of 500 cookies as a page, cold, against Python itself and `check`.

Usage: python -m benchmarks.report [ROUNDS]
"""

import os
import statistics
import sys
import tempfile
from pathlib import Path

from benchmarks.inventories import inventory
from benchmarks.measure import interleave, machine, ratio
from benchmarks.start import tool

SIZE = 500
MOST_SECONDS = 1.0
BARE, CHECK, REPORT = "python -c 'import json'", "check --no-cache", "report"


def main() -> None:
    """Print the times, the ratios, and whether the goal is met."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 11
    print(f"{machine()}; {SIZE} cookies; {rounds} interleaved rounds, medians")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["POLICYLINT_CACHE_DIR"] = str(Path(folder) / "cache")
        file = Path(folder) / "cookies.yaml"
        file.write_text(inventory(SIZE), encoding="utf-8")
        page = str(Path(folder) / "review.html")
        times = interleave(
            {
                BARE: [sys.executable, "-c", "import json"],
                CHECK: [tool("policylint"), "check", "--no-cache", str(file)],
                REPORT: [tool("policylint"), "report", str(file), "--output", page],
            },
            rounds,
        )
        size = Path(page).stat().st_size
    for name, found in times.items():
        times_bare = ratio(times, name, BARE)
        print(f"{name:24} {statistics.median(found):7.3f} s  {times_bare:6.1f} x bare")
    median = statistics.median(times[REPORT])
    print(f"the page has {size / 1_000:,.0f} kB")
    print(f"at most {MOST_SECONDS} s: {'met' if median <= MOST_SECONDS else 'missed'}")


if __name__ == "__main__":
    main()
