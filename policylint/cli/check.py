"""`policylint check`."""

import os
import sys
from datetime import date

import click

from policylint.cli.options import (
    Value,
    law_options,
    read_jurisdictions,
    today,
    wants_color,
    write_to,
)
from policylint.errors import ExitCode, UsageError
from policylint.report import FORMATS


@click.command(
    epilog="\b\nExamples:\n"
    "  policylint check\n"
    "  policylint check cookies.yaml --format sarif=policylint.sarif --format text\n"
    "  policylint check --jurisdiction BE --as-of 2026-02-05 - < cookies.yaml"
)
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option(
    "--format",
    "formats",
    multiple=True,
    type=Value(),
    metavar="FORMAT[=FILE]",
    help=f"{', '.join(FORMATS)}; to a file where one is named. Repeatable. [default: text; "
    "inside GitHub Actions github]",
)
@click.option("--output", type=Value(), metavar="FILE", help="Write the one format to this file.")
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info", "never"]),
    help="Exit 1 from this severity on. [default: error]",
)
@click.option(
    "--select",
    multiple=True,
    type=Value(),
    metavar="RULE",
    help="Only these codes, names, families.",
)
@click.option(
    "--ignore", multiple=True, type=Value(), metavar="RULE", help="Without these. Repeatable."
)
@click.option(
    "--no-suppressions", is_flag=True, help="Every rule, as if nothing were switched off."
)
@click.option("--preview", is_flag=True, help="Proposals that are not law, too; always info.")
@click.option(
    "--stdin-filename",
    type=Value(),
    default="<stdin>",
    metavar="NAME",
    help="Name to show for '-'.",
)
@click.option("--quiet", "-q", is_flag=True, help="Print nothing where nothing was found.")
@law_options
def check(  # noqa: PLR0913 - one per option
    paths: tuple[str, ...],
    formats: tuple[str, ...],
    output: str | None,
    fail_on: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    no_suppressions: bool,  # noqa: FBT001 - click's
    preview: bool,  # noqa: FBT001 - click's
    stdin_filename: str,
    quiet: bool,  # noqa: FBT001 - click's
    jurisdictions: tuple[str, ...],
    as_of: date | None,
    config: str | None,
) -> int:
    """Check inventories: each PATH is a file, a folder, or - for standard input.

    Without a PATH, every cookies.yaml, cookies.yml, cookies.json and *.cookies.yaml below the
    current folder is checked.
    """
    from policylint.lint.output import guard
    from policylint.lint.run import Options, check_files, find_files
    from policylint.lint.settings import read_settings
    from policylint.report import render

    targets = read_targets(formats, output)
    options = Options(
        as_of=as_of or today(),
        jurisdictions=read_jurisdictions(jurisdictions),
        select=words(select),
        ignore=words(ignore),
        overridden=no_suppressions,
        preview=preview,
        settings=read_settings(config) if config else None,
        stdin_name=stdin_filename,
    )
    report, failing = check_files(find_files(paths, options), options, fail_on)
    guard([file for file in targets.values() if file], report.sources)
    for name, file in sorted(targets.items(), key=lambda target: target[1] is None):
        text = render(name, report, color=file is None and wants_color(sys.stdout))
        if file is not None or not quiet or report.findings:
            write_to(file, text)
    return ExitCode.FINDINGS if failing else ExitCode.CLEAN


def words(values: tuple[str, ...]) -> tuple[str, ...]:
    """Split the values of a repeatable option at commas."""
    found = tuple(word.strip() for value in values for word in value.split(",") if word.strip())
    if values and not found:
        raise UsageError("no rule is named; expected codes, names or families")
    return found


def read_targets(formats: tuple[str, ...], output: str | None) -> dict[str, str | None]:
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
