"""What only a whole run can tell: waivers that have expired or cover nothing."""

import os
from collections.abc import Iterable, Iterator, Sequence

from policylint.lint.builtin import WAIVER_EXPIRED, WAIVER_UNUSED
from policylint.lint.files import find_inventories
from policylint.lint.finding import Finding, Outcome
from policylint.lint.judge import select_for
from policylint.lint.options import Options, settings_of
from policylint.lint.outcome_rows import names_of, rows_of
from policylint.lint.portion import OfTheRun, Portion
from policylint.lint.select import Selection, known_rule
from policylint.lint.settings import Settings
from policylint.lint.waivers import waiver_findings
from policylint.model.sentence import sentence

PARTIAL = sentence("other inventories of the configuration were not checked")


def findings_of_the_run(portions: Sequence[Portion], options: Options) -> Iterator[OfTheRun]:
    """Judge the waivers of every configuration of a run, each configuration once."""
    groups: dict[str | None, list[Portion]] = {}
    for one in portions:
        groups.setdefault(one.settings.path, []).append(one)
    for group in groups.values():
        settings = group[0].settings
        if settings.waivers:
            yield _judge(settings, group, options)


def _judge(settings: Settings, group: Sequence[Portion], options: Options) -> OfTheRun:
    chosen = select_for(settings.shown, settings, options)
    used = frozenset(number for one in group for number in one.waivers)
    judged = _judged(settings, group, used)
    partial = bool(judged) and not _is_complete(settings, group, options)
    unused = () if partial else judged
    findings = [
        finding.changed(severity=chosen.severity.get(finding.rule.code, finding.severity))
        for finding in waiver_findings(settings, unused, options.as_of)
        if finding.rule.code in chosen.codes
    ]
    outcomes = _outcomes(settings, findings, chosen, partial=partial)
    return OfTheRun(findings=findings, outcomes=rows_of(outcomes), settings=settings)


def _judged(settings: Settings, group: Iterable[Portion], used: frozenset[int]) -> Sequence[int]:
    """Give the numbers of the waivers that cover nothing though their rule was judged."""
    tables = list(map(names_of, {one.outcomes for one in group}))

    def spoke(word: str) -> bool:
        rule = known_rule(word, settings)
        code = rule.code if rule else ""
        return all(table.get(code, "not-evaluated") != "not-evaluated" for table in tables)

    return [
        number
        for number, waiver in enumerate(settings.waivers)
        if number not in used and spoke(waiver.rule)
    ]


def _is_complete(settings: Settings, group: Sequence[Portion], options: Options) -> bool:
    """Tell whether the run saw every inventory that the configuration is for."""
    seen = {os.path.realpath(path) for one in group for path in one.documents}
    return all(
        os.path.realpath(path) in seen
        for path in find_inventories(settings.folder)
        if settings_of(path, options).path == settings.path and not settings.excludes(path)
    )


def _outcomes(
    settings: Settings, findings: Sequence[Finding], chosen: Selection, *, partial: bool
) -> Iterator[Outcome]:
    failed = {finding.rule.code for finding in findings}
    for rule in (WAIVER_EXPIRED, WAIVER_UNUSED):
        if rule.code not in chosen.codes:
            continue
        if rule.code in failed:
            yield Outcome(code=rule.code, path=settings.shown, outcome="failed")
        elif partial and rule is WAIVER_UNUSED:
            yield Outcome(
                code=rule.code, path=settings.shown, outcome="not-evaluated", reason=PARTIAL
            )
        else:
            yield Outcome(code=rule.code, path=settings.shown, outcome="passed")
