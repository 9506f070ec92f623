"""Pages in Markdown: a finding with its grounds, a jurisdiction, a cookie in each jurisdiction."""

from collections.abc import Iterator
from datetime import date

from policylint.editor.markdown import code, escaped, link
from policylint.law.citation import Provision
from policylint.law.jurisdictions import Pack
from policylint.lint.explain import explain as explain_cookie
from policylint.lint.finding import Finding
from policylint.lint.judge import Result
from policylint.report.explain_text import NEEDS
from policylint.report.explanation import explain
from policylint.report.jurisdiction_facts import NOTHING, VERIFIED, facts_of
from policylint.report.links import rule_link
from policylint.report.wording import acceptance, ground_label, grounds
from policylint.source.document import Document


def finding_page(finding: Finding) -> str:
    """Write a finding: what, where, how gravely, on which grounds, and how to fix it."""
    return "\n\n".join(_finding(finding))


def _finding(finding: Finding) -> Iterator[str]:
    rule = finding.rule
    where = f" in {', '.join(finding.jurisdictions)}" if finding.jurisdictions else ""
    yield f"**{link(rule.code, rule_link(rule))} {rule.name}** ({finding.severity.label}{where})"
    yield escaped(finding.message)
    if finding.waiver is not None:
        yield escaped(acceptance(finding))
    lines = [
        f"- {_ground(provision, text)}"
        for provision, text in zip(finding.citations, grounds(finding.citations), strict=True)
    ]
    if lines:
        yield f"{ground_label(rule, finding.citations).capitalize()}:\n\n" + "\n".join(lines)
    cure = explain(rule.explanation).cure
    if cure:
        yield f"How to fix it: {' '.join(cure.split())}"
    if finding.fix is not None:
        yield f"Fix ({finding.fix.applicability}): {escaped(finding.fix.title)}"


def _ground(provision: Provision, text: str) -> str:
    name = provision.cite("en")
    if text.startswith(name):
        return f"{link(name, provision.link)}{escaped(text.removeprefix(name))}"
    return f"{escaped(text)} ({link('source', provision.link)})"


def jurisdiction_page(pack: Pack) -> str:
    """Sum a pack up: its facts, and how each was verified."""
    lines = [
        f"- {fact.label}: {escaped(fact.text)} ({VERIFIED[fact.verified]})"
        for fact in facts_of(pack)
        if fact.text != NOTHING
    ]
    judged = " It has no pack of its own: the EU baseline judges it." if pack.baseline else ""
    head = (
        f"**{code(pack.code)}** {link(pack.cookie_law.cite('en'), pack.cookie_law.link)}.{judged}"
    )
    return f"{head}\n\n" + "\n".join(lines)


def cookie_page(result: Result, document: Document, index: int, as_of: date) -> Iterator[str]:
    """Say in each jurisdiction whether a cookie needs consent, and why."""
    number = _number(result, document, index)
    if result.inventory is None or number is None:
        return
    findings = [one for one in result.findings if one.status == "open"]
    told = explain_cookie(
        result.inventory,
        number,
        result.jurisdictions,
        as_of,
        result.settings.limits,
        findings,
    )
    lines = [
        f"- **{answer.pack.code}** {NEEDS[answer.need]}: {escaped(answer.reasons[0].text)}"
        for answer in told.answers
        if answer.reasons
    ]
    yield f"**{code(told.name)}**\n\n" + "\n".join(lines)


def _number(result: Result, document: Document, index: int) -> int | None:
    """Find the number of an entry of a document among those of all documents."""
    entries = result.declaration.data["cookies"]
    own = document.data
    entry = own["cookies"][index] if isinstance(own, dict) else None
    return next((number for number, one in enumerate(entries) if one is entry), None)
