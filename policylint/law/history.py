"""The rule packs so far: which law each one knows, and what it changed about the rules."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

from policylint.model.record import Record

ChangeKind = Literal["added", "graver", "changed", "removed"]


class Change(Record):
    """What a pack changed about one rule, with a sentence for those whose build it may turn red.

    `was` is the gravest severity before, of a rule that got graver. `within` are the jurisdictions
    concerned, None for all of them.
    """

    rule: str
    kind: ChangeKind
    sentence: str
    was: Literal["info", "warning"] | None = None
    within: frozenset[str] | None = None


class RulePack(Record):
    """A dated state of the rules; `version` is the first of policylint that held it."""

    name: str
    law_as_of: date
    version: str
    changes: Sequence[Change] = ()


# Oldest first; the last is what this version runs. The first pack has nothing before it to differ
# from. How a pack is opened and closed: docs/releasing.md.
HISTORY: Sequence[RulePack] = (
    RulePack(name="2026.11", law_as_of=date(2026, 11, 23), version="0.1.0"),
)
