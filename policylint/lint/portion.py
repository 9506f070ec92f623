"""What one inventory adds to a run, without the inventory itself."""

from collections.abc import Sequence

from policylint.lint.finding import BaselineEntry, Finding
from policylint.lint.judge import Result
from policylint.lint.outcome_rows import Rows, rows_of
from policylint.lint.settings import Settings
from policylint.model.record import Record


class Portion(Record):
    """The findings and outcomes of one inventory, and what they rest on.

    `documents` are the files of the inventory, its own first. See `Result` for the others.
    """

    path: str
    documents: Sequence[str]
    settings: Settings
    findings: Sequence[Finding]
    outcomes: Rows
    waivers: frozenset[int] = frozenset()
    gone: Sequence[BaselineEntry] = ()
    entries: Sequence[BaselineEntry] = ()


def portion_of(result: Result) -> Portion:
    """Keep what a run needs of a result, and let go of the text and the model."""
    return Portion(
        path=result.declaration.path,
        documents=[document.path for document in result.declaration.documents],
        settings=result.settings,
        findings=result.findings,
        outcomes=rows_of(result.outcomes),
        waivers=result.waivers,
        gone=result.gone,
        entries=result.entries,
    )
