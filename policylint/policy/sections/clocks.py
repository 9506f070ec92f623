"""How long cookies stay, computed from the inventory."""

from collections.abc import Iterator

from policylint.model.cookie import Cookie
from policylint.model.inventory import Inventory
from policylint.model.lifetime import Lifetime, longest
from policylint.model.traits import WITHOUT_LIFETIME
from policylint.policy.blocks import Block, Spans
from policylint.policy.writer import Writer


def longest_lifetime(inventory: Inventory) -> Lifetime | None:
    """Compute the longest lifetime that has an end; None where a lifetime is not declared."""
    if any(_lacks_lifetime(one) for one in inventory.cookies):
        return None
    lifetimes = [one.lifetime for one in inventory.cookies if one.lifetime is not None]
    return longest([one for one in lifetimes if not one.is_unbounded])


def lifetimes(writer: Writer) -> Iterator[Block]:
    """State the longest lifetime, which cookies have it, and which start again or never end."""
    cookies = writer.inventory.cookies
    for index, cookie in enumerate(cookies):
        if _lacks_lifetime(cookie):
            place = ("cookies", index, "lifetime")
            writer.leave_out("the longest lifetime, for want of that", place)
    uncleared = [one for one in cookies if one.lifetime and one.lifetime.is_unbounded]
    found = longest_lifetime(writer.inventory)
    if found is not None and not (found.is_session and uncleared):
        yield _longest(writer, found)
    if uncleared:
        yield writer.paragraph("lifetimes.uncleared", cookies=_names(writer, uncleared))
    rolling = [
        one
        for one in cookies
        if one.renewal == "rolling" and one.lifetime is not None and one.lifetime.amounts
    ]
    if rolling:
        yield writer.paragraph("lifetimes.rolling", cookies=_names(writer, rolling))
    if any(one.retention is not None for one in cookies):
        yield writer.paragraph("lifetimes.clocks")


def _longest(writer: Writer, found: Lifetime) -> Block:
    if found.is_session:
        return writer.paragraph("lifetimes.session")
    cookies = writer.inventory.cookies
    same = [one for one in cookies if one.lifetime and not _differs(one.lifetime, found)]
    duration = writer.duration(found)
    return writer.paragraph("lifetimes.longest", duration=duration, cookies=_names(writer, same))


def _lacks_lifetime(cookie: Cookie) -> bool:
    return cookie.lifetime is None and cookie.storage not in WITHOUT_LIFETIME


def _differs(lifetime: Lifetime, other: Lifetime) -> bool:
    if lifetime.is_session != other.is_session:
        return True
    return lifetime.exceeds(other) or other.exceeds(lifetime)


def _names(writer: Writer, cookies: list[Cookie]) -> Spans:
    return writer.join([writer.code(one) for one in cookies])
