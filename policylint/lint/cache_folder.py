"""Where the cache lies, and whether it is to be trusted; old entries go when a new day begins."""

import os
import re
import stat
import sys
from collections.abc import Iterator
from contextlib import suppress

VARIABLE = "POLICYLINT_CACHE_DIR"
PRIVATE = 0o700
KEPT_SECONDS = 7 * 24 * 3600
MOST_REMOVED = 50_000
TAG_NAME = "CACHEDIR.TAG"
# What the cache makes: VERSION-PACK / DAY / two digits / the other digits, or one being written.
_VERSION = r"\d+(?:\.\d+)+\S*-\d{4}\.\d{2}"
_DAY = r"\d{4}-\d{2}-\d{2}"
_SHARD = r"[0-9a-f]{2}"
_ENTRY = r"[0-9a-f]{38}|\.\d+-\d+"
_TAG = b"Signature: 8a477f597d28d172789f06886806bc55\n# A cache of policylint; safe to delete.\n"


def cache_root() -> str | None:
    """Give the folder of the cache as the environment has it, None where there is none to use."""
    chosen = os.environ.get(VARIABLE)
    if chosen:
        return os.path.abspath(chosen)
    home = os.path.expanduser("~")
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return os.path.join(local, "policylint", "Cache") if local else None
    if sys.platform == "darwin":
        folder = os.path.join(home, "Library", "Caches")
    else:
        # The specification has relative paths ignored.
        shared = os.environ.get("XDG_CACHE_HOME", "")
        folder = shared if os.path.isabs(shared) else os.path.join(home, ".cache")
    return os.path.join(folder, "policylint") if os.path.isabs(folder) else None


def is_own(folder: str) -> bool:
    """Tell whether a folder is ours alone to write: what others write is not believed."""
    found = os.stat(folder)
    if not stat.S_ISDIR(found.st_mode):
        return False
    if sys.platform == "win32":
        return True
    return found.st_uid == os.geteuid() and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def is_real(folder: str) -> bool:
    """Tell whether a folder is there, and no link to another one."""
    try:
        return stat.S_ISDIR(os.lstat(folder).st_mode)
    except OSError:
        return False


def make_root(root: str) -> None:
    """Make the folder of the cache, with what tells backups and git to pass it over."""
    os.makedirs(os.path.dirname(root), exist_ok=True)
    with suppress(FileExistsError):  # another process was quicker
        os.mkdir(root, PRIVATE)
        for name, content in ((TAG_NAME, _TAG), (".gitignore", b"*\n")):
            with open(os.path.join(root, name), "xb") as file:
                file.write(content)


def is_stale(folder: str, now: float) -> bool:
    """Tell whether a folder of a day was made so long ago that it is to go."""
    try:
        return now - os.lstat(folder).st_mtime > KEPT_SECONDS
    except OSError:
        return False


def remove_old(root: str, now: float) -> None:
    """Remove the days that were made over a week ago, as far as the work is bounded.

    Nothing is removed from a folder that was there before the cache, and nothing that is not named
    as the cache names its own.
    """
    if not _is_marked(root):
        return
    left = MOST_REMOVED
    for day in list(_days(root)):
        if is_stale(day, now):
            with suppress(OSError):
                left -= _remove(day, left)


def _is_marked(root: str) -> bool:
    try:
        with open(os.path.join(root, TAG_NAME), "rb") as file:
            return file.read(len(_TAG) + 1) == _TAG
    except OSError:
        return False


def _remove(day: str, most: int) -> int:
    removed = 0
    for folder in list(_folders(day, _SHARD)):
        with os.scandir(folder) as entries:
            for entry in entries:
                if removed >= most:
                    return removed
                if re.fullmatch(_ENTRY, entry.name) and entry.is_file(follow_symlinks=False):
                    removed += 1
                    os.unlink(entry.path)
        os.rmdir(folder)  # fails where something else lies in it, which is right
    os.rmdir(day)
    return removed


def _days(root: str) -> Iterator[str]:
    for version in _folders(root, _VERSION):
        yield from _folders(version, _DAY)


def _folders(folder: str, named: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if re.fullmatch(named, entry.name) and entry.is_dir(follow_symlinks=False):
                yield entry.path
