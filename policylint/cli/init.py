"""`policylint init`."""

import click

from policylint.cli.first import Sections, first_inventory
from policylint.cli.options import Value, jurisdictions_option, read_jurisdictions, say
from policylint.errors import ExitCode, InputError, UsageError


@click.command(
    epilog="\b\nExamples:\n"
    "  policylint init\n"
    "  policylint init site/cookies.yaml\n"
    "  policylint init --from klaro-config.js --from visit.har --site https://www.shop.example\n"
    "  policylint init --from jar.json --name Shop --jurisdiction FR --language fr"
)
@click.argument("path", default="cookies.yaml", metavar="[PATH]")
@click.option(
    "--from",
    "files",
    multiple=True,
    type=Value(),
    metavar="FILE",
    help="Start from a configuration, a table or evidence. Repeatable; the first holds.",
)
@click.option("--site", type=Value(), metavar="URL", help="Address of the site.")
@click.option("--name", type=Value(), metavar="NAME", help="Name of the site.")
@jurisdictions_option("Whose law is checked. Repeatable.")
@click.option(
    "--language",
    "languages",
    multiple=True,
    type=Value(),
    metavar="TAG",
    help="Language of the policy. Repeatable.",
)
@click.option("--controller", type=Value(), metavar="NAME", help="Who answers for the site.")
@click.option("--country", type=Value(), metavar="CODE", help="Country of the controller.")
@click.option("--email", type=Value(), metavar="ADDRESS", help="E-mail of the controller.")
def init(  # noqa: PLR0913 - one per option
    path: str,
    files: tuple[str, ...],
    site: str | None,
    name: str | None,
    jurisdictions: tuple[str, ...],
    languages: tuple[str, ...],
    controller: str | None,
    country: str | None,
    email: str | None,
) -> int:
    """Write a first inventory with comments, and never over an existing file.

    It asks nothing. Without --from, replace what is made up in it by the facts of your site. With
    --from, it holds what the files tell and what the catalogue of known cookies is sure of; the
    rest is left out, and 'policylint check' asks for it.
    """
    _refuse_path(path)
    given: Sections = {
        "site": {
            "name": ("--name", name),
            "url": ("--site", site),
            "jurisdictions": ("--jurisdiction", list(read_jurisdictions(jurisdictions))),
            "languages": ("--language", list(languages)),
        },
        "controller": {
            "name": ("--controller", controller),
            "country": ("--country", country),
            "email": ("--email", email),
        },
    }
    _write(path, files, given)
    return ExitCode.CLEAN


def _refuse_path(path: str) -> None:
    import os

    from policylint.lint.output import is_standard_output

    if is_standard_output(path) or not path.strip():
        raise UsageError(f"'{path}' is no file to write; expected a name such as cookies.yaml")
    if os.path.lexists(path):
        raise InputError(f"{path} exists already; nothing was written")


def _write(path: str, files: tuple[str, ...], given: Sections) -> None:
    from policylint.lint.output import write_whole
    from policylint.lint.starter import STARTER

    sentences: list[str] = []
    if files:
        text, sentences = first_inventory(files, given)
    else:
        _refuse(given)
        text = STARTER
    write_whole(path, text.encode("utf-8", "backslashreplace"))
    for sentence in (*sentences, f"wrote {path}; now: policylint check {path}"):
        say(sentence)


def _refuse(given: Sections) -> None:
    options = [option for section in given.values() for option, value in section.values() if value]
    if options:
        raise UsageError(
            f"{', '.join(options)}: without --from the inventory is a model to write over;"
            " expected --from FILE too"
        )
