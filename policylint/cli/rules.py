"""`policylint rule` and `policylint rules`."""

from typing import Any

import click

from policylint.cli.options import Value, listing_option, write_text
from policylint.errors import ExitCode, UsageError

CONFIG = click.option(
    "--config",
    type=Value(),
    metavar="FILE",
    help="The configuration instead of the nearest policylint.toml.",
)


@click.command(
    epilog="\b\nExamples:\n  policylint rule LIF001\n  policylint rule lifetime-too-long"
)
@click.argument("name", metavar="CODE|NAME")
@CONFIG
def rule(name: str, config: str | None) -> int:
    """Explain one rule: what, why, on which ground, where, and how to fix it."""
    from policylint.lint.select import find_rule
    from policylint.report.clean import inert
    from policylint.report.rule_page import rule_text

    write_text(inert(rule_text(find_rule(name, _settings(config)))))
    return ExitCode.CLEAN


@click.command(
    epilog="\b\nExamples:\n  policylint rules --format json\n  policylint rules --since 2026.11\n"
    "  policylint rules --test"
)
@listing_option("docs/rules.md")
@click.option(
    "--since",
    type=Value(),
    metavar="PACK",
    help="What changed after this rule pack, instead of the rules.",
)
@click.option("--test", is_flag=True, help="Run the tests beside the rules of the configuration.")
@CONFIG
def rules(kind: str, since: str | None, test: bool, config: str | None) -> int:  # noqa: FBT001 - click's
    """List all rules, those of the configuration among them, or what changed since a rule pack.

    With --test, the tests that stand beside the rules of the configuration are run instead: the
    exit code is 0 where all pass, 1 where one fails, and 2 where there is none.
    """
    if since is not None:
        write_text(_changes(since, kind))
        return ExitCode.CLEAN
    from policylint.lint.select import catalogue
    from policylint.report.clean import inert
    from policylint.report.rule_list import rules_json, rules_markdown, rules_text

    settings = _settings(config)
    if test:
        return _test(settings)
    write = {"text": rules_text, "json": rules_json, "markdown": rules_markdown}[kind]
    text = write(catalogue(settings))
    write_text(text if kind == "json" else inert(text))
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


def _settings(config: str | None) -> Any:
    from policylint.lint.settings import find_settings, read_settings

    return read_settings(config) if config else find_settings(".")


def _test(settings: Any) -> int:
    from policylint.cli.options import today
    from policylint.lint.custom.trial import run_tests
    from policylint.report.clean import inert
    from policylint.report.trial_text import trials_text

    trials = run_tests(settings, today())
    write_text(inert(trials_text(trials)))
    return ExitCode.CLEAN if all(one.passed for one in trials) else ExitCode.FINDINGS
