"""Questions to git: none changes anything, waits for somebody, or goes to another machine."""

import os
import subprocess
from contextlib import suppress
from types import TracebackType
from typing import IO, Self

from policylint.errors import InputError

SECONDS = 60
_HARMLESS = ("-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}")
"""What a repository may name a program for, though nothing asked here should need one."""
_ENVIRONMENT = {
    "LC_ALL": "C",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    # A partial clone names where the rest is, and by which program it is fetched.
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",
}
_MISREADING = (
    *("GIT_LITERAL_PATHSPECS", "GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS"),
    "GIT_ICASE_PATHSPECS",
)
_CHUNK = 1 << 20


def ask(folder: str, *arguments: str) -> bytes | None:
    """Ask git; None where it says no. Raises InputError where there is no git."""
    done = _run(folder, *arguments)
    return done.stdout if done.returncode == 0 else None


def top_of(folder: str) -> str | None:
    """Find the folder of the repository around a folder; None outside of any.

    Raises InputError where git is not installed, or refuses a repository that another user owns.
    """
    while not os.path.isdir(folder):  # it may be gone since
        folder = os.path.dirname(folder)
    done = _run(folder, "rev-parse", "--show-toplevel")
    if done.returncode == 0:
        return os.path.realpath(os.fsdecode(done.stdout).removesuffix("\n"))
    if b"dubious ownership" in done.stderr:
        raise InputError(
            f"git does not read the repository around {folder}, for another user owns it",
            f"'git config --global --add safe.directory {folder}' allows it",
        )
    return None


def knows(folder: str, revision: str) -> bool:
    """Tell whether a word names a revision that git has."""
    name = f"{revision}^{{tree}}"
    return ask(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", name) is not None


def is_shallow(folder: str) -> bool:
    """Tell whether a clone lacks the older part of its history."""
    return (ask(folder, "rev-parse", "--is-shallow-repository") or b"").strip() == b"true"


def is_partial(folder: str) -> bool:
    """Tell whether a clone lacks contents that git would fetch when asked for."""
    return ask(folder, "config", "--get-regexp", r"^remote\..*\.promisor$") is not None


class Objects:
    """Reads many files of git through one process."""

    def __init__(self, folder: str) -> None:
        command = ["git", *_HARMLESS, "-C", folder, "cat-file", "--batch"]
        try:
            self._process = subprocess.Popen(  # noqa: S603 - a fixed program
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=_environment(),
            )
        except FileNotFoundError:
            raise _missing() from None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        with suppress(BrokenPipeError), self._process:
            self._process.kill()

    def read(self, name: str, limit: int) -> bytes | None:
        """Give the content of `REVISION:PATH`; None of what is no file there, or too large."""
        asked, answer = self._process.stdin, self._process.stdout
        if asked is None or answer is None or "\n" in name:
            return None
        try:
            asked.write(os.fsencode(name) + b"\n")
            asked.flush()
        except BrokenPipeError:  # git gives up at a path outside the repository
            return None
        header = answer.readline().rsplit(b" ", 2)
        if len(header) < 3 or not header[2].strip().isdigit():  # noqa: PLR2004 - id, kind, size
            return None
        size = int(header[2])
        if header[1] != b"blob" or size > limit:
            _skip(answer, size + 1)
            return None
        return answer.read(size + 1)[:-1]


def _skip(stream: IO[bytes], size: int) -> None:
    while size > 0 and (piece := stream.read(min(size, _CHUNK))):
        size -= len(piece)


def _run(folder: str, *arguments: str) -> "subprocess.CompletedProcess[bytes]":
    command = ["git", *_HARMLESS, "-C", folder, *arguments]
    try:
        return subprocess.run(  # noqa: S603 - a fixed program, and no option comes from outside
            command,
            capture_output=True,
            check=False,
            timeout=SECONDS,
            stdin=subprocess.DEVNULL,
            env=_environment(),
        )
    except FileNotFoundError:
        raise _missing() from None
    except (subprocess.TimeoutExpired, ValueError) as error:
        raise InputError(f"git gave no answer: {error}") from None


def _missing() -> InputError:
    return InputError("git is not installed; a revision can only be read with it")


def _environment() -> dict[str, str]:
    """Let git find the repository itself: a hook names one for another folder than we ask in."""
    given = dict(os.environ)
    if "GIT_WORK_TREE" not in given:
        given.pop("GIT_DIR", None)
    for name in _MISREADING:  # they change what the paths of our questions mean
        given.pop(name, None)
    return {**given, **_ENVIRONMENT}
