"""A report on several sites: page one for all of them, then the sections of each."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from policylint.policy.blocks import (
    Badge,
    Block,
    Card,
    Code,
    Document,
    Figures,
    Heading,
    Link,
    PageBreak,
    Paragraph,
    Spans,
    Table,
    Verdict,
    Words,
)
from policylint.policy.clean import shortened
from policylint.review.phrases import ReportPhrases
from policylint.review.report import (
    about_unreadable,
    document,
    report_body,
    report_id,
    site_name,
)
from policylint.review.sections.closing import glossary_section
from policylint.review.sections.first_page import about, card_of, counts, figures, provenance
from policylint.review.sections.first_page import verdict as verdict_block
from policylint.review.sections.first_steps import first_steps
from policylint.review.sections.sign_off import sign_off
from policylint.review.subject import Subject
from policylint.review.verdict import ORDER, SIGNS, gravest_verdict, verdict_of
from policylint.review.writer import ReviewWriter, SubjectWriter

MOST_SITES = 5
_NAME, _PATH = 28, 40


def several_pages(subjects: Sequence[Subject], language: str) -> Document:
    """Write one report on several inventories; the verdict of the whole is the gravest."""
    writer = SubjectWriter(subjects[0], language)
    sites = [(f"site-{number}-", subject) for number, subject in enumerate(subjects, 1)]
    parts = [block for site in sites for block in _part(site, language)]
    parts += glossary_section(writer)
    identity = report_id(subjects, parts)
    head = [
        card_of(
            writer,
            {"date": (writer.day(subjects[0].as_of),), "report": (Words(identity),)},
        ),
        _verdict(writer, subjects),
        figures(writer, subjects),
        *_sites(writer, sites),
        *first_steps(writer, sites),
        *sign_off(writer, None),
        *provenance(writer, subjects),
    ]
    title = writer.counted("sites.title", len(subjects))
    blocks = (*head, PageBreak(), writer.contents(parts), *parts)
    return document(writer, title, subjects[0], identity, blocks)


def _verdict(writer: ReportPhrases, subjects: Sequence[Subject]) -> Verdict:
    name = gravest_verdict(subjects)
    sign, tone = SIGNS[name]
    return Verdict(tone, sign, writer.text(f"verdict.{name}"), (counts(writer, subjects),))


def _sites(writer: ReportPhrases, sites: Sequence[tuple[str, Subject]]) -> Iterator[Block]:
    ordered = sorted(sites, key=lambda site: ORDER.index(verdict_of(site[1])))
    rows = [_site(writer, prefix, subject) for prefix, subject in ordered[:MOST_SITES]]
    yield writer.section_heading("sites")
    yield writer.table("sites", ("site", "judgement", "findings", "inventory"), rows)
    more = len(sites) - MOST_SITES
    if more > 0:
        yield Paragraph((Words(writer.counted("sites.more", more)),))


def _site(writer: ReportPhrases, prefix: str, subject: Subject) -> tuple[Spans, ...]:
    name = verdict_of(subject)
    sign, tone = SIGNS[name]
    return (
        (Link(shortened(site_name(subject), _NAME), f"#{prefix}part"),),
        (Badge(f"{sign} {writer.text(f'verdict.{name}')}", tone),),
        counts(writer, [subject]),
        (Code(shortened(subject.result.declaration.path, _PATH)),),
    )


def _part(site: tuple[str, Subject], language: str) -> Iterator[Block]:
    prefix, subject = site
    number = prefix.removeprefix("site-").rstrip("-")
    title = f"{number}. {shortened(site_name(subject))}"
    yield Heading(2, (Words(title),), f"{prefix}part")
    for block in (*_head(subject, language), *report_body(subject, language)):
        yield _within(block, prefix, title)
    yield PageBreak()


def _head(subject: Subject, language: str) -> Iterator[Block]:
    if subject.inventory is None:
        writer = SubjectWriter(subject, language)
        yield about_unreadable(writer, None)
        yield verdict_block(writer)
        return
    whole = ReviewWriter(subject, subject.inventory, language)
    yield about(whole, None)
    yield verdict_block(whole)
    yield figures(whole, [subject])
    yield from sign_off(whole, subject.inventory)


def _led_within(cell: Spans, prefix: str) -> Spans:
    """Let the links of a cell lead to the anchors of its own site."""
    return tuple(
        replace(span, url=f"#{prefix}{span.url[1:]}")
        if isinstance(span, Link) and span.url.startswith("#")
        else span
        for span in cell
    )


def _within(block: Block, prefix: str, title: str) -> Block:
    """Set a block below the heading of its site; anchors begin with the prefix of the site.

    Captions name the site, so that those who jump from table to table know where they are.
    """
    match block:
        case Heading(level=level, anchor=anchor):
            return replace(block, level=level + 1, anchor=f"{prefix}{anchor}")
        case Table(anchor=anchor, caption=caption, rows=rows, row_anchors=names):
            return replace(
                block,
                anchor=f"{prefix}{anchor}",
                caption=f"{caption} ({title})",
                rows=tuple(tuple(_led_within(cell, prefix) for cell in row) for row in rows),
                row_anchors=tuple(f"{prefix}{one}" for one in names),
            )
        case Figures(label=label):
            return replace(block, label=f"{label} ({title})")
        case Verdict(anchor=anchor):
            return replace(block, anchor=f"{prefix}{anchor}")
        case Card(anchor=str(anchor)) | Paragraph(anchor=str(anchor)):
            return replace(block, anchor=f"{prefix}{anchor}")
    return block
