"""The words that several report formats share: grounds, counts, and what was not evaluated."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from policylint.law import LAW_AS_OF, RULE_PACK
from policylint.law.citation import FORCES, Provision, Verified, is_own
from policylint.lint.finding import Finding, Report
from policylint.lint.outcome_rows import repeated
from policylint.rule import Rule

MARKS: Mapping[Verified, str] = {
    "read": "",
    "secondary": " [quoted elsewhere, not read at source]",
    "known": " [known text, not read again at source]",
    "unverified": " [not verified]",
}
OF_THE_ORGANISATION = "the organisation's own rule, not law"
MOST_CODES = 30
_CLOSED = ("suppressed", "waived", "baselined")


def grounds(citations: Sequence[Provision]) -> tuple[str, ...]:
    """Write each citation with its force, and how it was verified unless it was read."""
    return tuple(f"{_ground(one)}{MARKS[one.verified]}" for one in citations)


def _ground(one: Provision) -> str:
    if is_borrowed(one):
        return f"policylint's own limit, taken from {one.cite('en')}; not law"
    if one.instrument.key == "policylint":
        return "policylint's own check, not law"
    if is_own(one):
        return f"{one.cite('en')}: {OF_THE_ORGANISATION}"
    return f"{one.cite('en')}: {FORCES[one.force]}"


def is_borrowed(one: Provision) -> bool:
    """Tell whether a house limit takes its figure from somebody else's text."""
    ours = one.instrument.key.startswith("policylint")
    return one.force == "house" and not ours and not is_own(one)


def ground_label(rule: Rule, citations: Sequence[Provision]) -> str:
    """Name the ground: it is legal only where something stands on a text about the law in force."""
    own = is_preview(rule) or all(one.force in ("technical", "house") for one in citations)
    return "ground" if own else "legal ground"


def forces(citations: Sequence[Provision]) -> list[str]:
    """List the forces of citations, each once, in their order."""
    return list(dict.fromkeys(one.force for one in citations))


def is_preview(rule: Rule) -> bool:
    """Tell whether a rule rests on a proposal that is not law."""
    return rule.family == "PRE"


def firmness(finding: Finding) -> str:
    """Say how firm the ground of a finding is, in few words."""
    return "proposal, not law" if is_preview(finding.rule) else ", ".join(forces(finding.citations))


def standing(finding: Finding) -> str:
    """Say in brackets where a finding holds, and how firm its ground is, in few words."""
    firm = firmness(finding)
    where = f"[{', '.join(finding.jurisdictions)}]" if finding.jurisdictions else ""
    return " ".join(part for part in (where, f"({firm})" if firm else "") if part)


def acceptance(finding: Finding) -> str:
    """Say until when the risk of a waived finding is accepted, by whom and why."""
    waiver = finding.waiver
    if waiver is None:
        return "accepted in the configuration"
    until = waiver.expires.isoformat()
    return f"accepted until {until} by {waiver.approved_by}: {waiver.reason}"


def closure(finding: Finding) -> str:
    """Say why a finding that is not open is not."""
    match finding.status:
        case "waived":
            return acceptance(finding)
        case "suppressed":
            return f"suppressed in a comment: {finding.justification or 'no reason given'}"
    return "in the baseline"


def counted(number: int, noun: str) -> str:
    """Write a number of things: `1 error`, `2 errors`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def closed(report: Report) -> Mapping[str, int]:
    """Count the findings that are suppressed, waived or baselined."""
    tally = Counter[str](finding.status for finding in report.findings)
    return {status: tally[status] for status in _CLOSED}


def summary(report: Report, *, name_skipped: bool = False) -> str:
    """Sum a run up in one line: what was found, what was checked, and what was not."""
    outcomes = [one for one, _ in repeated(report.outcomes)]
    checked = {one.code for one in outcomes if one.outcome != "not-evaluated"}
    skipped = sorted({one.code for one in outcomes if one.outcome == "not-evaluated"})
    files = counted(len(report.files), "file")
    law = f"rule pack {RULE_PACK}, law as of {LAW_AS_OF}"
    rules = f"{counted(len(checked), 'rule')} checked as of {report.as_of.isoformat()} ({law})"
    apart = ", ".join(f"{count} {status}" for status, count in closed(report).items() if count)
    held = sorted({one.code for one in report.outcomes if one.held_back} - {*skipped})
    tail = _listed(len(skipped), "not evaluated", skipped if name_skipped else ())
    if held:
        label = "held back by the pinned rule pack"
        tail += f", {_listed(len(held), label, held if name_skipped else ())}"
    found = [counted(count, one.label) for one, count in report.counts.items() if count]
    if found and not report.outcomes:
        return f"{', '.join(found)} in {files}"
    if found:
        aside = f" ({apart})" if apart else ""
        return f"{', '.join(found)} in {files}{aside}; {rules}, {tail}"
    opening = f"no open findings ({apart})" if apart else "no findings"
    return f"{opening} in {files}: {rules}; {tail}"


def _listed(count: int, label: str, codes: Sequence[str]) -> str:
    return f"{count} {label}" + (f": {shortened(codes)}" if codes else "")


def shortened(codes: Sequence[str]) -> str:
    """List the first codes of many, and how many more there are; JSON lists them all."""
    shown = codes if len(codes) <= MOST_CODES else codes[: MOST_CODES - 1]
    more = [f"… and {len(codes) - len(shown)} more"] if len(shown) < len(codes) else []
    return ", ".join([*shown, *more])


def fixable(report: Report) -> str:
    """Say in few words how many open findings a run with `--fix` would mend, nothing if none."""
    fixes = [one.fix for one in report.findings if one.status == "open" and one.fix]
    tally = Counter[str](fix.applicability for fix in fixes if fix.edits)
    options = {"safe": "--fix", "unsafe": "--fix --unsafe-fixes"}
    found = [(tally[kind], option) for kind, option in options.items() if tally[kind]]
    return ", ".join(f"{count} fixable with {option}" for count, option in found)


def skipped(report: Report) -> Iterator[tuple[str, list[str]]]:
    """Give each reason why rules were not evaluated, with their codes, and on how many files."""
    reasons: dict[str, dict[str, int]] = {}
    for one, times in repeated(report.outcomes):
        if one.gap is not None:
            codes = reasons.setdefault(one.gap, {})
            codes[one.code] = codes.get(one.code, 0) + times
    files = len(report.files)
    for reason, codes in sorted(reasons.items(), key=lambda item: min(item[1])):
        yield (
            reason,
            [
                code if count >= files else f"{code} (on {count} of {files} files)"
                for code, count in sorted(codes.items())
            ],
        )


def skipped_by_file(report: Report) -> Mapping[str, Mapping[str, Sequence[str]]]:
    """List by file and reason the codes of the rules that were not evaluated."""
    files: dict[str, dict[str, list[str]]] = {}
    for one in report.outcomes:
        if one.gap is not None:
            files.setdefault(one.path, {}).setdefault(one.gap, []).append(one.code)
    return files
