"""The essence in short, plain words, where the site is addressed to children (GDPR art. 12(1))."""

from collections.abc import Iterator

from policylint.policy.blocks import Block
from policylint.policy.entry import asks_consent
from policylint.policy.sections.identity import contact
from policylint.policy.writer import Writer


def children(writer: Writer) -> Iterator[Block]:
    """Say what a cookie is, what is asked, how to change one's mind, and whom to ask."""
    inventory = writer.inventory
    if not inventory.site.directed_at_children or not inventory.cookies:
        return
    yield writer.paragraph("children.cookie")
    if any(one.category == "essential" for one in inventory.cookies):
        yield writer.paragraph("children.needed")
    if any(asks_consent(one, writer.packs) for one in inventory.cookies):
        yield writer.paragraph("children.extra")
        consent = inventory.consent
        taken_back = consent.withdrawal if consent else None
        place = ("consent", "withdrawal", "entry_point")
        entry = writer.sentence(
            taken_back.entry_point if taken_back else None, "how to change one's mind", *place
        )
        if entry is not None:
            yield writer.paragraph("children.change", entry=entry)
    address = contact(writer)
    if address is not None:
        yield writer.paragraph("children.ask", contact=address)
