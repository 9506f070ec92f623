"""Every finding with its ground, why it matters, what to do and who answers for it."""

import os
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from policylint.lint.finding import Finding
from policylint.policy.blocks import Block, Card, Code, Entry, Heading, Spans, Table, Words
from policylint.review.writer import SubjectWriter


def findings_section(writer: SubjectWriter) -> Iterator[Block]:
    """Write the findings, the gravest first; a rule is explained once for all that it found."""
    yield writer.section_heading("findings")
    found = writer.subject.open
    if not found:
        yield writer.sentence_of("findings.none")
    ordered = sorted(found, key=lambda one: (-one.severity, one.rule.code, one.order))
    for _, group in groupby(ordered, key=lambda one: (one.severity, one.rule.code)):
        yield from _of_rule(writer, list(group))


def _of_rule(writer: SubjectWriter, found: Sequence[Finding]) -> Iterator[Block]:
    first = found[0]
    rule = first.rule
    anchor = f"{rule.code}-{first.severity.label}"
    yield Heading(3, writer.say("findings.title", id=rule.code, rule=rule.name), anchor)
    yield _explanation(writer, found)
    yield _places(writer, found, anchor)


def _explanation(writer: SubjectWriter, found: Sequence[Finding]) -> Card:
    """Say once what holds for all that a rule found."""
    rule = found[0].rule
    text = writer.rule_text(rule)
    citations = {id(one): one for each in found for one in each.citations or rule.citations}
    values: dict[str, tuple[Spans, ...]] = {
        "weight": ((writer.weight(found[0].severity),),),
        "says": (writer.rich(text.fault, text.language),),
        "ground": tuple(writer.ground(one) for one in citations.values()),
        "why": (writer.rich(text.why, text.language),) if text.why else (),
        "cure": (writer.rich(text.cure, text.language),) if text.cure else (),
    }
    return Card(
        (),
        None,
        tuple(
            Entry(writer.text(f"findings.label-{key}"), value)
            for key, value in values.items()
            if value
        ),
    )


def _places(writer: SubjectWriter, found: Sequence[Finding], anchor: str) -> Table:
    """List what a rule found, each with the id that stays; a column that says nothing is left."""
    ids = [writer.subject.ids[id(one)] for one in found]
    where = {codes: _named(writer, codes) for codes in {tuple(one.jurisdictions) for one in found}}
    columns: Mapping[str, Sequence[Spans]] = {
        "subject": [_subject(writer, one) for one in found],
        "place": [(Code(_place(writer, one)),) for one in found],
        "found": [(writer.message(one.message),) for one in found],
        "where": [where[tuple(one.jurisdictions)] for one in found],
        "owner": [_owners(writer, one) for one in found],
        "status": [(Words(writer.text(f"status.{one.status}")),) for one in found],
    }
    kept = {key: cells for key, cells in columns.items() if any(cells)}
    headers = [
        writer.text("first.finding"),
        *(writer.text(f"findings.label-{one}") for one in kept),
    ]
    rows = [((Words(name),), *cells) for name, *cells in zip(ids, *kept.values(), strict=True)]
    count = writer.counted("register.findings", len(found))
    caption = writer.labelled(found[0].rule.code, count)
    return Table(caption, f"{anchor}-table", tuple(headers), tuple(rows), tuple(ids))


def _subject(writer: SubjectWriter, finding: Finding) -> Spans:
    return (Code(finding.cookie),) if finding.cookie else writer.say("findings.site")


def _place(writer: SubjectWriter, finding: Finding) -> str:
    """Say where it stands, counted from the folder of the inventory, whose path page one gives."""
    folder = os.path.dirname(writer.subject.result.declaration.path)
    path = finding.place.path
    inside = path.removeprefix(f"{folder}/") if folder else path
    return f"{inside}:{finding.place.line}"


def _named(writer: SubjectWriter, codes: Sequence[str]) -> Spans:
    names = [writer.jurisdiction(one) for one in codes]
    return (Words(writer.listed(names)),) if names else ()


def _owners(writer: SubjectWriter, finding: Finding) -> Spans:
    owners = list(writer.subject.owners(finding))
    return (Words(writer.listed(owners)),) if owners else ()
