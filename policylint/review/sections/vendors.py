"""Who takes part, in which role, and where the data goes."""

from collections import Counter
from collections.abc import Iterator

from policylint.model.vendor import Vendor
from policylint.policy.blocks import Block, Words
from policylint.review.writer import ReviewWriter


def vendors_section(writer: ReviewWriter) -> Iterator[Block]:
    """Write the vendors with their roles and transfers."""
    yield writer.section_heading("vendors")
    vendors = writer.inventory.vendors
    if not vendors:
        yield writer.sentence_of("vendors.none")
        return
    counts = Counter(cookie.vendor for cookie in writer.inventory.cookies)
    rows = [
        (
            (Words(vendor.name),),
            (Words(writer.term("vendor-role", vendor.role) if vendor.role else "—"),),
            (Words(writer.country(vendor.country)),),
            (Words(str(counts[key])),),
            (Words(_transfers(writer, vendor)),),
        )
        for key, vendor in vendors.items()
    ]
    yield writer.table("vendors", ("name", "role", "country", "cookies", "transfers"), rows)


def _transfers(writer: ReviewWriter, vendor: Vendor) -> str:
    if not vendor.transfers:
        return writer.text("vendors.no-transfers")
    return writer.apart(
        [
            writer.labelled(
                writer.country(one.country), writer.term("transfer-mechanism", one.mechanism)
            )
            for one in vendor.transfers
        ]
    )
