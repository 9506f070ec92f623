"""`policylint resolve`."""

import click

from policylint.cli.options import output_option, today, write_to
from policylint.errors import ExitCode, InputError


@click.command(
    epilog="\b\nExamples:\n  policylint resolve cookies.yaml\n"
    "  policylint resolve cookies.yaml --format json --output whole.json"
)
@click.argument("file")
@click.option("--format", "form", type=click.Choice(["yaml", "json"]), default="yaml")
@output_option
def resolve(file: str, form: str, output: str | None) -> int:
    """Write an inventory with all that it includes, and where each value was written.

    The output is an inventory itself: no include is left in it. Faults of fields do not stop it,
    for it helps to find them; a file that cannot be read does.
    """
    from policylint.lint.judge import check_file
    from policylint.lint.options import Options
    from policylint.review.resolved import resolved_json, resolved_yaml

    result = check_file(file, Options(as_of=today()))
    declaration = result.declaration
    if not isinstance(declaration.data, dict) or any(one.flaws for one in declaration.documents):
        raise InputError(f"{file} cannot be resolved", f"'policylint check {file}' says why")
    if output:
        from policylint.lint.output import guard

        guard([output], result.sources)
    write_to(output, resolved_json(declaration) if form == "json" else resolved_yaml(declaration))
    return ExitCode.CLEAN
