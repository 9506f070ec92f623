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
    privacy_policy: str | None = None
    services: Sequence[str] = ()
    domains: Sequence[str] = ()
    role: VendorRole | None = None
    role_source: str | None = None
    role_date: str | None = None
    transfers: Sequence[str] = ()
    """Countries outside the EEA that its services reach."""
    transfers_source: str | None = None
    uses_pixel: bool = False
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
    party: Party | None = None
    domains: Sequence[str] = ()
    storage: Storage = "cookie"
    exemption_hint: str | None = None
    is_distinctive: bool = True
    """False for a bare name that many platforms use: it never gives a verdict."""
    note: str = ""
    source: str = ""
    date: str = ""


class Match(Record):
    """A cookie of the catalogue that a name may be, and how well it matched."""

    cookie: KnownCookie
    vendor: KnownVendor | None
    quality: MatchQuality
