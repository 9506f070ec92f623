"""Sign-offs: recorded in the inventory itself, and what changed since each of them."""

import os
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from policylint.errors import InputError, UsageError
from policylint.exchange.merging import add
from policylint.exchange.placing import Addition
from policylint.exchange.yaml_text import inline, scalar
from policylint.lint.declaration import open_declaration
from policylint.lint.judge import Engine, Result
from policylint.lint.schema_faults import read_inventory
from policylint.model.digest import content_digest
from policylint.model.inventory import Approval, Inventory
from policylint.model.read import read
from policylint.model.record import Record
from policylint.review.change import Change
from policylint.review.compare import compare
from policylint.review.versions import Version, revision_engine, revisions_of
from policylint.source.document import Document
from policylint.source.load import load


class Standing(Record):
    """A sign-off, whether it covers what the inventory says today, and what changed since.

    `changes` is None where the content that was signed is not found in git.
    """

    approval: Approval
    holds: bool
    changes: Sequence[Change] | None = None
    revision: str | None = None


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
    """Tell of each sign-off whether it holds; of one that does not, what changed since."""
    today = content_digest(inventory)
    wanted = {one.digest for one in inventory.approvals} - {today}
    signed = dict(_signed(result.declaration.path, wanted)) if wanted else {}
    for approval in inventory.approvals:
        if approval.digest == today:
            yield Standing(approval=approval, holds=True, changes=())
            continue
        revision, before = signed.get(approval.digest, (None, None))
        changes = None if before is None else compare(before, inventory)
        yield Standing(approval=approval, holds=False, changes=changes, revision=revision)


def _signed(path: str, wanted: set[str]) -> Iterator[tuple[str, tuple[str, Inventory]]]:
    """Find the revisions of git in which the signed contents stand, the newest of each."""
    missing = set(wanted)
    for revision in revisions_of(path):
        inventory = _inventory_at(Version(path, revision))
        digest = content_digest(inventory) if inventory is not None else None
        if inventory is not None and digest in missing:
            missing.discard(digest)
            yield digest, (revision, inventory)
        if not missing:
            return


def _inventory_at(version: Version) -> Inventory | None:
    engine, content = revision_engine(version)
    if content is None:
        return None
    return _read(version.path, content, engine)


def _read(path: str, content: bytes, engine: Engine) -> Inventory | None:
    folder = os.path.dirname(path) or "."
    declaration = open_declaration(path, content, folder=folder, access=engine.access)
    found = read_inventory(declaration, 1)
    return found if isinstance(found, Inventory) else None
