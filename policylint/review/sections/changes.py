"""What changed since an earlier version, and what follows from it."""

from collections.abc import Iterator

from policylint.policy.blocks import (
    Added,
    Block,
    BulletList,
    Heading,
    Removed,
    Span,
    Spans,
    Words,
)
from policylint.review.change import Change
from policylint.review.redline import Piece, RedLine
from policylint.review.writer import ReviewWriter

_COLUMNS = ("what", "before", "after", "follows", "why")


def changes_section(writer: ReviewWriter) -> Iterator[Block]:
    """Write every change with its consequence and its ground, then the words of the policy."""
    subject = writer.subject
    yield writer.section_heading("changes")
    if subject.since is None:
        yield writer.sentence_of("changes.not-given")
        return
    yield writer.sentence_of("changes.since", old=subject.since)
    if not subject.changes:
        yield writer.sentence_of("changes.nothing")
        return
    yield writer.table("changes", _COLUMNS, [_row(writer, change) for change in subject.changes])
    moved = [line for line in subject.words if line.status != "same"]
    if moved:
        yield Heading(3, writer.say("changes.words"), "changes-words")
        yield BulletList(tuple(_words(writer, line) for line in moved))


def _row(writer: ReviewWriter, change: Change) -> tuple[Spans, ...]:
    return (
        (
            *writer.say(f"subject.{change.subject}", name=change.name),
            Words(": "),
            *writer.say(f"change-kind.{change.kind.name}"),
        ),
        (Words(change.old or "—"),),
        (Words(change.new or "—"),),
        writer.say(f"consequence.{change.kind.consequence}"),
        _why(writer, change),
    )


def _why(writer: ReviewWriter, change: Change) -> Spans:
    codes = {pack.code for pack in writer.packs}
    spans: list[Span] = [*writer.say(f"change-reason.{change.kind.name}")]
    for provision in change.kind.citations:
        if provision.within is None or provision.within & codes:
            spans += [Words("; "), *writer.ground(provision)]
    return tuple(spans)


def _words(writer: ReviewWriter, line: RedLine) -> Spans:
    return tuple(_piece(writer, piece) for piece in line.pieces)


def _piece(writer: ReviewWriter, piece: Piece) -> Span:
    if piece.mark == "added":
        return Added(piece.text, writer.text("changes.added"))
    if piece.mark == "removed":
        return Removed(piece.text, writer.text("changes.removed"))
    return Words(piece.text)
