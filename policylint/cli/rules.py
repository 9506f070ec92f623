"""`policylint rule` and `policylint rules`."""

import click

from policylint.cli.options import write_text
from policylint.errors import ExitCode


@click.command(
    epilog="\b\nExamples:\n  policylint rule LIF001\n  policylint rule lifetime-too-long"
)
@click.argument("name", metavar="CODE|NAME")
def rule(name: str) -> int:
    """Explain one rule: what, why, on which ground, where, and how to fix it."""
    from policylint.lint.select import find_rule
    from policylint.report.rule_page import rule_text

    write_text(rule_text(find_rule(name)))
    return ExitCode.CLEAN


@click.command(epilog="\b\nExample:\n  policylint rules --format json")
@click.option(
    "--format",
    "kind",
    type=click.Choice(["text", "json", "markdown"]),
    default="text",
    help="text: a line each; json: everything; markdown: the page docs/rules.md.",
)
def rules(kind: str) -> int:
    """List all rules."""
    from policylint.lint.select import catalogue
    from policylint.report.rule_list import rules_json, rules_markdown, rules_text

    write = {"text": rules_text, "json": rules_json, "markdown": rules_markdown}[kind]
    write_text(write(catalogue()))
    return ExitCode.CLEAN
