"""How many processors there are to use."""

import os
import sys

MOST = 8


def processors() -> int:
    """Count the processors that this process may use, of which more gain little."""
    if sys.platform == "linux":
        count = len(os.sched_getaffinity(0))
    else:
        count = os.cpu_count() or 1
    return max(1, min(count, MOST, _quota()))


def _quota() -> int:
    """Read how many processors a container may use."""
    try:
        with open("/sys/fs/cgroup/cpu.max", "rb") as file:
            most, period = file.read(100).split()
            return -(-int(most) // int(period))
    except (OSError, ValueError):
        return sys.maxsize  # none is set, or it is not said
