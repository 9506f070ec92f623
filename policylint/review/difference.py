"""Two versions of an inventory compared: what changed, what follows, the words of the policy."""

from collections.abc import Iterator, Sequence

from policylint.i18n import need_language
from policylint.lint.judge import Result
from policylint.policy.blocks import Block, Document, Paragraph, Tone, Verdict
from policylint.policy.outline import build
from policylint.policy.plain import plain_spans
from policylint.review.change import Consequence, gravest
from policylint.review.compare import compare
from policylint.review.redline import RedLine, redline
from policylint.review.sections.changes import changes_section
from policylint.review.subject import Subject
from policylint.review.writer import ReviewWriter

_TONES: dict[Consequence, tuple[str, Tone]] = {
    "ask-again": ("✕", "bad"),
    "legal-decides": ("!", "caution"),
    "inform": ("!", "caution"),
    "none": ("✓", "good"),
}


def compared(old: Result, new: Subject, language: str) -> Subject:
    """Add to a subject what changed since an older version, in law and in the words of the policy.

    Raises UsageError for a language in which policylint does not write.
    """
    before, after = old.inventory, new.inventory
    if before is None or after is None:
        raise ValueError("an inventory that cannot be read cannot be compared")
    return Subject(
        new.result,
        as_of=new.as_of,
        rules=list(new.rules.values()),
        command=new.command,
        evidence=new.evidence,
        since=new.since or old.declaration.path,
        changes=compare(before, after),
        words=_words(old, new, language),
        evidence_digests=new.evidence_digests,
    )


def _words(old: Result, new: Subject, language: str) -> Sequence[RedLine]:
    """Compare the words of the two policies, where both are written in the language."""
    before, after = old.inventory, new.inventory
    assert before is not None  # noqa: S101 - the caller saw to it
    assert after is not None  # noqa: S101 - as above
    spoken = [
        [tag for tag in one.site.languages if tag.partition("-")[0] == language]
        for one in (before, after)
    ]
    if not all(spoken):
        return ()
    (first, *_), (second, *_) = spoken
    return redline(
        build(before, new.packs, first, new.as_of).document,
        build(after, new.packs, second, new.as_of).document,
    )


def build_difference(subject: Subject, language: str) -> Document:
    """Write what changed as a document, in a language of policylint. Raises UsageError."""
    inventory = subject.inventory
    if inventory is None or subject.since is None:
        raise ValueError("nothing was compared")
    need_language(language)
    writer = ReviewWriter(subject, inventory, language)
    sign, tone = _TONES[gravest(subject.changes)]
    consequence = writer.text(f"consequence.{gravest(subject.changes)}")
    now = subject.result.declaration.path
    head: list[Block] = [
        Paragraph(writer.say("redline.from-to", old=subject.since, new=now)),
        Verdict(tone, sign, writer.text("redline.consequence", consequence=consequence), lines=()),
    ]
    title = plain_spans(writer.say("redline.title", site=inventory.site.name))
    return Document(
        title=title,
        language=language,
        colon=writer.words.text("ui.label.colon", label="", value=""),
        skip_label=writer.label("skip"),
        date=subject.as_of.isoformat(),
        version="",
        draft=False,
        blocks=(*head, *changes_section(writer), *_unchanged(writer)),
    )


def _unchanged(writer: ReviewWriter) -> Iterator[Block]:
    subject = writer.subject
    if subject.changes and subject.words and all(one.status == "same" for one in subject.words):
        yield Paragraph(writer.say("redline.unchanged"))
