"""The companies that receive data, and the countries that they take it to."""

from collections.abc import Iterator, Mapping, Sequence

from policylint.law.jurisdictions import EEA_COUNTRIES
from policylint.model.traits import vendors_in_use
from policylint.model.vendor import Transfer, Vendor
from policylint.policy.blocks import Block, Link, Spans, Table, Words
from policylint.policy.sections.identity import contact
from policylint.policy.writer import Writer

_Found = tuple[str, int, Vendor, Transfer]
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
            writer.leave_out("the recipients", ("cookies", index, "recipients"))
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
        sources=tuple((("vendors", key),) for key in used),
    )
    for key, vendor in used.items():
        if vendor.role == "joint-controller":
            place = ("vendors", key, "essence")
            clause = "the essence of the arrangement with a joint controller"
            essence = writer.sentence(vendor.essence, clause, *place)
            if essence is not None:
                yield writer.paragraph("recipients.essence", name=vendor.name, essence=essence)


def _used(writer: Writer) -> Mapping[str, Vendor]:
    return {key: writer.inventory.vendors[key] for key in vendors_in_use(writer.inventory)}


def _row(writer: Writer, key: str, vendor: Vendor) -> tuple[Spans, ...]:
    service = writer.product(vendor)
    if vendor.role is None:
        writer.leave_out("the role of a company", ("vendors", key, "role"))
    policy = vendor.privacy_policy
    if policy is None:
        place = ("vendors", key, "privacy_policy")
        writer.leave_out("the privacy policy of a company", place)
    return (
        (Words(vendor.name),),
        (Words(service),) if service else (),
        writer.role(vendor.role) if vendor.role else (),
        (Words(writer.country(vendor.country)),),
        (Link(policy, policy),) if policy else (),
    )


def transfers(writer: Writer) -> Iterator[Block]:
    """List the transfers with country, safeguard and reference, and how to get a copy.

    To a vendor in the country of destination, whoever runs the site transfers (GDPR art. 13(1)(f));
    a vendor of another country passes on.
    """
    used = _used(writer)
    found = [
        (key, number, vendor, transfer)
        for key, vendor in used.items()
        for number, transfer in enumerate(vendor.transfers or ())
    ]
    for key, vendor in used.items():
        if vendor.transfers is None and vendor.country not in EEA_COUNTRIES:
            place = ("vendors", key, "transfers")
            writer.leave_out("the transfers of a company outside the EEA", place)
    ours = [one for one in found if one[3].country == one[2].country]
    theirs = [one for one in found if one[3].country != one[2].country]
    if ours:
        yield writer.paragraph("transfers.ours")
        yield _transfer_table(writer, "ours", "company", "transfers-table", ours)
    if theirs:
        yield writer.paragraph("transfers.theirs")
        yield _transfer_table(writer, "theirs", "exporter", "onward-transfers-table", theirs)
    nowhere = [
        vendor.name
        for vendor in used.values()
        if vendor.transfers == () and vendor.country in EEA_COUNTRIES
    ]
    if nowhere:
        vendors = writer.join(dict.fromkeys(nowhere))
        yield writer.paragraph("transfers.none", vendors=vendors)
    yield from _copies(writer, [(vendor, transfer) for *_, vendor, transfer in found])


def _transfer_table(
    writer: Writer, kind: str, first_label: str, anchor: str, found: Sequence[_Found]
) -> Table:
    labels = (first_label, "destination", "mechanism", "reference")
    return Table(
        writer.words.text(f"policy.transfers.{kind}-caption"),
        anchor,
        tuple(writer.label(key) for key in labels),
        tuple(_transfer_row(writer, *one) for one in found),
        sources=tuple((("vendors", key, "transfers", number),) for key, number, *_ in found),
    )


def _copies(writer: Writer, found: list[tuple[Vendor, Transfer]]) -> Iterator[Block]:
    """Offer a copy of the safeguards; where a transfer has none, of those that there are."""
    address = contact(writer)
    kept = [
        writer.say("list.vendor-in", name=vendor.name, country=writer.country(transfer.country))
        for vendor, transfer in found
        if transfer.mechanism in _COPIES
    ]
    if not address or not kept:
        return
    if all(transfer.mechanism != "none" for _, transfer in found):
        yield writer.paragraph("transfers.copy", contact=address)
    else:
        these = writer.join(dict.fromkeys(kept))
        yield writer.paragraph("transfers.copy-of", transfers=these, contact=address)


def _transfer_row(
    writer: Writer, key: str, number: int, vendor: Vendor, transfer: Transfer
) -> tuple[Spans, ...]:
    safeguard: Spans = (Words(writer.term("transfer-mechanism", transfer.mechanism)),)
    if transfer.mechanism == "none":
        place = ("vendors", key, "transfers", number, "mechanism")
        reason = "declare a 'transfers.mechanism' other than 'none'"
        writer.leave_out("the safeguard of a transfer", place, reason)
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
