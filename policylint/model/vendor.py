"""Third parties, and where they take data."""

from policylint.model.record import Record
from policylint.model.scalars import Country, Day, Host, Line, Url
from policylint.model.terms import TransferMechanism, VendorRole
from policylint.model.texts import Text


class Transfer(Record):
    """Data leaving the European Economic Area."""

    country: Country
    """Where to."""
    mechanism: TransferMechanism
    """On which ground of GDPR arts 45 to 49; `none` where there is none."""
    reference: Line | None = None
    """Contract or decision."""
    checked: Day | None = None
    """When a certification was last looked up."""
    assessment: Line | None = None
    """Reference of the transfer impact assessment."""
    assessed: Day | None = None
    """When it was made."""
    fallback: Line | None = None
    """What holds if the mechanism falls."""


class Vendor(Record):
    """A legal entity that sets or reads cookies, or receives their data."""

    name: Line
    """Name of the legal entity."""
    country: Country
    """Where it is established."""
    role: VendorRole | None = None
    """For whom it acts (GDPR arts 4, 26, 28)."""
    privacy_policy: Url | None = None
    """Its privacy policy."""
    agreement: Text | None = None
    """Reference of the art. 28 contract or the art. 26 arrangement."""
    essence: Text | None = None
    """Essence of a joint-controller arrangement; printed in the policy."""
    service: Text | None = None
    """Product name shown to readers, such as `Google Analytics`."""
    domains: tuple[Host, ...] = ()
    """Hosts it is contacted on."""
    transfers: tuple[Transfer, ...] | None = None
    """Where it takes data; `[]` says nowhere."""
    proof_access: bool | None = None
    """Whether a vendor that collects consent for the site gives access to the proof."""
