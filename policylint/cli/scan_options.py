"""The options of `policylint scan`."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from types import SimpleNamespace
from typing import Any, TypeVar

import click

from policylint.cli.options import Value, all_of, baseline_option, formats_option, severity_option
from policylint.report import FORMATS

F = TypeVar("F", bound=Callable[..., Any])
_FOR_CHECK = (
    *("formats", "fail_on", "select", "ignore", "baseline", "quiet"),
    *("jurisdictions", "as_of", "config"),
)


class ScanAsked(SimpleNamespace):
    """What the options of one call say, under their names."""

    url: str
    pages: Sequence[str]
    inventory: str | None
    output: str | None
    browser: str | None
    accept: str | None
    reject: str | None
    reopen: str | None
    no_banner: bool
    repeat: int
    settle: float
    page_limit: float
    time_limit: float
    allow_private: bool
    vantage: str | None
    locale: str | None
    timezone: str | None
    user_agent: str | None
    formats: Sequence[str]
    fail_on: str | None
    select: Sequence[str]
    ignore: Sequence[str]
    baseline: str | None
    quiet: bool
    jurisdictions: Sequence[str]
    as_of: date | None
    config: str | None

    def for_check(self) -> Mapping[str, Any]:
        """Give the options that the check of the evidence takes as they are."""
        return {name: getattr(self, name) for name in _FOR_CHECK}


def scan_options(command: F) -> F:
    """Add the options of `scan`, in the order in which its help lists them."""
    return all_of(*_VISIT, *_BANNER, *_BROWSER, *_AUDIT)(command)


_VISIT = (
    click.option(
        "--page",
        "pages",
        multiple=True,
        type=Value(),
        metavar="URL",
        help="Visit this page too. Repeatable, 20 at most.",
    ),
    click.option(
        "--repeat",
        type=click.IntRange(1, 20),
        default=3,
        show_default=True,
        help="How many times each choice is made, each in a fresh browser.",
    ),
    click.option(
        "--settle",
        type=click.FloatRange(0, 120),
        default=3.0,
        show_default=True,
        metavar="SECONDS",
        help="Wait after a page has gone quiet.",
    ),
    click.option(
        "--page-limit",
        type=click.FloatRange(1, 600),
        default=60.0,
        show_default=True,
        metavar="SECONDS",
        help="Give up on a page that has not loaded by then.",
    ),
    click.option(
        "--time-limit",
        type=click.FloatRange(1, 7200),
        default=600.0,
        show_default=True,
        metavar="SECONDS",
        help="End the visits then, and keep what was seen.",
    ),
    click.option(
        "--vantage", type=Value(), metavar="COUNTRY", help="The country you visit from, as FR."
    ),
    click.option(
        "--allow-private", is_flag=True, help="Visit this machine, or one of a private network."
    ),
)
_BANNER = (
    click.option("--accept", type=Value(), metavar="CSS", help="The control that accepts all."),
    click.option("--reject", type=Value(), metavar="CSS", help="The control that refuses all."),
    click.option(
        "--reopen", type=Value(), metavar="CSS", help="The control that brings the settings back."
    ),
    click.option(
        "--no-banner", is_flag=True, help="Declare that the site asks for nothing: do not look."
    ),
)
_BROWSER = (
    click.option(
        "--browser", type=Value(), metavar="PATH", help="The browser [default: on the PATH]."
    ),
    click.option("--locale", type=Value(), metavar="TAG", help="Its language, such as fr-FR."),
    click.option("--timezone", type=Value(), metavar="ZONE", help="Such as Europe/Paris."),
    click.option("--user-agent", type=Value(), metavar="TEXT", help="What it says it is."),
)
_AUDIT = (
    click.option(
        "--inventory",
        type=Value(),
        metavar="FILE",
        help="Audit against this inventory [default: cookies.yaml, where it is].",
    ),
    click.option(
        "--output",
        type=Value(),
        metavar="DIR",
        help="Write the evidence here [default: policylint-evidence/HOST-TIME].",
    ),
    formats_option(f"As for 'check': {', '.join(FORMATS)}. Repeatable."),
    severity_option("Exit 1 from this severity on. [default: error]"),
    click.option("--select", multiple=True, type=Value(), metavar="RULE", help="Only these rules."),
    click.option(
        "--ignore", multiple=True, type=Value(), metavar="RULE", help="Without these rules."
    ),
    baseline_option,
    click.option("--quiet", "-q", is_flag=True, help="No report where nothing was found."),
)
