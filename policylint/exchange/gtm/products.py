"""The types of tag that Google Tag Manager ships, and the product that each belongs to.

Names of products are those of the catalogue. Types that are no product (custom HTML, listeners,
templates) are read elsewhere.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple


class Product(NamedTuple):
    """A product, and the cookies that its tag sets if they are not its usual ones."""

    name: str
    cookies: Sequence[str] | None = None


_LINKER = ("_gcl_au", "_gcl_aw", "_gcl_dc", "_gcl_gb")

TAGS: Mapping[str, Product] = {
    "asp": Product("AdRoll"),
    "awcr": Product("Google Ads", ()),
    "awct": Product("Google Ads"),
    "awud": Product("Google Ads", ()),
    "baut": Product("Microsoft Advertising"),
    "bzi": Product("LinkedIn Insight Tag"),
    "cegg": Product("Crazy Egg"),
    "crto": Product("Criteo"),
    "flc": Product("Floodlight"),
    "fls": Product("Floodlight"),
    "gaawc": Product("Google Analytics 4"),
    "gaawe": Product("Google Analytics 4"),
    "gclidw": Product("Google Ads", _LINKER),
    "hjtc": Product("Hotjar"),
    "mf": Product("Mouseflow"),
    "opt": Product("Google Optimize"),
    "pntr": Product("Pinterest Tag"),
    "qcm": Product("Quantcast Measure"),
    "sp": Product("Google Ads remarketing"),
    "twitter_website_tag": Product("X Pixel"),
    "ua": Product("Universal Analytics", ("_ga", "_gid", "_gat*")),
}
"""In the page."""

SERVER_TAGS: Mapping[str, Product] = {
    "sgtmadscl": Product("Google Ads", ("FPAU", "FPGCLAW")),
    "sgtmadsct": Product("Google Ads", ()),
    "sgtmadsremarket": Product("Google Ads remarketing", ()),
    "sgtmfls": Product("Floodlight", ()),
    "sgtmgaaw": Product("Google Analytics 4", ()),
}
"""On a tagging server."""

_DESTINATIONS: Mapping[str, Product] = {
    "G-": TAGS["gaawc"],
    "AW-": TAGS["awct"],
    "DC-": TAGS["flc"],
}

PLATFORMS = frozenset(
    (
        *("axeptio", "commanders-act", "complianz", "consentmanager", "cookie-script"),
        *("cookiebot", "cookiefirst", "cookiehub", "cookieyes", "didomi", "iubenda", "onetrust"),
        *("osano", "sourcepoint", "trustarc", "usercentrics"),
    )
)
"""Vendors of the catalogue that ask for consent: their tags need none."""


def product_of(kind: str, destination: str | None) -> Product | None:
    """Find the product of a type; that of a Google tag is told by where it sends to."""
    if kind == "googtag":
        prefix = (destination or "").partition("-")[0].upper() + "-"
        return _DESTINATIONS.get(prefix)
    return TAGS.get(kind) or SERVER_TAGS.get(kind)
