"""Patterns on the command line, for shells that do not expand them or where they are quoted."""

import os
import re
from collections.abc import Iterator, Sequence

from policylint.errors import InputError
from policylint.lint.files import is_other_people, reason
from policylint.lint.patterns import part_matches

_MARKS = re.compile(r"[*?]|\[[^/]+\]")
ANY_FOLDERS = "**"


def is_glob(path: str) -> bool:
    """Tell whether a path is a pattern; a file that has such a name is meant by its name."""
    return bool(_MARKS.search(path)) and not os.path.lexists(path)


def globbed(pattern: str) -> list[str]:
    """List the files and folders that a pattern means, sorted; it counts from the working folder.

    `**` stands for any folders and `*` does not cross `/`. Hidden folders and those of others are
    entered only where the pattern names them. Raises InputError.
    """
    drive, tail = os.path.splitdrive(pattern)
    parts = [part for part in tail.replace(os.sep, "/").split("/") if part]
    start = f"{drive}{os.sep}" if tail[:1] in ("/", os.sep) else drive
    here = [start]
    for at, part in enumerate(parts):
        last = at == len(parts) - 1
        found = [one for path in here for one in _step(path, part, last=last)]
        # Links may lead in rings: a folder is entered by one of its names only.
        here = list({os.path.realpath(one): one for one in sorted(found, reverse=True)}.values())
    return sorted(here, key=lambda path: path.split(os.sep))


def _step(folder: str, part: str, *, last: bool) -> Iterator[str]:
    if part == ANY_FOLDERS and last:
        yield folder or os.curdir  # it is searched as a folder that is named
    elif part == ANY_FOLDERS:
        yield from _folders_below(folder)
    elif not _MARKS.search(part):
        path = os.path.join(folder, part)
        if os.path.exists(path) if last else os.path.isdir(path):
            yield path
    else:
        for entry in _entries(folder):
            if part_matches(entry.name, part) and _is_wanted(entry, part, last=last):
                yield os.path.join(folder, entry.name)


def _is_wanted(entry: "os.DirEntry[str]", part: str, *, last: bool) -> bool:
    is_folder = entry.is_dir()
    return (last or is_folder) and not _is_passed_over(entry, part, is_folder=is_folder)


def _is_passed_over(entry: "os.DirEntry[str]", part: str, *, is_folder: bool) -> bool:
    hidden = entry.name.startswith(".") and not part.startswith(".")
    return hidden or (is_folder and is_other_people(entry.name))


def _folders_below(folder: str) -> Iterator[str]:
    """Give a folder and all below it; links to folders are not followed, they may lead in rings."""
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        yield here
        waiting += [
            os.path.join(here, entry.name)
            for entry in _entries(here)
            if entry.is_dir(follow_symlinks=False)
            and not _is_passed_over(entry, ANY_FOLDERS, is_folder=True)
        ]


def _entries(folder: str) -> "Sequence[os.DirEntry[str]]":
    try:
        with os.scandir(folder or os.curdir) as entries:
            return list(entries)
    except OSError as error:
        raise InputError(f"{folder or os.curdir} cannot be read: {reason(error)}") from None
