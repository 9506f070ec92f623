"""Which cookies need no consent, which do, how it is asked, and how it is taken back."""

from collections.abc import Iterator
from typing import get_args

from policylint.law.jurisdictions import CH, EEA
from policylint.law.provisions import EPD_5_3
from policylint.law.purposes import group_of
from policylint.model.consent import Clicks, Consent
from policylint.model.cookie import Cookie
from policylint.model.terms import Group
from policylint.policy.blocks import Block, BulletList, Paragraph, Spans, Strong, Words
from policylint.policy.entry import asks_consent, consent_packs
from policylint.policy.writer import Writer


def essential(writer: Writer) -> Iterator[Block]:
    """List the cookies that are set without consent, and why the law allows it."""
    cookies = [one for one in writer.inventory.cookies if one.category == "essential"]
    if not cookies:
        return
    needed = [pack for pack in writer.packs if pack.code not in CH]
    if needed:
        directive = [EPD_5_3] if any(one.code in EEA for one in needed) else []
        laws = dict.fromkeys(
            writer.cited(law) for law in (*directive, *(one.cookie_law for one in needed))
        )
        yield writer.paragraph("essential.intro", citations=writer.join(laws))
    else:
        yield writer.paragraph("essential.intro-plain")
    yield BulletList(tuple(_essential_item(writer, one) for one in cookies))
    yield writer.paragraph("essential.blocking")


def _essential_item(writer: Writer, cookie: Cookie) -> Spans:
    name, purposes = writer.code(cookie), writer.terms("purpose", cookie.purposes)
    if cookie.exemption is None:
        return writer.say("essential.item", cookie=name, purposes=purposes)
    limb = writer.term("limb", cookie.exemption)
    return writer.say("essential.item-limb", cookie=name, purposes=purposes, limb=limb)


def improvement(writer: Writer) -> Iterator[Block]:
    """List the cookies that need consent, and say what a yes and a no mean."""
    cookies = [one for one in writer.inventory.cookies if one.category == "improvement"]
    asked = [one for one in cookies if asks_consent(one, writer.packs)]
    if asked:
        yield writer.paragraph("improvement.intro")
        yield BulletList(tuple(_groups(writer, asked)))
    else:
        writer.heading_key = "heading-unasked"
    unasked = tuple(_unasked(writer))
    if unasked:
        yield BulletList(unasked)
    consent = writer.inventory.consent
    if asked and consent is None:
        writer.leave_out("the way in which consent is asked", ("consent",))
    if asked and consent is not None:
        yield from writer.run_on(_layer(writer, consent))
        yield from writer.run_on(_refusal(writer, consent))
        yield from writer.run_on(_memory(writer, consent))
        yield from _triggers(writer, consent)
    if writer.inventory.site.directed_at_children:
        place = ("site", "parental_consent")
        text = writer.sentence(
            writer.inventory.site.parental_consent, "the way in which a parent agrees", *place
        )
        if text is not None:
            yield writer.paragraph("improvement.parents", text=text)


def _groups(writer: Writer, cookies: list[Cookie]) -> Iterator[Spans]:
    for group in get_args(Group):
        members = [one for one in cookies if group_of(one.purposes, improvement=True) == group]
        if members:
            names = writer.join(_where_asked(writer, one) for one in members)
            purposes = (purpose for one in members for purpose in one.purposes)
            yield writer.say(
                "improvement.group",
                group=Strong(writer.term("group", group)),
                cookies=names,
                purposes=writer.terms("purpose", purposes),
            )


def _where_asked(writer: Writer, cookie: Cookie) -> Spans:
    places = consent_packs(cookie, writer.packs)
    if len(places) == len(writer.packs):
        return (writer.code(cookie),)
    where = writer.places(places)
    return writer.say("improvement.in-places", cookie=writer.code(cookie), places=where)


