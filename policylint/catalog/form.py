"""The file of a catalogue: what people write and review, ours and a user's own alike."""

from collections.abc import Mapping
from typing import Literal

from policylint.catalog.known import KnownCategory
from policylint.model.record import MisfitError, Record
from policylint.model.scalars import CookieName, Country, Day, Host, Line, Url, VendorId, Version
from policylint.model.terms import Party, Purpose, Storage, VendorRole
from policylint.model.texts import Duration

NameKind = Literal["distinctive", "common", "bare"]
ExemptionHint = Literal[
    "consent-record",
    "session-id",
    "authentication",
    "security",
    "security-disputed",
    "load-balancing",
    "shopping-basket",
    "user-preference",
    "audience-measurement-possible",
]


class VendorFacts(Record):
    """What is known of a vendor. A field that nobody is sure of is left out."""

    name: Line
    """The legal entity that answers to visitors in the European Economic Area."""
    country: Country | None = None
    """Where it is established."""
    parent: VendorId | None = None
    """The vendor of the same group that stands for it."""
    privacy_policy: Url | None = None
    """Its notice."""
    services: tuple[Line, ...] = ()
    """Names of its products."""
    aliases: tuple[Line, ...] = ()
    """Other names of the entity and its group."""
    domains: tuple[Host, ...] = ()
    """Hosts it is contacted on, with all below them."""
    role: VendorRole | None = None
    """The role that its own published terms give it for these services."""
    role_source: Line | None = None
    """Those terms."""
    role_date: Day | None = None
    """When they were read."""
    transfers: tuple[Country, ...] = ()
    """Countries outside the European Economic Area that its services reach."""
    transfers_source: Line | None = None
    """Where the vendor says so."""
    uses_pixel: bool = False
    """Whether its tags work with an image or a request that stores nothing itself."""
    pixel_source: Line | None = None
    """Where that is described."""
    source: Line | None = None
    """Where the other facts come from."""
    date: Day | None = None
    """When they were written down or last looked at."""

    def check(self) -> None:
        """Refuse a legal fact without its source. Raises MisfitError."""
        if self.role is not None and not (self.role_source and self.role_date):
            raise MisfitError("needs 'role_source' and 'role_date' beside it", "role")
        if self.transfers and not self.transfers_source:
            raise MisfitError("needs 'transfers_source' beside it", "transfers")
        if self.uses_pixel and not self.pixel_source:
            raise MisfitError("needs 'pixel_source' beside it", "uses_pixel")


class CookieFacts(Record):
    """What is known of a cookie: what it usually is, not what a site may claim."""

    name: CookieName
    """Exact name; `*` stands for any run of characters."""
    platform: Line
    """The product that sets it."""
    vendor: VendorId | None = None
    """Id of the vendor; absent for software that runs on the site's own server."""
    category: KnownCategory
    """What it usually is."""
    name_is: NameKind = "distinctive"
    """Whether the name alone tells the product: `common` names may be others', `bare` ones are."""
    purposes: tuple[Purpose, ...] = ()
    """What it does, where the sources leave no doubt."""
    lifetime: Duration | None = None
    """Default lifetime; absent where sources differ."""
    lifetime_differs: Line | None = None
    """What sources say that differ."""
    party: Party | None = None
    """Whether it is set on the site's own domain or on the vendor's."""
    domains: tuple[Host, ...] = ()
    """Hosts it is set on, with all below them."""
    storage: Storage = "cookie"
    """What it is technically."""
    exemption_hint: ExemptionHint | None = None
    """Why consent might not be needed."""
    note: Line | None = None
    """What it does, in a few words."""
    source: Line | None = None
    """Where the facts come from."""
    date: Day | None = None
    """When they were written down or last looked at."""


class CatalogFile(Record):
    """A catalogue: facts on cookies and vendors, each with its source."""

    NOUN = "catalogue"
    version: Version
    """Version of the format."""
    vendors: Mapping[VendorId, VendorFacts] = {}
    """Vendors by id."""
    cookies: tuple[CookieFacts, ...] = ()
    """Cookies and other trackers."""
