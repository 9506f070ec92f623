"""What the catalogue knows of the entries and vendors of an inventory.

It suggests and contradicts, and decides nothing alone: a name that several products share counts
only together with the host or the vendor that an entry declares.
"""

from collections.abc import Sequence

from policylint.catalog.known import KnownVendor, Match
from policylint.model.cookie import Cookie
from policylint.model.record import Record
from policylint.model.traits import readers
from policylint.rule import Context


class Recognised(Record):
    """The cookies of the catalogue that an entry is, or may be.

    `firm` are those of a name that is distinctive, or whose host or vendor the entry declares;
    `loose` match by a name alone that others use too. Never both.
    """

    firm: Sequence[Match] = ()
    loose: Sequence[Match] = ()

    @property
    def best(self) -> Sequence[Match]:
        """Give the firm matches of the best quality there is, of the first catalogue with any."""
        best = self.firm[:1]
        return [
            one
            for one in self.firm
            for top in best
            if (one.quality, one.rank) == (top.quality, top.rank)
        ]


def recognise(context: Context, cookie: Cookie) -> Recognised:
    """Look an entry up in the catalogue."""
    matches = context.catalog.matches(cookie.name, cookie.domain or cookie.cname_of, cookie.storage)
    if not matches:
        return Recognised()
    firm = [one for one in matches if one.quality != "name-only"]
    if not firm:
        groups = groups_of(context, cookie)
        firm = [
            one for one in matches if one.vendor and context.catalog.group(one.vendor) in groups
        ]
    if firm:
        return Recognised(firm=firm)
    return Recognised(loose=() if any(one.cookie.is_bare for one in matches) else matches)


def groups_of(context: Context, cookie: Cookie) -> frozenset[str]:
    """Name the groups of the vendors that an entry declares, as far as the catalogue knows them."""
    found = (known_vendor(context, key) for key in declared(context, cookie))
    return frozenset(context.catalog.group(one) for one in found if one is not None)


def declared(context: Context, cookie: Cookie) -> Sequence[str]:
    """List the vendors that an entry names, the consent platform for the choice among them."""
    keys = list(readers(cookie))
    consent = context.inventory.consent
    if consent and consent.platform and "consent-choice" in cookie.purposes:
        keys.append(consent.platform)
    return keys


def known_vendor(context: Context, key: str) -> KnownVendor | None:
    """Find a vendor of the inventory in the catalogue: by its product, its name or its hosts."""
    vendor = context.inventory.vendors.get(key)
    if vendor is None:
        return None
    for text in (vendor.service, vendor.name):
        for one in _texts(text):
            found = context.catalog.find_vendor(one)
            if found is not None:
                return found
    return next(filter(None, map(context.catalog.vendor_of_host, vendor.domains)), None)


def tools_of(context: Context, key: str) -> Sequence[KnownVendor]:
    """Find what a vendor of the inventory is used for here, as the catalogue tells it apart.

    By the product that it names; else by the cookies that it sets; else by its name.
    """
    known = known_vendor(context, key)
    if known is None:
        return ()
    vendor = context.inventory.vendors[key]
    if known.parent is not None or _names_product(known, _texts(vendor.service)):
        return (known,)
    group = context.catalog.group(known)
    found = {
        match.vendor.id: match.vendor
        for _, cookie in context.cookies
        if cookie.vendor == key
        for match in recognise(context, cookie).best
        if match.vendor and context.catalog.group(match.vendor) == group
    }
    return tuple(found.values()) or (known,)


def _names_product(known: KnownVendor, texts: Sequence[str]) -> bool:
    products = {service.casefold() for service in known.services}
    return any(text.casefold() in products for text in texts)


def _texts(value: object) -> Sequence[str]:
    """List the wordings of a name: one, or one per language."""
    if value is None:
        return ()
    if isinstance(value, str):
        return (value,)
    plain = getattr(value, "plain", None)
    return (plain,) if plain is not None else tuple(getattr(value, "by_language", {}).values())
