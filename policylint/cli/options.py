"""Options that several commands share, and how their values are read."""

import os
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any, TypeVar

import click

from policylint.errors import UsageError

F = TypeVar("F", bound=Callable[..., Any])


class Day(click.ParamType[date]):
    """A day written YYYY-MM-DD."""

    name = "YYYY-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read a day, or fail with what was expected."""
        if isinstance(value, date):
            return value
        try:
            if len(value) == len("2026-11-23"):
                return date.fromisoformat(value)
        except ValueError:
            pass
        return self.fail(f"'{value}' is no day; expected YYYY-MM-DD", param, ctx)


def today() -> date:
    """Give the day that counts: SOURCE_DATE_EPOCH where it is set, else today in UTC.

    Raises UsageError where the variable is no number of seconds.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.now(UTC).date()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError):
        raise UsageError(
            f"SOURCE_DATE_EPOCH holds '{epoch}'; expected seconds since 1970"
        ) from None


def law_options(command: F) -> F:
    """Add the options that say which law counts, and which configuration."""
    for option in (
        click.option(
            "--config",
            metavar="FILE",
            help="Use this configuration file, and no other.",
        ),
        click.option(
            "--as-of",
            type=Day(),
            help="Judge by the law of this day [default: today in UTC].",
        ),
        click.option(
            "--jurisdiction",
            "jurisdictions",
            multiple=True,
            metavar="CODE",
            help="Judge by this jurisdiction instead of the inventory's own. Repeatable.",
        ),
    ):
        command = option(command)
    return command


def read_jurisdictions(codes: tuple[str, ...]) -> tuple[str, ...]:
    """Read the codes of `--jurisdiction`. Raises UsageError for one without a pack."""
    from policylint.law.jurisdictions import pack
    from policylint.lint.schema_faults import KNOWN_PACKS
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
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return bool(stream.isatty())


def write_text(text: str) -> None:
    """Write to standard output as UTF-8, whatever the locale says."""
    stream = sys.stdout
    stream.flush()
    binary = getattr(stream, "buffer", None)
    if binary is None:
        stream.write(text)
        return
    binary.write(text.encode("utf-8", "backslashreplace"))
    binary.flush()
