"""The report for legal review, as a document that any renderer can write."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from itertools import chain

from policylint.i18n import need_language
from policylint.policy.blocks import (
    Block,
    Card,
    Document,
    PageBreak,
    Spans,
    Words,
)
from policylint.policy.clean import shortened
from policylint.policy.plain import plain_spans
from policylint.review.phrases import ReportPhrases
from policylint.review.sections.changes import changes_section
from policylint.review.sections.charts import groups_section, lifetimes_section
from policylint.review.sections.checks import checks_section, waivers_section
from policylint.review.sections.closing import command_value, glossary_section, reproduction_section
from policylint.review.sections.findings import findings_section
from policylint.review.sections.first_page import card_of, first_page, provenance, verdict
from policylint.review.sections.phases import phases_section
from policylint.review.sections.register import register_section
from policylint.review.sections.vendors import vendors_section
from policylint.review.subject import Subject
from policylint.review.writer import ReviewWriter, SubjectWriter

Section = Callable[[ReviewWriter], Iterator[Block]]
SECTIONS: Sequence[Section] = (
    findings_section,
    phases_section,
    register_section,
    lifetimes_section,
    groups_section,
    vendors_section,
    changes_section,
    waivers_section,
    checks_section,
    reproduction_section,
)
_SHORT = 12
_LONGEST_TITLE = 40


def build_report(subjects: Sequence[Subject], language: str) -> Document:
    """Write the report on one inventory or on several, in a language of policylint.

    Page one ends with the first page break. Raises UsageError for another language.
    """
    need_language(language)
    if len(subjects) > 1:
        from policylint.review.several import several_pages

        return several_pages(subjects, language)
    (subject,) = subjects
    body = tuple(report_body(subject, language))
    writer = SubjectWriter(subject, language)
    end = tuple(glossary_section(writer)) if subject.inventory is not None else ()
    identity = report_id(subjects, (*body, *end))
    head = tuple(_head(subject, language, identity))
    name = site_name(subject)
    title = plain_spans(writer.say("title", site=shortened(name, _LONGEST_TITLE)))
    blocks = (*head, PageBreak(), writer.contents((*body, *end)), *body, *end)
    return document(writer, title, subject, identity, blocks)


def document(
    writer: ReportPhrases, title: str, subject: Subject, identity: str, blocks: tuple[Block, ...]
) -> Document:
    """Put blocks under a title."""
    return Document(
        title=title,
        language=writer.language,
        colon=writer.words.text("ui.label.colon", label="", value=""),
        skip_label=writer.label("skip"),
        date=subject.as_of.isoformat(),
        version=identity,
        draft=False,
        blocks=blocks,
        foot=identity,
    )


def _head(subject: Subject, language: str, identity: str) -> Iterator[Block]:
    if subject.inventory is not None:
        yield from first_page(ReviewWriter(subject, subject.inventory, language), identity)
        return
    writer = SubjectWriter(subject, language)
    yield about_unreadable(writer, identity)
    yield verdict(writer)
    yield from provenance(writer, [subject])


def about_unreadable(writer: SubjectWriter, identity: str | None) -> Card:
    """Say of what could not be read where it is."""
    subject = writer.subject
    return card_of(
        writer,
        {
            "date": (writer.day(subject.as_of),),
            "inventory": (Words(shortened(subject.result.declaration.path)),),
            "report": (Words(identity or ""),),
        },
    )


def report_body(subject: Subject, language: str) -> Iterator[Block]:
    """Write what follows page one, but for the glossary; of what cannot be read only its faults."""
    if subject.inventory is None:
        writer = SubjectWriter(subject, language)
        yield from findings_section(writer)
        yield from reproduction_section(writer)
        return
    whole = ReviewWriter(subject, subject.inventory, language)
    yield from chain.from_iterable(section(whole) for section in SECTIONS)


def report_id(subjects: Sequence[Subject], body: Sequence[Block]) -> str:
    """Name a report by what it says: another id means other content.

    The command is none: it names the format and the file, and what else it asks for shows.
    """
    read = [
        (one.files, one.evidence_digests, one.as_of.isoformat(), tuple(one.result.jurisdictions))
        for one in subjects
    ]
    commands = {command_value(one) for one in subjects}
    said = [_without(commands, block) for block in body]
    content = repr((read, said)).encode("utf-8", "backslashreplace")
    return f"R-{sha256(content).hexdigest()[:_SHORT].upper()}"


def _without(values: set[Spans], block: Block) -> Block:
    if not isinstance(block, Card):
        return block
    kept = (one for one in block.entries if values.isdisjoint(one.values))
    return replace(block, entries=tuple(kept))


def site_name(subject: Subject) -> str:
    """Name a site, or the file where nothing could be read."""
    inventory = subject.inventory
    return subject.result.declaration.path if inventory is None else inventory.site.name
