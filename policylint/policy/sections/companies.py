"""The companies that receive data, and the countries that they take it to."""

from collections.abc import Iterator, Mapping

from policylint.law.jurisdictions import EEA_COUNTRIES
from policylint.model.traits import vendors_in_use
from policylint.model.vendor import Transfer, Vendor
from policylint.policy.blocks import Block, Link, Spans, Table, Words
from policylint.policy.sections.identity import contact
from policylint.policy.writer import Writer

_COPIES = frozenset({"scc", "bcr", "idta"})


def recipients(writer: Writer) -> Iterator[Block]:
    """List the companies, and what joint controllers have agreed."""
    used = _used(writer)
    if not used:
        unstated = [
            index
            for index, cookie in enumerate(writer.inventory.cookies)
            if cookie.recipients is None
        ]
        for index in unstated:
            place = ("cookies", index, "recipients")
            writer.leave_out("who receives the data", place, "the field is missing")
        if writer.inventory.cookies and not unstated:
            yield writer.paragraph("recipients.nobody")
        return
    yield writer.paragraph("recipients.intro")
    labels = ("company", "service", "role", "country", "privacy-policy")
    yield Table(
        writer.words.text("policy.recipients.caption"),
        "recipients-table",
        tuple(writer.label(key) for key in labels),
        tuple(_row(writer, key, vendor) for key, vendor in used.items()),
    )
    for key, vendor in used.items():
        if vendor.role == "joint-controller":
            essence = writer.sentence(vendor.essence, "essence", "vendors", key, "essence")
            if essence is not None:
                yield writer.paragraph("recipients.essence", name=vendor.name, essence=essence)


def _used(writer: Writer) -> Mapping[str, Vendor]:
    return {key: writer.inventory.vendors[key] for key in vendors_in_use(writer.inventory)}


def _row(writer: Writer, key: str, vendor: Vendor) -> tuple[Spans, ...]:
    service = writer.product(vendor)
    if vendor.role is None:
        writer.leave_out("role", ("vendors", key, "role"), "the field is missing")
    policy = vendor.privacy_policy
    if policy is None:
        place = ("vendors", key, "privacy_policy")
        writer.leave_out("privacy policy", place, "the field is missing")
    return (
        (Words(vendor.name),),
        (Words(service),) if service else (),
        writer.role(vendor.role) if vendor.role else (),
        (Words(writer.country(vendor.country)),),
        (Link(policy, policy),) if policy else (),
    )


def transfers(writer: Writer) -> Iterator[Block]:
    """List the transfers with country, safeguard and reference, and how to get a copy."""
    used = _used(writer)
    found = [
        (key, number, vendor, transfer)
        for key, vendor in used.items()
        for number, transfer in enumerate(vendor.transfers or ())
    ]
    for key, vendor in used.items():
        if vendor.transfers is None and vendor.country not in EEA_COUNTRIES:
            place = ("vendors", key, "transfers")
            writer.leave_out("transfers", place, "the vendor is outside the EEA")
    if found:
        yield writer.paragraph("transfers.intro")
        labels = ("recipient", "destination", "mechanism", "reference")
        yield Table(
            writer.words.text("policy.transfers.caption"),
            "transfers-table",
            tuple(writer.label(key) for key in labels),
            tuple(_transfer_row(writer, *one) for one in found),
        )
    nowhere = [vendor.name for vendor in used.values() if vendor.transfers == ()]
    if nowhere:
        vendors = writer.join(dict.fromkeys(nowhere))
        yield writer.paragraph("transfers.none", vendors=vendors)
    address = contact(writer)
    if address and any(one.mechanism in _COPIES for *_, one in found):
        yield writer.paragraph("transfers.copy", contact=address)


def _transfer_row(
    writer: Writer, key: str, number: int, vendor: Vendor, transfer: Transfer
) -> tuple[Spans, ...]:
    safeguard: Spans = ()
    if transfer.mechanism == "none":
        place = ("vendors", key, "transfers", number, "mechanism")
        writer.leave_out("safeguard", place, "there is no mechanism")
    else:
        safeguard = (Words(writer.term("transfer-mechanism", transfer.mechanism)),)
    if transfer.checked is not None and transfer.mechanism == "dpf":
        checked = writer.say("transfers.checked", date=writer.day(transfer.checked))
        safeguard = writer.aside(safeguard, checked)
    name: Spans = (Words(vendor.name),)
    service = writer.product(vendor)
    return (
        writer.aside(name, service) if service else name,
        (Words(writer.country(transfer.country)),),
        safeguard,
        (Words(transfer.reference),) if transfer.reference else (),
    )
