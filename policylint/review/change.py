"""What may change between two versions of an inventory, and what follows from it."""

from collections.abc import Sequence
from typing import Any, Literal

from policylint.law.citation import Provision
from policylint.model.record import Record
from policylint.source.pointer import Pointer

Consequence = Literal["ask-again", "legal-decides", "inform", "none"]
ORDER: Sequence[Consequence] = ("ask-again", "legal-decides", "inform", "none")
"""From what weighs most to what weighs least."""
SubjectKind = Literal["cookie", "vendor", "site", "controller", "consent"]


class ChangeKind(Record):
    """A kind of change: its consequence, and on which ground.

    What it is called and why that follows stands in the catalogues: `report.change-kind` and
    `report.change-reason`.
    """

    name: str
    consequence: Consequence
    citations: Sequence[Provision] = ()


class Held(Record):
    """A value of the model, and the language that its bare texts are in."""

    value: Any
    first: str


class Change(Record):
    """One change of one thing: `old` and `new` are words, None where there was or is nothing.

    `was` and `now` are the values that the words are about. The pointers lead into the joined
    data of the old and of the new inventory.
    """

    kind: ChangeKind
    subject: SubjectKind
    name: str
    field: str | None = None
    old: str | None = None
    new: str | None = None
    was: Held | None = None
    now: Held | None = None
    at_old: Pointer | None = None
    at_new: Pointer | None = None

    @property
    def rank(self) -> int:
        """Give the place of its consequence, 0 for the gravest."""
        return ORDER.index(self.kind.consequence)


def gravest(changes: Sequence[Change]) -> Consequence:
    """Give the consequence that weighs most, `none` of no changes."""
    return min((change.kind.consequence for change in changes), key=ORDER.index, default="none")
