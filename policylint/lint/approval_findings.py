"""Whether somebody signed off what the inventory says today (POL009)."""

from collections.abc import Iterator

from policylint.lint.builtin import CHANGE_UNAPPROVED
from policylint.lint.declaration import Declaration
from policylint.lint.finding import Finding
from policylint.lint.schema_faults import doc_finding
from policylint.model.digest import content_digest
from policylint.model.inventory import Approval, Inventory
from policylint.model.sentence import sentence


def standing(inventory: Inventory) -> Approval | None:
    """Find the last sign-off of what an inventory says today, a refusal among them."""
    digest = content_digest(inventory)
    return next((one for one in reversed(inventory.approvals) if one.digest == digest), None)


def approval_findings(declaration: Declaration, inventory: Inventory) -> Iterator[Finding]:
    """Report that no sign-off fits the content, or that the last one of it is a refusal."""
    found = standing(inventory)
    if found is not None and found.decision != "refused":
        return
    last = len(inventory.approvals) - 1
    signed = found or inventory.approvals[last]
    index = inventory.approvals.index(signed)
    if found is None:
        message = sentence(
            "the content has changed since {person} ({role}) signed it on {day}",
            person=signed.by,
            role=signed.role,
            day=signed.on,
        )
    else:
        message = sentence(
            "{person} ({role}) refused this content on {day}",
            person=signed.by,
            role=signed.role,
            day=signed.on,
        )
    yield doc_finding(CHANGE_UNAPPROVED, declaration.place(("approvals", index)), message)
