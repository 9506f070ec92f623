"""Glob patterns of files, as the configuration writes them."""

from collections.abc import Sequence


def path_matches(path: str, pattern: str, folder: str) -> bool:
    """Tell whether a file matches a glob pattern that counts from a folder.

    `**` stands for any folders; `*` does not cross `/`; a pattern without `/` matches a name.
    """
    import os

    relative = os.path.relpath(path, folder).replace(os.sep, "/")
    if "/" not in pattern.rstrip("/"):
        return any(_part_matches(part, pattern.rstrip("/")) for part in relative.split("/"))
    return _parts_match(relative.split("/"), pattern.strip("/").split("/"))


def _parts_match(parts: Sequence[str], patterns: Sequence[str]) -> bool:
    # Which numbers of leading parts the patterns so far can have used up.
    reached = {0}
    for pattern in patterns:
        if pattern == "**":
            reached = set(range(min(reached), len(parts) + 1))
        else:
            reached = {
                at + 1 for at in reached if at < len(parts) and _part_matches(parts[at], pattern)
            }
        if not reached:
            return False
    return len(parts) in reached


def _part_matches(part: str, pattern: str) -> bool:
    from fnmatch import fnmatchcase

    return fnmatchcase(part, pattern)
