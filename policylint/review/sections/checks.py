"""Accepted risks, what was checked and passed, what could not be, and what is for a person."""

from collections.abc import Iterator, Sequence

from policylint.lint.finding import Outcome
from policylint.policy.blocks import Block, BulletList, Code, Heading, Paragraph, Words
from policylint.review.sections.sign_off import conditions
from policylint.review.writer import SubjectWriter

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


def waivers_section(writer: SubjectWriter) -> Iterator[Block]:
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
    yield from _ended(writer)
    if subject.inventory is not None:
        yield from conditions(writer, subject.inventory)
    for status, key in (("suppressed", "silenced"), ("baselined", "baselined")):
        count = len(subject.of_status(status))
        if count:
            yield Paragraph((Words(writer.counted(f"waivers.{key}", count)),))


def _ended(writer: SubjectWriter) -> Iterator[Block]:
    """Name what was accepted once, and is not any more."""
    subject = writer.subject
    ended = [one for one in subject.result.settings.waivers if one.expires < subject.as_of]
    if not ended:
        return
    yield Paragraph((Words(writer.counted("waivers.ended", len(ended))),))
    yield BulletList(
        tuple(
            (
                Code(f"{one.rule} {one.cookie or one.vendor or ''}".strip()),
                Words(f" ({one.reason}; {one.approved_by}; "),
                writer.day(one.expires),
                Words(")"),
            )
            for one in ended
        )
    )


def checks_section(writer: SubjectWriter) -> Iterator[Block]:
    """Write what passed, what could not be checked and why, and what a person must look at."""
    subject = writer.subject
    yield writer.section_heading("checks")
    passed = [one.code for one in subject.outcomes("passed")]
    if passed:
        yield writer.sentence_of("checks.passed", codes=", ".join(passed))
        yield from _meaning(writer, passed)
    gaps = [one for one in subject.result.outcomes if one.gap is not None]
    for reason, codes in _by_reason(gaps).items():
        yield writer.sentence_of(
            "checks.not-evaluated",
            codes=", ".join(codes),
            reason=writer.message(reason),
        )
    yield Heading(3, writer.say("checks.person"), "checks-person")
    yield BulletList(
        tuple((Words("☐ "), *writer.say(f"checks.{point}")) for point in _FOR_A_PERSON)
    )


def _meaning(writer: SubjectWriter, codes: Sequence[str]) -> Iterator[Block]:
    """Say in words what was looked for: a code alone tells a lawyer nothing."""
    rows = []
    for code in codes:
        rule = writer.subject.rules.get(code)
        if rule is not None:
            text = writer.rule_text(rule)
            rows.append(((Code(code),), writer.rich(text.fault, text.language)))
    headers = (writer.text("checks.check"), writer.text("checks.looks-for"))
    yield writer.plain_table("checks", writer.text("checks.meaning"), headers, rows)


def _by_reason(outcomes: Sequence[Outcome]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in outcomes:
        found.setdefault(one.gap or "", []).append(one.code)
    return found
