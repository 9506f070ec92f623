"""Page one: the verdict, six numbers, what to do first, what changed, sign-off, provenance."""

from collections.abc import Iterator

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
    Tone,
    Verdict,
    Words,
)
from policylint.review.change import gravest
from policylint.review.writer import ReviewWriter
from policylint.rule import Severity

MOST_FIRST = 5
MOST_CHANGES = 4
_SIGNS: dict[str, tuple[str, Tone]] = {
    "publish": ("✓", "good"),
    "review": ("!", "caution"),
    "stop": ("✕", "bad"),
}
_SHORT = 12
_SEVERITIES = {"errors": Severity.ERROR, "warnings": Severity.WARNING, "infos": Severity.INFO}


def first_page(writer: ReviewWriter) -> Iterator[Block]:
    """Write page one of the report."""
    yield _about(writer)
    yield _verdict(writer)
    yield _figures(writer)
    yield from _first(writer)
    yield from _changes(writer)
    yield from _sign_off(writer)
    yield from _provenance(writer)


def verdict_of(writer: ReviewWriter) -> str:
    """Judge: `stop` with errors, `review` with warnings or accepted risks, else `publish`.

    A change that a person must decide on, or that asks for consent again, is a thing to review.
    """
    subject = writer.subject
    if subject.count(Severity.ERROR):
        return "stop"
    weighty = gravest(subject.changes) in {"ask-again", "legal-decides"}
    if subject.count(Severity.WARNING) or subject.of_status("waived") or weighty:
        return "review"
    return "publish"


def _about(writer: ReviewWriter) -> Card:
    inventory, subject = writer.inventory, writer.subject
    controller = inventory.controller
    organisation = writer.text(
        "about.organisation", name=controller.name, country=writer.country(controller.country)
    )
    entries: dict[str, Spans] = {
        "organisation": (Words(organisation),),
        "site": (Words(f"{inventory.site.name}, {inventory.site.url}"),),
        "jurisdictions": (Words(writer.places(writer.packs)),),
        "date": (writer.day(subject.as_of),),
        "inventory": (Words(subject.result.declaration.path),),
    }
    return Card(
        (),
        None,
        tuple(Entry(writer.text(f"about.label-{key}"), (value,)) for key, value in entries.items()),
    )


def _verdict(writer: ReviewWriter) -> Verdict:
    subject = writer.subject
    name = verdict_of(writer)
    counts = {
        name: writer.counted(f"verdict.{name}", subject.count(severity))
        for name, severity in _SEVERITIES.items()
    }
    lines = [writer.say("verdict.counts", **counts)]
    waived = len(subject.of_status("waived"))
    if waived:
        lines.append(
            writer.say("verdict.accepted", waived=writer.counted("verdict.waived", waived))
        )
    lines.append(writer.say(f"verdict.{'seen' if subject.evidence else 'unseen'}"))
    if subject.since is not None:
        lines.append(writer.say(f"verdict.{gravest(subject.changes)}", since=subject.since))
    sign, tone = _SIGNS[name]
    return Verdict(tone, sign, writer.text(f"verdict.{name}"), tuple(lines))


def _figures(writer: ReviewWriter) -> Figures:
    subject, unknown = writer.subject, writer.text("figures.not-assessed")
    seen = subject.observed
    numbers: dict[str, object] = {
        "declared": len(writer.inventory.cookies),
        "observed": len(seen.evidence.observations) if seen else unknown,
        "undeclared": len(seen.undeclared) if seen else unknown,
        "never-seen": len(seen.never_seen) if seen else unknown,
        "passed": len(subject.outcomes("passed")),
        "person": len(subject.outcomes("not-evaluated")),
    }
    items = tuple((str(value), writer.text(f"figures.{key}")) for key, value in numbers.items())
    return Figures(writer.text("figures.label"), items)


def _first(writer: ReviewWriter) -> Iterator[Block]:
    subject = writer.subject
    grave = [one for one in subject.open if one.severity > Severity.INFO][:MOST_FIRST]
    yield writer.section_heading("first")
    if not grave:
        yield writer.sentence_of("first.nothing")
        return
    rows: list[tuple[Spans, ...]] = []
    for finding in grave:
        text = writer.rule_text(finding.rule)
        name = f"{finding.cookie}: " if finding.cookie else ""
        owners = list(subject.owners(finding)) or [writer.text("first.nobody")]
        citations = finding.citations or finding.rule.citations
        rows.append(
            (
                (Words(subject.ids[id(finding)]),),
                (writer.weight(finding.severity),),
                (Words(name), writer.own_words(text.fault, text.language)),
                (Words(writer.cite(citations[0]) if citations else ""),),
                (Words(writer.listed(owners)),),
            )
        )
    yield writer.table("first", ("finding", "severity", "what", "ground", "owner"), rows)


def _changes(writer: ReviewWriter) -> Iterator[Block]:
    subject = writer.subject
    if subject.since is None or not subject.changes:
        return
    yield Paragraph(writer.say("changes.since", old=subject.since))
    yield BulletList(
        tuple(
            (
                *writer.say(f"subject.{change.subject}", name=change.name),
                Words(": "),
                *writer.say(f"change-kind.{change.kind.name}"),
                Words(" — "),
                *writer.say(f"consequence.{change.kind.consequence}"),
            )
            for change in subject.changes[:MOST_CHANGES]
        )
    )


def _sign_off(writer: ReviewWriter) -> Iterator[Block]:
    yield writer.section_heading("sign-off")
    rows = [
        ((Words(writer.text(f"sign-off.{role}")),), (), (), ())
        for role in ("dpo", "legal", "engineering")
    ]
    yield writer.table("sign-off", ("role", "name", "decision", "signature"), rows)


def _provenance(writer: ReviewWriter) -> Iterator[Block]:
    evidence = writer.subject.evidence
    count = len(evidence.files) if evidence else 0
    yield writer.sentence_of(
        "provenance.line",
        version=__version__,
        pack=RULE_PACK,
        law=str(LAW_AS_OF),
        digest=content_digest(writer.inventory).partition(":")[2][:_SHORT],
        evidence=str(count) if count else writer.text("provenance.no-evidence"),
    )
    yield writer.sentence_of("provenance.disclaimer")
    yield writer.sentence_of("confidential")
