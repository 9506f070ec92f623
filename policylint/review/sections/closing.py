"""Accepted risks, what was checked and what was not, how to do it again, the words used."""

import shlex
from collections.abc import Iterator, Sequence

from policylint import __version__
from policylint.evidence.observation import EvidenceFile
from policylint.lint.finding import Outcome
from policylint.policy.blocks import (
    Block,
    BulletList,
    Card,
    Code,
    Entry,
    Heading,
    Paragraph,
    Spans,
    Words,
)
from policylint.review.writer import ReviewWriter

_WAIVERS = ("rule", "reason", "who", "until")
_FOR_A_PERSON = (
    "banner",
    "prominence",
    "proof",
    "necessity",
    "contracts",
    "transfers",
    "pages",
)
_GLOSSARY = (
    *("first-party", "third-party", "essential", "improvement", "http-only", "secure"),
    *("partitioned", "lower-bound", "force"),
)


def waivers_section(writer: ReviewWriter) -> Iterator[Block]:
    """Write the risks that somebody accepted, and how much else is not shown above."""
    subject = writer.subject
    yield writer.section_heading("waivers")
    waived = subject.of_status("waived")
    rows = [
        (
            (Code(f"{one.rule.code} {one.cookie or ''}".strip()),),
            (Words(one.waiver.reason),),
            (Words(one.waiver.approved_by),),
            (writer.day(one.waiver.expires),),
        )
        for one in waived
        if one.waiver is not None
    ]
    if rows:
        yield writer.table("waivers", _WAIVERS, rows)
    else:
        yield writer.sentence_of("waivers.none")
    for status, key in (("suppressed", "silenced"), ("baselined", "baselined")):
        count = len(subject.of_status(status))
        if count:
            yield Paragraph((Words(writer.counted(f"waivers.{key}", count)),))


def checks_section(writer: ReviewWriter) -> Iterator[Block]:
    """Write what passed, what could not be checked and why, and what a person must look at."""
    subject = writer.subject
    yield writer.section_heading("checks")
    passed = [one.code for one in subject.outcomes("passed")]
    if passed:
        yield writer.sentence_of("checks.passed", codes=", ".join(passed))
    for reason, codes in _by_reason(subject.outcomes("not-evaluated")).items():
        yield writer.sentence_of(
            "checks.not-evaluated",
            codes=", ".join(codes),
            reason=writer.own_words(reason, "en"),
        )
    yield Heading(3, writer.say("checks.person"), "checks-person")
    yield BulletList(
        tuple((Words("☐ "), *writer.say(f"checks.{point}")) for point in _FOR_A_PERSON)
    )


def _by_reason(outcomes: Sequence[Outcome]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in outcomes:
        found.setdefault(one.gap or "", []).append(one.code)
    return found


def reproduction_section(writer: ReviewWriter) -> Iterator[Block]:
    """Write what it takes to get the same report again."""
    subject = writer.subject
    files = tuple(
        writer.say("reproduction.file", path=Code(path), digest=Code(digest))
        for path, digest in subject.files
    )
    values: dict[str, tuple[Spans, ...]] = {
        "command": ((Code(shlex.join(subject.command)),),) if subject.command else (),
        "version": ((Words(__version__),),),
        "files": files,
    }
    evidence = subject.evidence
    if evidence is not None:
        values["evidence"] = tuple(_evidence(writer, one) for one in evidence.files)
        seen_from = evidence.vantage
        unknown = writer.text("reproduction.vantage-unknown")
        values["vantage"] = ((Words(writer.jurisdiction(seen_from) if seen_from else unknown),),)
        limits = dict.fromkeys(limit for one in evidence.files for limit in one.limits)
        values["limits"] = tuple((writer.own_words(limit, "en"),) for limit in limits)
    yield writer.section_heading("reproduction")
    entries = [
        Entry(writer.text(f"reproduction.{key}"), value) for key, value in values.items() if value
    ]
    yield Card((), None, tuple(entries))


def _evidence(writer: ReviewWriter, file: EvidenceFile) -> Spans:
    return writer.say(
        "reproduction.evidence-file",
        path=Code(file.path),
        format=file.format,
        entries=writer.counted("reproduction.entries", file.entries),
    )


def glossary_section(writer: ReviewWriter) -> Iterator[Block]:
    """Explain the words that only engineers or only lawyers know."""
    yield writer.section_heading("glossary")
    entries = [
        Entry(writer.text(f"glossary.{word}"), (writer.say(f"glossary.{word}-is"),))
        for word in _GLOSSARY
    ]
    yield Card((), None, tuple(entries))
