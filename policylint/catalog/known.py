"""What the catalogue knows of a cookie or a vendor, and how well a name matched."""

from collections.abc import Sequence
from typing import Literal

from policylint.model.record import Record
from policylint.model.terms import Party, Purpose, Storage, VendorRole

KnownCategory = Literal["necessary", "functional", "analytics", "marketing"]
MatchQuality = Literal["name-and-domain", "exact", "pattern", "name-only"]
"""`exact` and `pattern` are of distinctive names; `name-only` is a name that many share."""


class KnownVendor(Record):
    """A vendor: the legal entity that answers to visitors in the EEA, and what is known of it."""

    id: str
    name: str
    country: str | None = None
    parent: str | None = None
    """Id of the vendor of the same group that stands for it; None for one that stands alone.

    One legal entity is several vendors here where its services differ in role or hosts.
    """
    privacy_policy: str | None = None
    services: Sequence[str] = ()
    aliases: Sequence[str] = ()
    """Other names of the entity and its group."""
    domains: Sequence[str] = ()
    role: VendorRole | None = None
    role_source: str | None = None
    role_date: str | None = None
    transfers: Sequence[str] = ()
    """Countries outside the EEA that its services reach."""
    transfers_source: str | None = None
    uses_pixel: bool = False
    pixel_source: str | None = None
    source: str = ""
    date: str = ""


class KnownCookie(Record):
    """A well-known cookie: what it usually is, not what a site may claim.

    `name` is exact, or a pattern with `*` as in an inventory. `purposes` are those that the
    sources leave no doubt about; empty elsewhere.
    """

    name: str
    platform: str
    vendor: str | None
    """Id of the vendor; None for software that runs on the site's own server."""
    category: KnownCategory
    purposes: Sequence[Purpose] = ()
    lifetime: str | None = None
    """As an inventory writes it; None where sources disagree or are silent."""
    lifetime_differs: str = ""
    """What sources say that differ."""
    party: Party | None = None
    domains: Sequence[str] = ()
    storage: Storage = "cookie"
    exemption_hint: str | None = None
    is_distinctive: bool = True
    """False for a name that others may use too: alone it gives a suggestion at most."""
    is_bare: bool = False
    """A word or a letter that anyone may choose (`sid`, `u`): alone it says nothing."""
    note: str = ""
    source: str = ""
    date: str = ""


class Match(Record):
    """A cookie of the catalogue that a name may be, and how well it matched."""

    cookie: KnownCookie
    vendor: KnownVendor | None
    quality: MatchQuality
    rank: int = 0
    """Which of the catalogues it is from, in their order; the first counts before the others."""
