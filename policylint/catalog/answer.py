"""What a catalogue answers to a name that somebody types."""

from collections.abc import Sequence

from policylint.catalog.known import KnownVendor, Match
from policylint.catalog.lookup import Catalog
from policylint.model.record import Record

MOST_NEAR = 5
MOST_LETTERS = 100
ALIKE = 0.7


class Answer(Record):
    """The cookies that a name may be, the vendor that it names, and names near one unknown."""

    name: str
    domain: str | None
    matches: Sequence[Match]
    vendor: KnownVendor | None
    near: Sequence[str]

    @property
    def is_known(self) -> bool:
        """Tell whether the catalogue knows the name at all."""
        return bool(self.matches) or self.vendor is not None


def answer(catalog: Catalog, name: str, domain: str | None) -> Answer:
    """Look a name up, of a cookie in any storage or of a vendor."""
    matches = catalog.matches(name, domain, storage=None)
    vendor = catalog.find_vendor(name)
    known = bool(matches) or vendor is not None
    near = () if known else _near(catalog, name)
    return Answer(name=name, domain=domain, matches=matches, vendor=vendor, near=near)


def _near(catalog: Catalog, name: str) -> Sequence[str]:
    from difflib import get_close_matches

    if len(name) > MOST_LETTERS:
        return ()
    folded: dict[str, str] = {}
    for one in catalog.cookies():
        folded.setdefault(one.name.casefold(), one.name)
    for vendor in catalog.vendors():
        for text in vendor.services:
            folded.setdefault(text.casefold(), text)
    close = get_close_matches(name.casefold(), list(folded), n=MOST_NEAR, cutoff=ALIKE)
    return [folded[one] for one in close]
