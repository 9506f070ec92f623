"""The whole policy: which sections there are, in which order, and what stands before them."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from policylint.errors import UsageError
from policylint.i18n import languages
from policylint.law.jurisdictions import Pack
from policylint.model.inventory import Inventory
from policylint.policy.blocks import (
    CHOICES_ANCHOR,
    Block,
    Code,
    Document,
    DraftFinding,
    Foreign,
    Notice,
    Paragraph,
    Policy,
    Spans,
)
from policylint.policy.entry import asks_consent
from policylint.policy.messages import in_words
from policylint.policy.plain import plain_spans
from policylint.policy.sections.asking import essential, improvement, withdrawal
from policylint.policy.sections.children import children
from policylint.policy.sections.clocks import lifetimes
from policylint.policy.sections.companies import recipients, transfers
from policylint.policy.sections.decisions import decisions
from policylint.policy.sections.exempt import exempt
from policylint.policy.sections.gathering import data
from policylint.policy.sections.identity import about, what
from policylint.policy.sections.means import manage
from policylint.policy.sections.points import points
from policylint.policy.sections.register import register
from policylint.policy.sections.rights import complaint, rights
from policylint.policy.writer import Writer

SECTIONS: Sequence[tuple[str, Callable[[Writer], Iterator[Block]]]] = (
    ("children", children),
    ("about", about),
    ("what", what),
    ("data", data),
    ("essential", essential),
    ("improvement", improvement),
    ("exempt", exempt),
    ("withdrawal", withdrawal),
    ("list", register),
    ("lifetimes", lifetimes),
    ("recipients", recipients),
    ("transfers", transfers),
    ("decisions", decisions),
    ("manage", manage),
    ("rights", rights),
    ("complaint", complaint),
)


def build(  # noqa: PLR0913 - the first four are what a policy is, the others mark a draft
    inventory: Inventory,
    packs: Sequence[Pack],
    language: str,
    as_of: date,
    draft_findings: Sequence[DraftFinding] = (),
    *,
    draft: bool = False,
) -> Policy:
    """Write the policy of an inventory. Raises UsageError for a language it cannot be written in.

    With `draft` or with open errors the text is marked as a draft.
    """
    writer = Writer(inventory, packs, published_language(inventory, language))
    body = [block for section in SECTIONS for block in _section(writer, *section)]
    body += points(writer, body)
    version = _version(body)
    body += _dated(writer, version, as_of)
    is_draft = draft or bool(draft_findings)
    head = [
        *(_notice(writer, draft_findings) if is_draft else ()),
        *_choices(writer),
        writer.contents(body),
    ]
    title = plain_spans(writer.say("title", site=inventory.site.name))
    document = Document(
        title=plain_spans(writer.say("draft.title-of", title=title)) if is_draft else title,
        language=writer.language,
        colon=writer.words.text("ui.label.colon", label="", value=""),
        skip_label=writer.label("skip"),
        date=as_of.isoformat(),
        version=version,
        draft=is_draft,
        blocks=(*head, *body),
    )
    return Policy(document, tuple(writer.left_out.values()), tuple(writer.fallbacks))


def published_language(inventory: Inventory, language: str) -> str:
    """Find the language of the site that is meant. Raises UsageError where there is none."""
    for tag in inventory.site.languages:
        if language in {tag, tag.partition("-")[0]} and tag.partition("-")[0] in languages():
            return tag
    of_site, ours = ", ".join(inventory.site.languages), ", ".join(languages())
    raise UsageError(
        f"the policy cannot be written in '{language}': "
        f"the site is published in {of_site}, policylint writes in {ours}"
    )


def _section(
    writer: Writer, anchor: str, write: Callable[[Writer], Iterator[Block]]
) -> Iterator[Block]:
    writer.section, writer.heading_key = anchor, "heading"
    blocks = tuple(write(writer))
    if blocks:
        yield writer.heading()
        yield from blocks


def _choices(writer: Writer) -> Iterator[Block]:
    consent = writer.inventory.consent
    entry = consent.withdrawal.entry_point if consent and consent.withdrawal else None
    if entry is None or not any(
        asks_consent(one, writer.packs) for one in writer.inventory.cookies
    ):
        return
    writer.section = "withdrawal"
    words = writer.sentence(
        entry, "how to withdraw consent", "consent", "withdrawal", "entry_point"
    )
    if words is not None:
        yield Paragraph(writer.say("choices.entry", entry=words), CHOICES_ANCHOR)


def _notice(writer: Writer, findings: Sequence[DraftFinding]) -> Iterator[Block]:
    key = "draft.open" if findings else "draft.none"
    items = tuple(_draft_item(writer, one) for one in findings)
    yield Notice(writer.words.text("policy.draft.title"), writer.say(key), items)


def _draft_item(writer: Writer, finding: DraftFinding) -> Spans:
    words, language = in_words(finding.message, writer.speech)
    own = language == writer.speech
    message = words if own else Foreign(words, language, writer.in_language(language))
    return writer.say(
        "draft.item", code=Code(finding.code), place=Code(finding.place), message=message
    )


def _dated(writer: Writer, version: str, as_of: date) -> Iterator[Block]:
    writer.section, writer.heading_key = "date", "heading"
    yield writer.heading()
    yield Paragraph(writer.say("dated", version=version, date=writer.day(as_of)))
    yield writer.paragraph("date.intro")


def _version(body: Sequence[Block]) -> str:
    return hashlib.sha256(repr(body).encode("utf-8", "backslashreplace")).hexdigest()[:12]
