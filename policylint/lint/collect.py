"""What each inventory of a run adds to it: known from before, or judged now."""

from collections.abc import Iterator, Sequence

from policylint.lint.files import STDIN
from policylint.lint.memory import Memory, open_memory
from policylint.lint.options import Options, settings_of
from policylint.lint.outcome_rows import Rows
from policylint.lint.portion import Portion
from policylint.lint.portion_text import Packer

# Below so many files, starting processes takes longer than they save.
FEW = 100


def portions_of(paths: Sequence[str], options: Options) -> list[Portion]:
    """Give what each file adds, in their order. Raises InputError for one that cannot be read."""
    packer = Packer()
    memory = open_memory(options, packer)
    known = {path: memory.recall(path) for path in paths} if memory else {}
    if any(known.get(path) is None for path in paths):
        know_options(paths, options)
    judged = _judged([path for path in paths if known.get(path) is None], options, packer, memory)
    shared: dict[Rows, Rows] = {}
    portions = []
    for path in paths:
        portion = known.get(path) or next(judged)
        rows = shared.setdefault(portion.outcomes, portion.outcomes)
        portions.append(portion.changed(outcomes=rows))
    return portions


def know_options(paths: Sequence[str], options: Options) -> None:
    """Refuse options that name a rule which no configuration of the run knows.

    Raises UsageError.
    """
    if not options.select and not options.ignore:
        return
    from policylint.lint.select import know_words

    several = list(dict.fromkeys(settings_of(path, options) for path in paths))
    know_words(options.select, "--select", several)
    know_words(options.ignore, "--ignore", several)


def _judged(
    paths: Sequence[str], options: Options, packer: Packer, memory: Memory | None
) -> Iterator[Portion]:
    if not paths:
        return iter(())
    several = options.workers > 1 and not options.evidence
    if several and len(paths) >= FEW and STDIN not in paths:
        from policylint.lint.workers import judge_in_workers

        return judge_in_workers(paths, options, packer, memory)
    from policylint.lint.fresh import Judge

    return map(Judge(options, packer, memory).portion, paths)
