"""Who answers for the cookies, which texts apply, and what a cookie is."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from policylint.model.site import DataProtectionOfficer
from policylint.model.traits import party
from policylint.policy.blocks import (
    Block,
    BulletList,
    Card,
    Entry,
    Link,
    Paragraph,
    Span,
    Spans,
    Strong,
    Words,
)
from policylint.policy.regimes import data_laws
from policylint.policy.writer import Writer


def about(writer: Writer) -> Iterator[Block]:
    """Name the controller, its officer and representatives, and the legal texts."""
    site, controller = writer.inventory.site, writer.inventory.controller
    yield writer.paragraph(
        "about.controller",
        name=Strong(controller.name),
        site=Link(site.name, site.url),
        term=writer.term("party-to-processing", "controller"),
    )
    others = [host for host in site.domains if host != urlsplit(site.url).hostname]
    if others:
        yield writer.paragraph("about.hosts", hosts=writer.join(others))
    yield writer.paragraph("about.contact")
    yield Card((), None, tuple(_contact_card(writer)))
    yield from _officer(writer, controller.dpo)
    for one in controller.representative:
        yield writer.paragraph(
            "about.representative",
            country=writer.country(one.country),
            name=one.name,
            email=email_link(one.email),
        )
    yield writer.paragraph("about.texts")
    yield BulletList(tuple(_texts(writer)))


def _contact_card(writer: Writer) -> Iterator[Entry]:
    controller = writer.inventory.controller
    facts: list[tuple[str, Span | None]] = [
        ("name", Words(controller.name)),
        ("country", Words(writer.country(controller.country))),
        ("address", Words(controller.address) if controller.address else None),
        ("email", email_link(controller.email) if controller.email else None),
        ("phone", Words(controller.phone) if controller.phone else None),
        ("website", Link(controller.url, controller.url) if controller.url else None),
    ]
    for label, span in facts:
        if span is not None:
            field = "url" if label == "website" else label
            yield Entry(writer.label(label), ((span,),), (("controller", field),))
    if not (controller.email or controller.address):
        reason = "declare 'controller.email' or 'controller.address'"
        writer.leave_out("the contact", ("controller", "email"), reason)


def _officer(writer: Writer, officer: DataProtectionOfficer | None) -> Iterator[Block]:
    if officer is None:
        writer.leave_out("the data protection officer", ("controller", "dpo"))
        return
    parts: list[Span] = []
    for text in (officer.name, officer.email, officer.address):
        if text:
            span = email_link(text) if text == officer.email else Words(text)
            parts += [Words(", "), span] if parts else [span]
    if parts:
        yield writer.paragraph("about.officer", contact=tuple(parts))


def _texts(writer: Writer) -> Iterator[Spans]:
    for law in dict.fromkeys(one.cookie_law for one in writer.packs):
        places = writer.places(one for one in writer.packs if one.cookie_law == law)
        yield writer.say("about.text-device", place=places, citation=writer.cited_link(law))
    for regulation in data_laws(writer.packs):
        yield writer.say("about.text-data", citation=writer.title_link(regulation))


def email_link(address: str) -> Span:
    """Make an e-mail address a link, if it looks like one."""
    name, at, host = address.partition("@")
    plain = f"{name}{host}".replace(".", "").replace("-", "").replace("_", "").replace("+", "")
    is_address = bool(name and at and host) and plain.isascii() and plain.isalnum()
    return Link(address, f"mailto:{address}") if is_address else Words(address)


def contact(writer: Writer) -> Spans | None:
    """Give the address to write to: by e-mail, else by letter, else the form."""
    controller = writer.inventory.controller
    if controller.email:
        return (email_link(controller.email),)
    if controller.address:
        return (Words(controller.address),)
    return (Link(controller.url, controller.url),) if controller.url else None


def what(writer: Writer) -> Iterator[Block]:
    """Say what a cookie is, and which other techniques the word covers here."""
    cookies = writer.inventory.cookies
    spans = [*writer.say("what.cookie")]
    # What lasts as long as a tab is explained as a kind of its own; so is the content of others.
    ends = {
        one.lifetime.is_session
        for one in cookies
        if one.lifetime is not None and one.storage != "session-storage"
    }
    parties = {party(one, writer.inventory) for one in cookies if one.storage != "resource"}
    for key, holds in (
        ("session", True in ends),
        ("lasting", False in ends),
        ("first", "first" in parties),
        ("third", "third" in parties),
    ):
        if holds:
            spans += [Words(" "), *writer.say(f"what.{key}")]
    yield Paragraph(tuple(spans))
    kinds = dict.fromkeys(one.storage for one in cookies if one.storage != "cookie")
    if kinds:
        yield writer.paragraph("what.others")
        yield BulletList(
            tuple(
                writer.say(
                    "what.other",
                    kind=Strong(writer.term("storage", kind)),
                    detail=writer.term("storage-detail", kind),
                )
                for kind in sorted(kinds)
            )
        )
