"""Whole processes, measured side by side: interleaved rounds, medians of the ratios per round."""

import os
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from importlib.metadata import version

Command = Sequence[str]


def environment() -> dict[str, str]:
    """Give an environment without PYTHON* variables, so that all start alike."""
    return {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}


def seconds(command: Command) -> float:
    """Run a command once and return how long it took."""
    start = time.perf_counter()
    done = subprocess.run(command, capture_output=True, check=False, env=environment())
    elapsed = time.perf_counter() - start
    if done.returncode not in {0, 1}:
        sys.exit(f"{' '.join(command)} failed:\n{done.stderr.decode()}")
    return elapsed


def peak_kib(command: Command) -> int:
    """Run a command once and return the most memory that it held, in KiB."""
    probe = (
        "import resource, subprocess, sys;"
        "subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=False);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    done = subprocess.run(
        [sys.executable, "-c", probe, *command],
        capture_output=True,
        check=True,
        env=environment(),
    )
    return int(done.stdout)


def interleave(commands: Mapping[str, Command], rounds: int) -> dict[str, list[float]]:
    """Run every command once a round, after one round that does not count."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(rounds + 1):
        for name, command in commands.items():
            taken = seconds(command)
            if number:
                times[name].append(taken)
    return times


def ratio(times: Mapping[str, Sequence[float]], one: str, other: str) -> float:
    """Give the median of the ratios per round."""
    pairs = zip(times[one], times[other], strict=True)
    return statistics.median(mine / theirs for mine, theirs in pairs)


def machine() -> str:
    """Say on what the figures were taken."""
    names = ("policylint", "PyYAML", "yamllint", "check-jsonschema", "pydantic", "click")
    found = ", ".join(f"{name} {version(name)}" for name in names)
    cores = os.cpu_count()
    return f"CPython {platform.python_version()}, {cores} cores; {found}"
