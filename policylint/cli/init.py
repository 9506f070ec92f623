"""`policylint init`."""

import click

from policylint.cli.options import say
from policylint.errors import ExitCode, InputError, UsageError


@click.command(epilog="\b\nExamples:\n  policylint init\n  policylint init site/cookies.yaml")
@click.argument("path", default="cookies.yaml", metavar="[PATH]")
def init(path: str) -> int:
    """Write a first inventory with comments, and never over an existing file.

    It asks nothing: replace what is made up in it by the facts of your site.
    """
    import os

    from policylint.lint.output import is_standard_output, write_whole
    from policylint.lint.starter import STARTER

    if is_standard_output(path) or not path.strip():
        raise UsageError(f"'{path}' is no file to write; expected a name such as cookies.yaml")
    if os.path.lexists(path):
        raise InputError(f"{path} exists already; nothing was written")
    write_whole(path, STARTER.encode())
    say(f"wrote {path}; now: policylint check {path}")
    return ExitCode.CLEAN
