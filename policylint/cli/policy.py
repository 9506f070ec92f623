"""`policylint policy`."""

from typing import Any

import click

from policylint.cli.options import (
    Value,
    language_option,
    law_options,
    need_file,
    output_option,
    read_law,
    say,
)
from policylint.cli.policy_asked import Asked, check_asked, settle_format
from policylint.errors import ExitCode
from policylint.policy import FILE_FORMATS, FORMATS


@click.command(
    epilog="\b\nExamples:\n"
    "  policylint policy cookies.yaml --language fr --format html --output cookies.fr.html\n"
    "  policylint policy cookies.yaml --all-languages --format html --output-dir policies\n"
    "  policylint policy cookies.yaml --language fr --check cookies.fr.html\n"
    "  policylint policy cookies.yaml --draft"
)
@click.argument("file")
@click.option(
    "--format",
    "form",
    type=click.Choice([*FORMATS, *FILE_FORMATS]),
    help="[default: markdown, or as the file is named]",
)
@language_option
@click.option("--all-languages", is_flag=True, help="Write in every language of the site.")
@click.option("--strict-language", is_flag=True, help="A text of ours that is missing is an error.")
@output_option
@click.option(
    "--output-dir", type=Value(), metavar="DIR", help="Write cookie-policy.TAG.* to this folder."
)
@click.option(
    "--fragment", is_flag=True, help="HTML without a page around it; implies --format html."
)
@click.option(
    "--draft", is_flag=True, help="Write despite errors; the text says that it is a draft."
)
@click.option(
    "--check", "published", type=Value(), metavar="PATH", help="Compare a published policy instead."
)
@click.option(
    "--template",
    type=Value(),
    metavar="DIR",
    help="Draw with DIR/policy.FORMAT.jinja (Jinja2, sandboxed).",
)
@click.option("--quiet", "-q", is_flag=True, help="Do not report clauses that were left out.")
@law_options
def policy(file: str, **given: Any) -> int:
    """Check an inventory, then write its cookie policy.

    With errors nothing is written: they go to standard error and the exit code is 1, unless
    --draft asks for a text that is marked as a draft.
    """
    from policylint.cli.telling import tell_findings

    asked = Asked(**given)
    settle_format(asked)
    check_asked(asked)
    if not (asked.published or asked.all_languages):
        need_file(asked.form, asked.output)
    from policylint.lint.judge import check_file

    options = read_law(asked.jurisdictions, asked.as_of, asked.config)
    result = check_file(file, options)
    if result.inventory is None or (result.errors and not (asked.draft or asked.published)):
        tell_findings(result, result.errors, options)
        hint = "" if result.inventory is None else ", or write a draft with --draft"
        click.echo(f"policylint: no policy was written; mend the errors{hint}", err=True)
        return ExitCode.FINDINGS
    return _compare(result, options, asked) if asked.published else _write(result, options, asked)


def _compare(result: Any, options: Any, asked: Asked) -> int:
    from policylint.cli.policy_checking import stale, targets
    from policylint.cli.telling import tell_findings

    compared = targets(result, asked)
    found = [one for target in compared for one in stale(result, asked, *target)]
    if found:
        tell_findings(result, found, options)
        return ExitCode.FINDINGS
    for _, published in compared:
        say(f"{published} says what {result.declaration.path} declares")
    return ExitCode.CLEAN


def _write(result: Any, options: Any, asked: Asked) -> int:
    from policylint.cli.policy_writing import policies, write_all
    from policylint.cli.telling import tell_findings

    drawn = policies(result, options, asked)
    if drawn.faults:
        tell_findings(result, drawn.faults, options)
        click.echo("policylint: no policy was written", err=True)
        return ExitCode.FINDINGS
    write_all(drawn, result, asked)
    if drawn.remarks and not asked.quiet:
        tell_findings(result, drawn.remarks, options, "concise")
    return ExitCode.CLEAN
