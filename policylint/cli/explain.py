"""`policylint explain`."""

from typing import Any

import click

from policylint.cli.options import law_options, read_law, write_text
from policylint.errors import ExitCode, UsageError


@click.command(
    epilog="\b\nExamples:\n"
    "  policylint explain cookies.yaml --cookie _ga\n"
    "  policylint explain cookies.yaml --cookie _ga --jurisdiction FR --jurisdiction BE"
)
@click.argument("file")
@click.option("--cookie", required=True, metavar="NAME", help="The entry, or a name it covers.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@law_options
def explain(file: str, cookie: str, form: str, **law: Any) -> int:
    """Explain one cookie per jurisdiction: is consent needed, why, and which clocks apply."""
    from importlib import import_module

    from policylint.cli.telling import tell_findings
    from policylint.lint.explain import explain as answer
    from policylint.lint.explain import find_cookies
    from policylint.lint.judge import check_file

    options = read_law(**law)
    result = check_file(file, options)
    inventory = result.inventory
    if inventory is None:
        tell_findings(result, result.errors, options)
        return ExitCode.FINDINGS
    found = find_cookies(inventory, cookie)
    if not found:
        raise UsageError(f"{file} declares no cookie '{cookie}'{_nearest(cookie, inventory)}")
    module = import_module(f"policylint.report.explain_{form}")
    limits = result.settings.limits
    for index in found:
        explanation = answer(
            inventory, index, result.jurisdictions, options.as_of, limits, result.findings
        )
        write_text(module.render(explanation))
    return ExitCode.CLEAN


def _nearest(name: str, inventory: object) -> str:
    from difflib import get_close_matches

    names = [one.name for one in getattr(inventory, "cookies", ())]
    close = get_close_matches(name, names, n=1)
    return f"; did you mean '{close[0]}'?" if close else ""
