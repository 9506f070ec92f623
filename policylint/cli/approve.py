"""`policylint approve`."""

from datetime import date, timedelta
from typing import Any

import click

from policylint.cli.options import Day, Value, law_options, read_law, today
from policylint.errors import ExitCode, InputError, UsageError

_ADVICE = "mend the errors, accept them by name in waivers, or decide otherwise with --decision"
DECISIONS = ("approved", "approved-with-conditions", "refused")
_JOINERS = "\u200c\u200d"  # they belong to the spelling of some names
_UNDECODED = range(0xDC80, 0xDD00)


class PrintableLine(Value):
    """A text of one line in which nothing is hidden."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Take a text without the blanks around it."""
        from unicodedata import category

        from policylint.model.scalars import MOST_TEXT

        text = super().convert(value, param, ctx).strip()
        if len(text) > MOST_TEXT:
            message = f"it has {len(text):,} characters; expected at most {MOST_TEXT:,}"
            self.fail(message, param, ctx)
        for number, mark in enumerate(text, 1):
            if mark.isprintable() or mark in _JOINERS or category(mark) == "Zs":
                continue
            found = f"U+{ord(mark):04X}"
            if ord(mark) in _UNDECODED:
                found = f"the byte 0x{ord(mark) - 0xDC00:02X}, which is not UTF-8,"
            message = f"character {number} is {found}; expected one line of printable text"
            self.fail(message, param, ctx)
        return text


@click.command(
    epilog="\b\nExamples:\n"
    "  policylint approve cookies.yaml --by 'Jeanne Martin' --role DPO\n"
    "  policylint approve cookies.yaml --by 'Jeanne Martin' --role DPO \\\n"
    "    --decision approved-with-conditions --conditions 'shorten _ga by March'"
)
@click.argument("file")
@click.option("--by", required=True, type=PrintableLine(), metavar="NAME", help="Who signs.")
@click.option("--role", required=True, type=PrintableLine(), metavar="ROLE", help="In which role.")
@click.option("--decision", type=click.Choice(DECISIONS), default=DECISIONS[0], show_default=True)
@click.option("--conditions", type=PrintableLine(), metavar="TEXT", help="On which conditions.")
@click.option("--on", type=Day(), help="The day of the signature [default: today in UTC].")
@law_options
def approve(  # noqa: PLR0913 - one per option
    file: str,
    by: str,
    role: str,
    decision: str,
    conditions: str | None,
    on: date | None,
    **law: Any,
) -> int:
    """Record in an inventory that somebody signed off what it says.

    The sign-off holds until the content changes; comments, layout, owner, reviewed and x- fields
    are no content, and an edit of nothing but descriptions is told without a warning. Nothing else
    of the file is changed. An inventory with open errors can only be refused, or approved with
    conditions.
    """
    from policylint.cli.telling import tell_findings
    from policylint.lint.judge import check_file

    if file == "-":
        raise UsageError("a sign-off is recorded in a file; '-' is none")
    if (decision == "approved-with-conditions") != (conditions is not None):
        raise UsageError("--conditions goes with --decision approved-with-conditions, and only so")
    if on is not None and on > today() + timedelta(days=1):
        # It may be tomorrow already where somebody signs.
        raise UsageError(f"--on {on.isoformat()} lies ahead; expected the day of the signature")
    options = read_law(**law)
    result = check_file(file, options)
    if result.inventory is None or (decision == "approved" and result.errors):
        tell_findings(result, result.errors, options, "concise")
        click.echo(f"policylint: nothing was recorded; {_ADVICE}", err=True)
        return ExitCode.FINDINGS
    _record(file, result, by=by, role=role, decision=decision, conditions=conditions, on=on)
    return ExitCode.CLEAN


def _record(file: str, result: Any, *, on: date | None, **fields: str | None) -> None:
    from policylint.cli.options import say
    from policylint.lint.files import read_bytes
    from policylint.lint.output import write_whole
    from policylint.model.digest import content_digest, facts_digest
    from policylint.review.approving import approval_of, record
    from policylint.source.edit import to_bytes
    from policylint.source.load import MAX_BYTES

    document = result.declaration.documents[0]
    digest = content_digest(result.inventory)
    digests = {"digest": digest, "facts": facts_digest(result.inventory)}
    approval = approval_of({**fields, "on": (on or today()).isoformat(), **digests})
    content = to_bytes(document, record(document, approval))
    if read_bytes(file, MAX_BYTES) != to_bytes(document, document.text):
        raise InputError(f"{file} was changed in the meantime; nothing was recorded")
    write_whole(file, content)
    say(f"recorded in {file}: {approval.decision} by {approval.by} ({approval.role}); {digest}")
