"""`policylint export`."""

from datetime import date
from typing import Any

import click

from policylint.cli.options import Value, law_options, output_option, read_law, write_to
from policylint.errors import ExitCode, UsageError
from policylint.exchange.write import FORMATS


@click.command(
    epilog="\b\nFormats:\n"
    + "\n".join(f"  {name}  {what}" for name, (_, what) in FORMATS.items())
    + "\n\n\b\nExamples:\n"
    "  policylint export cookies.yaml --to klaro --output klaro-config.js\n"
    "  policylint export cookies.yaml --to ropa-markdown --language fr\n"
    "  policylint export cookies.yaml --to iab --vendor google-analytics"
)
@click.argument("file")
@click.option("--to", "form", required=True, type=click.Choice(list(FORMATS)), metavar="FORMAT")
@output_option
@click.option(
    "--language",
    type=Value(),
    metavar="TAG",
    help="Write in this language [default: those of the site, where a format holds several].",
)
@click.option(
    "--vendor", type=Value(), metavar="ID", help="The vendor that an IAB disclosure is of."
)
@click.option("--quiet", "-q", is_flag=True, help="Do not tell what the format cannot carry.")
@law_options
def export(  # noqa: PLR0913 - one per option
    file: str,
    form: str,
    output: str | None,
    language: str | None,
    vendor: str | None,
    quiet: bool,  # noqa: FBT001 - click's
    **law: Any,
) -> int:
    """Write an inventory in the format of another tool.

    What that format cannot carry is told on standard error. An inventory with schema errors is not
    exported: they go to standard error and the exit code is 1. Other findings do not stop it.
    """
    from policylint.cli.telling import tell, tell_findings
    from policylint.lint.judge import check_file
    from policylint.lint.output import guard

    if vendor and form != "iab":
        raise UsageError("--vendor goes with --to iab: the other formats hold every vendor")
    options = read_law(**law)
    result = check_file(file, options)
    if result.inventory is None:
        tell_findings(result, result.errors, options)
        tell("policylint: nothing was exported; mend the errors")
        return ExitCode.FINDINGS
    if output:
        guard([output], result.sources)
    text, told = _written(result.inventory, form, options.as_of, language, vendor)
    write_to(output, text)
    if not quiet:
        for sentence in (*told, *_open(result)):
            tell(f"policylint: {sentence}")
    return ExitCode.CLEAN


def _written(
    inventory: Any, form: str, as_of: date, language: str | None, vendor: str | None
) -> tuple[str, list[str]]:
    from importlib import import_module

    from policylint.exchange.write.wanted import Wanted, uncarried

    languages = _languages(inventory, language)
    wanted = Wanted(languages=languages, as_of=as_of, vendor=vendor)
    writer = import_module(f"policylint.exchange.write.{FORMATS[form][0]}")
    text = writer.write(inventory, wanted)
    losses = (f"{writer.NAME} has {one}" for one in uncarried(inventory, writer.CARRIES))
    return text, [*losses, *writer.remarks(inventory, wanted)]


def _languages(inventory: Any, language: str | None) -> list[str]:
    known = list(dict.fromkeys(inventory.site.languages))
    if language is None:
        return known
    from policylint.model.record import MisfitError
    from policylint.model.scalars import parse_language

    try:
        tag = parse_language(language)
    except MisfitError as error:
        raise UsageError(f"--language {error.message}") from None
    if tag not in known:
        raise UsageError(f"the site has no language '{tag}'; expected one of {', '.join(known)}")
    return [tag]


def _open(result: Any) -> list[str]:
    from collections import Counter

    counts = Counter(one.severity.label for one in result.findings if one.status == "open")
    grave = [(label, counts[label]) for label in ("error", "warning") if counts[label]]
    if not grave:
        return []
    listed = " and ".join(f"{count} {label}{'s' if count > 1 else ''}" for label, count in grave)
    return [f"the inventory has {listed} open: 'policylint check' lists them"]
