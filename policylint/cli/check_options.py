"""The options of `policylint check`."""

from collections.abc import Callable, Sequence
from datetime import date
from types import SimpleNamespace
from typing import Any, TypeVar

import click

from policylint.cli.options import (
    Value,
    all_of,
    baseline_option,
    catalog_option,
    formats_option,
    law_options,
    severity_option,
)
from policylint.report import FORMATS

F = TypeVar("F", bound=Callable[..., Any])


class Asked(SimpleNamespace):
    """What the options of one call of `check` or `report` say, under their names."""

    paths: Sequence[str]
    formats: Sequence[str]
    output: str | None
    fail_on: str | None
    select: Sequence[str]
    ignore: Sequence[str]
    no_suppressions: bool
    baseline: str | None
    write_baseline: str | None
    strict_baseline: bool
    preview: bool
    show_settings: bool
    fix: bool
    unsafe_fixes: bool
    diff: bool
    allow_python_rules: bool
    stdin_filename: str
    statistics: bool
    no_cache: bool
    quiet: bool
    jurisdictions: Sequence[str]
    as_of: date | None
    config: str | None
    evidence: Sequence[str]
    vantage: str | None
    captured_at: str | None
    dns: str | None
    catalogs: Sequence[str]
    files: Sequence[str]
    form: str | None
    language: str | None
    since: str | None


def check_options(command: F) -> F:
    """Add the options of `check`, in the order in which its help lists them."""
    groups = (*_OUTPUT, *_RULES, evidence_options, *_ACCEPTED, *_FIXES, *_OTHER)
    return law_options(all_of(*groups)(command))


def given_evidence(asked: Asked) -> Any:
    """Read what the options say of evidence; None where they say nothing. Raises UsageError."""
    if not (asked.evidence or asked.vantage or asked.captured_at or asked.dns):
        return None
    from policylint.cli.evidence_options import read_given

    return read_given(asked.evidence, asked.vantage, asked.captured_at, asked.dns)


_OUTPUT = (
    formats_option(
        f"{', '.join(FORMATS)}; to a file where one is named. Repeatable. [default: text; "
        "inside GitHub Actions github]"
    ),
    click.option(
        "--output", type=Value(), metavar="FILE", help="Write the one format to this file."
    ),
    severity_option("Exit 1 from this severity on. [default: error]"),
)
_RULES = (
    click.option(
        "--select",
        multiple=True,
        type=Value(),
        metavar="RULE",
        help="Only these codes, names, families.",
    ),
    click.option(
        "--ignore", multiple=True, type=Value(), metavar="RULE", help="Without these. Repeatable."
    ),
    click.option("--preview", is_flag=True, help="Proposals that are not law, too; always info."),
    click.option(
        "--allow-python-rules",
        is_flag=True,
        help="Run the Python modules that the configuration names in 'python-rules'.",
    ),
)
evidence_options = all_of(
    click.option(
        "--evidence",
        multiple=True,
        type=Value(),
        metavar="[PHASE=]FILE",
        help="What a browser saw: a HAR, a storage state, cookies.txt, evidence.json ... PHASE is"
        " pre, reject, accept, partial, withdraw, gpc or preset. Repeatable.",
    ),
    click.option(
        "--vantage",
        type=Value(),
        metavar="COUNTRY",
        help="Where the site was visited from, such as FR.",
    ),
    click.option(
        "--captured-at",
        type=Value(),
        metavar="TIME",
        help="When a jar was saved that does not say it: 2026-11-20T10:00:00Z, or a day.",
    ),
    click.option(
        "--dns",
        type=Value(),
        metavar="FILE",
        help="DNS answers as dig prints them: which hosts are aliases (CNAME).",
    ),
    catalog_option,
)
"""The options that tell what a browser saw, and what is known of it."""
_ACCEPTED = (
    baseline_option,
    click.option(
        "--write-baseline",
        type=Value(),
        metavar="FILE",
        help="Record what is open now in this baseline, and exit 0.",
    ),
    click.option(
        "--strict-baseline",
        is_flag=True,
        help="Exit 1 where the baseline lists what is gone.",
    ),
    click.option(
        "--no-suppressions",
        is_flag=True,
        help="Every rule, as if nothing were switched off or accepted.",
    ),
)
_FIXES = (
    click.option(
        "--fix", is_flag=True, help="Apply the safe fixes; of '-', print the text with them."
    ),
    click.option("--unsafe-fixes", is_flag=True, help="With --fix or --diff: the unsafe ones too."),
    click.option("--diff", is_flag=True, help="Print what --fix would change, and write nothing."),
)
_OTHER = (
    click.option(
        "--stdin-filename",
        type=Value(),
        default="<stdin>",
        metavar="NAME",
        help="Name to show for '-'.",
    ),
    click.option(
        "--show-settings",
        is_flag=True,
        help="Print what holds for each file, and who said so; check nothing.",
    ),
    click.option(
        "--no-cache",
        is_flag=True,
        help="Neither read nor write what is kept of earlier runs.",
    ),
    click.option(
        "--statistics",
        is_flag=True,
        help="Count the findings of each rule, after the report.",
    ),
    click.option("--quiet", "-q", is_flag=True, help="Print nothing where nothing was found."),
)
