"""Whether somebody signed off what the inventory says today (POL009)."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from policylint.lint.builtin import CHANGE_UNAPPROVED
from policylint.lint.declaration import Declaration
from policylint.lint.finding import Finding
from policylint.lint.schema_faults import doc_finding
from policylint.model.digest import content_digest, facts_digest
from policylint.model.inventory import Approval, Inventory
from policylint.model.sentence import sentence
from policylint.rule import Severity


class Signed(NamedTuple):
    """A sign-off that covers what an inventory says, and whether it covers every word of it."""

    approval: Approval
    exact: bool

    @property
    def is_refusal(self) -> bool:
        """Tell whether it says no."""
        return self.approval.decision == "refused"


def covering(inventory: Inventory) -> Sequence[Signed]:
    """List what each role decided last of what an inventory says today.

    What somebody refused stays refused until the same role decides otherwise. A sign-off of the
    same words counts before one that fits but for the words of descriptions.
    """
    exactly, facts = content_digest(inventory), facts_digest(inventory)
    found: dict[str, Signed] = {}
    for one in inventory.approvals:
        exact = one.digest == exactly
        role = one.role.casefold()
        before = found.get(role)
        if exact or (one.facts == facts and not (before and before.exact)):
            found[role] = Signed(one, exact)
    return list(found.values())


def approval_findings(declaration: Declaration, inventory: Inventory) -> Iterator[Finding]:
    """Report that no sign-off fits the content, that one is a refusal, or that words differ."""
    found = covering(inventory)
    refused = [one.approval for one in found if one.is_refusal]
    if not refused and any(one.exact for one in found):
        return
    last = (refused or [one.approval for one in found] or inventory.approvals)[-1]
    said = {"person": last.by, "role": last.role, "day": last.on}
    message = sentence("the content has changed since {person} ({role}) signed it on {day}", **said)
    if refused:
        message = sentence("{person} ({role}) refused this content on {day}", **said)
    elif found:
        message = sentence(
            "nothing but descriptions has been edited since {person} ({role}) signed it on {day}",
            **said,
        )
    place = declaration.place(("approvals", inventory.approvals.index(last)))
    finding = doc_finding(CHANGE_UNAPPROVED, place, message)
    only_words = bool(found) and not refused
    yield finding.changed(severity=Severity.INFO) if only_words else finding
