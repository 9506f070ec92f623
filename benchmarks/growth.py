"""How `policylint check` grows: time, peak memory and exponent from 100 to 100,000 cookies.

Usage: python -m benchmarks.growth [ROUNDS]
"""

import math
import statistics
import sys
import tempfile
from pathlib import Path

from benchmarks.inventories import inventory
from benchmarks.measure import interleave, machine, peak_kib, ratio
from benchmarks.start import ROOT, tool

SIZES = (100, 1_000, 10_000, 100_000)
COMPARED = 10_000


def main() -> None:
    """Print a line per size, then the exponent, the memory per cookie and the comparison."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    print(f"{machine()}; {rounds} interleaved rounds, medians")
    print("\n cookies       time      peak")
    taken: dict[int, float] = {}
    peak: dict[int, int] = {}
    with tempfile.TemporaryDirectory() as folder:
        for size in SIZES:
            file = Path(folder) / f"{size}.cookies.yaml"
            file.write_text(inventory(size), encoding="utf-8")
            command = [tool("policylint"), "check", "--no-cache", str(file)]
            taken[size] = statistics.median(
                interleave({"policylint": command}, rounds)["policylint"]
            )
            peak[size] = peak_kib(command)
            print(f"{size:8,}{taken[size]:10.2f} s{peak[size] / 1024:7.0f} MiB")
        schema = str(ROOT / "schema" / "inventory.schema.json")
        file = Path(folder) / f"{COMPARED}.cookies.yaml"
        times = interleave(
            {
                "policylint": [tool("policylint"), "check", "--no-cache", str(file)],
                "check-jsonschema": [tool("check-jsonschema"), "--schemafile", schema, str(file)],
            },
            rounds,
        )
    share = ratio(times, "policylint", "check-jsonschema")
    exponent = math.log(taken[100_000] / taken[1_000]) / math.log(100)
    per_cookie = (peak[100_000] - peak[100]) / (100_000 - 100)
    print(f"\n{COMPARED:,} cookies in {share:.3f} x check-jsonschema, at most 0.12 x")
    print(f"exponent from 1,000 to 100,000: {exponent:.2f}, at most 1.1")
    print(f"memory: {per_cookie:.2f} KiB a cookie, at most 8 KiB")


if __name__ == "__main__":
    main()
