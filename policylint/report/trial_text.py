"""What came of the tests beside the rules of a configuration, for a terminal."""

from collections.abc import Iterator, Sequence

from policylint.lint.custom.trial import Trial
from policylint.report.clean import visible
from policylint.report.wording import counted


def trials_text(trials: Sequence[Trial]) -> str:
    """Write a line for each test, and for one that fails what was expected."""
    lines: list[str] = []
    for number, trial in enumerate(trials):
        if number == 0 or trials[number - 1].rule is not trial.rule:
            lines.append(f"{trial.rule.code} {trial.rule.name}")
        lines += _told(trial)
    tests = [trial for trial in trials if trial.name is not None]
    failed = sum(1 for trial in tests if not trial.passed)
    lines.append(f"{counted(len(tests), 'test')}, {failed} failed")
    return "\n".join(visible(line) for line in lines) + "\n"


def _told(trial: Trial) -> Iterator[str]:
    if trial.name is None:
        yield "  no test stands beside it"
        return
    yield f"  {'pass' if trial.passed else 'FAIL'}  {trial.name}"
    if trial.fault is not None:
        yield f"        {trial.fault}"
    elif not trial.passed:
        yield f"        expected {_lines(trial.expected)}; the rule reports {_lines(trial.found)}"
        for line, message in zip(trial.found, trial.messages, strict=True):
            yield f"        line {line}: {message}"


def _lines(numbers: Sequence[int]) -> str:
    if not numbers:
        return "nothing"
    noun = "line" if len(numbers) == 1 else "lines"
    return f"{noun} {', '.join(str(number) for number in numbers)}"
