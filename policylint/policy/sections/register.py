"""The list of cookies, by the service that uses them: a card for each."""

from collections.abc import Iterator
from itertools import count
from typing import get_args

from policylint.law.purposes import group_of
from policylint.model.cookie import Cookie
from policylint.model.terms import Group
from policylint.model.traits import WITHOUT_LIFETIME, is_personal, party, readers
from policylint.policy.blocks import Block, Card, Entry, Heading, Link, Spans, Words
from policylint.policy.entry import bases, consent_packs, exempt_packs
from policylint.policy.regimes import basis_article
from policylint.policy.sources import ENTRY_FIELDS, VENDOR_FIELDS
from policylint.policy.writer import Writer

_RANK = get_args(Group)
Numbered = tuple[int, Cookie]


def register(writer: Writer) -> Iterator[Block]:
    """List every cookie with all that visitors are told of it."""
    if not writer.inventory.cookies:
        yield writer.paragraph("list.none")
        return
    yield writer.paragraph("list.intro")
    anchors: set[str] = set()
    for vendor in _services(writer):
        cookies = [
            (index, cookie)
            for index, cookie in enumerate(writer.inventory.cookies)
            if cookie.vendor == vendor
        ]
        if cookies:
            yield Heading(3, _service_name(writer, vendor), f"service-{vendor or 'own'}")
            yield from _service(writer, vendor)
            for index, cookie in sorted(cookies, key=_order):
                anchor = _anchor(cookie.name, anchors)
                yield Card((writer.code(cookie),), anchor, tuple(_entries(writer, index, cookie)))


def _order(numbered: Numbered) -> tuple[int, int]:
    index, cookie = numbered
    improvement = cookie.category == "improvement"
    return (_RANK.index(group_of(cookie.purposes, improvement=improvement)), index)


def _services(writer: Writer) -> list[str | None]:
    used = {one.vendor for one in writer.inventory.cookies if one.vendor}
    return [None, *sorted(used, key=lambda key: (_plain_name(writer, key).casefold(), key))]


def _plain_name(writer: Writer, key: str) -> str:
    return "".join(span.text for span in _service_name(writer, key))


def _service_name(writer: Writer, key: str | None) -> Spans:
    if key is None:
        return writer.aside(writer.inventory.controller.name, writer.label("own"))
    vendor = writer.inventory.vendors.get(key)
    if vendor is None:
        return (Words(key),)
    return (Words(writer.product(vendor) or vendor.name),)


def _service(writer: Writer, key: str | None) -> Iterator[Block]:
    if key is None:
        return
    vendor = writer.inventory.vendors.get(key)
    if vendor is None:
        writer.leave_out("the company", ("vendors", key), f"declare 'vendors.{key}'")
        return
    entries = [
        _fact(writer, key, "company", (Words(vendor.name),)),
        _fact(writer, key, "country", (Words(writer.country(vendor.country)),)),
    ]
    if vendor.role is None:
        writer.leave_out("the role of a company", ("vendors", key, "role"))
    else:
        entries.append(_fact(writer, key, "role", writer.role(vendor.role)))
    if vendor.privacy_policy is None:
        place = ("vendors", key, "privacy_policy")
        writer.leave_out("the privacy policy of a company", place)
    else:
        link = Link(vendor.privacy_policy, vendor.privacy_policy)
        entries.append(_fact(writer, key, "privacy-policy", (link,)))
    yield Card((), None, tuple(entries))


def _fact(writer: Writer, key: str, label: str, value: Spans) -> Entry:
    return Entry(writer.label(label), (value,), (("vendors", key, VENDOR_FIELDS[label]),))


def _anchor(name: str, taken: set[str]) -> str:
    kept = "".join(
        one if one.isascii() and (one.isalnum() or one in "_.-") else "-"
        for one in name.replace("*", "any")
    )
    stem = f"cookie-{kept}"
    anchor = next(
        one
        for number in count(1)
        if (one := stem if number == 1 else f"{stem}-{number}") not in taken
    )
    taken.add(anchor)
    return anchor


def _entries(writer: Writer, index: int, cookie: Cookie) -> Iterator[Entry]:
    for label, values in (
        ("does", _description(writer, index, cookie)),
        ("kind", [(Words(writer.term("storage", cookie.storage)),)]),
        ("group", [(Words(_group(writer, cookie)),)]),
        ("consent", list(_consent(writer, cookie))),
        (_purpose_label(cookie), _purposes(writer, index, cookie)),
        ("interest", _interest(writer, index, cookie)),
        ("lifetime", _lifetime(writer, index, cookie)),
        ("data", [(Words(writer.terms("data-kind", cookie.data)),)] if cookie.data else []),
        ("personal", _not_personal(writer, cookie)),
        ("retention", _retention(writer, index, cookie)),
        ("party", _party(writer, index, cookie)),
        ("other-sites", [writer.say("list.cross-site")] if cookie.cross_site else []),
        ("readers", _readers(writer, index, cookie)),
    ):
        if values:
            sources = tuple(("cookies", index, field) for field in ENTRY_FIELDS[label])
            yield Entry(writer.label(label), tuple(values), sources)


