"""What to do first: one row for each rule, binding law before limits of policylint's own."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple, get_args

from policylint.law.citation import Force, Provision
from policylint.lint.finding import Finding
from policylint.policy.blocks import Block, Code, Link, Paragraph, Span, Spans, Words
from policylint.policy.clean import fitting
from policylint.policy.phrases import spans_of
from policylint.policy.plain import plain_spans
from policylint.review.phrases import ReportPhrases
from policylint.review.subject import Subject
from policylint.rule import Rule, Severity

MOST_ROWS = 5
MOST_NAMES = 3
HEART = ("CLS001", "LIF001")
"""Rules that this program is for: what they find is never left out of the first rows."""
FORCES: Sequence[Force] = get_args(Force)
_SENTENCE, _NAME, _NAMES, _GROUND = 130, 22, 26, 70
_SENTENCE_END = re.compile(r"\. (?=[^\W\d_a-z]|`)")

Sites = Sequence[tuple[str, Subject]]
"""Each subject with what its anchors begin with."""


class Step(NamedTuple):
    """What a rule found, in one site or in several."""

    rule: Rule
    severity: Severity
    ground: Provision | None
    found: Sequence[tuple[str, Subject, Finding]]

    @property
    def rank(self) -> tuple[int, int, int, str]:
        """Give its place: the gravest first, then what binds, then what is found most often."""
        force = FORCES.index(self.ground.force) if self.ground else len(FORCES)
        return (-self.severity, force, -len(self.found), self.rule.code)


def steps(sites: Sites) -> Sequence[Step]:
    """Group open errors and warnings by rule, what is to be done first before the rest."""
    found = [
        (prefix, subject, one)
        for prefix, subject in sites
        for one in subject.open
        if one.severity > Severity.INFO
    ]
    found.sort(key=lambda one: (one[2].severity, one[2].rule.code))
    grouped = groupby(found, key=lambda one: (one[2].severity, one[2].rule.code))
    return sorted((_step(list(group)) for _, group in grouped), key=lambda step: step.rank)


def _step(found: Sequence[tuple[str, Subject, Finding]]) -> Step:
    first = found[0][2]
    citations = {
        id(one): one for each in found for one in each[2].citations or first.rule.citations
    }
    firmest = min(citations.values(), key=lambda one: FORCES.index(one.force), default=None)
    return Step(first.rule, first.severity, firmest, found)


def chosen_steps(every: Sequence[Step]) -> Sequence[Step]:
    """Choose the rows for page one; what the heart of the rules says is among them."""
    heart = [one for one in every if one.rule.code in HEART and one.severity is Severity.ERROR]
    others = [one for one in every if one not in heart]
    return sorted([*heart, *others[: MOST_ROWS - len(heart)]], key=lambda step: step.rank)


def first_steps(writer: ReportPhrases, sites: Sites) -> Iterator[Block]:
    """Write what to do first, five rows at most."""
    every = steps(sites)
    rows = chosen_steps(every)
    yield writer.section_heading("first")
    if not rows:
        yield writer.sentence_of("first.nothing")
        return
    owners = [_owners(step) for step in rows]
    columns = ["finding", "severity", "what", "ground", *(["owner"] if any(owners) else [])]
    cells = [
        _row(writer, step, owner, is_named=any(owners), is_of_several=len(sites) > 1)
        for step, owner in zip(rows, owners, strict=True)
    ]
    yield writer.table("first", columns, cells)
    if len(every) > len(rows):
        yield Paragraph((Words(writer.counted("first.more", len(every) - len(rows))),))


def _row(
    writer: ReportPhrases, step: Step, owners: Sequence[str], *, is_named: bool, is_of_several: bool
) -> tuple[Spans, ...]:
    text = writer.rule_text(step.rule)
    prefix, subject, first = step.found[0]
    sentence = writer.rich(fitting(_first_sentence(text.fault), _SENTENCE), text.language)
    ground: Spans = ()
    if step.ground is not None:
        cited = fitting(writer.cite(step.ground), _GROUND)
        ground = (Words(f"{cited} ({writer.text(f'force.{step.ground.force}')})"),)
    cells: list[Spans] = [
        (Link(step.rule.code, f"#{prefix}{subject.ids[id(first)]}"),),
        (writer.weight(step.severity),),
        (*sentence, Words(" "), *_where(writer, step, is_of_several=is_of_several)),
        ground,
    ]
    if is_named:
        named = [fitting(one, _NAME) for one in owners[:2]] or [writer.text("first.nobody")]
        cells.append((Words(writer.listed(named)),))
    return tuple(cells)


def _first_sentence(text: str) -> str:
    """Give the first sentence; the full stop of `art. 6` ends none."""
    return _SENTENCE_END.split(text, maxsplit=1)[0].rstrip(".") + "."


def _where(writer: ReportPhrases, step: Step, *, is_of_several: bool) -> Spans:
    """Say how often it was found, and name the first of what it was found on.

    Among several sites these are the sites; what of a site stands in its own part.
    """
    count = writer.counted("register.findings", len(step.found))
    if is_of_several:
        sites = dict.fromkeys(_site_name(subject) for _, subject, _ in step.found)
        names = _named(writer, [Words(one) for one in sites], (), _NAMES)
        return writer.say("first.among", findings=count, names=names)
    found = [finding.cookie for _, _, finding in step.found]
    itself = writer.say("findings.site") if None in found else ()
    taken = len(plain_spans(itself))
    every = dict.fromkeys(filter(None, found))
    cookies = [Code(fitting(one, _NAME - taken)) for one in every]
    names = _named(writer, cookies, itself, _NAME - taken if taken else _NAMES)
    return writer.say("first.among", findings=count, names=names)


def _named(writer: ReportPhrases, names: Sequence[Span], last: Spans, room: int) -> Spans:
    """List the first names, as many as a line holds; `last` stands behind them in any case."""
    few = list(_few(names, room))
    told = [*few, *([last] if last else [])]
    if len(names) == len(few):
        return writer.join(told)
    return writer.say("first.others", names=tuple(_separated(told)))


def _few(names: Sequence[Span], room: int) -> Iterator[Span]:
    for index, name in enumerate(names[:MOST_NAMES]):
        room -= len(name.text)
        if index and room < 0:
            return
        yield name


def _separated(names: Sequence[Span | Spans]) -> Iterator[Span]:
    for index, name in enumerate(names):
        if index:
            yield Words(", ")
        yield from spans_of(name)


def _site_name(subject: Subject) -> str:
    inventory = subject.inventory
    name = subject.result.declaration.path if inventory is None else inventory.site.name
    return fitting(name, _NAME)


def _owners(step: Step) -> Sequence[str]:
    return list(
        dict.fromkeys(
            owner for _, subject, finding in step.found for owner in subject.owners(finding)
        )
    )
