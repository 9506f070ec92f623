"""Improvement cookies that a national rule exempts from consent, and how to object to them."""

from collections.abc import Iterator

from policylint.model.cookie import Cookie
from policylint.policy.blocks import Block, BulletList, Link, Span, Spans, Words
from policylint.policy.entry import consent_packs, exempt_packs
from policylint.policy.writer import Writer


def exempt(writer: Writer) -> Iterator[Block]:
    """List the exempt cookies with the places, the exemption and the way to object."""
    items = [
        _item(writer, index, cookie)
        for index, cookie in enumerate(writer.inventory.cookies)
        if exempt_packs(cookie, writer.packs)
    ]
    if items:
        yield writer.paragraph("exempt.intro")
        yield BulletList(tuple(items))


def _item(writer: Writer, index: int, cookie: Cookie) -> Spans:
    places = exempt_packs(cookie, writer.packs)
    names = [cookie.exempt_in[one.code] for one in places]
    parts = [
        writer.say(
            "exempt.item",
            cookie=writer.code(cookie),
            places=writer.places(places),
            exemption=writer.terms("exemption-name", names),
        )
    ]
    elsewhere = consent_packs(cookie, writer.packs)
    if elsewhere and cookie.consent is not None:
        mode = writer.term("consent-mode", cookie.consent)
        where = writer.places(elsewhere)
        parts.append(writer.say("exempt.elsewhere", places=where, mode=mode))
    parts += [writer.say(f"exempt.{key}") for key in _conditions(cookie)]
    way = _way_out(writer, index, cookie)
    if way is not None:
        parts.append(writer.say("exempt.object", way=way))
    return tuple(span for part in parts for span in (*part, Words(" ")))[:-1]


def _conditions(cookie: Cookie) -> Iterator[str]:
    measurement = cookie.measurement
    if measurement is None:
        return
    if measurement.own_account:
        yield "own-account"
    if measurement.anonymous_output:
        yield "anonymous"
    if measurement.cross_site is False:
        yield "one-site"
    if measurement.cross_matching is False:
        yield "unmatched"


def _way_out(writer: Writer, index: int, cookie: Cookie) -> Span | None:
    place = ("cookies", index, "opt_out")
    text = cookie.opt_out
    if text is not None and text.plain is not None and _is_address(text.plain):
        return Link(text.plain, text.plain)
    words = writer.sentence(text, "the opt-out", *place)
    if words is not None and _is_address(words.text):
        return Link(words.text, words.text)
    return words


def _is_address(text: str) -> bool:
    return text.startswith(("https://", "http://")) and " " not in text
