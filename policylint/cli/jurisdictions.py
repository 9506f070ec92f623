"""`policylint jurisdictions`."""

import click

from policylint.cli.options import listing_option, write_text
from policylint.errors import ExitCode


@click.command(
    epilog="\b\nExamples:\n"
    "  policylint jurisdictions\n"
    "  policylint jurisdictions --format json\n"
    "  policylint jurisdictions --format markdown > docs/jurisdictions.md"
)
@listing_option("docs/jurisdictions.md")
def jurisdictions(kind: str) -> int:
    """Compare the jurisdictions: their law, authority, exemptions and figures."""
    from policylint.report.jurisdiction_list import (
        jurisdictions_json,
        jurisdictions_markdown,
        jurisdictions_text,
    )

    write = {
        "text": jurisdictions_text,
        "json": jurisdictions_json,
        "markdown": jurisdictions_markdown,
    }[kind]
    write_text(write())
    return ExitCode.CLEAN
