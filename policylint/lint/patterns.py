"""Glob patterns of files, as the configuration writes them."""

import os
from collections.abc import Sequence
from types import ModuleType

from policylint.lint.paths import relative


def path_matches(path: str, pattern: str, folder: str, flavour: ModuleType = os.path) -> bool:
    """Tell whether a file matches a glob pattern that counts from a folder.

    `**` stands for any folders; `*` does not cross `/`; a pattern without `/` matches a name.
    Patterns are written with `/` on every system, and tell capital letters from small ones.
    """
    counted = relative(path, folder, flavour)
    if counted is None:
        return False
    parts = counted.split("/")
    if "/" not in pattern.rstrip("/"):
        return any(part_matches(part, pattern.rstrip("/")) for part in parts)
    return _parts_match(parts, pattern.strip("/").split("/"))


def _parts_match(parts: Sequence[str], patterns: Sequence[str]) -> bool:
    # Which numbers of leading parts the patterns so far can have used up.
    reached = {0}
    for pattern in patterns:
        if pattern == "**":
            reached = set(range(min(reached), len(parts) + 1))
        else:
            reached = {
                at + 1 for at in reached if at < len(parts) and part_matches(parts[at], pattern)
            }
        if not reached:
            return False
    return len(parts) in reached


def part_matches(part: str, pattern: str) -> bool:
    """Tell whether one name in a path matches one part of a pattern."""
    from fnmatch import fnmatchcase

    return fnmatchcase(part, pattern)
