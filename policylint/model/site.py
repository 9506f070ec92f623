"""The site, and who answers for it."""

from typing import Annotated

from policylint.model.record import MisfitError, Record
from policylint.model.scalars import Country, Host, Jurisdiction, Language, Line, Url
from policylint.model.shape import AT_LEAST_ONE, ONE_OR_MORE
from policylint.model.texts import Text


class Site(Record):
    """The website whose cookies are declared."""

    name: Line
    """Name of the site, as visitors know it."""
    url: Url
    """Address of the site; its host is first party."""
    domains: tuple[Host, ...] = ()
    """More hosts that are first party."""
    jurisdictions: Annotated[tuple[Jurisdiction, ...], AT_LEAST_ONE]
    """Whose law is checked: `EU` (the baseline) or countries, such as `FR`."""
    languages: Annotated[tuple[Language, ...], AT_LEAST_ONE]
    """Languages that the policy is published in; bare texts are in the first."""
    policy_url: Url | None = None
    """Where the cookie policy is published."""
    directed_at_children: bool = False
    """Whether the site addresses children."""
    sensitive_topics: tuple[Text, ...] = ()
    """Topics that reveal special categories of data: health, politics …"""
    online_platform: bool = False
    """Whether Digital Services Act arts 25 to 28 apply (no micro or small enterprise)."""
    large_scale: bool = False
    """Whether visitors are followed on a large scale."""
    parental_consent: Text | None = None
    """How a parent agrees, when the site addresses children."""


class DataProtectionOfficer(Record):
    """The data protection officer, or why there is none."""

    name: Line | None = None
    """Name or title."""
    email: Line | None = None
    """Address for e-mail."""
    address: Line | None = None
    """Address for letters."""
    required: bool | None = None
    """`false` where no officer is required; then with a reason."""
    reason: Text | None = None
    """Why no officer is required."""

    def check(self) -> None:
        """Raise MisfitError unless there is a contact, or a reason for none."""
        if self.name or self.email or self.address:
            return
        if self.required is not False or self.reason is None:
            raise MisfitError(
                "names no contact; expected name, email or address, or required: false and a reason"
            )


class Representative(Record):
    """A representative under art. 27 GDPR, for a controller outside."""

    name: Line
    """Name of the representative."""
    email: Line
    """Address for e-mail."""
    country: Country
    """Where the representative is established."""


class Controller(Record):
    """Who decides about the cookies, and answers for them."""

    name: Line
    """Name of the legal entity."""
    country: Country
    """Where it is established."""
    address: Line | None = None
    """Address for letters."""
    email: Line | None = None
    """Address for e-mail about privacy."""
    phone: Line | None = None
    """Telephone number, in quotes."""
    url: Url | None = None
    """Website or contact form."""
    dpo: DataProtectionOfficer | None = None
    """The data protection officer: a contact, or `{required: false, reason: …}`."""
    representative: Annotated[tuple[Representative, ...], ONE_OR_MORE] = ()
    """For a controller outside the EEA; one for the EEA, one for the UK."""
