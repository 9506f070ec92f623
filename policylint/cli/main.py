"""The group of commands, and the one place where a failure becomes an exit code."""

import sys
from keyword import iskeyword
from typing import NoReturn

import click

from policylint import __version__
from policylint.cli.options import say, write_text
from policylint.errors import ExitCode, PolicylintError

# Each command by its name and the module that it is in, read when it is asked for.
COMMANDS = {
    "approvals": "approvals",
    "approve": "approve",
    "check": "check",
    "diff": "diff",
    "explain": "explain",
    "export": "export",
    "import": "importing",
    "init": "init",
    "jurisdictions": "jurisdictions",
    "known": "known",
    "lsp": "lsp",
    "policy": "policy",
    "report": "report",
    "resolve": "resolve",
    "rule": "rules",
    "rules": "rules",
    "scan": "scan",
    "schema": "schema",
}

# A sentence may repeat a name from outside, however long that is.
LONGEST = 1_000


def _version(context: click.Context, _: click.Parameter, wanted: bool) -> None:  # noqa: FBT001 - click's
    if wanted:
        from policylint.law import LAW_AS_OF, RULE_PACK
        from policylint.source.events import reader_name

        say(
            f"policylint {__version__} (rule pack {RULE_PACK}, law as of {LAW_AS_OF};"
            f" reads with {reader_name()})"
        )
        context.exit()


class _Commands(click.Group):
    """The commands, of which a run reads only the one that it needs."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted({*super().list_commands(ctx), *COMMANDS})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return super().get_command(ctx, cmd_name)
        from importlib import import_module

        module = import_module(f"policylint.cli.{COMMANDS[cmd_name]}")
        attribute = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        found: click.Command = getattr(module, attribute)
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if name.startswith("-") or name in self.list_commands(ctx):
            return super().resolve_command(ctx, args)
        from difflib import get_close_matches

        # click looks for the nearest among the commands that were read, which are none.
        close = get_close_matches(name, self.list_commands(ctx), n=1)
        hint = f"; did you mean '{close[0]}'?" if close else ""
        raise click.UsageError(f"No such command '{name}'{hint}", ctx)


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Shell completion: 'policylint completion bash|zsh|fish' prints the script.",
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_version,
    help="Show the version and exit.",
)
def cli() -> None:
    """Check cookie inventories against ePrivacy law and the GDPR; write the cookie policy.

    Exit codes: 0 nothing at or above the threshold; 1 findings; 2 wrong usage or configuration;
    3 a file could not be read or written.
    """


@cli.command(epilog="\b\nExample:\n  policylint completion bash >> ~/.bashrc")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Print the script that completes commands and options in a shell."""
    from click.shell_completion import get_completion_class

    kind = get_completion_class(shell)
    if kind is not None:
        write_text(kind(cli, {}, "policylint", "_POLICYLINT_COMPLETE").source() + "\n")


def main() -> NoReturn:
    """Run the command line and exit with its code."""
    try:
        code = cli(standalone_mode=False)
    except PolicylintError as error:
        _fail(error.message, error.hint)
        code = error.exit_code
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())
        code = ExitCode.USAGE
    except click.UsageError as error:
        command = error.ctx.command_path if error.ctx else "policylint"
        _fail(error.format_message().rstrip("."), f"'{command} --help' lists the options")
        code = ExitCode.USAGE
    except click.ClickException as error:
        _fail(error.format_message(), None)
        code = ExitCode.FAILED
    except (KeyboardInterrupt, click.Abort):
        _fail("interrupted", None)
        code = 130
    except BrokenPipeError:
        # The reader has gone (head, less): nobody is left to tell.
        sys.stderr.close()
        code = ExitCode.FAILED
    sys.exit(int(code or 0))


def _fail(message: str, hint: str | None) -> None:
    from policylint.report.clean import inert, visible

    if sys.stderr is None:
        return
    for text in (f"policylint: {message}", f"hint: {hint}" if hint else ""):
        if text:
            # What is wrong stands behind the name.
            half = LONGEST // 2
            shortened = text if len(text) <= LONGEST else f"{text[: half - 1]}…{text[-half:]}"
            click.echo(inert(visible(shortened)), err=True)
