"""What the command line decides for every file, and the settings that hold for one."""

import os
from collections.abc import Sequence
from datetime import date

from policylint.lint.baseline import Baseline
from policylint.lint.files import STDIN
from policylint.lint.given import GivenEvidence
from policylint.lint.settings import Settings, allowing_python, find_settings
from policylint.model.record import Record


class Options(Record):
    """What the command line decides for every file; `settings` replaces the configuration.

    `overridden` makes every rule speak and nothing be accepted. `recorded` is the folder of a
    baseline that is to be written. `cached` lets a run remember what it found, and `workers` is how
    many processes it may use; neither changes what it says. `most_faults` is how many schema errors
    are listed of a file, None for as many as a person would read. With `evidence`, one process
    judges all files, and nothing is remembered. `catalogs` are files, in place of those of the
    configuration.
    """

    as_of: date
    jurisdictions: Sequence[str] = ()
    select: Sequence[str] = ()
    ignore: Sequence[str] = ()
    overridden: bool = False
    preview: bool = False
    settings: Settings | None = None
    stdin_name: str = "<stdin>"
    baseline: Baseline | None = None
    recorded: str | None = None
    cached: bool = False
    workers: int = 1
    most_faults: int | None = None
    evidence: GivenEvidence | None = None
    allows_python: bool = False
    catalogs: Sequence[str] = ()


def settings_of(path: str, options: Options) -> Settings:
    """Find the settings of a file. Raises UsageError."""
    name = options.stdin_name if path == STDIN else path
    settings = options.settings or find_settings(os.path.dirname(name) or ".")
    return allowing_python(settings) if options.allows_python else settings
