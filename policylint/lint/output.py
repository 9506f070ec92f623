"""Files out: whole or not at all, and never over what was read."""

import os
from collections.abc import Iterable
from errno import EACCES

from policylint.errors import InputError, UsageError
from policylint.lint.files import reason

STANDARD_OUTPUT = frozenset({"-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"})


def is_standard_output(path: str) -> bool:
    """Tell whether a path means standard output."""
    return path in STANDARD_OUTPUT


def guard(outputs: Iterable[str], inputs: Iterable[str]) -> None:
    """Refuse to write over a file that was read, or twice to one. Raises UsageError."""
    written = [path for path in outputs if not is_standard_output(path)]
    seen: set[str] = set()
    for path in written:
        target = os.path.realpath(path)
        if target in seen and (os.path.isfile(target) or not os.path.exists(target)):
            raise UsageError(f"{path} would be written twice; nothing was written")
        seen.add(target)
    read = {os.path.realpath(path) for path in inputs} if written else set()
    for path in written:
        if os.path.realpath(path) in read:
            raise UsageError(f"{path} would be overwritten by the output; nothing was written")


def write_whole(path: str, content: bytes) -> None:
    """Replace a file atomically, or leave what was there. Raises InputError."""
    try:
        target = os.path.realpath(path)
        if os.path.isdir(target):
            raise InputError(f"{path} is a folder; expected a file to write")
        if os.path.exists(target) and not os.path.isfile(target):
            with open(target, "wb") as stream:  # a device or a pipe cannot be replaced
                stream.write(content)
        else:
            _replace(target, content)
    except FileNotFoundError:
        folder = os.path.dirname(target) if os.path.islink(path) else os.path.dirname(path)
        raise InputError(
            f"{path} cannot be written: the folder {folder or '.'} does not exist"
        ) from None
    except (OSError, ValueError) as error:
        raise InputError(f"{path} cannot be written: {reason(error)}") from None


def _replace(target: str, content: bytes) -> None:
    from tempfile import mkstemp

    if os.path.exists(target) and not os.access(target, os.W_OK):
        # Replacing it needs no such right, yet who took it away meant it.
        raise PermissionError(EACCES, os.strerror(EACCES))
    handle, temporary = mkstemp(dir=os.path.dirname(target), prefix=".policylint-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.chmod(temporary, _mode(target))
        os.replace(temporary, target)
    finally:
        # Interrupted or out of space: nothing half-written stays behind.
        if os.path.lexists(temporary):
            os.unlink(temporary)


def _mode(target: str) -> int:
    try:
        return os.stat(target).st_mode & 0o777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
