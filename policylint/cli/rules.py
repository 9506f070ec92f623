"""`policylint rule` and `policylint rules`."""

import click

from policylint.cli.options import Value, write_text
from policylint.errors import ExitCode, UsageError


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


@click.command(
    epilog="\b\nExamples:\n  policylint rules --format json\n  policylint rules --since 2026.11"
)
@click.option(
    "--format",
    "kind",
    type=click.Choice(["text", "json", "markdown"]),
    default="text",
    help="text: a line each; json: everything; markdown: the page docs/rules.md.",
)
@click.option(
    "--since",
    type=Value(),
    metavar="PACK",
    help="What changed after this rule pack, instead of the rules.",
)
def rules(kind: str, since: str | None) -> int:
    """List all rules, or what changed since a rule pack."""
    if since is not None:
        write_text(_changes(since, kind))
        return ExitCode.CLEAN
    from policylint.lint.select import catalogue
    from policylint.report.rule_list import rules_json, rules_markdown, rules_text

    write = {"text": rules_text, "json": rules_json, "markdown": rules_markdown}[kind]
    write_text(write(catalogue()))
    return ExitCode.CLEAN


def _changes(since: str, kind: str) -> str:
    from policylint.lint.pins import packs_after
    from policylint.model.record import MisfitError
    from policylint.report.pack_list import since_json, since_markdown, since_text

    try:
        packs = packs_after(since)
    except MisfitError as error:
        raise UsageError(f"--since {error.message}") from None
    write = {"text": since_text, "json": since_json, "markdown": since_markdown}[kind]
    return write(since, packs)
