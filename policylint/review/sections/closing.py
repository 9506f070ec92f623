"""How to get the same report again, and the words used in it."""

import shlex
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime

from policylint import __version__
from policylint.evidence.observation import Evidence, EvidenceFile, Phase
from policylint.law import LAW_AS_OF, RULE_PACK
from policylint.policy.blocks import Block, Card, Code, Day, Entry, Spans, Words
from policylint.review.phrases import ReportPhrases
from policylint.review.sections.phases import PHASES
from policylint.review.subject import Subject
from policylint.review.writer import SubjectWriter

_GLOSSARY = (
    *("first-party", "third-party", "essential", "improvement", "http-only", "secure"),
    *("partitioned", "lower-bound", "force"),
)
_LARGEST_MOMENT = 253_402_300_799_000


def reproduction_section(writer: SubjectWriter) -> Iterator[Block]:
    """Write what it takes to get the same report again."""
    subject = writer.subject
    values: dict[str, Sequence[Spans]] = {
        "command": [command_value(subject)] if subject.command else [],
        "version": [(Words(__version__),)],
        "rules": [writer.say("reproduction.law", pack=RULE_PACK, law=_law_as_of(writer))],
        "files": [_file(writer, path, digest) for path, digest in subject.files],
        "configuration": [(Code(path),) for path in subject.result.settings.sources],
    }
    if subject.evidence is not None:
        values |= _of_evidence(writer, subject, subject.evidence)
    yield writer.section_heading("reproduction")
    entries = [
        Entry(writer.text(f"reproduction.{key}"), tuple(value))
        for key, value in values.items()
        if value
    ]
    yield Card((), None, tuple(entries))


def command_value(subject: Subject) -> Spans:
    """Write the command that was called."""
    return (Code(shlex.join(subject.command)),)


def _law_as_of(writer: ReportPhrases) -> Day:
    return writer.day(date.fromisoformat(LAW_AS_OF))


def _file(writer: ReportPhrases, path: str, digest: str) -> Spans:
    return writer.say("reproduction.file", path=Code(path), digest=Code(digest))


def _of_evidence(
    writer: ReportPhrases, subject: Subject, evidence: Evidence
) -> dict[str, Sequence[Spans]]:
    seen_from = evidence.vantage
    unknown = writer.text("reproduction.vantage-unknown")
    files = evidence.files
    moments = [_moment(writer, one.captured) for one in files if one.captured is not None]
    missing = [kind for kind in PHASES if evidence.phase(kind) is None]
    texts = dict.fromkeys(limit for one in files for limit in one.limits)
    platforms = dict.fromkeys(one.platform for one in evidence.phases if one.platform)
    return {
        "evidence": [
            *(_evidence(writer, one) for one in files),
            *(_file(writer, path, digest) for path, digest in subject.evidence_digests),
        ],
        "captured": [(Words(moment),) for moment in dict.fromkeys(moments)],
        "browser": [(Words(one),) for one in dict.fromkeys(one.browser for one in files) if one],
        "platform": [(Words(one),) for one in platforms],
        "vantage": [(Words(writer.jurisdiction(seen_from) if seen_from else unknown),)],
        "visits": [_visit(writer, one) for one in evidence.phases],
        "not-covered": [(Words(writer.text(f"phases.{kind}")),) for kind in missing],
        "limits": [(writer.message(limit),) for limit in texts],
    }


def _moment(writer: ReportPhrases, milliseconds: int) -> str:
    """Write a moment in UTC; one beyond the calendar as it is."""
    if not 0 <= milliseconds <= _LARGEST_MOMENT:
        return str(milliseconds)
    moment = datetime.fromtimestamp(milliseconds // 1_000, UTC)
    return f"{writer.day(moment.date()).text}, {moment:%H:%M:%S} UTC"


def _visit(writer: ReportPhrases, phase: Phase) -> Spans:
    name = writer.text(f"phases.{phase.kind}") if phase.kind in PHASES else phase.kind
    visit = writer.words.plural("report.reproduction.visit", phase.repetitions, phase=name)
    if phase.result is None:
        return (Words(visit),)
    result = writer.text(f"reproduction.{phase.result}")
    return writer.say("reproduction.result", visit=visit, result=result)


def _evidence(writer: ReportPhrases, file: EvidenceFile) -> Spans:
    return writer.say(
        "reproduction.evidence-file",
        path=Code(file.path),
        format=file.format,
        entries=writer.counted("reproduction.entries", file.entries),
    )


def glossary_section(writer: ReportPhrases) -> Iterator[Block]:
    """Explain the words that only engineers or only lawyers know."""
    yield writer.section_heading("glossary")
    entries = [
        Entry(writer.text(f"glossary.{word}"), (writer.say(f"glossary.{word}-is"),))
        for word in _GLOSSARY
    ]
    yield Card((), None, tuple(entries))
