"""Check inventories: read, judge, and bring everything into one report."""

import gc
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date

from policylint.law.citation import Provision
from policylint.lint.builtin import BLOCKING, BUILTIN, CLAUSE_LEFT_OUT, PUBLISHED_STALE
from policylint.lint.declaration import Declaration, open_declaration
from policylint.lint.evaluate import Hit, Verdict, evaluate, merged
from policylint.lint.files import STDIN, expand, read_bytes
from policylint.lint.finding import Finding, Outcome, OutcomeName, Related, Report
from policylint.lint.schema_faults import jurisdiction_findings, read_inventory, text_findings
from policylint.lint.select import SWITCHED_OFF, Selection, catalogue, path_matches, selection
from policylint.lint.settings import Settings, find_settings
from policylint.model.inventory import Inventory
from policylint.model.record import Record
from policylint.rule import Rule, Severity
from policylint.rules import all_rules
from policylint.source.load import MAX_BYTES

OF_THE_POLICY = {
    PUBLISHED_STALE.code: "judged by 'policylint policy --check'",
    CLAUSE_LEFT_OUT.code: "judged by 'policylint policy'",
}


class Options(Record):
    """What the command line decides for every file; `settings` replaces the configuration."""

    as_of: date
    jurisdictions: Sequence[str] = ()
    select: Sequence[str] = ()
    ignore: Sequence[str] = ()
    overridden: bool = False
    preview: bool = False
    settings: Settings | None = None
    stdin_name: str = "<stdin>"


class Result(Record):
    """What became of one inventory; `inventory` is None where it could not be read."""

    declaration: Declaration
    settings: Settings
    inventory: Inventory | None
    jurisdictions: Sequence[str]
    findings: Sequence[Finding]
    outcomes: Sequence[Outcome]

    @property
    def sources(self) -> Sequence[str]:
        """List every file that was read."""
        own = [document.path for document in self.declaration.documents]
        return own + ([self.settings.path] if self.settings.path else [])

    @property
    def errors(self) -> Sequence[Finding]:
        """List the open findings of severity error."""
        return [
            one for one in self.findings if one.severity is Severity.ERROR and one.status == "open"
        ]

    def report(self, findings: Sequence[Finding], as_of: date) -> Report:
        """Make a report of some findings on this inventory alone, without outcomes."""
        return Report(
            as_of=as_of,
            files=[self.declaration.path],
            findings=sorted(findings, key=lambda one: one.order),
            outcomes=(),
            rules=catalogue(),
        )

    def fails(self, fail_on: str | None) -> bool:
        """Tell whether an open finding reaches the threshold, `never` or a severity."""
        word = fail_on or self.settings.fail_on
        if word == "never":
            return False
        threshold = Severity[word.upper()]
        return any(one.severity >= threshold and one.status == "open" for one in self.findings)


def find_files(paths: Sequence[str], options: Options) -> list[str]:
    """Find the inventories that paths mean, without those that their configuration excludes."""

    def wanted(path: str) -> bool:
        settings = settings_of(path, options)
        return not any(path_matches(path, one, settings.folder) for one in settings.exclude)

    return expand(paths, wanted)


def check_files(
    paths: Sequence[str], options: Options, fail_on: str | None = None
) -> tuple[Report, bool]:
    """Check files into one report, and tell whether a finding reaches the threshold.

    `fail_on` replaces the threshold of the configuration. A file that another one includes is
    judged there. Raises InputError for a file that cannot be read.
    """
    with paused_collector():
        results = [check_file(path, options) for path in paths]
    included = {
        document.path for result in results for document in result.declaration.documents[1:]
    }
    kept = [one for one in results if one.declaration.path not in included]
    return make_report(kept, options), any(one.fails(fail_on) for one in kept)


def make_report(results: Iterable[Result], options: Options) -> Report:
    """Bring the results of several inventories into one sorted report."""
    results = list(results)
    findings = [finding for result in results for finding in result.findings]
    return Report(
        as_of=options.as_of,
        files=[result.declaration.path for result in results],
        sources=[path for result in results for path in result.sources],
        findings=sorted(findings, key=lambda finding: finding.order),
        outcomes=[outcome for result in results for outcome in result.outcomes],
        rules=catalogue(),
    )


