"""The rights that apply, and no others; how to use them; where to complain."""

from collections.abc import Iterator

from policylint.i18n.typography import typeset
from policylint.law.jurisdictions import CH, EEA, UK
from policylint.model.terms import LegalBasisName
from policylint.model.traits import is_personal
from policylint.policy.blocks import Block, BulletList, Link, Spans, Strong
from policylint.policy.entry import asks_consent, bases
from policylint.policy.regimes import article, regulations
from policylint.policy.sections.identity import contact
from policylint.policy.writer import Writer

_ALWAYS = (("access", "15"), ("rectification", "16"), ("erasure", "17"), ("restriction", "18"))


def rights(writer: Writer) -> Iterator[Block]:
    """List the rights that the declared legal bases give."""
    if not any(is_personal(one) for one in writer.inventory.cookies):
        return
    if not regulations(writer.packs):
        reason = "policylint has no text on the rights under the law of these jurisdictions"
        writer.leave_out("all rights", ("site", "jurisdictions"), reason)
        return
    yield writer.paragraph("rights.intro")
    yield BulletList(tuple(_right(writer, *one) for one in _applicable(writer)))
    codes = {one.code for one in writer.packs}
    if codes & CH:
        reason = "policylint has no text on the rights under the law of Switzerland"
        writer.leave_out("the rights in Switzerland", ("site", "jurisdictions"), reason)
    if codes & EEA and codes & UK:
        decided = _decides(writer)
        yield writer.paragraph(f"rights.united-kingdom{'-automated' if decided else ''}")
    address = contact(writer)
    if address is None:
        reason = "declare 'controller.email', 'controller.address' or 'controller.url'"
        writer.leave_out("the way to use the rights", ("controller", "email"), reason)
    else:
        yield writer.paragraph("rights.use", contact=address)


def _applicable(writer: Writer) -> Iterator[tuple[str, str, str | None]]:
    for name, number in _ALWAYS:
        yield name, number, None
    used = _used_bases(writer)
    if used & {"consent", "contract"}:
        yield "portability", "20", None
    if used & {"legitimate-interests", "public-task"}:
        yield "objection", "21", None
    asked = any(asks_consent(one, writer.packs) for one in writer.inventory.cookies)
    if asked or "consent" in used:
        yield "withdrawal", "7", "3"
    if _decides(writer):
        in_eea = {one.code for one in writer.packs} & EEA
        yield ("automated", "22", None) if in_eea else ("automated-uk", "22C", None)


def _decides(writer: Writer) -> bool:
    cookies = writer.inventory.cookies
    return any(one.profiling and one.profiling.automated_decisions for one in cookies)


def _used_bases(writer: Writer) -> set[LegalBasisName]:
    return {
        basis
        for cookie in writer.inventory.cookies
        for basis, _ in bases(cookie, writer.packs)
        if basis is not None
    }


def _right(writer: Writer, name: str, number: str, paragraph: str | None) -> Spans:
    provision = article(writer.packs, number, paragraph)
    if provision is None:
        raise AssertionError("rights are listed only where a regulation gives them")
    return writer.say(
        "rights.item",
        right=Strong(writer.term("right", name)),
        citation=writer.cited(provision),
        what=_what(writer, name),
    )


def _what(writer: Writer, name: str) -> Spans:
    """Say what a right gives; to withdraw, by the entry point, else by the contact."""
    if name == "withdrawal" and not _has_entry_point(writer):
        address = contact(writer)
        if address is None:
            return writer.say("rights.withdrawal-unsaid")
        return writer.say("rights.withdrawal-contact", contact=address)
    return writer.say(f"rights.{name.removesuffix('-uk')}")


def _has_entry_point(writer: Writer) -> bool:
    """Tell whether the policy says where consent is withdrawn."""
    consent = writer.inventory.consent
    entry = consent.withdrawal.entry_point if consent and consent.withdrawal else None
    asked = any(asks_consent(one, writer.packs) for one in writer.inventory.cookies)
    return asked and entry is not None and bool(entry.read(writer.language, writer.first))


def complaint(writer: Writer) -> Iterator[Block]:
    """Name the authority of each jurisdiction, with its page for complaints."""
    if not writer.packs:
        return
    yield writer.paragraph("complaint.intro")
    yield BulletList(tuple(_authorities(writer)))


def _authorities(writer: Writer) -> Iterator[Spans]:
    for pack in writer.packs:
        name = typeset(pack.authority.name(writer.speech), writer.speech)
        page = Link(writer.words.text("policy.complaint.link"), pack.authority.complaint_url)
        authority = writer.aside(Strong(name), page)
        place = writer.jurisdiction(pack.code)
        yield writer.say("complaint.item", place=place, authority=authority)
