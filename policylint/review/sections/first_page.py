"""Page one: the verdict, six numbers, what to do first, what changed, sign-off, provenance.

It fits one sheet of A4 whatever an inventory holds, so every text from outside is cut here.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from policylint import __version__
from policylint.law import LAW_AS_OF, RULE_PACK
from policylint.model.digest import content_digest
from policylint.policy.blocks import (
    Block,
    BulletList,
    Card,
    Entry,
    Figures,
    Paragraph,
    Spans,
    Verdict,
    Words,
)
from policylint.policy.clean import fitting
from policylint.review.change import Change, gravest
from policylint.review.phrases import ReportPhrases
from policylint.review.sections.first_steps import first_steps
from policylint.review.sections.sign_off import sign_off
from policylint.review.subject import Subject
from policylint.review.verdict import SIGNS, is_readable, switched_off, verdict_of
from policylint.review.writer import ReviewWriter, SubjectWriter
from policylint.rule import Severity

MOST_CHANGES = 4
MOST_CODES = 8
UNKNOWN = "—"
_SHORT = 12
_LONG, _MEDIUM, _BRIEF = 150, 60, 22
_SEVERITIES = {"errors": Severity.ERROR, "warnings": Severity.WARNING, "infos": Severity.INFO}


def first_page(writer: ReviewWriter, report_id: str) -> Iterator[Block]:
    """Write page one of the report."""
    yield about(writer, report_id)
    yield verdict(writer)
    yield figures(writer, [writer.subject])
    yield from first_steps(writer, [("", writer.subject)])
    yield from _changes(writer)
    yield from sign_off(writer, writer.inventory)
    yield from provenance(writer, [writer.subject])


def about(writer: ReviewWriter, report_id: str | None) -> Card:
    """Say whose cookies these are, and what was read; a part of a report has no id of its own."""
    inventory, subject = writer.inventory, writer.subject
    controller = inventory.controller
    organisation = writer.text(
        "about.organisation",
        name=fitting(controller.name, _MEDIUM),
        country=writer.country(controller.country),
    )
    site = f"{fitting(inventory.site.name, _MEDIUM)}, {fitting(inventory.site.url, _MEDIUM)}"
    entries: dict[str, Spans] = {
        "organisation": (Words(organisation),),
        "site": (Words(site),),
        "jurisdictions": (Words(fitting(writer.places(writer.packs), _LONG)),),
        "date": (writer.day(subject.as_of),),
        "inventory": (Words(fitting(subject.result.declaration.path, _MEDIUM)),),
        "report": (Words(report_id or ""),),
    }
    return card_of(writer, entries)


def card_of(writer: ReportPhrases, entries: dict[str, Spans]) -> Card:
    """Make the card at the head of a report of what is there."""
    return Card(
        (),
        None,
        tuple(
            Entry(writer.text(f"about.label-{key}"), (value,))
            for key, value in entries.items()
            if any(span.text for span in value)
        ),
    )


def verdict(writer: SubjectWriter) -> Verdict:
    """Write the verdict on an inventory with what it rests on."""
    subject = writer.subject
    name = verdict_of(subject)
    lines = [counts(writer, [subject])]
    if not is_readable(subject):
        lines.append(writer.say("verdict.unreadable"))
    waived = len(subject.of_status("waived"))
    if waived:
        words = writer.counted("verdict.waived", waived)
        lines.append(writer.say("verdict.accepted", waived=words))
    codes = switched_off(subject)
    if codes:
        few = writer.listed(codes) if len(codes) <= MOST_CODES else str(len(codes))
        lines.append(writer.say("verdict.switched-off", codes=few))
    if is_readable(subject):
        lines.append(writer.say(f"verdict.{'seen' if subject.evidence else 'unseen'}"))
    if subject.since is not None:
        since = fitting(subject.since, _BRIEF)
        lines.append(writer.say(f"verdict.{gravest(subject.changes)}", since=since))
    sign, tone = SIGNS[name]
    return Verdict(tone, sign, writer.text(f"verdict.{name}"), tuple(lines))


def counts(writer: ReportPhrases, subjects: Sequence[Subject]) -> Spans:
    """Count the open findings by severity."""
    numbers = {
        name: writer.counted(f"verdict.{name}", sum(one.count(severity) for one in subjects))
        for name, severity in _SEVERITIES.items()
    }
    return writer.say("verdict.counts", **numbers)


def figures(writer: ReportPhrases, subjects: Sequence[Subject]) -> Figures:
    """Write the six numbers; what no browser was asked about has none, and says so."""
    seen = [one.observed for one in subjects]
    known = [one for one in seen if one is not None]
    is_known = len(known) == len(seen)
    cookies = [len(one.inventory.cookies) for one in subjects if one.inventory is not None]
    numbers: dict[str, int | None] = {
        "declared": sum(cookies),
        "observed": sum(len(one.evidence.observations) for one in known) if is_known else None,
        "undeclared": sum(len(one.undeclared) for one in known) if is_known else None,
        "never-seen": sum(len(one.never_seen) for one in known) if is_known else None,
        "passed": sum(len(one.outcomes("passed")) for one in subjects),
        "not-evaluated": sum(len(one.outcomes("not-evaluated")) for one in subjects),
    }
    return Figures(
        writer.text("figures.label"),
        tuple(_figure(writer, name, number) for name, number in numbers.items()),
    )


def _figure(writer: ReportPhrases, name: str, number: int | None) -> tuple[str, str]:
    label = writer.text(f"figures.{name}")
    if number is None:
        return UNKNOWN, f"{label} ({writer.text('figures.not-assessed')})"
    return str(number), label


def _changes(writer: ReviewWriter) -> Iterator[Block]:
    subject = writer.subject
    if subject.since is None or not subject.changes:
        return
    lines = [
        (
            Words(writer.labelled(_subject(writer, change), "")),
            *writer.say(f"change-kind.{change.kind.name}"),
            Words(" — "),
            *writer.say(f"consequence.{change.kind.consequence}"),
        )
        for change in subject.changes[:MOST_CHANGES]
    ]
    more = len(subject.changes) - MOST_CHANGES
    if more > 0:
        lines.append((Words(writer.counted("changes.more", more)),))
    yield BulletList(tuple(lines))


def _subject(writer: ReviewWriter, change: Change) -> str:
    return writer.text(f"subject.{change.subject}", name=fitting(change.name, _BRIEF))


def provenance(writer: ReportPhrases, subjects: Sequence[Subject]) -> Iterator[Block]:
    """Write on what the report rests, and what it is not."""
    digests = [content_digest(one.inventory) for one in subjects if one.inventory is not None]
    evidence = subjects[0].evidence_digest
    count = len(subjects[0].evidence_digests)
    yield writer.sentence_of(
        "provenance.line",
        version=__version__,
        pack=RULE_PACK,
        law=writer.day(date.fromisoformat(LAW_AS_OF)),
        digest=_short(digests[0]) if len(digests) == len(subjects) == 1 else UNKNOWN,
        evidence=f"{count} ({_short(evidence)})"
        if evidence
        else writer.text("provenance.no-evidence"),
    )
    disclaimer, confidential = (
        writer.say(one) for one in ("provenance.disclaimer", "confidential")
    )
    yield Paragraph((*disclaimer, Words(" "), *confidential))


def _short(digest: str) -> str:
    return digest.removeprefix("sha256:")[:_SHORT]
