"""What a browser saw before the choice, after each choice, and after it was taken back."""

from collections.abc import Iterator

from policylint.evidence.observation import Observation, PhaseKind
from policylint.policy.blocks import Badge, Block, Code, Spans, Words
from policylint.review.observed import Observed
from policylint.review.writer import ReviewWriter

PHASES: tuple[PhaseKind, ...] = ("pre", "reject", "accept", "withdraw", "gpc")
_ASKS_FIRST = frozenset({"pre", "reject", "withdraw", "gpc"})


def phases_section(writer: ReviewWriter) -> Iterator[Block]:
    """Write which cookie was there in which phase; words in every cell, never a colour alone."""
    yield writer.section_heading("phases")
    observed = writer.subject.observed
    if observed is None:
        yield writer.sentence_of("phases.not-given")
        return
    yield writer.sentence_of("phases.intro")
    entries: dict[str, tuple[int | None, list[Observation]]] = {}
    for index, found in observed.of_entry.items():
        name = writer.inventory.cookies[index].name
        entries.setdefault(name, (index, []))[1].extend(found)
    for one in observed.undeclared:
        entries.setdefault(f"{one.name} ({one.domain or '?'})", (None, []))[1].append(one)
    rows = [
        ((Code(name),), *(_cell(writer, observed, phase, index, found) for phase in PHASES))
        for name, (index, found) in sorted(entries.items())
    ]
    yield writer.table("phases", ("cookie", *PHASES), rows)
    yield from _clicks(writer, observed)


def _clicks(writer: ReviewWriter, observed: Observed) -> Iterator[Block]:
    """Say what each choice took; a call of a script is no click of a visitor."""
    counts = {
        phase.kind: sum(1 for click in phase.clicks if click.method != "api")
        for phase in observed.evidence.phases
        if phase.clicks
    }
    told = [
        writer.text("phases.click", phase=writer.inline(f"phases.{kind}"), count=count)
        for kind, count in counts.items()
        if kind in PHASES
    ]
    if told:
        yield writer.sentence_of("phases.clicks", clicks=writer.apart(told))


def _cell(
    writer: ReviewWriter,
    observed: Observed,
    phase: PhaseKind,
    index: int | None,
    found: list[Observation],
) -> Spans:
    if observed.evidence.phase(phase) is None:
        return (Words(writer.text("phases.unassessed")),)
    if not any(phase in one.phases for one in found):
        return (Words(writer.text("phases.absent")),)
    if index is None:
        return (Badge(writer.text("phases.unknown"), "caution"),)
    if phase in _ASKS_FIRST and _waits(writer, index):
        return (Badge(writer.text("phases.wrong"), "bad"),)
    return (Words(writer.text("phases.allowed")),)


def _waits(writer: ReviewWriter, index: int) -> bool:
    """Tell whether a cookie waits for consent where the evidence comes from."""
    cookie = writer.inventory.cookies[index]
    evidence = writer.subject.evidence
    vantage = evidence.vantage if evidence else None
    codes = {pack.code for pack in writer.packs}
    seen_from = {vantage} if vantage in codes else codes
    return cookie.category == "improvement" and not seen_from <= set(cookie.exempt_in)
