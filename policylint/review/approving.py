"""Sign-offs: recorded in the inventory itself, and what changed since each of them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from policylint.errors import InputError, UsageError
from policylint.exchange.merging import add
from policylint.exchange.placing import Addition
from policylint.exchange.yaml_text import inline, scalar
from policylint.lint.judge import Result
from policylint.model.digest import content_digest, facts_digest
from policylint.model.inventory import Approval, Inventory
from policylint.model.read import read
from policylint.model.record import Record
from policylint.review.change import Change
from policylint.review.compare import compare
from policylint.review.history import Gap, past_of
from policylint.source.document import Document
from policylint.source.load import load


class Standing(Record):
    """A sign-off, whether it covers what the inventory says today, and what changed since.

    `only_words` says that nothing but the words of descriptions was edited since; it still holds.
    `changes` is None where the content that was signed is not found in git, and `gap` says why.
    """

    approval: Approval
    holds: bool
    only_words: bool = False
    changes: Sequence[Change] | None = None
    revision: str | None = None
    gap: Gap | None = None


def approval_of(fields: Mapping[str, str | None]) -> Approval:
    """Make a sign-off of its fields as they are written. Raises UsageError for a wrong one."""
    given = {name: held for name, held in fields.items() if held is not None}
    found = read(Approval, given)
    if found is None:
        from policylint.model.faults import faults

        sentences = "; ".join(fault.message for fault in faults(Approval, given))
        raise UsageError(f"the sign-off cannot be recorded: {sentences}")
    return found


def record(document: Document, approval: Approval) -> str:
    """Give the text of an inventory with a sign-off behind the others; no other byte changes.

    Raises InputError where the text has a form to which nothing can be added.
    """
    fields = {
        name: str(held)
        for name in Approval.__annotations__
        if (held := _plain(getattr(approval, name))) is not None
    }
    first, *rest = (f"{name}: {scalar(held)}" for name, held in fields.items())
    block = [f"- {first}", *(f"  {line}" for line in rest)]
    addition = Addition(section="approvals", block=block, parts=[inline(fields)])
    text = add(document, document.text, addition)
    data: Any = load(document.path, text.encode()).data
    if data["approvals"][-1] != fields:
        raise InputError(f"the sign-off cannot be written into {document.path}; it reads otherwise")
    return text


def _plain(value: Any) -> Any:
    return value.plain if hasattr(value, "plain") else value


def standings(result: Result, inventory: Inventory) -> Iterator[Standing]:
    """Tell of each sign-off whether it holds; of one of other words, what changed since."""
    today, facts = content_digest(inventory), facts_digest(inventory)
    wanted = {one.digest for one in inventory.approvals} - {today}
    past = past_of(result.declaration.path, wanted) if wanted else None
    for approval in inventory.approvals:
        if past is None or approval.digest == today:
            yield Standing(approval=approval, holds=True, changes=())
            continue
        only_words = approval.facts == facts
        standing = Standing(approval=approval, holds=only_words, only_words=only_words)
        if approval.digest in past.found:
            revision, before = past.found[approval.digest]
            changes = compare(before, inventory)
            yield standing.changed(changes=changes, revision=revision)
        else:
            yield standing.changed(gap=past.gap)
