"""Several processes that share the files of a run; what they answer is put in order again.

Every worker takes each nth group of files and writes its answers, in their order, into a pipe of
its own. Nobody waits for anybody but the reader, so that a worker whose reader has gone ends.
"""

from collections.abc import Iterator, Sequence
from typing import BinaryIO

from policylint.errors import ExitCode, InputError, PolicylintError, UsageError
from policylint.lint.fresh import Judge
from policylint.lint.memory import Memory, finder
from policylint.lint.options import Options, settings_of
from policylint.lint.portion import Portion
from policylint.lint.portion_text import Packed, Packer
from policylint.lint.processes import Process, fork, may_fork, spawn

GROUP = 16
_SIZE = 8

Answer = tuple[list[Packed], tuple[int, str, str | None] | None]
"""What files of a group add, and the failure that ended it."""


def judge_in_workers(
    paths: Sequence[str], options: Options, packer: Packer, memory: Memory | None
) -> Iterator[Portion]:
    """Judge files in `options.workers` processes. Raises InputError, and what a worker raised."""
    groups = [paths[start : start + GROUP] for start in range(0, len(paths), GROUP)]
    processes: list[Process] = []
    try:
        for number in range(options.workers):
            share = groups[number :: options.workers]
            processes.append(_start(share, options, memory, processes))
        for number, group in enumerate(groups):
            answer = _read(processes[number % options.workers].answers, len(paths))
            yield from _portions(answer, group, options, packer)
    finally:
        for process in processes:
            process.end()


def _portions(
    answer: Answer, group: Sequence[str], options: Options, packer: Packer
) -> Iterator[Portion]:
    packed, failure = answer
    for path, one in zip(group, packed, strict=False):
        settings = settings_of(path, options)
        portion = packer.unpack(one, settings, finder(settings))
        if portion is None:
            raise ValueError(f"a worker's answer on {path} cannot be read")
        yield portion
    if failure is not None:
        code, message, hint = failure
        raise (UsageError if code == ExitCode.USAGE else InputError)(message, hint)


def _start(
    share: Sequence[Sequence[str]],
    options: Options,
    memory: Memory | None,
    others: Sequence[Process],
) -> Process:
    if may_fork():
        return fork(lambda out: serve(share, options, memory, out), others)
    return spawn("policylint.lint.workers", "serve_anew", (share, options))


def serve_anew(share: Sequence[Sequence[str]], options: Options, out: BinaryIO) -> None:
    """Do the work of a process that was started anew."""
    from policylint.lint.memory import open_memory

    serve(share, options, open_memory(options, Packer()), out)


def serve(
    share: Sequence[Sequence[str]], options: Options, memory: Memory | None, out: BinaryIO
) -> None:
    """Judge groups of files and write an answer for each."""
    import marshal

    judge = Judge(options, Packer(), memory)
    for group in share:
        content = marshal.dumps(_answer(judge, group))
        out.write(len(content).to_bytes(_SIZE, "big") + content)
        out.flush()


def _answer(judge: Judge, group: Sequence[str]) -> Answer:
    packed: list[Packed] = []
    for path in group:
        try:
            packed.append(judge.packed(path))
        except PolicylintError as error:
            return packed, (int(error.exit_code), error.message, error.hint)
    return packed, None


def _read(stream: BinaryIO, count: int) -> Answer:
    import marshal

    size = stream.read(_SIZE)
    content = stream.read(int.from_bytes(size, "big")) if len(size) == _SIZE else b""
    if not content or len(content) < int.from_bytes(size, "big"):
        raise _lost(count)
    answer: Answer = marshal.loads(content)  # noqa: S302 - a process of our own wrote it
    return answer


def _lost(count: int) -> InputError:
    return InputError(
        f"a process that checked some of the {count:,} files ended before its work was done;"
        " nothing was written",
        "memory may be short: check fewer files at once",
    )
