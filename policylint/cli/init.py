"""`policylint init`."""

import click

from policylint.errors import ExitCode, InputError


@click.command(epilog="\b\nExamples:\n  policylint init\n  policylint init site/cookies.yaml")
@click.argument("path", default="cookies.yaml", metavar="[PATH]")
def init(path: str) -> int:
    """Write a first inventory with comments, and never over an existing file.

    It asks nothing: replace what is made up in it by the facts of your site.
    """
    import os

    from policylint.lint.files import write_whole
    from policylint.lint.starter import STARTER

    if os.path.lexists(path):
        raise InputError(f"{path} exists already; nothing was written")
    write_whole(path, STARTER.encode())
    click.echo(f"wrote {path}; now: policylint check {path}")
    return ExitCode.CLEAN
