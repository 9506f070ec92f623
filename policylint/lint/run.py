"""Check inventories: find them, judge each, and bring everything into one report."""

import os
from collections.abc import Iterable, Iterator, Sequence

from policylint.lint.baseline import Baseline
from policylint.lint.collect import portions_of
from policylint.lint.files import expand, shown
from policylint.lint.finding import BaselineEntry, Finding, Report, reaches
from policylint.lint.joined import joined_entries, joined_findings, joined_gone
from policylint.lint.options import Options, settings_of
from policylint.lint.outcome_rows import Outcomes
from policylint.lint.portion import OfTheRun, Portion
from policylint.lint.published import Published
from policylint.lint.settings import Settings
from policylint.model.collector import paused_collector
from policylint.model.record import Record

__all__ = ["Options", "Run", "check_files", "find_files", "run"]


class Run(Record):
    """A report, whether it reaches the threshold, and the entries of a baseline written now.

    `compared` tells whether a baseline was read.
    """

    report: Report
    failing: bool
    entries: Sequence[BaselineEntry]
    compared: bool


def find_files(paths: Sequence[str], options: Options) -> list[str]:
    """Find the inventories that paths mean, without those that their configuration excludes."""

    def wanted(path: str) -> bool:
        return not settings_of(path, options).excludes(path)

    return expand(paths, wanted)


def check_files(
    paths: Sequence[str], options: Options, fail_on: str | None = None
) -> tuple[Report, bool]:
    """Check files into one report, and tell whether a finding reaches the threshold.

    Raises InputError for a file that cannot be read.
    """
    done = run(paths, options, fail_on)
    return done.report, done.failing


def run(paths: Sequence[str], options: Options, fail_on: str | None = None) -> Run:
    """Check files. `fail_on` replaces the threshold of the configuration.

    A file that another one includes is judged there. Raises InputError for a file that cannot be
    read.
    """
    with paused_collector():
        portions = portions_of(paths, options)
        return join(independent(portions), options, fail_on)


def independent(portions: Sequence[Portion]) -> list[Portion]:
    """Leave out the inventories that another one includes."""
    included = {path for one in portions for path in one.documents[1:]}
    return [one for one in portions if one.path not in included]


def join(portions: Sequence[Portion], options: Options, fail_on: str | None) -> Run:
    """Bring what was found in each inventory into one report."""
    of_the_run = _of_the_run(portions, options)
    findings = joined_findings(portions)
    extra = [finding for one in of_the_run for finding in one.findings]
    tables = [(one.path, one.outcomes) for one in portions]
    tables += [(one.settings.shown, one.outcomes) for one in of_the_run]
    configurations = {path for one in portions for path in one.settings.sources}
    report = Report(
        as_of=options.as_of,
        files=[one.path for one in portions],
        sources=[
            *(path for one in portions for path in one.documents),
            *sorted(configurations),
            *options.catalogs,
            *(one.path for one in _baselines(portions, options)),
            *(options.evidence.sources if options.evidence else ()),
        ],
        findings=sorted([*findings, *extra], key=lambda finding: finding.order),
        outcomes=Outcomes(tables),
        rules=Published([one.settings for one in portions]),
        shrinkable=[*joined_gone(portions), *_without_file(portions, options)],
    )
    judged = [(one.findings, one.settings) for one in portions]
    judged += [(one.findings, one.settings) for one in of_the_run]
    failing = any(_fails(found, settings, fail_on) for found, settings in judged)
    return Run(
        report=report,
        failing=failing,
        entries=joined_entries(portions),
        compared=bool(_baselines(portions, options)),
    )


def _of_the_run(portions: Sequence[Portion], options: Options) -> Sequence[OfTheRun]:
    if not any(one.settings.waivers for one in portions):
        return ()
    from policylint.lint.run_findings import findings_of_the_run

    return list(findings_of_the_run(portions, options))


def _fails(findings: Iterable[Finding], settings: Settings, fail_on: str | None) -> bool:
    return reaches((one for one in findings if one.status == "open"), fail_on or settings.fail_on)


def _baselines(portions: Iterable[Portion], options: Options) -> Sequence[Baseline]:
    paths = sorted({one.settings.baseline_path or "" for one in portions} - {""})
    if options.overridden or options.recorded is not None:
        return ()
    if options.baseline is not None or not paths:
        return () if options.baseline is None else (options.baseline,)
    from policylint.lint.baseline_file import read_baseline

    return [read_baseline(path) for path in paths]


def _without_file(portions: Iterable[Portion], options: Options) -> Iterator[BaselineEntry]:
    """List the entries of files that do not exist any more."""
    for baseline in _baselines(portions, options):
        for path, entries in baseline.entries.items():
            full = os.path.join(baseline.folder, path)
            if not os.path.exists(full):
                yield from (entry.changed(path=shown(full)) for entry in entries)
