"""What one inventory adds to a run, without the inventory itself."""

from collections.abc import Sequence

from policylint.lint.finding import BaselineEntry, Finding
from policylint.lint.outcome_rows import Rows
from policylint.lint.settings import Settings
from policylint.model.record import Record


class Included(Record):
    """A file that an inventory includes: the path to it, where that leads, and what was there."""

    path: str
    target: str
    digest: str


class Portion(Record):
    """The findings and outcomes of one inventory, and what they rest on.

    `documents` are the files of the inventory, its own first, and `included` says where the others
    were found, below `root`. It is `lasting` where the same contents will give the same again.
    `waivers` are the numbers of those that cover a finding, `gone` the
    entries of the baseline that match none, `entries` those that a new baseline would list.
    """

    path: str
    documents: Sequence[str]
    settings: Settings
    findings: Sequence[Finding]
    outcomes: Rows
    root: str | None = None
    included: Sequence[Included] = ()
    lasting: bool = True
    waivers: frozenset[int] = frozenset()
    gone: Sequence[BaselineEntry] = ()
    entries: Sequence[BaselineEntry] = ()


class OfTheRun(Record):
    """Findings at a configuration, and the outcomes of the rules about it."""

    findings: Sequence[Finding]
    outcomes: Rows
    settings: Settings
