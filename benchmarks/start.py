"""`policylint check` on small inventories against Python itself, yamllint and check-jsonschema.

Usage: python -m benchmarks.start [ROUNDS]
"""

import os
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from benchmarks.inventories import inventory
from benchmarks.measure import interleave, machine, ratio

ROOT = Path(__file__).parents[1]
SIZES = (20, 200)
COLD, WARM = "policylint", "with a warm cache"
# What the project asks of itself: command, size, other command, most times as long.
GOALS = (
    (COLD, 20, "yamllint", 1.9),
    (COLD, 20, "check-jsonschema", 0.6),
    (COLD, 200, "yamllint", 0.6),
    (WARM, 20, "yamllint", 0.7),
)


def tool(name: str) -> str:
    """Find an installed command beside this Python, or on the PATH."""
    beside = Path(sys.executable).parent / name
    found = str(beside) if beside.exists() else shutil.which(name)
    if not found:
        sys.exit(f"{name} is not installed: pip install -e .[dev]")
    return found


def main() -> None:
    """Print one table per size, and whether each goal is met."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    print(f"{machine()}; {rounds} interleaved rounds, medians")
    met = []
    with tempfile.TemporaryDirectory() as folder:
        os.environ["POLICYLINT_CACHE_DIR"] = str(Path(folder) / "cache")
        for size in SIZES:
            file = Path(folder) / f"{size}.cookies.yaml"
            file.write_text(inventory(size), encoding="utf-8")
            (Path(folder) / ".yamllint").write_text("{extends: relaxed}\n", encoding="utf-8")
            times = interleave(
                {
                    "python -c pass": [sys.executable, "-c", "pass"],
                    COLD: [tool("policylint"), "check", "--no-cache", str(file)],
                    WARM: [tool("policylint"), "check", str(file)],
                    "yamllint": [tool("yamllint"), str(file)],
                    "check-jsonschema": [
                        tool("check-jsonschema"),
                        "--schemafile",
                        str(ROOT / "schema" / "inventory.schema.json"),
                        str(file),
                    ],
                },
                rounds,
            )
            print(f"\n{size} cookies        median    policylint takes")
            for name, taken in times.items():
                share = ratio(times, "policylint", name)
                print(f"{name:18}{statistics.median(taken) * 1000:8.0f} ms   {share:6.2f} x")
            met += [
                (mine, size, name, most, ratio(times, mine, name))
                for mine, goal, name, most in GOALS
                if goal == size
            ]
    print()
    for mine, size, name, most, share in met:
        verdict = "met" if share <= most else "MISSED"
        print(f"{verdict}: {mine}, {size} cookies in {share:.2f} x {name}, at most {most} x")


if __name__ == "__main__":
    main()
