"""`policylint policy --all-languages` and the files of Word and PDF, each as a whole cold process.

Usage: python -m benchmarks.policies [ROUNDS]
"""

import statistics
import sys
import tempfile
from pathlib import Path

from benchmarks.inventories import inventory
from benchmarks.measure import interleave, machine
from benchmarks.start import tool

ROOT = Path(__file__).parents[1]
STUDIO = ROOT / "examples" / "studio-ductus" / "cookies.yaml"
COOKIES = 500
# What the project asks of itself, in seconds.
GOALS = {"policies in all languages": 1.5, f"report of {COOKIES} cookies as PDF": 10.0}


def commands(folder: Path) -> dict[str, list[str]]:
    """Give the commands that are measured."""
    large = folder / "large.cookies.yaml"
    large.write_text(inventory(COOKIES), encoding="utf-8")
    policy = [tool("policylint"), "policy", str(STUDIO), "--quiet"]
    report = [tool("policylint"), "report", str(large)]
    every = ["--all-languages", "--format", "html", "--output-dir", str(folder / "out")]
    return {
        "one policy": [*policy, "--format", "html", "--output", str(folder / "one.html")],
        "policies in all languages": [*policy, *every],
        "one policy for Word": [*policy, "--output", str(folder / "one.docx")],
        "one policy as PDF": [*policy, "--output", str(folder / "one.pdf")],
        f"report of {COOKIES} cookies for Word": [*report, "--output", str(folder / "r.docx")],
        f"report of {COOKIES} cookies as PDF": [*report, "--output", str(folder / "r.pdf")],
    }


def main() -> None:
    """Print the medians, and whether each goal is met."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    print(f"{machine()}; {rounds} interleaved rounds, medians\n")
    with tempfile.TemporaryDirectory() as folder:
        times = interleave(commands(Path(folder)), rounds)
        print(f"in all languages: {len(list((Path(folder) / 'out').iterdir()))} files")
    for name, taken in times.items():
        median = statistics.median(taken)
        goal = GOALS.get(name)
        verdict = "" if goal is None else f"   {'met' if median <= goal else 'MISSED'}: {goal} s"
        print(f"{name:34}{median:7.2f} s{verdict}")


if __name__ == "__main__":
    main()
