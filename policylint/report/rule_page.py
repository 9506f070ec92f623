"""One rule, explained for a terminal and for the page of all rules."""

from collections.abc import Iterator, Sequence

from policylint.law.citation import FORCES, Provision, is_own
from policylint.law.jurisdictions import ALL, EEA
from policylint.report.explanation import explain
from policylint.report.layout import prose, wrap
from policylint.report.rule_examples import rule_examples
from policylint.report.wording import MARKS, OF_THE_ORGANISATION, is_borrowed
from policylint.rule import Rule, Scope

INDENT = "  "
UNKNOWN = "Not loaded, for it is Python: where, how gravely and on what ground is not known."


def rule_text(rule: Rule) -> str:
    """Explain one rule for a terminal."""
    return "\n".join(_lines(rule)) + "\n"


def _lines(rule: Rule) -> Iterator[str]:
    parts = explain(rule.explanation)
    yield f"{rule.code} {rule.name}"
    yield ""
    yield from prose(parts.summary, "")
    for heading, text in (("Why it matters", parts.why), ("How to fix it", parts.cure)):
        yield from ("", heading)
        yield from prose(text, INDENT)
    if not rule.citations:  # a rule in Python that was not run; every other one has a ground
        yield from ("", UNKNOWN)
        return
    yield from ("", "Where, how gravely and since when")
    for sentence in scope_sentences(rule):
        yield from wrap(f"- {sentence}", INDENT, "  ")
    yield from ("", "Ground")
    for provision in rule.citations:
        yield from wrap(f"- {ground_sentence(provision)}", INDENT, "  ")
        yield f"{INDENT}  {provision.link}"
    if rule.yields_to or rule.silenced_by:
        yield from ("", "Silent where one of these speaks of the same entry")
        yield from wrap(", ".join([*rule.yields_to, *rule.silenced_by]), INDENT)
    for heading, text in rule_examples(rule.name):
        yield from ("", heading)
        yield from (f"{INDENT}{line}".rstrip() for line in text.splitlines())
    if rule.unseen:
        yield from ("", "What it does not see")
        yield from wrap(rule.unseen, INDENT)
    origin = f"In policylint since {rule.since}." if rule.since else "A rule of the configuration."
    yield from ("", origin)


def scope_sentences(rule: Rule) -> list[str]:
    """Say where a rule holds, how gravely and when, and when it weighs less."""
    found = [
        f"{scope.severity.label} in {_where(scope.jurisdictions)}{_when(scope)}"
        for scope in rule.scopes
    ]
    return found + [f"{severity.label} where {condition}" for severity, condition in rule.lowered]


def _where(codes: frozenset[str]) -> str:
    if codes == ALL:
        return "every jurisdiction"
    if codes >= EEA:
        return " and ".join(["the EEA", *sorted(codes - EEA)])
    missing = EEA - codes
    if len(missing) < len(EEA) // 2:
        rest = ", ".join(sorted(codes - EEA))
        return f"the EEA without {', '.join(sorted(missing))}" + (f", and {rest}" if rest else "")
    return ", ".join(sorted(codes))


def _when(scope: Scope) -> str:
    start = f" from {scope.start}" if scope.start else ""
    return start + (f" until {scope.end}" if scope.end else "")


def ground_sentence(provision: Provision) -> str:
    """Write a citation with its title, its force and how it was verified."""
    title = provision.instrument.titles["en"]
    place = f", {provision.locator}" if provision.locator else ""
    force = FORCES[provision.force]
    if is_borrowed(provision):
        force = "policylint's own limit takes its figure from here; not law"
    elif is_own(provision):
        force = OF_THE_ORGANISATION
    return f"{title}{place}: {force}{MARKS[provision.verified]}"


def sections(rules: Sequence[Rule]) -> Iterator[tuple[str, list[Rule]]]:
    """Group rules by family, in the order of their codes."""
    for family in sorted({rule.family for rule in rules}):
        yield family, [rule for rule in rules if rule.family == family]
