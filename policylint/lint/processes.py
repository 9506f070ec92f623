"""Processes that answer through a pipe, and end with the process that started them."""

import os
import signal
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib import import_module
from typing import Any, BinaryIO, Never, Protocol, cast

# Without -P, a module in the working folder could take the place of one of ours.
_STARTER = (
    "import pickle, sys; sys.path[:] = pickle.load(sys.stdin.buffer);"
    "from policylint.lint.processes import serve_spawned; serve_spawned()"
)


class Process(Protocol):
    """A process that was started, and what it answers."""

    answers: BinaryIO

    def end(self) -> None:
        """Stop it where it still runs, and wait until it is gone."""


def may_fork() -> bool:
    """Tell whether a copy of this process is safe: no thread may hold a lock in it."""
    if sys.platform in {"win32", "darwin"}:
        return False  # macOS has threads of its own
    threading = sys.modules.get("threading")
    return threading is None or threading.active_count() == 1


class _Forked:
    def __init__(self, number: int, answers: BinaryIO) -> None:
        self.number = number
        self.answers = answers

    def end(self) -> None:
        self.answers.close()
        with suppress(ProcessLookupError, ChildProcessError):  # it is gone already
            os.kill(self.number, signal.SIGKILL)
            os.waitpid(self.number, 0)


def fork(work: Callable[[BinaryIO], None], others: Sequence[Process]) -> Process:
    """Start a copy of this process that does some work; `others` were started before."""
    reader, writer = os.pipe()
    number = os.fork()
    if number == 0:
        os.close(reader)
        for other in others:
            # Or a process would never know that its reader has gone.
            os.close(other.answers.fileno())
        _do(work, writer)
    os.close(writer)
    return _Forked(number, open(reader, "rb"))


def _do(work: Callable[[BinaryIO], None], writer: int) -> Never:
    code = 1
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started it ends it
        with open(writer, "wb") as out:
            work(out)
        code = 0
    except BrokenPipeError:
        pass
    except BaseException:
        sys.excepthook(*sys.exc_info())
        raise
    finally:
        os._exit(code)


class _Spawned:
    def __init__(self, process: Any, answers: BinaryIO) -> None:
        self.process = process
        self.answers = answers

    def end(self) -> None:
        self.answers.close()
        self.process.kill()
        self.process.wait()


def spawn(module: str, function: str, arguments: Sequence[Any]) -> Process:
    """Start a new Python that calls a function with arguments, and the pipe to answer into."""
    import pickle
    import subprocess

    content = pickle.dumps(sys.path) + pickle.dumps((module, function, tuple(arguments)))
    process = subprocess.Popen(  # noqa: S603 - this Python, and a text of ours
        [sys.executable, "-P", "-c", _STARTER], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    with suppress(BrokenPipeError), cast("BinaryIO", process.stdin) as stream:
        stream.write(content)  # where it ended at once, its answers end too
    return _Spawned(process, cast("BinaryIO", process.stdout))


def serve_spawned() -> None:
    """Do what the process that started this one asks for."""
    import gc
    import pickle

    gc.disable()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    module, function, arguments = pickle.load(sys.stdin.buffer)  # noqa: S301 - from our own process
    try:
        getattr(import_module(module), function)(*arguments, sys.stdout.buffer)
    except BrokenPipeError:
        os._exit(1)
