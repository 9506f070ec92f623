"""Fixed texts out: in place of the file that was read, or as a unified diff."""

import os
import stat
from collections.abc import Iterator, Sequence

from policylint.errors import InputError
from policylint.lint.files import read_bytes
from policylint.lint.fix_texts import Fixed
from policylint.lint.output import write_whole
from policylint.source.load import MAX_BYTES

Lines = Sequence[bytes]
Hunk = tuple[int, int, int, int]

CONTEXT = 3
_REACH = 100  # lines to look ahead for where two texts meet again
_ALIKE = 3  # lines that must be alike to say so
_PRINTABLE = range(0x20, 0x7F)
_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


def write_fixed(one: Fixed) -> None:
    """Replace a file by its fixed text, unless somebody changed it since it was read.

    Raises InputError.
    """
    now = read_bytes(one.path, MAX_BYTES)
    if now == one.after:
        return  # another process has fixed it
    if now != one.before:
        raise InputError(
            f"{one.path} was changed after it was read; its fixes were not written",
            "fix it again",
        )
    if not (os.access(one.path, os.W_OK) and os.stat(one.path).st_mode & _WRITABLE):
        raise InputError(f"{one.path} cannot be written: it is read-only")
    write_whole(one.path, one.after)


def unified_diff(one: Fixed) -> bytes:
    """Write what the fixes change as `git apply` and `patch -p1` read it; nothing if nothing."""
    old, new = _lines(one.before), _lines(one.after)
    parts = [b"--- " + _name("a", one.path), b"+++ " + _name("b", one.path)]
    for group in _groups(list(_hunks(old, new))):
        parts += _written(old, new, group)
    return b"".join(parts) if one.before != one.after else b""


def _lines(content: bytes) -> list[bytes]:
    *whole, rest = content.split(b"\n")
    return [line + b"\n" for line in whole] + ([rest] if rest else [])


def _name(prefix: str, path: str) -> bytes:
    """Write a name as git does: in quotes and octal where it holds more than plain letters."""
    name = f"{prefix}/{path.lstrip('/')}".encode("utf-8", "surrogateescape")
    if all(byte in _PRINTABLE and byte not in b'"\\' for byte in name):
        return name + (b"\t\n" if b" " in name else b"\n")
    letters = (
        chr(byte) if byte in _PRINTABLE and byte not in b'"\\' else f"\\{byte:03o}" for byte in name
    )
    return f'"{"".join(letters)}"\n'.encode()


def _hunks(old: Lines, new: Lines) -> Iterator[Hunk]:
    """Find what differs, in one pass: fixes are small, so that the texts soon meet again."""
    i = j = 0
    while i < len(old) or j < len(new):
        if i < len(old) and j < len(new) and old[i] == new[j]:
            i, j = i + 1, j + 1
            continue
        gone, come = _meeting(old, new, i, j)
        yield i, i + gone, j, j + come
        i, j = i + gone, j + come


def _meeting(old: Lines, new: Lines, i: int, j: int) -> tuple[int, int]:
    for steps in range(1, _REACH):
        for gone in range(steps + 1):
            come = steps - gone
            if i + gone > len(old) or j + come > len(new):
                continue
            ahead = old[i + gone : i + gone + _ALIKE]
            if ahead == new[j + come : j + come + _ALIKE]:
                return gone, come
    return len(old) - i, len(new) - j


def _groups(hunks: Sequence[Hunk]) -> Iterator[list[Hunk]]:
    """Bring hunks together whose context would touch."""
    group: list[Hunk] = []
    for hunk in hunks:
        if group and hunk[0] - group[-1][1] > 2 * CONTEXT:
            yield group
            group = []
        group.append(hunk)
    if group:
        yield group


def _written(old: Lines, new: Lines, group: Sequence[Hunk]) -> Iterator[bytes]:
    first, last = group[0], group[-1]
    before = min(CONTEXT, first[0])
    after = min(CONTEXT, len(old) - last[1])
    of_old = _range(first[0] - before, last[1] + after)
    of_new = _range(first[2] - before, last[3] + after)
    yield f"@@ -{of_old} +{of_new} @@\n".encode()
    at = first[0] - before
    for i1, i2, j1, j2 in group:
        yield from (_marked(b" ", line) for line in old[at:i1])
        yield from (_marked(b"-", line) for line in old[i1:i2])
        yield from (_marked(b"+", line) for line in new[j1:j2])
        at = i2
    yield from (_marked(b" ", line) for line in old[at : at + after])


def _marked(mark: bytes, line: bytes) -> bytes:
    whole = line if line.endswith(b"\n") else line + b"\n\\ No newline at end of file\n"
    return mark + whole


def _range(start: int, end: int) -> str:
    if end - start == 1:
        return str(start + 1)
    return f"{start + 1 if end > start else start},{end - start}"
