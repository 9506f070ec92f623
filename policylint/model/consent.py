"""How the site asks for consent, remembers and proves it."""

from policylint.model.record import Record
from policylint.model.scalars import CookieName, Count, Line, VendorId
from policylint.model.terms import (
    Choice,
    ConsentModeOfGoogle,
    ConsentTrigger,
    ExpiryEffect,
    Group,
    ImpliedSign,
    ProofField,
    RejectChoice,
    SignalEffect,
    Wall,
)
from policylint.model.texts import Duration, Text


class FirstLayer(Record):
    """What the visitor sees first."""

    accept: Choice | None = None
    """How everything is accepted."""
    reject: RejectChoice | None = None
    """How everything is refused; `close` is an X that refuses."""
    settings: Choice | None = None
    """How the purposes are chosen one by one."""
    purposes: bool | None = None
    """Whether the purposes are shown."""
    controllers: bool | None = None
    """Whether the list of controllers is in reach."""
    policy_link: bool | None = None
    """Whether the policy is linked."""


class Clicks(Record):
    """How many activations a choice takes."""

    accept: Count | None = None
    """To accept everything."""
    reject: Count | None = None
    """To refuse everything."""
    withdraw: Count | None = None
    """To withdraw, from any page."""


class Withdrawal(Record):
    """How a consent is taken back."""

    entry_point: Text | None = None
    """Where on the site: a link or button; printed in the policy."""
    clears: bool | None = None
    """Whether the cookies are deleted."""
    informs_vendors: bool | None = None
    """Whether the vendors are told."""


class ConsentRecord(Record):
    """The proof of a consent."""

    fields: tuple[ProofField, ...] | None = None
    """What is recorded."""
    retention: Duration | None = None
    """How long the proof is kept."""
    integrity: Text | None = None
    """What protects the proof against changes; printed in the legal report."""


class Signals(Record):
    """What browser signals do."""

    gpc: SignalEffect | None = None
    """Global Privacy Control."""


class CrossDevice(Record):
    """A choice that follows the visitor to other devices."""

    enabled: bool | None = None
    """Whether it does."""
    authenticated_only: bool | None = None
    """Whether only when logged in."""
    symmetric: bool | None = None
    """Whether a refusal travels as far as a consent."""


class TransparencyFramework(Record):
    """The IAB Transparency and Consent Framework."""

    version: Line
    """Version, in quotes: `"2.3"`."""


class Consent(Record):
    """How the site asks: the consent-management platform."""

    platform: VendorId | None = None
    """The vendor of the platform."""
    choice_cookie: CookieName | None = None
    """The entry of `cookies` that stores the choice."""
    first_layer: FirstLayer | None = None
    """What the visitor sees first."""
    clicks: Clicks | None = None
    """How many activations a choice takes."""
    equal_prominence: bool | None = None
    """Whether refusing looks like accepting."""
    prechecked: tuple[Group, ...] | None = None
    """Groups that are on before the visitor chose; must be empty."""
    implied_by: tuple[ImpliedSign, ...] | None = None
    """Conduct that counts as consent; must be empty."""
    wall: Wall = "none"
    """Whether the site can be read without consent."""
    alternative: Text | None = None
    """The equivalent offer, where there is a wall."""
    validity: Duration | None = None
    """How long a yes counts."""
    refusal_memory: Duration | None = None
    """How long a no is respected."""
    on_expiry: ExpiryEffect | None = None
    """What happens to the cookies when a consent ends."""
    withdrawal: Withdrawal | None = None
    """How a consent is taken back."""
    record: ConsentRecord | None = None
    """The proof."""
    signals: Signals | None = None
    """What browser signals do."""
    cross_device: CrossDevice | None = None
    """Whether a choice follows the visitor to other devices."""
    asks_again_on: tuple[ConsentTrigger, ...] | None = None
    """What makes the site ask again."""
    tcf: TransparencyFramework | None = None
    """The IAB framework, where it is used."""
    google_consent_mode: ConsentModeOfGoogle | None = None
    """`advanced` sends pings before a choice."""
    if_refused: Text | None = None
    """What happens when the visitor refuses; printed in the policy."""
