"""What changed since an earlier version, and what follows from it."""

from collections.abc import Iterator, Mapping, Sequence

from policylint.policy.blocks import (
    Added,
    Block,
    BulletList,
    Code,
    Heading,
    Link,
    Removed,
    Span,
    Spans,
    Table,
    Words,
)
from policylint.policy.plain import plain_spans
from policylint.review import kinds
from policylint.review.change import Change, ChangeKind
from policylint.review.redline import Piece, RedLine
from policylint.review.values import before_and_after
from policylint.review.writer import ReviewWriter

_COLUMNS = ("what", "before", "after", "follows")
# Kinds of change that do not say which fact it is.
_OF_SOME_FIELD = frozenset(
    kind.name
    for kind in (
        *(kinds.CONSENT_FLOW_CHANGED, kinds.FACT_CHANGED, kinds.SITE_WIDENED),
        *(kinds.TECHNICAL_CHANGED, kinds.USE_WIDENED, kinds.VENDOR_CHANGED, kinds.WORDING_CHANGED),
    )
)


def changes_section(writer: ReviewWriter) -> Iterator[Block]:
    """Write every change with what follows, why it follows, and the words of the policy."""
    subject = writer.subject
    yield writer.section_heading("changes")
    if subject.since is None:
        yield writer.sentence_of("changes.not-given")
        return
    yield writer.sentence_of("changes.since", old=subject.since)
    if not subject.changes:
        yield writer.sentence_of("changes.nothing")
        return
    kinds_found = _kinds(subject.changes)
    rows = [
        _row(writer, change, anchor)
        for anchor, kind in kinds_found.items()
        for change in subject.changes
        if change.kind == kind
    ]
    yield writer.table("changes", _COLUMNS, rows)
    yield _reasons(writer, kinds_found)
    moved = [line for line in subject.words if line.status != "same"]
    if moved:
        yield Heading(3, writer.say("changes.words"), "changes-words")
        yield BulletList(tuple(_words(writer, line) for line in moved))


def _kinds(changes: Sequence[Change]) -> Mapping[str, ChangeKind]:
    """List the kinds of changes by their anchors; two may share a name, but not their grounds."""
    found: dict[str, ChangeKind] = {}
    for change in changes:
        if change.kind not in found.values():
            again = sum(one.name == change.kind.name for one in found.values())
            found[f"change-{change.kind.name}" + (f"-{again + 1}" if again else "")] = change.kind
    return found


def _reasons(writer: ReviewWriter, found: Mapping[str, ChangeKind]) -> Table:
    """Say once for each kind of change why what follows does, and on which ground."""
    return Table(
        writer.text("changes.reasons"),
        "changes-why-table",
        (writer.text("changes.what"), writer.text("changes.why")),
        tuple(
            (writer.say(f"change-kind.{kind.name}"), _why(writer, kind)) for kind in found.values()
        ),
        row_anchors=tuple(found),
    )


def _row(writer: ReviewWriter, change: Change, anchor: str) -> tuple[Spans, ...]:
    kind: Spans = (Link(writer.text(f"change-kind.{change.kind.name}"), f"#{anchor}"),)
    if change.kind.name in _OF_SOME_FIELD and change.field is not None:
        kind = writer.aside(kind, Code(change.field))
    subject = writer.text(f"subject.{change.subject}", name=change.name)
    return (
        (Words(writer.labelled(subject, "")), *kind),
        *before_and_after(writer, change),
        writer.say(f"consequence.{change.kind.consequence}"),
    )


def _why(writer: ReviewWriter, kind: ChangeKind) -> Spans:
    codes = {pack.code for pack in writer.packs}
    spans: list[Span] = [*writer.say(f"change-reason.{kind.name}")]
    for provision in kind.citations:
        if provision.within is None or provision.within & codes:
            spans += [Words(writer.apart(["", ""])), *writer.ground(provision)]
    return tuple(spans)


def _words(writer: ReviewWriter, line: RedLine) -> Spans:
    """Write a line with its changes; beside the first of them, what follows and on which ground."""
    remark = "" if line.status == "same" else _remark(writer, line)
    spans: list[Span] = []
    for piece in line.pieces:
        spans.append(_piece(writer, piece, remark))
        remark = remark if piece.mark == "same" else ""
    return tuple(spans)


def _remark(writer: ReviewWriter, line: RedLine) -> str:
    text = "".join(piece.text for piece in line.pieces)
    of_line = [
        *writer.subject.changes_by_name.get(line.about, ()),
        *(one for one in writer.subject.changes_of_vendors if one.name in text),
    ]
    # What is said depends on the kind alone, and one name may have many changes of it.
    kinds = {(one.rank, one.kind.name, id(one.kind.citations)): one for one in of_line}
    told = (
        plain_spans(
            (
                *writer.say(f"change-kind.{change.kind.name}"),
                Words(" — "),
                *writer.say(f"consequence.{change.kind.consequence}"),
                Words(" ("),
                *_why(writer, change.kind),
                Words(")"),
            )
        )
        for change in sorted(kinds.values(), key=lambda one: one.rank)
    )
    return writer.apart(list(dict.fromkeys(told)))


def _piece(writer: ReviewWriter, piece: Piece, remark: str) -> Span:
    if piece.mark == "added":
        return Added(piece.text, writer.text("changes.added"), remark)
    if piece.mark == "removed":
        return Removed(piece.text, writer.text("changes.removed"), remark)
    return Words(piece.text)
