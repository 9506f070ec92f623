"""How soon the language server answers a key in an inventory of 1,000 cookies.

A client of its own sends `didChange` over standard input and waits for `publishDiagnostics` of that
version: all that an editor would wait for is counted, with both ends of the protocol.
"""

import os
import platform
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from importlib.metadata import version
from pathlib import Path

from benchmarks.inventories import inventory
from policylint.lint.judge import check_content
from policylint.lint.options import Options
from policylint.lint.settings import Settings
from tests.editor.client import Client, span

COOKIES = 1_000
KEYS = 40
GOAL = 0.1
NAME = "cookies.yaml"
FAULTY = 10  # one entry in so many has findings


def typed(text: str, before: str, words: str) -> Iterator[tuple[dict[str, object], str]]:
    """Type words after a place, letter by letter: each change, and the text that it makes."""
    for letter in words:
        place = span(text, before)["end"]
        yield {"range": {"start": place, "end": place}, "text": letter}, letter
        text = text.replace(before, before + letter, 1)
        before += letter


def answer(client: Client, change: dict[str, object]) -> float:
    """Send one change and wait for its diagnostics."""
    start = time.perf_counter()
    client.change(NAME, change)
    return time.perf_counter() - start


def measure(kind: str, text: str, before: str, words: str) -> float:
    """Open a text, type, and print the median."""
    with tempfile.TemporaryDirectory() as folder, Client(Path(folder)) as client:
        client.initialize()
        found = len(client.open(NAME, text))
        # A second answer comes after the server has prepared itself, as it has when a person types.
        client.change(NAME, text)
        changes = [change for change, _ in typed(text, before, words)]
        times = [answer(client, change) for change in changes]
        client.stop()
    middle = statistics.median(times)
    worst = sorted(times)[int(len(times) * 0.95)]
    print(f"{kind:<44} {found:>6} {middle * 1e3:>8.1f} ms {worst * 1e3:>8.1f} ms")
    return middle


def faulty(text: str) -> str:
    """Put findings into one entry of ten."""
    parts = text.split("  - name: _stat_")
    for number in range(1, len(parts), FAULTY // 2):
        parts[number] = parts[number].replace("lifetime: 13 months", "lifetime: 3 years")
    return "  - name: _stat_".join(parts)


def main() -> int:
    """Type in several places, and tell whether the median stays below the goal."""
    names = ", ".join(f"{name} {version(name)}" for name in ("pygls", "PyYAML"))
    print(f"CPython {platform.python_version()}, {os.cpu_count()} cores; {names}")
    print(f"load {os.getloadavg()[0]:.1f}; {COOKIES:,} cookies, {KEYS} keys each\n")
    print(f"{'what is typed':<44} {'found':>6} {'median':>11} {'95 %':>11}")
    text = inventory(COOKIES)
    place = "of part 701 of the site"
    sentence = ("and more of the same " * 2)[:KEYS]
    middles = [
        measure("a description, in the middle", text, place, sentence),
        measure("a description, three jurisdictions", several(text), place, sentence),
        measure("a description, beside 100 findings", faulty(text), place, sentence),
        measure("a vendor's name", text, "name: Platform SAS", sentence),
        measure("a duration, mostly broken", text, "of part 701 of the site.", DURATION[:KEYS]),
        measure(
            "a key without its value: broken YAML", text, "of part 701 of the site.", FIELD[:KEYS]
        ),
    ]
    print(f"\na whole check of the same text in this process: {whole(text) * 1e3:.1f} ms")
    print(f"goal: a description within {GOAL * 1e3:.0f} ms")
    return int(middles[0] > GOAL)


def whole(text: str) -> float:
    """Time a check that remembers nothing."""
    options = Options(as_of=date(2026, 11, 23))
    times = []
    for _ in range(9):
        start = time.perf_counter()
        check_content(NAME, text.encode(), Settings(), options)
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def several(text: str) -> str:
    """Add jurisdictions."""
    return text.replace("jurisdictions: [FR]", "jurisdictions: [FR, BE, UK]")


DURATION = "\n    x-duration: 13 months and 2 days, or 3"
FIELD = "\n    x-one-more-field-that-has-no-value-yet-a"

if __name__ == "__main__":
    sys.exit(main())
