"""Files in and out: bounded reads, inventories found in folders, whole-or-nothing writes."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence

from policylint.errors import InputError

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
            return sys.stdin.buffer.read(most + 1)
        if os.path.exists(path) and not os.path.isfile(path) and not os.path.isdir(path):
            raise InputError(f"{path} is no regular file; expected {expected}")
        with open(path, "rb") as file:
            return file.read(most + 1)
    except FileNotFoundError:
        raise InputError(f"{path} does not exist; expected {expected}") from None
    except IsADirectoryError:
        raise InputError(f"{path} is a folder; expected a file") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(f"{path} cannot be read: {reason.lower()}") from None


def read_text(path: str) -> str:
    """Read a published text as UTF-8, of 64 MiB at most. Raises InputError."""
    content = read_bytes(path, MOST_TEXT, "a published policy")
    if len(content) > MOST_TEXT:
        raise InputError(f"{path} is over 64 MiB; expected a published policy")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(
            f"{path} is not UTF-8 (byte {error.start}); expected a published policy"
        ) from None


def is_inventory_name(name: str) -> bool:
    """Tell whether a file is taken for an inventory by its name."""
    return name in NAMES or name.endswith(SUFFIXES)


def find_inventories(folder: str) -> Iterator[str]:
    """List the inventories below a folder, sorted; hidden and vendored folders are passed over.

    Raises InputError.
    """
    try:
        with os.scandir(folder) as entries:
            found = sorted(entries, key=lambda one: one.name)
    except OSError as error:
        raise InputError(f"{folder} cannot be read: {(error.strerror or '').lower()}") from None
    for entry in found:
        if entry.is_dir(follow_symlinks=False):
            if not entry.name.startswith(".") and entry.name not in SKIPPED:
                yield from find_inventories(entry.path)
        elif is_inventory_name(entry.name) and entry.is_file():
            yield entry.path


def expand(paths: Sequence[str], wanted: Callable[[str], bool]) -> list[str]:
    """Turn the paths of the command line into files; without any, search the current folder.

    A file found in a folder counts if it is wanted; a file that is named counts always.
    Raises InputError where nothing is found.
    """
    found: list[str] = []
    for path in paths or ["."]:
        if path != STDIN and os.path.isdir(path):
            below = [shown(one) for one in find_inventories(path)]
            if not below:
                raise InputError(
                    f"no inventory below {path}",
                    "an inventory is named cookies.yaml, cookies.yml or cookies.json, or ends in"
                    " .cookies.yaml; 'policylint init' writes a first one",
                )
            found += [one for one in below if wanted(one)]
        else:
            found.append(path if path == STDIN else shown(path))
    return list(dict.fromkeys(found))


def shown(path: str) -> str:
    """Write a path as reports show it: relative to the working folder where below it, with `/`."""
    relative = os.path.relpath(path)
    return (path if relative.startswith("..") else relative).replace(os.sep, "/")


def write_whole(path: str, content: bytes) -> None:
    """Replace a file atomically, or leave what was there. Raises InputError."""
    from tempfile import NamedTemporaryFile

    folder = os.path.dirname(path) or "."
    target = os.path.realpath(path)
    if os.path.isdir(target):
        raise InputError(f"{path} is a folder; expected a file to write")
    if os.path.exists(target) and not os.path.isfile(target):
        _write_stream(path, target, content)
        return
    try:
        with NamedTemporaryFile(
            dir=os.path.dirname(target), prefix=".policylint-", delete=False
        ) as file:
            temporary = file.name
            file.write(content)
        os.chmod(temporary, _mode(target))
        os.replace(temporary, target)
    except FileNotFoundError:
        raise InputError(f"{path} cannot be written: the folder {folder} does not exist") from None
    except OSError as error:
        raise InputError(f"{path} cannot be written: {(error.strerror or '').lower()}") from None


def _write_stream(path: str, target: str, content: bytes) -> None:
    # A device or a pipe, such as /dev/stdout, cannot be replaced.
    try:
        with open(target, "wb") as stream:
            stream.write(content)
    except OSError as error:
        raise InputError(f"{path} cannot be written: {(error.strerror or '').lower()}") from None


def _mode(target: str) -> int:
    try:
        return os.stat(target).st_mode & 0o777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
