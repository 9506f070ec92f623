"""What was accepted of the findings of a file: by a comment, by a waiver, by the baseline."""

from collections.abc import Iterable, Sequence
from datetime import date

from policylint.catalog.lookup import Catalog
from policylint.law import RULE_PACK
from policylint.lint.baseline import Baseline, compare
from policylint.lint.baseline_file import entries_of
from policylint.lint.declaration import Declaration
from policylint.lint.evaluate import Verdict
from policylint.lint.finding import BaselineEntry, Finding
from policylint.lint.outcomes import outcome_of
from policylint.lint.select import Selection, known_rule
from policylint.lint.settings import Settings
from policylint.lint.suppressions import Questions, find_suppressions, suppress
from policylint.lint.waivers import waive
from policylint.model.inventory import Inventory
from policylint.model.record import Record
from policylint.rule import Rule, Severity


class Terms(Record):
    """On which terms findings are accepted: the waivers, the baseline, and the day.

    With `overridden` nothing is accepted; what is unused or without a reason is still told.
    `recorded` is the folder of a baseline that is to be written.
    """

    settings: Settings
    as_of: date
    chosen: Selection
    verdict: Verdict | None
    inventory: Inventory | None
    jurisdictions: Sequence[str]
    overridden: bool = False
    baseline: Baseline | None = None
    catalog: Catalog | None = None
    recorded: str | None = None

    @property
    def has_moved(self) -> bool:
        """Tell whether the day or the rule pack is another than that of the baseline."""
        known = self.baseline
        return known is not None and (known.as_of, known.pack) != (self.as_of, RULE_PACK)

    def find(self, word: str) -> Rule | None:
        """Find a rule by its code or name."""
        return known_rule(word, self.settings)

    def severity(self, finding: Finding) -> Severity:
        """Tell how gravely a finding counts, by the law or by the configuration."""
        own = finding.severity
        return max(own, self.chosen.severity.get(finding.rule.code, own))

    def judged(self, code: str) -> bool:
        """Tell whether a rule could speak on the file."""
        rule = self.find(code)
        if rule is None or self.verdict is None or code not in self.chosen.codes:
            return False
        return outcome_of(rule, set(), self.verdict)[0] != "not-evaluated"


class Accepted(Record):
    """The findings with what became of them, the waivers used, and the baseline's entries."""

    findings: Sequence[Finding]
    waivers: frozenset[int]
    gone: Sequence[BaselineEntry]
    entries: Sequence[BaselineEntry]


def accept(findings: Iterable[Finding], declaration: Declaration, terms: Terms) -> Accepted:
    """Mark what is accepted, add what is wrong with the comments, and weigh by configuration."""
    settings, chosen = terms.settings, terms.chosen
    marked = list(findings)
    if suppressions := find_suppressions(declaration):
        ask = Questions(find=terms.find, severity=terms.severity, judged=terms.judged)
        suppressed = suppress(marked, suppressions, ask)
        faults = [one for one in suppressed.faults if one.rule.code in chosen.codes]
        marked = [*(marked if terms.overridden else suppressed.findings), *faults]
    marked = [_weighed(one, chosen) for one in marked]
    used: frozenset[int] = frozenset()
    if settings.waivers:
        waived = waive(marked, settings, declaration.path, terms.as_of)
        used = waived.used
        marked = marked if terms.overridden else list(waived.findings)
    gone: Sequence[BaselineEntry] = ()
    if terms.baseline is not None and not terms.overridden:
        compared = compare(marked, declaration.documents, terms.baseline, terms.judged)
        marked, gone = list(compared.findings), compared.gone
        if terms.has_moved and any(one.status == "open" for one in marked):
            marked = _explained(marked, declaration, terms)
    documents = {document.path: document for document in declaration.documents}
    return Accepted(
        findings=marked,
        waivers=used,
        gone=gone,
        entries=() if terms.recorded is None else entries_of(marked, documents, terms.recorded),
    )


def _explained(
    findings: Sequence[Finding], declaration: Declaration, terms: Terms
) -> list[Finding]:
    """Say of each open finding whether the law or the rule pack has moved under the inventory."""
    from policylint.lint.novelty import moved_by_law, weights_on, why_new

    baseline, inventory = terms.baseline, terms.inventory
    if baseline is None or inventory is None:
        return list(findings)
    then, now = (
        weights_on(
            day=day,
            declaration=declaration,
            inventory=inventory,
            jurisdictions=terms.jurisdictions,
            limits=terms.settings.limits,
            rules=terms.chosen.needed,
            catalog=terms.catalog,
        )
        for day in (baseline.as_of, terms.as_of)
    )
    by_law = moved_by_law(then, now, baseline.as_of)
    told = []
    for finding in findings:
        why = why_new(finding, by_law, baseline.pack) if finding.status == "open" else None
        told.append(finding.changed(novelty=why.sentence) if why else finding)
    return told


def _weighed(finding: Finding, chosen: Selection) -> Finding:
    severity = chosen.severity.get(finding.rule.code)
    if severity is None or severity is finding.severity:
        return finding
    return finding.changed(severity=severity)
