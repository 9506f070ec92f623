"""`policylint check`."""

import os
import sys
from collections.abc import Mapping, Sequence
from typing import Any

import click

from policylint.cli.check_options import Asked, check_options, given_evidence
from policylint.cli.options import read_law, wants_color, write_to
from policylint.errors import ExitCode, UsageError
from policylint.report import FORMATS


@click.command(
    epilog="\b\nExamples:\n"
    "  policylint check\n"
    "  policylint check cookies.yaml --format sarif=policylint.sarif --format text\n"
    "  policylint check --write-baseline policylint-baseline.json\n"
    "  policylint check --fix\n"
    "  policylint check --evidence pre=before.har --evidence accept=after.har --vantage FR\n"
    "  policylint check --jurisdiction BE --as-of 2026-02-05 - < cookies.yaml"
)
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@check_options
def check(**given: Any) -> int:
    """Check inventories: each PATH is a file, a folder, a pattern, or - for standard input.

    Without a PATH, every cookies.yaml, cookies.yml, cookies.json and *.cookies.yaml below the
    current folder is checked. In a pattern such as 'sites/**/cookies.yaml', which quotes keep from
    the shell, ** stands for any folders.
    """
    from policylint.lint.output import guard
    from policylint.lint.run import find_files, run

    asked = Asked(**given)
    targets = read_targets(asked.formats, asked.output)
    options = read_options(asked)
    if asked.show_settings:
        return _show_settings(asked, options)
    paths = find_files(asked.paths, options)
    if asked.fix or asked.diff:
        from policylint.cli.fixing import run_fixes

        return run_fixes(asked, options, paths, targets)
    done = run(paths, options, asked.fail_on)
    report = done.report
    written = [file for file in (*targets.values(), asked.write_baseline) if file]
    guard(written, report.sources)
    if asked.formats or asked.output or not asked.write_baseline:
        write_reports(report, targets, quiet=asked.quiet)
    if asked.statistics and not (asked.quiet and report.worst is None):
        _count(report, targets)
    if asked.write_baseline:
        return _record(asked.write_baseline, done, options)
    return exit_code(asked, done)


def write_reports(
    report: Any, targets: Mapping[str, str | None], *, quiet: bool = False, aside: bool = False
) -> None:
    """Write a report in every format asked for; `aside` to standard error. Raises InputError."""
    from policylint.report import render

    stream = sys.stderr if aside else sys.stdout
    for name, file in sorted(targets.items(), key=lambda target: target[1] is None):
        text = render(name, report, color=file is None and wants_color(stream))
        if file is None and quiet and report.worst is None:
            continue
        if file is None and aside:
            click.echo(text, nl=False, err=True)
        else:
            write_to(file, text)


def exit_code(asked: Asked, done: Any) -> int:
    """Tell how a run ends, and why where no report says it. Raises UsageError."""
    if asked.strict_baseline and not done.compared:
        raise UsageError("--strict-baseline needs a baseline: name one with --baseline")
    gone = done.report.shrinkable if asked.strict_baseline else ()
    if gone:
        from policylint.cli.telling import tell

        tell(
            f"policylint: the baseline lists what is gone, {gone[0].code} in {gone[0].path} first:"
            " --write-baseline writes it anew"
        )
    return ExitCode.FINDINGS if done.failing or gone else ExitCode.CLEAN


def read_options(asked: Asked) -> Any:
    """Turn the options of the command line into those of a run. Raises UsageError."""
    from policylint.lint.processors import processors

    if asked.write_baseline and (asked.baseline or asked.strict_baseline or asked.no_suppressions):
        raise UsageError(
            "--write-baseline records what is open: leave out --baseline, --strict-baseline,"
            " --no-suppressions"
        )
    if asked.fix or asked.diff:
        from policylint.cli.fixing import refuse

        refuse(asked)
    target = asked.write_baseline
    options = read_law(asked.jurisdictions, asked.as_of, asked.config)
    return options.changed(
        select=words(asked.select),
        ignore=words(asked.ignore),
        overridden=asked.no_suppressions,
        preview=asked.preview,
        stdin_name=asked.stdin_filename,
        baseline=_baseline(asked.baseline),
        recorded=os.path.dirname(os.path.abspath(target)) if target else None,
        cached=not asked.no_cache,
        workers=processors(),
        allows_python=asked.allow_python_rules,
        evidence=given_evidence(asked),
        catalogs=tuple(asked.catalogs),
    )


def _show_settings(asked: Asked, options: Any) -> int:
    from policylint.report.settings_list import settings_text

    write_to(None, settings_text(asked.paths, options, asked.fail_on))
    return ExitCode.CLEAN


def _baseline(file: str | None) -> Any:
    if file is None:
        return None
    from policylint.lint.baseline_file import read_baseline

    return read_baseline(file)


def _count(report: Any, targets: Mapping[str, str | None]) -> None:
    from policylint.lint.output import is_standard_output
    from policylint.report.statistics import statistics

    taken = [name for name, file in targets.items() if file is None or is_standard_output(file)]
    if taken in ([], ["text"]):
        write_to(None, "\n" * len(taken) + statistics(report))
    else:  # a program reads there
        click.echo(statistics(report), err=True, nl=False)


def _record(file: str, done: Any, options: Any) -> int:
    from policylint.lint.baseline_file import NEVER, baseline_text
    from policylint.report.wording import counted

    broken = [one for one in done.report.findings if one.rule.code in NEVER]
    if broken:
        place, code = broken[0].place, broken[0].rule.code
        click.echo(
            f"policylint: nothing was recorded: {place.path}:{place.line} has {code}, a fault that"
            " is mended first",
            err=True,
        )
        return ExitCode.FINDINGS
    write_to(file, baseline_text(done.entries, options.as_of))
    count = counted(sum(entry.count for entry in done.entries), "finding")
    click.echo(f"policylint: {count} recorded in {file}", err=True)
    return ExitCode.CLEAN


def words(values: Sequence[str]) -> tuple[str, ...]:
    """Split the values of a repeatable option at commas."""
    found = tuple(word.strip() for value in values for word in value.split(",") if word.strip())
    if values and not found:
        raise UsageError("no rule is named; expected codes, names or families")
    return found


def read_targets(formats: Sequence[str], output: str | None) -> dict[str, str | None]:
    """Read which format goes where; None is standard output. Raises UsageError."""
    if not formats:
        formats = ("github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text",)
    targets: dict[str, str | None] = {}
    for value in formats:
        name, file = _read_format(value)
        if name in targets:
            raise UsageError(f"the format '{name}' is asked for twice")
        targets[name] = file
    if output is not None:
        if len(targets) != 1 or next(iter(targets.values())):
            raise UsageError("--output takes one format; name the files as --format FORMAT=FILE")
        return dict.fromkeys(targets, output)
    if list(targets.values()).count(None) > 1:
        raise UsageError("several formats to one output; name files as --format FORMAT=FILE")
    return targets


def _read_format(value: str) -> tuple[str, str | None]:
    name, mark, file = value.partition("=")
    if name not in FORMATS:
        raise UsageError(f"unknown format '{name}'; expected one of {', '.join(FORMATS)}")
    if mark and not file:
        raise UsageError(f"--format {value} names no file after '='")
    return name, file or None
