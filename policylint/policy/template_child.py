"""The process that draws a template, with bounds on its time and its memory.

It reads a request from standard input as JSON: folder, format, context, seconds and bytes. It
answers with `READY`, and then with JSON: the `text`, a `fault`, or neither when out of memory.
"""

import json
import sys
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path

from policylint.errors import UsageError

READY = b"ready\n"


def can_limit() -> bool:
    """Tell whether the platform can bound the time and the memory of a process."""
    return find_spec("resource") is not None


def serve() -> None:
    """Answer one request."""
    from policylint.policy.sandbox import draw

    request = json.loads(sys.stdin.buffer.read())
    sys.stdout.buffer.write(READY)
    sys.stdout.buffer.flush()
    if can_limit():
        _limit(request["seconds"], request["bytes"])
    answer: dict[str, str] = {}
    try:
        answer["text"] = draw(Path(request["folder"]), request["format"], request["context"])
    except UsageError as error:
        answer["fault"] = error.message
    except MemoryError:
        answer.clear()
    sys.stdout.buffer.write(json.dumps(answer).encode())


def _limit(seconds: int, size: int) -> None:
    import resource

    for kind, most in (
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_AS, size),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(kind)
        with suppress(ValueError, OSError):  # some platforms know a limit and do not take it
            most_allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
            resource.setrlimit(kind, (most_allowed, hard))
