"""Choose which fixes are applied to a text at once: no two that touch the same letters."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from policylint.lint.finding import Finding
from policylint.lint.fix_guard import Steps, steps
from policylint.model.record import Record
from policylint.source.edit import Edit, apply
from policylint.source.pointer import Span


class Choice(Record):
    """What is applied to a text in one round: how many findings it mends, and where."""

    edits: Sequence[Edit]
    count: int
    edited: Mapping[Steps, int]
    codes: frozenset[str]

    def applied(self, text: str) -> str:
        """Return the text with every edit."""
        return apply(text, self.edits)


def is_applicable(finding: Finding, kinds: Collection[str]) -> bool:
    """Tell whether a finding is open and has a fix of these kinds to apply."""
    fix = finding.fix
    return bool(
        fix is not None and fix.edits and fix.applicability in kinds and finding.status == "open"
    )


def choose(findings: Iterable[Finding]) -> Choice:
    """Take each applicable fix whole, from the start of the text on, unless an earlier overlaps.

    Findings with the same fix are mended by it together; one finding counts once, however many
    inventories share its file.
    """
    alike: dict[tuple[tuple[Span, str], ...], dict[object, Finding]] = {}
    for one in findings:
        if one.fix:
            alike.setdefault(tuple(one.fix.edits), {})[one.order[1:]] = one
    waiting = sorted(alike.items(), key=lambda pair: pair[0])
    edits: list[Edit] = []
    taken: list[Finding] = []
    done = -1
    for fix, mended in waiting:
        own = sorted(Edit(span, text) for span, text in fix)
        if own[0].span.start < done or (edits and own[0].span == edits[-1].span):
            continue
        edits += own
        taken += mended.values()
        done = max(edit.span.end for edit in own)
    return Choice(
        edits=edits,
        count=len(taken),
        edited=Counter(steps(one.place.pointer) for one in taken if one.place.pointer),
        codes=frozenset(one.rule.code for one in taken),
    )