def _unasked(writer: Writer) -> Iterator[Spans]:
    for index, cookie in enumerate(writer.inventory.cookies):
        if cookie.consent == "opt-in" or not consent_packs(cookie, writer.packs):
            continue
        if cookie.consent is None:
            writer.leave_out("the consent mode", ("cookies", index, "consent"))
            continue
        yield writer.say(
            "improvement.unasked",
            cookies=_where_asked(writer, cookie),
            mode=writer.term("consent-mode", cookie.consent),
        )


def _layer(writer: Writer, consent: Consent) -> Iterator[Paragraph]:
    if consent.prechecked == ():
        yield writer.paragraph("improvement.prechecked")
    if consent.implied_by == ():
        yield writer.paragraph("improvement.implied")
    match consent.clicks:
        case Clicks(accept=int(accept), reject=int(reject)) if reject <= accept:
            yield writer.paragraph("improvement.clicks")


def _refusal(writer: Writer, consent: Consent) -> Iterator[Paragraph]:
    text = writer.sentence(consent.if_refused, "the effect of a refusal", "consent", "if_refused")
    if text is not None:
        yield writer.paragraph("improvement.refused", text=text)
    if consent.wall != "none":
        yield writer.glossary("wall", consent.wall)
        place = ("consent", "alternative")
        text = writer.sentence(consent.alternative, "the alternative to consent", *place)
        if text is not None:
            yield writer.paragraph("improvement.alternative", text=text)
    if consent.signals is not None and consent.signals.gpc is not None:
        yield writer.glossary("signal-effect", consent.signals.gpc)


def _memory(writer: Writer, consent: Consent) -> Iterator[Paragraph]:
    proof = consent.record.retention if consent.record else None
    for key, clause, lifetime, field in (
        ("validity", "the validity of a consent", consent.validity, ("validity",)),
        ("refusal-memory", "the memory of a refusal", consent.refusal_memory, ("refusal_memory",)),
        ("proof", "the retention of the proof", proof, ("record", "retention")),
    ):
        if lifetime is None:
            writer.leave_out(clause, ("consent", *field))
        else:
            yield writer.paragraph(f"improvement.{key}", duration=writer.duration(lifetime))
    if consent.on_expiry is not None:
        yield writer.glossary("expiry-effect", consent.on_expiry)
    devices = consent.cross_device
    if devices and devices.enabled:
        account = "devices-account" if devices.authenticated_only else "devices"
        yield writer.paragraph(f"improvement.{account}")


def _triggers(writer: Writer, consent: Consent) -> Iterator[Block]:
    if consent.asks_again_on:
        yield writer.paragraph("improvement.asks-again")
        cases = dict.fromkeys(consent.asks_again_on)
        yield BulletList(tuple((Words(writer.term("consent-trigger", one)),) for one in cases))


def withdrawal(writer: Writer) -> Iterator[Block]:
    """Say how consent is withdrawn, and what happens then; nothing where the way is unknown."""
    if not any(asks_consent(one, writer.packs) for one in writer.inventory.cookies):
        return
    consent = writer.inventory.consent
    taken_back = consent.withdrawal if consent else None
    place = ("consent", "withdrawal", "entry_point")
    text = taken_back.entry_point if taken_back else None
    entry = writer.sentence(text, "the whole section", *place)
    if consent is not None and entry is not None:
        yield from writer.run_on(_taking_back(writer, consent, entry))


def _taking_back(writer: Writer, consent: Consent, entry: Words) -> Iterator[Paragraph]:
    yield writer.paragraph("withdrawal.entry", entry=entry)
    if consent.clicks and consent.clicks.withdraw:
        yield writer.count("withdrawal.clicks", consent.clicks.withdraw)
        if consent.clicks.withdraw <= (consent.clicks.accept or 0):
            yield writer.paragraph("withdrawal.as-easy")
    taken_back = consent.withdrawal
    if taken_back and taken_back.clears is not None:
        yield writer.paragraph(
            "withdrawal.clears" if taken_back.clears else "withdrawal.clears-not"
        )
    if taken_back and taken_back.informs_vendors is not None:
        told = taken_back.informs_vendors
        yield writer.paragraph("withdrawal.informs" if told else "withdrawal.informs-not")
    yield writer.paragraph("withdrawal.past")
