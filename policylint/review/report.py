"""The report for legal review, as a document that any renderer can write."""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from policylint.model.digest import content_digest
from policylint.policy.blocks import Block, Document, PageBreak
from policylint.policy.plain import plain_spans
from policylint.review.sections.changes import changes_section
from policylint.review.sections.closing import (
    checks_section,
    glossary_section,
    reproduction_section,
    waivers_section,
)
from policylint.review.sections.findings import findings_section
from policylint.review.sections.first_page import first_page
from policylint.review.sections.phases import phases_section
from policylint.review.sections.register import (
    groups_section,
    lifetimes_section,
    register_section,
)
from policylint.review.sections.vendors import vendors_section
from policylint.review.subject import Subject
from policylint.review.writer import ReviewWriter

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
    glossary_section,
)
_SHORT = 12


def build_report(subject: Subject, language: str) -> Document:
    """Write the report on an inventory that could be read, in a language of policylint.

    Page one ends with the first page break.
    """
    inventory = subject.inventory
    if inventory is None:
        raise ValueError("an inventory that cannot be read has no report")
    writer = ReviewWriter(subject, inventory, language)
    body = chain.from_iterable(section(writer) for section in SECTIONS)
    return Document(
        title=plain_spans(writer.say("title", site=inventory.site.name)),
        language=language,
        colon=writer.words.text("ui.label.colon", label="", value=""),
        skip_label=writer.label("skip"),
        date=subject.as_of.isoformat(),
        version=content_digest(inventory).partition(":")[2][:_SHORT],
        draft=False,
        blocks=(*first_page(writer), PageBreak(), *body),
    )
