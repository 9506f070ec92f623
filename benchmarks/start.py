"""`policylint check` on small inventories against Python itself, yamllint and check-jsonschema.

Usage: python -m benchmarks.start [ROUNDS]
"""

import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from benchmarks.inventories import inventory
from benchmarks.measure import interleave, machine, ratio

ROOT = Path(__file__).parents[1]
SIZES = (20, 200)
# What the project asks of itself: size, other command, most times as long.
GOALS = ((20, "yamllint", 1.9), (20, "check-jsonschema", 0.6), (200, "yamllint", 0.6))


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
        for size in SIZES:
            file = Path(folder) / f"{size}.cookies.yaml"
            file.write_text(inventory(size), encoding="utf-8")
            (Path(folder) / ".yamllint").write_text("{extends: relaxed}\n", encoding="utf-8")
            times = interleave(
                {
                    "python -c pass": [sys.executable, "-c", "pass"],
                    "policylint": [tool("policylint"), "check", str(file)],
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
                (size, name, most, ratio(times, "policylint", name))
                for goal, name, most in GOALS
                if goal == size
            ]
    print()
    for size, name, most, share in met:
        verdict = "met" if share <= most else "MISSED"
        print(f"{verdict}: {size} cookies in {share:.2f} x {name}, at most {most} x")


if __name__ == "__main__":
    main()