@contextmanager
def paused_collector() -> Iterator[None]:
    """Pause the garbage collector: what a check builds stays, and none of it is in cycles."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def settings_of(path: str, options: Options) -> Settings:
    """Find the settings of a file. Raises UsageError."""
    name = options.stdin_name if path == STDIN else path
    return options.settings or find_settings(os.path.dirname(name) or ".")


def check_file(path: str, options: Options) -> Result:
    """Check one inventory. Raises InputError where it cannot be read."""
    name = options.stdin_name if path == STDIN else path
    settings = settings_of(path, options)
    chosen = selection(
        settings,
        name,
        select=options.select,
        ignore=options.ignore,
        overridden=options.overridden,
        preview=options.preview,
    )
    content = read_bytes(path, MAX_BYTES)
    declaration = open_declaration(name, content, folder=os.path.dirname(name) or ".")
    return _judge(declaration, settings, options, chosen)


def _judge(
    declaration: Declaration, settings: Settings, options: Options, chosen: Selection
) -> Result:
    asked = options.jurisdictions or settings.jurisdictions
    findings = list(text_findings(declaration))
    inventory: Inventory | None = None
    verdict: Verdict | None = None
    jurisdictions: Sequence[str] = asked
    if not _blocks(findings):
        read = read_inventory(declaration)
        if isinstance(read, Inventory):
            inventory = read
            jurisdictions = list(dict.fromkeys(asked or read.site.jurisdictions))
            findings += [] if asked else jurisdiction_findings(declaration, read)
        else:
            findings += read
    if inventory is not None and not _blocks(findings):
        verdict = evaluate(
            inventory, jurisdictions, options.as_of, settings.limits, _needed(chosen)
        )
        findings += _findings(verdict, declaration, inventory)
    spoken = [_weighed(one, chosen) for one in findings if one.rule.code in chosen.codes]
    return Result(
        declaration=declaration,
        settings=settings,
        inventory=inventory,
        jurisdictions=jurisdictions,
        findings=spoken,
        outcomes=list(_outcomes(declaration.path, chosen, spoken, verdict)),
    )


def _blocks(findings: Iterable[Finding]) -> bool:
    return any(finding.rule.code in BLOCKING for finding in findings)


def _needed(chosen: Selection) -> Sequence[Rule]:
    # A rule that is switched off still keeps the less specific ones from speaking in its place.
    wanted = set(chosen.codes)
    for rule in all_rules():
        if rule.code in chosen.codes:
            wanted.update(rule.yields_to, rule.silenced_by)
    return [rule for rule in all_rules() if rule.code in wanted]


def _weighed(finding: Finding, chosen: Selection) -> Finding:
    severity = chosen.severity.get(finding.rule.code)
    if severity is None or severity is finding.severity:
        return finding
    return Finding(**{**finding.__dict__, "severity": severity})


def _findings(
    verdict: Verdict, declaration: Declaration, inventory: Inventory
) -> Iterator[Finding]:
    for group in merged(verdict.hits):
        gravest = group[0]
        problem = gravest.problem
        codes = [hit.jurisdiction for hit in group]
        yield Finding(
            rule=gravest.rule,
            severity=gravest.severity,
            message=_message(group),
            place=declaration.place(problem.at, on_key=problem.on_key),
            cookie=_cookie(problem.at, inventory),
            jurisdictions=sorted(codes),
            citations=_citations(group, frozenset(codes)),
            fix=problem.fix,
            related=[
                Related(place=declaration.place(at), message=message)
                for at, message in problem.related
            ],
        )


def _message(group: Sequence[Hit]) -> str:
    texts: dict[str, list[str]] = {}
    for hit in group:
        texts.setdefault(hit.problem.message, []).append(hit.jurisdiction)
    if len(texts) == 1:
        return group[0].problem.message
    return "; ".join(f"{', '.join(sorted(codes))}: {text}" for text, codes in texts.items())


def _citations(group: Sequence[Hit], codes: frozenset[str]) -> Sequence[Provision]:
    found: dict[int, Provision] = {}
    for hit in group:
        for provision in hit.problem.citations or hit.rule.citations:
            if provision.within is None or provision.within & codes:
                found[id(provision)] = provision
    return list(found.values())


def _cookie(at: Sequence[str | int], inventory: Inventory) -> str | None:
    match at:
        case ("cookies", int(index), *_):
            return inventory.cookies[index].name
    return None


def _outcomes(
    path: str, chosen: Selection, findings: Sequence[Finding], verdict: Verdict | None
) -> Iterator[Outcome]:
    failed = {finding.rule.code for finding in findings}
    for rule in catalogue():
        if rule.code in chosen.codes:
            outcome, reason = _outcome(rule, failed, verdict)
            yield Outcome(code=rule.code, path=path, outcome=outcome, reason=reason)
        elif rule.code in chosen.silenced:
            yield Outcome(code=rule.code, path=path, outcome="not-evaluated", reason=SWITCHED_OFF)


def _outcome(
    rule: Rule, failed: set[str], verdict: Verdict | None
) -> tuple[OutcomeName, str | None]:
    code = rule.code
    if rule in BUILTIN and code not in failed:
        return ("not-evaluated", OF_THE_POLICY[code]) if code in OF_THE_POLICY else ("passed", None)
    gaps: Counter[str] = verdict.gaps.get(code, Counter()) if verdict else Counter()
    reason = "; ".join(
        text if count == 1 else f"{text} ({count} times)" for text, count in gaps.items()
    )
    if code in failed:
        return "failed", reason or None
    if verdict is None:
        return "not-evaluated", "the file has faults of its own (DOC)"
    if reason:
        return "not-evaluated", reason
    if code in verdict.idle:
        return "not-applicable", verdict.idle[code]
    return "passed", None
