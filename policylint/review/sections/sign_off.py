"""Who decides, and what: filled in where a recorded sign-off covers what is declared today."""

from collections.abc import Iterator, Mapping, Sequence

from policylint.model.digest import content_digest
from policylint.model.inventory import Approval, Inventory
from policylint.policy.blocks import Block, BulletList, Paragraph, Spans, Words
from policylint.policy.clean import fitting
from policylint.review.phrases import ReportPhrases

MOST_OTHERS = 1
_COLUMNS = ("role", "name", "decision", "signature")
_ROLES: Mapping[str, Sequence[str]] = {
    "dpo": ("dpo", "data protection officer", "privacy"),
    "legal": ("legal", "counsel", "lawyer", "attorney"),
    "engineering": ("engineering", "engineer", "developer", "technical"),
}
_NAME = 26


def sign_off(writer: ReportPhrases, inventory: Inventory | None) -> Iterator[Block]:
    """Write the table that is signed; what is signed already stands in it."""
    approvals = inventory.approvals if inventory is not None else ()
    digest = content_digest(inventory) if inventory is not None and approvals else None
    covering = [one for one in approvals if one.digest == digest]
    yield writer.section_heading("sign-off")
    rows: list[tuple[Spans, ...]] = []
    placed: list[Approval] = []
    for role, names in _ROLES.items():
        label = writer.text(f"sign-off.{role}")
        own = [one for one in covering if _is_of(one, (*names, label.casefold()))]
        placed += own
        rows.append(_row(writer, label, own[-1] if own else None))
    others = [one for one in covering if one not in placed][-MOST_OTHERS:]
    rows += [_row(writer, fitting(one.role, _NAME), one) for one in others]
    yield writer.table("sign-off", _COLUMNS, rows)
    outdated = len(approvals) - len(covering)
    if outdated:
        yield Paragraph((Words(writer.counted("sign-off.outdated", outdated)),))


def _is_of(approval: Approval, names: Sequence[str]) -> bool:
    role = approval.role.casefold()
    return any(name in role.split() or name == role for name in names)


def _row(writer: ReportPhrases, role: str, approval: Approval | None) -> tuple[Spans, ...]:
    if approval is None:
        return ((Words(role),), (), (), ())
    decision = writer.text(f"sign-off.{approval.decision}")
    name = fitting(approval.by, _NAME)
    return ((Words(role),), (Words(name),), (Words(decision),), (writer.day(approval.on),))


def conditions(writer: ReportPhrases, inventory: Inventory) -> Iterator[Block]:
    """Write in full on which conditions what is declared today was approved."""
    first = inventory.site.languages[0]
    digest = content_digest(inventory) if inventory.approvals else None
    lines = [
        (Words(f"{one.by} ({one.role}): {words}"),)
        for one in inventory.approvals
        if one.digest == digest and one.conditions
        for words in [one.conditions.read(first, first)]
        if words
    ]
    if lines:
        yield Paragraph((Words(writer.text("sign-off.approved-with-conditions")),))
        yield BulletList(tuple(lines))
