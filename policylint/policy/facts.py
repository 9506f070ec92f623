"""The facts that a published text must hold, each with the ways in which it can be told."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args
from urllib.parse import urlsplit

from policylint.law.jurisdictions import DE, EU, Pack
from policylint.law.purposes import group_of
from policylint.model.terms import Group
from policylint.model.traits import vendors_in_use
from policylint.policy.blocks import Pointer
from policylint.policy.clean import clean, shortened
from policylint.policy.entry import asks_consent
from policylint.policy.writer import Writer

_WORD = re.compile(r"\w{4,}")
_WORDS = re.compile(r"[\w-]+")
_SPACE = re.compile(r"[\s,]+")
_OF_SEVERAL_AUTHORITIES = EU | DE


@dataclass(frozen=True, slots=True)
class Fact:
    """Something to be told: one of `patterns`; where `near` is given, close to one of those.

    Patterns are of literal words, for a folded text. Instead, `glob` is a name in which `*` may
    stand for anything, and all words of `scattered` in one line tell the fact too.
    """

    pointer: Pointer
    message: str
    patterns: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    scattered: tuple[str, ...] = ()
    glob: str = ""


def facts(writer: Writer) -> Iterator[Fact]:
    """List the facts, in the order of the inventory. The longest lifetime is `durations`' part."""
    yield from _controller(writer)
    yield from _withdrawal(writer)
    yield from _vendors(writer)
    yield from _cookies(writer)
    yield from _groups(writer)
    for pack in writer.packs:
        yield _authority(writer, pack)


def _controller(writer: Writer) -> Iterator[Fact]:
    controller = writer.inventory.controller
    yield Fact(
        ("controller", "name"),
        f"the controller '{shortened(controller.name)}' is not named",
        (_loose(controller.name),),
    )
    ways = [controller.email, controller.address, controller.phone, controller.url]
    declared = tuple(_loose(way) for way in ways if way)
    if declared:
        yield Fact(("controller",), "no declared contact of the controller is given", declared)


def _withdrawal(writer: Writer) -> Iterator[Fact]:
    inventory = writer.inventory
    consent = inventory.consent
    entry = consent.withdrawal.entry_point if consent and consent.withdrawal else None
    text = entry.read(writer.language, writer.first) if entry else None
    if text is None or not any(asks_consent(one, writer.packs) for one in inventory.cookies):
        return
    yield Fact(
        ("consent", "withdrawal", "entry_point"),
        f"the way to withdraw consent, '{shortened(text)}', is not given",
        (_loose(text),),
        scattered=tuple(dict.fromkeys(_WORD.findall(text))),
    )


def _vendors(writer: Writer) -> Iterator[Fact]:
    for key in vendors_in_use(writer.inventory):
        vendor = writer.inventory.vendors[key]
        name, product = vendor.name, writer.product(vendor)
        short = shortened(name)
        yield Fact(("vendors", key, "name"), f"the vendor '{short}' is not named", (_loose(name),))
        country = writer.country(vendor.country)
        yield Fact(
            ("vendors", key, "country"),
            f"the country of '{short}', {country}, is not given with it",
            (_whole(country), rf"\({vendor.country}\)"),
            near=tuple(_loose(one) for one in (name, product) if one),
        )


def _cookies(writer: Writer) -> Iterator[Fact]:
    for index, cookie in enumerate(writer.inventory.cookies):
        yield Fact(
            ("cookies", index, "name"),
            f"the cookie '{shortened(cookie.name)}' is not listed",
            glob=clean(cookie.name),
        )


def _groups(writer: Writer) -> Iterator[Fact]:
    cookies = writer.inventory.cookies
    first = next((n for n, one in enumerate(cookies) if one.category == "essential"), None)
    if first is not None:
        yield Fact(
            ("cookies", first, "category"),
            "the essential cookies are not said to need no consent",
            _alternatives(writer, "no-consent"),
            near=_alternatives(writer, "essential"),
        )
    for group in get_args(Group):
        members = (
            index
            for index, one in enumerate(cookies)
            if asks_consent(one, writer.packs) and group_of(one.purposes, improvement=True) == group
        )
        index = next(members, None)
        if index is not None:
            yield Fact(
                ("cookies", index, "consent"),
                f"the cookies of the group '{group}' are not said to need consent",
                _alternatives(writer, "consent"),
                near=(*_alternatives(writer, "improvement"), *_alternatives(writer, group)),
            )


def _authority(writer: Writer, pack: Pack) -> Fact:
    name = pack.authority.name(writer.speech)
    long, _, aside = name.partition(" (")
    capitals = (one for one in _WORDS.findall(aside) if sum(map(str.isupper, one)) > 1)
    short = tuple(_whole(one) for one in capitals)
    host = (urlsplit(pack.authority.url).hostname or name).removeprefix("www.")
    is_one_of_many = pack.baseline or pack.code in _OF_SEVERAL_AUTHORITIES
    anyone = _alternatives(writer, "any-authority") if is_one_of_many else ()
    return Fact(
        ("site", "jurisdictions"),
        f"the authority of {writer.jurisdiction(pack.code)}, {name}, is not named",
        (*map(_loose, long.split(" / ")), *short, re.escape(host), *anyone),
    )


def _alternatives(writer: Writer, key: str) -> tuple[str, ...]:
    words = writer.words.text(f"ui.match.{key}").split("|")
    return tuple(_whole(word) for word in words)


def folded(text: str) -> str:
    """Level what a layout may change: case, white space, commas and apostrophes."""
    return _SPACE.sub(" ", clean(text).replace("\u2019", "'").casefold())


def _loose(text: str) -> str:
    """Write a pattern that fits a folded text."""
    return re.escape(folded(text).strip())


def _whole(text: str) -> str:
    """Write a pattern of whole words. It begins with a letter, which makes the search quick."""
    loose = _loose(text)
    return rf"{loose}(?!\w)(?<!\w{loose})"
