"""`policylint schema`."""

import click

from policylint.cli.options import write_text
from policylint.errors import ExitCode, UsageError

NAMES = ("inventory", "configuration", "report", "evidence", "catalog")


@click.command(
    epilog="\b\nExamples:\n  policylint schema\n  policylint schema report > report.schema.json"
)
@click.argument("name", default="inventory", metavar="[NAME]")
def schema(name: str) -> int:
    """Print a JSON Schema: inventory (by default), configuration, report, evidence or catalog."""
    from policylint.lint.schemas import schema_text

    if name not in NAMES:
        raise UsageError(f"unknown schema '{name}'; expected one of {', '.join(NAMES)}")
    write_text(schema_text(name))
    return ExitCode.CLEAN
