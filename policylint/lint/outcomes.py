"""What became of every rule on a file: silence must not read as a pass."""

from collections.abc import Iterator, Sequence

from policylint.lint.builtin import (
    BUILTIN,
    CHANGE_UNAPPROVED,
    CLAUSE_LEFT_OUT,
    EXTENSION_ERROR,
    LANGUAGE_FALLBACK,
    PUBLISHED_STALE,
    UNUSED_SUPPRESSION,
    WAIVER_EXPIRED,
    WAIVER_UNUSED,
)
from policylint.lint.evaluate import Verdict
from policylint.lint.finding import Finding, Outcome, OutcomeName
from policylint.lint.import_rules import IMPORT_RULES, JUDGED_BY
from policylint.lint.select import SWITCHED_OFF, Selection
from policylint.lint.settings import Settings
from policylint.model.inventory import Inventory
from policylint.model.sentence import sentence, series
from policylint.rule import Rule

OF_THE_POLICY = {
    PUBLISHED_STALE.code: sentence("judged by 'policylint policy --check'"),
    CLAUSE_LEFT_OUT.code: sentence("judged by 'policylint policy'"),
    LANGUAGE_FALLBACK.code: sentence("judged by 'policylint policy'"),
}
OF_AN_IMPORT = frozenset(rule.code for rule in IMPORT_RULES)
OF_THE_ENGINE = frozenset(rule.code for rule in BUILTIN) | OF_AN_IMPORT
UNSIGNED = "no sign-off is recorded"
NO_SCHEMA = "no schema of 'x-*' fields is configured"
OF_THE_RUN = frozenset({WAIVER_EXPIRED.code, WAIVER_UNUSED.code})


def outcomes_of(  # noqa: PLR0913 - what one file was judged by
    path: str,
    chosen: Selection,
    findings: Sequence[Finding],
    verdict: Verdict | None,
    settings: Settings,
    inventory: Inventory | None,
) -> Iterator[Outcome]:
    """Give the outcome of each rule that speaks, and of those that are switched off."""
    failed = {finding.rule.code for finding in findings}
    is_signed = inventory is not None and bool(inventory.approvals)
    for rule in chosen.rules:
        if rule.code in OF_THE_RUN and (settings.waivers or rule.code not in chosen.codes):
            continue  # the run judges them, once for each configuration
        if rule is EXTENSION_ERROR and rule.code in chosen.codes and settings.extensions is None:
            yield Outcome(code=rule.code, path=path, outcome="not-applicable", reason=NO_SCHEMA)
            continue
        if rule is CHANGE_UNAPPROVED and rule.code in chosen.codes and not is_signed:
            yield Outcome(code=rule.code, path=path, outcome="not-applicable", reason=UNSIGNED)
            continue
        if rule.code in chosen.codes:
            outcome, reason = outcome_of(rule, failed, verdict)
            held = chosen.pin.held_back(rule)
            yield Outcome(code=rule.code, path=path, outcome=outcome, reason=reason, held_back=held)
        elif rule.code in chosen.pinned:
            reason = chosen.pinned[rule.code]
            yield Outcome(code=rule.code, path=path, outcome="not-evaluated", reason=reason)
        elif rule.code in chosen.silenced:
            yield Outcome(code=rule.code, path=path, outcome="not-evaluated", reason=SWITCHED_OFF)


def _of_the_engine(code: str) -> tuple[OutcomeName, str | None]:
    if code in OF_THE_RUN:
        return "not-applicable", "no waivers are configured"
    if code in OF_AN_IMPORT:
        return "not-applicable", JUDGED_BY
    return ("not-evaluated", OF_THE_POLICY[code]) if code in OF_THE_POLICY else ("passed", None)


def outcome_of(
    rule: Rule, failed: set[str], verdict: Verdict | None
) -> tuple[OutcomeName, str | None]:
    """Tell what became of a rule, and why where that is not plain."""
    code = rule.code
    unread = verdict is None and rule in {UNUSED_SUPPRESSION, EXTENSION_ERROR}
    if code in OF_THE_ENGINE and code not in failed and not unread:
        return _of_the_engine(code)
    reason = _gaps(code, verdict)
    if code in failed:
        return "failed", reason
    if verdict is None:
        return "not-evaluated", sentence("the file has faults of its own (DOC)")
    if reason is not None:
        return "not-evaluated", reason
    if code in verdict.idle:
        return "not-applicable", verdict.idle[code]
    return "passed", None


def _gaps(code: str, verdict: Verdict | None) -> str | None:
    """Say what a rule could not judge, and how often; None where it could judge everything."""
    gaps = verdict.gaps.get(code) if verdict else None
    if not gaps:
        return None
    return series(
        (
            text if count == 1 else sentence("{reason} ({count} times)", reason=text, count=count)
            for text, count in gaps.items()
        ),
        "; ",
    )
