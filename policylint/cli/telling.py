"""What is told beside the output: sentences, findings, and what became of a file."""

import sys
from collections.abc import Iterator, Sequence
from typing import Any

import click

from policylint.cli.options import wants_color

MOST_TOLD = 20


def tell(sentence: str) -> None:
    """Print a sentence on standard error; no name in it reaches the terminal unescaped."""
    from policylint.report.clean import inert, visible

    click.echo(inert(visible(sentence)), err=True)


def tell_findings(result: Any, findings: Sequence[Any], options: Any, form: str = "text") -> None:
    """Report findings of a file on standard error."""
    from policylint.report import render

    report = result.report(findings, options.as_of)
    click.echo(render(form, report, color=wants_color(sys.stderr)), err=True, nl=False)


def what_was_read(one: Any) -> str:
    """Say what an import took from a file."""
    from policylint.report.wording import counted

    cookies = counted(len(one.draft.cookies), "cookie")
    rest = counted(len(one.draft.left_out), "thing")
    return f"{one.source.path} ({one.draft.format_name}): {cookies} read, {rest} left out"


def shortened(sentences: Sequence[str]) -> Iterator[str]:
    """Give the first of many sentences, and how many more there are."""
    yield from sentences[:MOST_TOLD]
    if len(sentences) > MOST_TOLD:
        yield f"… and {len(sentences) - MOST_TOLD:,} more"
