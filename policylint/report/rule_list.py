"""All rules: a line each, everything as JSON, or the page `docs/rules.md`."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from policylint.law import LAW_AS_OF, RULE_PACK
from policylint.report.explanation import explain
from policylint.report.finding_json import listed_citation_json
from policylint.report.rule_page import ground_sentence, scope_sentences, sections
from policylint.rule import Rule

FAMILIES: Mapping[str, str] = {
    "CLS": "Claim against purposes, and exemptions",
    "CON": "How consent is asked, recorded and withdrawn",
    "DOC": "The file",
    "IMP": "The configuration of a consent platform (found by `policylint import`)",
    "INF": "What visitors are told about each cookie",
    "INV": "Completeness of an entry",
    "LIF": "The clocks",
    "POL": "What the policy document must hold",
    "PRE": "Proposals that are not law (only with --preview, always info)",
    "SEC": "Cookie attributes",
    "SPC": "Special situations: children, sensitive data, storage that is no cookie",
    "VEN": "Third parties and transfers",
}
OWN_FAMILY = "Rules of the configuration"


def rules_text(rules: Sequence[Rule]) -> str:
    """List rules, a line each: code, gravest severity, name, what the fault is."""
    width = max(len(rule.name) for rule in rules)
    return "".join(
        f"{rule.code}  {rule.severity.label:7}  {rule.name:{width}}  {rule.summary}\n"
        for rule in rules
    )


def rules_json(rules: Sequence[Rule]) -> str:
    """List rules with everything that is known of each."""
    data = {
        "version": 1,
        "rules": {"pack": RULE_PACK, "law_as_of": LAW_AS_OF},
        "items": [_item(rule) for rule in rules],
    }
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def _item(rule: Rule) -> Mapping[str, Any]:
    parts = explain(rule.explanation)
    return {
        "code": rule.code,
        "name": rule.name,
        "family": rule.family,
        "summary": rule.summary,
        "why": parts.why,
        "how_to_fix": parts.cure,
        "since": rule.since,
        "scopes": [
            {
                "jurisdictions": sorted(scope.jurisdictions),
                "severity": scope.severity.label,
                "start": scope.start.isoformat() if scope.start else None,
                "end": scope.end.isoformat() if scope.end else None,
            }
            for scope in rule.scopes
        ],
        "lowered": [
            {"severity": severity.label, "when": condition} for severity, condition in rule.lowered
        ],
        "citations": [
            {
                **listed_citation_json(provision),
                "jurisdictions": sorted(provision.within) if provision.within else None,
            }
            for provision in rule.citations
        ],
        "yields_to": list(rule.yields_to),
        "silenced_by": list(rule.silenced_by),
        "unseen": rule.unseen,
    }


def rules_markdown(rules: Sequence[Rule]) -> str:
    """Write the page of all rules."""
    return "\n".join(_page(rules)) + "\n"


def _page(rules: Sequence[Rule]) -> Iterator[str]:
    yield "# Rules"
    yield ""
    yield (
        f"Rule pack {RULE_PACK}, law as of {LAW_AS_OF}. This page is written by"
        " `policylint rules --format markdown`."
    )
    yield ""
    yield (
        "*Severity* says whether a build fails. *Force* says how firm the ground is: law, court,"
        " authority, guidance, technical, house (policylint's own). They are separate."
    )
    for family, members in sections(rules):
        yield from ("", f"## {family}: {FAMILIES.get(family, OWN_FAMILY)}", "")
        yield from ("| code | name | severity | fault |", "| --- | --- | --- | --- |")
        for rule in members:
            link = f"[{rule.code}](#{rule.code.lower()}-{rule.name})"
            yield f"| {link} | `{rule.name}` | {rule.severity.label} | {rule.summary} |"
        for rule in members:
            yield from _section(rule)


def _section(rule: Rule) -> Iterator[str]:
    parts = explain(rule.explanation)
    yield from ("", f"### {rule.code} {rule.name}", "", parts.summary)
    yield from ("", "**Why it matters.** " + parts.why)
    yield from ("", "**How to fix it.** " + parts.cure)
    yield from ("", "**Where.** " + "; ".join(scope_sentences(rule)) + ".")
    yield from ("", "**Ground.**", "")
    for provision in rule.citations:
        yield f"- [{ground_sentence(provision)}]({provision.link})"
    if rule.yields_to or rule.silenced_by:
        speakers = ", ".join([*rule.yields_to, *rule.silenced_by])
        yield from ("", f"**Silent where one of these speaks.** {speakers}.")
    if rule.unseen:
        yield from ("", f"**What it does not see.** {rule.unseen}")