def _description(writer: Writer, index: int, cookie: Cookie) -> list[Spans]:
    place = ("cookies", index, "description")
    found = writer.own(cookie.description, "the description", *place)
    if found is not None:
        return [(found,)]
    foreign = writer.foreign(cookie.description) if cookie.description else None
    return [(foreign,)] if foreign else []


def _group(writer: Writer, cookie: Cookie) -> str:
    group = group_of(cookie.purposes, improvement=cookie.category == "improvement")
    return writer.term("group", group)


def _consent(writer: Writer, cookie: Cookie) -> Iterator[Spans]:
    if cookie.category == "essential":
        yield writer.say("list.without-consent")
        return
    exempt, asked = exempt_packs(cookie, writer.packs), consent_packs(cookie, writer.packs)
    if exempt:
        yield writer.say("list.exempt-in", places=writer.places(exempt))
    if asked and cookie.consent is not None:
        mode = writer.term("consent-mode", cookie.consent)
        where = writer.places(asked)
        yield writer.say("list.mode-in", mode=mode, places=where) if exempt else (Words(mode),)


def _purpose_label(cookie: Cookie) -> str:
    return "purposes-and-basis" if cookie.legal_basis else "purposes"


def _purposes(writer: Writer, index: int, cookie: Cookie) -> list[Spans]:
    grounds = list(_grounds(writer, index, cookie))
    purposes = [writer.term("purpose", one) for one in cookie.purposes]
    if not grounds:
        return [(Words(purpose),) for purpose in purposes]
    basis = writer.join(grounds)
    return [writer.say("list.basis", purpose=one, basis=basis) for one in purposes]


def _grounds(writer: Writer, index: int, cookie: Cookie) -> Iterator[Spans]:
    found = bases(cookie, writer.packs)
    for basis, packs in found:
        if basis is None:
            if is_personal(cookie):
                place = ("cookies", index, "legal_basis")
                missing = f"declare 'legal_basis' for {', '.join(one.code for one in packs)}"
                writer.leave_out("the legal basis", place, missing)
            continue
        name, article = writer.term("legal-basis-name", basis), basis_article(packs, basis)
        words = writer.aside(name, writer.cited(article)) if article else (Words(name),)
        if len(found) > 1:
            words = writer.say("list.basis-in", basis=words, places=writer.places(packs))
        yield words


def _interest(writer: Writer, index: int, cookie: Cookie) -> list[Spans]:
    if not any(basis == "legitimate-interests" for basis, _ in bases(cookie, writer.packs)):
        return []
    place = ("cookies", index, "interest")
    found = writer.own(cookie.interest, "the legitimate interest", *place)
    return [(found,)] if found else []


def _lifetime(writer: Writer, index: int, cookie: Cookie) -> list[Spans]:
    if cookie.lifetime is None:
        if cookie.storage not in WITHOUT_LIFETIME:
            writer.leave_out("the lifetime", ("cookies", index, "lifetime"))
        return []
    in_tab = cookie.storage == "session-storage"
    duration = writer.duration(cookie.lifetime, in_tab=in_tab)
    if cookie.renewal is None or not cookie.lifetime.amounts:
        return [(Words(duration),)]
    renewal = writer.term("renewal", cookie.renewal)
    return [writer.say("list.renewal", duration=duration, renewal=renewal)]


def _not_personal(writer: Writer, cookie: Cookie) -> list[Spans]:
    return [writer.say("list.no-personal")] if cookie.personal_data is False else []


def _retention(writer: Writer, index: int, cookie: Cookie) -> list[Spans]:
    place: tuple[str | int, ...] = ("cookies", index, "retention")
    if cookie.retention is None:
        if is_personal(cookie):
            writer.leave_out("the retention period", place)
        return []
    if cookie.retention.lifetime is not None:
        return [(Words(writer.duration(cookie.retention.lifetime)),)]
    found = writer.own(cookie.retention.criterion, "the retention period", *place, "criterion")
    return [(found,)] if found else []


def _party(writer: Writer, index: int, cookie: Cookie) -> list[Spans]:
    found = party(cookie, writer.inventory)
    if found is None:
        place = ("cookies", index, "domain")
        writer.leave_out("the party", place, "declare 'domain' or 'party'")
        return []
    kind = "resource-party" if cookie.storage == "resource" else "party"
    return [(Words(writer.term(kind, found)),)]


def _readers(writer: Writer, index: int, cookie: Cookie) -> list[Spans]:
    names: list[Spans] = []
    for key in readers(cookie):
        vendor = writer.inventory.vendors.get(key)
        if vendor is not None:
            country = writer.country(vendor.country)
            names.append(writer.say("list.vendor-in", name=vendor.name, country=country))
    if names:
        return names
    if cookie.recipients is None:
        writer.leave_out("the other readers", ("cookies", index, "recipients"))
        return []
    return [writer.say("list.nobody")]
