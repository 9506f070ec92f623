"""Files in: bounded reads, and inventories found in folders."""

import os
import sys
from collections.abc import Callable, Sequence
from typing import BinaryIO

from policylint.errors import InputError
from policylint.lint.paths import shown_from

NAMES = ("cookies.yaml", "cookies.yml", "cookies.json")
SUFFIXES = tuple(f".{name}" for name in NAMES)
# Folders that hold other people's files.
SKIPPED = frozenset({"node_modules", "__pycache__", "venv", "site-packages"})
STDIN = "-"
MOST_TEXT = 64 << 20


def read_bytes(path: str, most: int, expected: str = "an inventory") -> bytes:
    """Read a file, or standard input for `-`, and no more than one byte above `most`.

    Raises InputError.
    """
    try:
        if path == STDIN:
            return _standard_input().read(most + 1)
        if os.path.exists(path) and not os.path.isfile(path) and not os.path.isdir(path):
            raise InputError(f"{path} is no regular file; expected {expected}")
        with open(path, "rb") as file:
            # Asking for the most at once would set up a buffer of that size for every file.
            size = min(most, os.fstat(file.fileno()).st_size)
            content = file.read(size + 1)
            return content if len(content) <= size else content + file.read(most - size)
    except FileNotFoundError:
        # An empty one comes from a variable that nobody set.
        fault = f"{path} does not exist" if path else "an empty path was given"
        raise InputError(f"{fault}; expected {expected}") from None
    except IsADirectoryError:
        raise InputError(f"{path} is a folder; expected a file") from None
    except (OSError, ValueError) as error:
        raise InputError(f"{path} cannot be read: {reason(error)}") from None


def reason(error: Exception) -> str:
    """Say why the system refused, in small letters."""
    return (getattr(error, "strerror", None) or str(error)).lower()


def _standard_input() -> BinaryIO:
    if sys.stdin is None:
        raise InputError("standard input is closed")
    return sys.stdin.buffer


def read_published(path: str) -> bytes:
    """Read a published policy of 64 MiB at most. Raises InputError."""
    content = read_bytes(path, MOST_TEXT, "a published policy")
    if len(content) > MOST_TEXT:
        raise InputError(f"{path} is over 64 MiB; expected a published policy")
    return content


def read_text(path: str) -> str:
    """Read a published text as UTF-8, of 64 MiB at most. Raises InputError."""
    content = read_published(path)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(
            f"{path} is not UTF-8 (byte {error.start}); expected a published policy"
        ) from None


def is_inventory_name(name: str) -> bool:
    """Tell whether a file is taken for an inventory by its name."""
    return name in NAMES or name.endswith(SUFFIXES)


def is_other_people(name: str) -> bool:
    """Tell whether a folder holds what others have written, by its name."""
    return name in SKIPPED


def find_inventories(folder: str) -> list[str]:
    """List the inventories below a folder, sorted; hidden and vendored folders are passed over.

    Raises InputError.
    """
    found: list[str] = []
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        try:
            with os.scandir(here) as entries:
                for entry in entries:
                    if entry.is_dir(follow_symlinks=False):
                        if not entry.name.startswith(".") and entry.name not in SKIPPED:
                            waiting.append(entry.path)
                    elif is_inventory_name(entry.name) and entry.is_file():
                        found.append(entry.path)
        except OSError as error:
            raise InputError(f"{here} cannot be read: {reason(error)}") from None
    return sorted(found, key=lambda path: path.split(os.sep))


def expand(paths: Sequence[str], wanted: Callable[[str], bool]) -> list[str]:
    """Turn the paths of the command line into files; without any, search the current folder.

    A file found in a folder or by a pattern counts if it is wanted; one that is named, always.
    Raises InputError where nothing is found.
    """
    from policylint.lint.globs import globbed, is_glob

    found: list[str] = []
    for path in paths or ["."]:
        if path == STDIN:
            found.append(path)
        elif os.path.isdir(path):
            found += _below(path, wanted)
        elif is_glob(path):
            found += _matched(path, globbed(path), wanted)
        else:
            found.append(shown(path))
    return list(dict.fromkeys(found))


def _below(folder: str, wanted: Callable[[str], bool]) -> list[str]:
    below = [shown(one) for one in find_inventories(folder)]
    if not below:
        raise InputError(
            f"no inventory below {folder}",
            "an inventory is named cookies.yaml, cookies.yml or cookies.json, or ends in"
            " .cookies.yaml; 'policylint init' writes a first one",
        )
    kept = [one for one in below if wanted(one)]
    if not kept:
        raise InputError(f"every inventory below {folder} is excluded by the configuration")
    return kept


def _matched(pattern: str, matches: Sequence[str], wanted: Callable[[str], bool]) -> list[str]:
    found: dict[str, None] = {}
    for one in matches:
        below = find_inventories(one) if os.path.isdir(one) else [one]
        found.update(dict.fromkeys(map(shown, below)))
    if not found:
        raise InputError(f"nothing matches '{pattern}'; expected an inventory")
    kept = [one for one in found if wanted(one)]
    if not kept:
        raise InputError(f"every file that matches '{pattern}' is excluded by the configuration")
    return kept


def shown(path: str) -> str:
    """Write a path as reports show it: relative to the working folder where below it, with `/`.

    Raises InputError.
    """
    if not path:
        raise InputError("an empty path was given; expected a file or a folder")
    try:
        return shown_from(path, os.curdir)
    except FileNotFoundError:
        raise InputError("the working folder does not exist any more") from None
