"""A cookie, or any other tracker: what is claimed of it, and what it does."""

from collections.abc import Mapping
from typing import Annotated, Any

from policylint.model.record import Record
from policylint.model.scalars import CookieName, Count, Day, Host, Jurisdiction, Line, VendorId
from policylint.model.shape import AT_LEAST_ONE
from policylint.model.terms import (
    Category,
    ConsentMode,
    DataKind,
    ExemptionName,
    Limb,
    MeasurementUse,
    Party,
    Purpose,
    Renewal,
    SameSite,
    Setter,
    Storage,
)
from policylint.model.texts import Basis, Duration, RetentionPeriod, Text


class Measurement(Record):
    """The facts behind an exemption for audience measurement."""

    own_account: bool | None = None
    """Whether it serves the publisher alone."""
    cross_site: bool | None = None
    """Whether visitors are followed over several sites."""
    cross_matching: bool | None = None
    """Whether the data is matched with other data."""
    anonymous_output: bool | None = None
    """Whether only anonymous statistics come out."""
    ip_bytes_removed: Count | None = None
    """Bytes cut from the address of the visitor."""
    shared_with: tuple[VendorId, ...] = ()
    """Who else gets the data."""
    uses: tuple[MeasurementUse, ...] | None = None
    """What the statistics are for."""
    individual_level: bool | None = None
    """Whether data on single visitors is kept."""


class Profiling(Record):
    """Decisions and adverts that rest on a profile."""

    advertising: bool | None = None
    """Whether it serves advertising."""
    automated_decisions: bool | None = None
    """Whether decisions are taken without a person (GDPR art. 22)."""
    logic: Text | None = None
    """How such a decision comes about; printed in the policy."""
    effects: Text | None = None
    """What it means for the visitor; printed in the policy."""


class Cookie(Record):
    """One entry: a cookie, or any other way to store on or read from a device."""

    name: CookieName
    """Exact name; `*` stands for any run of characters."""
    category: Category
    """The claim: `essential` (no consent asked) or `improvement` (consent asked)."""
    purposes: Annotated[tuple[Purpose, ...], AT_LEAST_ONE]
    """What it really does."""
    description: Text | None = None
    """What it does, in plain words."""
    lifetime: Duration | None = None
    """How long it stays on the device."""
    renewal: Renewal | None = None
    """Whether a visit pushes the expiry forward."""
    vendor: VendorId | None = None
    """Whoever sets or reads it; absent is the controller itself."""
    consent: ConsentMode | None = None
    """What happens before it is set."""
    exemption: Limb | None = None
    """The limb of art. 5(3) of directive 2002/58/EC that an essential cookie relies on."""
    requested: Text | None = None
    """What the visitor asked for, such as items put in the basket."""
    exempt_in: Mapping[Jurisdiction, ExemptionName] = {}
    """National exemptions that an improvement cookie uses without consent."""
    measurement: Measurement | None = None
    """The facts behind an exemption for audience measurement."""
    opt_out: Text | None = None
    """How to object to an exempt cookie: a link or words."""
    legal_basis: Basis | None = None
    """GDPR art. 6(1), when personal data is processed: a basis, or one per jurisdiction."""
    interest: Text | None = None
    """The legitimate interest; printed in the policy."""
    interest_assessment: Text | None = None
    """Reference of the balancing test."""
    storage: Storage = "cookie"
    """What it is technically."""
    domain: Host | None = None
    """Host it is stored for."""
    path: Line | None = None
    """Path it is stored for."""
    host_only: bool | None = None
    """Whether it is set without a Domain attribute."""
    party: Party | None = None
    """First or third party; derived from `domain` when absent."""
    set_by: Setter | None = None
    """`http` is a Set-Cookie header, `server` a write by a tagging server."""
    cname_of: Host | None = None
    """The vendor's host behind a first-party alias."""
    secure: bool | None = None
    """The Secure attribute."""
    http_only: bool | None = None
    """The HttpOnly attribute."""
    partitioned: bool | None = None
    """The Partitioned attribute."""
    same_site: SameSite | None = None
    """The SameSite attribute."""
    personal_data: bool | None = None
    """Whether it is personal data."""
    not_personal_because: Text | None = None
    """Why it is not."""
    identifier: bool | None = None
    """Whether it holds a unique identifier."""
    data: tuple[DataKind, ...] = ()
    """What is gathered by means of it."""
    value_holds: tuple[DataKind, ...] | None = None
    """What the stored value itself holds."""
    special_categories: tuple[Text, ...] = ()
    """Special categories of data (GDPR art. 9)."""
    special_condition: Text | None = None
    """The condition of art. 9(2) relied on."""
    cross_site: bool | None = None
    """Whether it recognises a visitor on other companies' sites."""
    respawns: bool | None = None
    """Whether it is rebuilt after deletion."""
    profiling: Profiling | None = None
    """Decisions and adverts that rest on a profile."""
    masking: Text | None = None
    """What a session replay hides."""
    retention: RetentionPeriod | None = None
    """How long the collected data is kept: a duration, or `{criterion: …}`."""
    recipients: tuple[VendorId, ...] | None = None
    """Who else gets the data; `[]` says nobody."""
    owner: Text | None = None
    """Team or address that answers for the entry."""
    reviewed: Day | None = None
    """When the entry was last reviewed."""
    record: Text | None = None
    """Entry in the record of processing (GDPR art. 30)."""
    dpia: Text | None = None
    """Impact assessment (GDPR art. 35)."""
    note: Text | None = None
    """For reviewers; the reason where a rule asks for one."""
    extensions: Mapping[str, Any] = {}
    """An organisation's own fields, named `x-…`."""
