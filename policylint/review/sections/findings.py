"""Every finding with its ground, why it matters, what to do and who answers for it."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from policylint.lint.finding import Finding
from policylint.policy.blocks import (
    Block,
    BulletList,
    Card,
    Code,
    Entry,
    Paragraph,
    Span,
    Spans,
    Words,
)
from policylint.review.writer import SubjectWriter

# A rule with more findings than this shows the rest in brief: a lawyer reads the ground once.
MOST_CARDS = 3


def findings_section(writer: SubjectWriter) -> Iterator[Block]:
    """Write the findings, the gravest first, those of one rule together."""
    yield writer.section_heading("findings")
    found = writer.subject.open
    if not found:
        yield writer.sentence_of("findings.none")
    ordered = sorted(found, key=lambda one: (-one.severity, one.rule.code, one.order))
    for _, group in groupby(ordered, key=lambda one: (one.severity, one.rule.code)):
        yield from _of_rule(writer, list(group))


def _of_rule(writer: SubjectWriter, found: Sequence[Finding]) -> Iterator[Block]:
    for finding in found[:MOST_CARDS]:
        yield _card(writer, finding)
    rest = found[MOST_CARDS:]
    if rest:
        yield Paragraph((Words(writer.counted("findings.more", len(rest))),))
        yield BulletList(tuple(_brief(writer, one) for one in rest))


def _brief(writer: SubjectWriter, finding: Finding) -> Spans:
    place = f"{finding.place.path}:{finding.place.line}"
    words: list[Span] = [Words(f"{writer.subject.ids[id(finding)]}, "), Code(place), Words(": ")]
    return (*words, *writer.message(finding))


def _card(writer: SubjectWriter, finding: Finding) -> Card:
    subject, rule = writer.subject, finding.rule
    text = writer.rule_text(rule)
    about = (Code(finding.cookie),) if finding.cookie else writer.say("findings.site")
    citations = tuple(writer.ground(one) for one in finding.citations or rule.citations)
    values: dict[str, tuple[Spans, ...]] = {
        "weight": ((writer.weight(finding.severity),),),
        "subject": (about,),
        "place": ((Code(f"{finding.place.path}:{finding.place.line}"),),),
        "says": (writer.rich(text.fault, text.language),),
        "found": (writer.message(finding),),
        "ground": citations,
        "where": (
            (Words(writer.listed([writer.jurisdiction(one) for one in finding.jurisdictions])),),
        )
        if finding.jurisdictions
        else (),
        "why": (writer.rich(text.why, text.language),) if text.why else (),
        "cure": (writer.rich(text.cure, text.language),) if text.cure else (),
        "owner": tuple((Words(owner),) for owner in subject.owners(finding)),
        "status": ((Words(writer.text(f"status.{finding.status}")),),),
    }
    identity = subject.ids[id(finding)]
    title = writer.say("findings.title", id=identity, rule=f"{rule.code} {rule.name}")
    entries = tuple(
        Entry(writer.text(f"findings.label-{key}"), value) for key, value in values.items() if value
    )
    return Card(title, identity, entries)
