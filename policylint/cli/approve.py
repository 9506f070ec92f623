"""`policylint approve`."""

import sys
from datetime import date
from typing import Any

import click

from policylint.cli.options import Day, Value, law_options, read_jurisdictions, today
from policylint.errors import ExitCode, UsageError

DECISIONS = ("approved", "approved-with-conditions", "refused")


@click.command(
    epilog="\b\nExamples:\n"
    "  policylint approve cookies.yaml --by 'Jeanne Martin' --role DPO\n"
    "  policylint approve cookies.yaml --by 'Jeanne Martin' --role DPO \\\n"
    "    --decision approved-with-conditions --conditions 'shorten _ga by March'"
)
@click.argument("file")
@click.option("--by", required=True, type=Value(), metavar="NAME", help="Who signs.")
@click.option("--role", required=True, type=Value(), metavar="ROLE", help="In which role.")
@click.option("--decision", type=click.Choice(DECISIONS), default=DECISIONS[0], show_default=True)
@click.option("--conditions", type=Value(), metavar="TEXT", help="On which conditions.")
@click.option("--on", type=Day(), help="The day of the signature [default: today in UTC].")
@law_options
def approve(  # noqa: PLR0913 - one per option
    file: str,
    by: str,
    role: str,
    decision: str,
    conditions: str | None,
    on: date | None,
    jurisdictions: tuple[str, ...],
    as_of: date | None,
    config: str | None,
) -> int:
    """Record in an inventory that somebody signed off what it says.

    The sign-off holds until the content changes; comments, layout, owner, reviewed and x- fields
    are no content. Nothing else of the file is changed. An inventory with open errors can only be
    refused, or approved with conditions.
    """
    from policylint.lint.judge import check_file
    from policylint.lint.options import Options
    from policylint.lint.settings import read_settings

    if file == "-":
        raise UsageError("a sign-off is recorded in a file; '-' is none")
    if (decision == "approved-with-conditions") != (conditions is not None):
        raise UsageError("--conditions goes with --decision approved-with-conditions, and only so")
    options = Options(
        as_of=as_of or today(),
        jurisdictions=read_jurisdictions(jurisdictions),
        settings=read_settings(config) if config else None,
    )
    result = check_file(file, options)
    if result.inventory is None or (decision == "approved" and result.errors):
        _refuse(result, options)
        return ExitCode.FINDINGS
    _record(file, result, by=by, role=role, decision=decision, conditions=conditions, on=on)
    return ExitCode.CLEAN


def _record(file: str, result: Any, *, on: date | None, **fields: str | None) -> None:
    from policylint.cli.options import say
    from policylint.lint.output import write_whole
    from policylint.model.digest import content_digest
    from policylint.review.approving import approval_of, record
    from policylint.source.edit import to_bytes

    document = result.declaration.documents[0]
    digest = content_digest(result.inventory)
    approval = approval_of({**fields, "on": (on or today()).isoformat(), "digest": digest})
    write_whole(file, to_bytes(document, record(document, approval)))
    say(f"recorded in {file}: {approval.decision} by {approval.by} ({approval.role}); {digest}")


def _refuse(result: Any, options: Any) -> None:
    from policylint.cli.options import wants_color
    from policylint.report import render

    report = result.report(result.errors, options.as_of)
    text = render("concise", report, color=wants_color(sys.stderr))
    click.echo(text, err=True, nl=False)
    click.echo(
        "policylint: nothing was recorded; mend the errors, accept them by name in waivers, or"
        " decide otherwise with --decision",
        err=True,
    )
