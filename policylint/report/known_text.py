"""What is known of a cookie or a vendor, as text."""

from collections.abc import Iterator

from policylint.catalog.answer import Answer
from policylint.catalog.known import KnownCookie, KnownVendor, Match, MatchQuality
from policylint.report.clean import inert, visible
from policylint.report.layout import wrap
from policylint.report.wording import counted

HOW: dict[MatchQuality, str] = {
    "name-and-domain": "by its name and domain",
    "exact": "by its name, which is distinctive",
    "pattern": "by a pattern of names, which is distinctive",
    "name-only": "by its name alone, which others may use too",
}
BARE = "by its name alone, which anybody may choose: it says nothing without the domain"


def render(answer: Answer) -> str:
    """Write the answer, a section for each cookie and one for a vendor."""
    lines = list(_lines(answer))
    return inert("\n".join(map(visible, lines))) + "\n"


def _lines(answer: Answer) -> Iterator[str]:
    where = f" on {answer.domain}" if answer.domain else ""
    if not answer.is_known:
        yield f"the catalogue knows no cookie and no vendor '{answer.name}'"
        if answer.near:
            yield f"near names: {', '.join(answer.near)}"
        return
    if answer.matches:
        yield f"'{answer.name}'{where} may be {counted(len(answer.matches), 'known cookie')}"
    for match in answer.matches:
        yield ""
        yield from _cookie(match)
    if answer.vendor is not None:
        if answer.matches:
            yield ""
        yield f"vendor {answer.vendor.id}"
        yield from _vendor(answer.vendor)


def _cookie(match: Match) -> Iterator[str]:
    cookie, vendor = match.cookie, match.vendor
    how = BARE if cookie.is_bare and match.quality == "name-only" else HOW[match.quality]
    yield from wrap(f"{cookie.name} of {cookie.platform}, {how}", "", "  ")
    usual = f": {', '.join(cookie.purposes)}" if cookie.purposes else ""
    yield from _fact("usually", f"{cookie.category}{usual}")
    yield from _fact("does", cookie.note)
    yield from _fact("lifetime", _lifetime(cookie))
    yield from _fact("storage", cookie.storage if cookie.storage != "cookie" else None)
    yield from _fact("party", cookie.party)
    yield from _fact("domains", ", ".join(cookie.domains))
    yield from _fact("exemption", cookie.exemption_hint and f"{cookie.exemption_hint} (a hint)")
    if vendor is not None:
        country = f", {vendor.country}" if vendor.country else ""
        yield from _fact("vendor", f"{vendor.name}{country} ({vendor.id})")
        yield from _relations(vendor)
    elif cookie.vendor is None:
        yield from _fact("vendor", "none: it runs on the site's own server")
    yield from _fact("source", _dated(cookie.source, cookie.date))


def _lifetime(cookie: KnownCookie) -> str | None:
    if cookie.lifetime is None:
        return f"not sure; {cookie.lifetime_differs}" if cookie.lifetime_differs else None
    differs = f" (elsewhere: {cookie.lifetime_differs})" if cookie.lifetime_differs else ""
    return f"{cookie.lifetime} by default{differs}"


def _vendor(vendor: KnownVendor) -> Iterator[str]:
    yield from _fact("name", vendor.name)
    yield from _fact("country", vendor.country)
    yield from _fact("products", ", ".join(vendor.services))
    yield from _fact("group", vendor.parent)
    yield from _fact("domains", ", ".join(vendor.domains))
    yield from _fact("privacy policy", vendor.privacy_policy)
    yield from _relations(vendor)
    yield from _fact("source", _dated(vendor.source, vendor.date))


def _relations(vendor: KnownVendor) -> Iterator[str]:
    if vendor.role:
        yield from _fact("role", f"{vendor.role}, by {vendor.role_source} ({vendor.role_date})")
    if vendor.transfers:
        yield from _fact("reaches", f"{', '.join(vendor.transfers)} ({vendor.transfers_source})")
    if vendor.uses_pixel:
        yield from _fact("pixel", vendor.pixel_source)


def _dated(source: str, date: str) -> str:
    return f"{source} ({date})" if source and date else source


def _fact(label: str, text: str | None) -> Iterator[str]:
    if text:
        yield from wrap(f"{label}: {text}", "  ", "  ")
