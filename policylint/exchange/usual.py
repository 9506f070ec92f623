"""The cookies that a product sets in most sites, for files that name products and no cookie.

A name here must be known to the catalogue, with the same vendor. Where nothing is sure (Google
Tag Manager, an embedded video) a product is not listed.
"""

from collections.abc import Mapping, Sequence

from policylint.catalog.lookup import matches
from policylint.exchange.draft import Told
from policylint.exchange.node import Node
from policylint.exchange.scribe import Scribe

COOKIES: Mapping[str, Sequence[str]] = {
    "adroll": ("__adroll", "__ar_v4"),
    "axeptio": ("axeptio_cookies", "axeptio_authorized_vendors", "axeptio_all_vendors"),
    "criteo": ("cto_bundle",),
    "google-ads": ("_gcl_au", "_gcl_aw"),
    "google-analytics": ("_ga", "_ga_*"),
    "google-marketing-platform": ("IDE",),
    "hotjar": ("_hjSessionUser_*", "_hjSession_*"),
    "hubspot": ("__hstc", "hubspotutk", "__hssc", "__hssrc"),
    "linkedin": ("li_sugr", "bcookie", "lidc", "UserMatchHistory"),
    "meta-pixel": ("_fbp", "_fbc"),
    "microsoft-advertising": ("_uetsid", "_uetvid"),
    "microsoft-clarity": ("_clck", "_clsk"),
    "mouseflow": ("mf_user",),
    "pinterest": ("_pin_unauth",),
    "quantcast": ("__qca",),
    "reddit": ("_rdt_uuid",),
    "snap": ("_scid",),
    "tiktok": ("_ttp",),
    "x": ("_twclid",),
}
"""By id of the vendor in the catalogue."""

KNOWN = "the catalogue of known cookies"


def add_usual(scribe: Scribe, vendor: str, node: Node, names: Sequence[str] | None = None) -> int:
    """Add what a product usually sets and say where that is from; count what was added."""
    added = 0
    for name in COOKIES.get(vendor, ()) if names is None else names:
        known = next((match.cookie for match in matches(name) if match.cookie.name == name), None)
        if known is None or scribe.has(name):
            continue
        entry = scribe.entry(name, node)
        if entry is None:
            continue
        added += 1
        entry.fields["vendor"] = scribe.told(vendor, node)
        if known.purposes:
            entry.fields["purposes"] = Told(list(known.purposes), KNOWN)
        entry.remarks.append(
            f"name: the file names no cookie; this is one that {known.platform} usually sets"
        )
        if known.lifetime is not None:
            entry.remarks.append(f"lifetime: {known.lifetime} by default, which a site may change")
    return added
