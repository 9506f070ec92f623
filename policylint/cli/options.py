"""Options that several commands share, and how their values are read."""

import os
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from typing import Any, TypeVar

import click

from policylint.errors import InputError, UsageError

F = TypeVar("F", bound=Callable[..., Any])


class Day(click.ParamType[date]):
    """A day written YYYY-MM-DD."""

    name = "YYYY-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read a day, or fail with what was expected."""
        if isinstance(value, date):
            return value
        digits = value.replace("-", "")
        if len(value) == len("2026-11-23") and digits.isascii() and digits.isdecimal():
            try:
                return date.fromisoformat(value)
            except ValueError:
                pass
        return self.fail(f"'{value}' is no day; expected YYYY-MM-DD", param, ctx)


class Value(click.ParamType[str]):
    """A value that is there: an empty one comes from a variable that nobody set."""

    name = "text"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Take a text that is not blank."""
        if str(value).strip():
            return str(value)
        return self.fail("it is empty; expected a value, or leave the option out", param, ctx)


def today() -> date:
    """Give the day that counts: SOURCE_DATE_EPOCH where it is set, else today in UTC.

    Raises UsageError where the variable is no number of seconds.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.now(UTC).date()
    wrong = UsageError(f"SOURCE_DATE_EPOCH holds '{epoch}'; expected seconds since 1970")
    if not (epoch.isascii() and epoch.isdecimal()):
        raise wrong
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError):
        raise wrong from None


def all_of(*options: Callable[[F], F]) -> Callable[[F], F]:
    """Make one decorator of several options; the help lists them in this order."""

    def add(command: F) -> F:
        for option in reversed(options):
            command = option(command)
        return command

    return add


def jurisdictions_option(words: str) -> Callable[[F], F]:
    """Make the option that names jurisdictions."""
    return click.option(
        "--jurisdiction",
        "jurisdictions",
        multiple=True,
        type=Value(),
        metavar="CODE",
        help=words,
    )


law_options = all_of(
    jurisdictions_option("Judge by this jurisdiction instead of the inventory's own. Repeatable."),
    click.option(
        "--as-of",
        type=Day(),
        help="Judge by the law of this day [default: today in UTC].",
    ),
    click.option(
        "--config",
        type=Value(),
        metavar="FILE",
        help="Use this configuration file, and no other.",
    ),
)
"""The options that say which law counts, and which configuration."""
output_option = click.option(
    "--output", type=Value(), metavar="FILE", help="Write to this file, whole or not at all."
)
language_option = click.option(
    "--language", type=Value(), metavar="TAG", help="[default: the first language of the site]"
)
baseline_option = click.option(
    "--baseline", type=Value(), metavar="FILE", help="Let pass what this baseline lists."
)
catalog_option = click.option(
    "--catalog",
    "catalogs",
    multiple=True,
    type=Value(),
    metavar="FILE",
    help="Known cookies and vendors, before policylint's own. Repeatable.",
)


def listing_option(page: str) -> Callable[[F], F]:
    """Make the option that says how all there is of something is listed."""
    return click.option(
        "--format",
        "kind",
        type=click.Choice(["text", "json", "markdown"]),
        default="text",
        help=f"text: a line each; json: everything; markdown: the page {page}.",
    )


def formats_option(words: str) -> Callable[[F], F]:
    """Make the option that takes formats of a report, each with its file."""
    return click.option(
        "--format",
        "formats",
        multiple=True,
        type=Value(),
        metavar="FORMAT[=FILE]",
        help=words,
    )


def severity_option(words: str, **more: Any) -> Callable[[F], F]:
    """Make the option that takes the severity from which on a command exits with 1."""
    severities = click.Choice(["error", "warning", "info", "never"])
    return click.option("--fail-on", type=severities, help=words, **more)


def read_law(jurisdictions: Sequence[str], as_of: date | None, config: str | None) -> Any:
    """Read what `law_options` take into the options of a check. Raises UsageError."""
    from policylint.lint.options import Options
    from policylint.lint.settings import read_settings

    return Options(
        as_of=as_of or today(),
        jurisdictions=read_jurisdictions(jurisdictions),
        settings=read_settings(config) if config else None,
    )


def read_jurisdictions(codes: Sequence[str]) -> tuple[str, ...]:
    """Read the codes of `--jurisdiction`. Raises UsageError for one without a pack."""
    from policylint.law.jurisdictions import KNOWN_PACKS, pack
    from policylint.model.record import MisfitError
    from policylint.model.scalars import parse_jurisdiction

    found = []
    for code in codes:
        try:
            found.append(parse_jurisdiction(code.upper()))
        except MisfitError as error:
            raise UsageError(f"--jurisdiction {error.message}") from None
        if pack(found[-1]) is None:
            raise UsageError(f"--jurisdiction: no pack for '{code}'; {KNOWN_PACKS}")
    return tuple(found)


def wants_color(stream: Any) -> bool:
    """Tell whether a stream is a terminal that takes colour, and nobody said NO_COLOR."""
    if stream is None or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return bool(stream.isatty())


def write_text(text: str) -> None:
    """Write to standard output as UTF-8, whatever the locale says. Raises InputError."""
    write_bytes(text.encode("utf-8", "backslashreplace"))


def write_bytes(content: bytes) -> None:
    """Write to standard output as it is. Raises InputError."""
    stream = sys.stdout
    if stream is None:
        raise InputError("standard output is closed")
    try:
        stream.flush()
        stream.buffer.write(content)
        stream.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        # What could not be written must not be tried again when Python ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        raise InputError(
            f"standard output cannot be written: {(error.strerror or '').lower()}"
        ) from None


def write_to(file: str | None, content: str | bytes) -> None:
    """Write to a file, whole or not at all, or to standard output. Raises InputError."""
    from policylint.lint.output import is_standard_output, write_whole

    if isinstance(content, str):
        content = content.encode("utf-8", "backslashreplace")
    if file is None or is_standard_output(file):
        write_bytes(content)
    else:
        write_whole(file, content)


def need_file(form: str, output: str | None) -> None:
    """Keep a format that is no text off the terminal. Raises UsageError."""
    from policylint.lint.output import is_standard_output
    from policylint.policy import FILE_FORMATS

    is_seen = output is not None and is_standard_output(output) and sys.stdout.isatty()
    if form in FILE_FORMATS and (output is None or is_seen):
        raise UsageError(f"the format '{form}' is no text; name a file with --output")


def say(sentence: str) -> None:
    """Print a sentence of ours with names in it, of which none reaches the terminal unescaped."""
    from policylint.report.clean import inert, visible

    write_text(inert(visible(sentence)) + "\n")
