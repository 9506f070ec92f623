"""`policylint known`."""

import click

from policylint.cli.options import Value, catalog_option, write_text
from policylint.errors import ExitCode


@click.command(
    epilog="\b\nExamples:\n"
    "  policylint known _ga\n"
    "  policylint known uid --domain criteo.com\n"
    "  policylint known 'Google Analytics' --format json\n"
    "  policylint known _s --catalog open-cookie-database.csv"
)
@click.argument("name", type=Value())
@click.option(
    "--domain", type=Value(), metavar="HOST", help="Where it is stored: tells shared names apart."
)
@catalog_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def known(name: str, domain: str | None, catalogs: tuple[str, ...], form: str) -> int:
    """Show what the catalogue knows of a cookie or a vendor, how sure, and from where.

    It says what a cookie usually is, not what a site may claim. Exits 0 where something is known,
    and 1 where nothing is.
    """
    from importlib import import_module

    from policylint.catalog.answer import answer
    from policylint.catalog.lookup import shipped
    from policylint.lint.catalogs import catalog_of
    from policylint.lint.settings import find_settings

    catalog = catalog_of(find_settings("."), catalogs) or shipped()
    found = answer(catalog, name, domain)
    write_text(import_module(f"policylint.report.known_{form}").render(found))
    return ExitCode.CLEAN if found.is_known else ExitCode.FINDINGS
