"""National exemptions: what `exempt_in` may name, where, from when and for which purposes.

A country that is not listed knows none.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Literal

from policylint.model.record import Record
from policylint.model.terms import ExemptionName, Purpose

Status = Literal["statute", "authority", "narrow", "contested"]


class Exemption(Record):
    """One exemption in one jurisdiction.

    `checked_by` is the rule that checks its conditions. `start` is the first day on which it
    holds, None where no start is known. `unverified` are purposes whose inclusion nobody has read
    at source.
    """

    name: ExemptionName
    jurisdiction: str
    checked_by: str | None
    status: Status
    start: date | None = None
    purposes: frozenset[Purpose]
    unverified: frozenset[Purpose] = frozenset()

    def holds_on(self, day: date) -> bool:
        """Tell whether it is known on a day."""
        return self.start is None or day >= self.start

    def covers(self, purposes: Iterable[Purpose]) -> bool:
        """Tell whether every purpose is on its list."""
        return self.purposes.issuperset(purposes)


_AUDIENCE: Purpose = "audience-measurement"
_PERFORMANCE: Purpose = "performance-monitoring"
_UK_START = date(2026, 2, 5)

EXEMPTIONS: tuple[Exemption, ...] = (
    Exemption(
        name="audience-measurement",
        jurisdiction="FR",
        checked_by="CLS011",
        status="authority",
        start=date(2020, 10, 1),
        purposes=frozenset({_AUDIENCE, _PERFORMANCE, "ab-testing"}),
        unverified=frozenset({"ab-testing"}),
    ),
    Exemption(
        name="audience-measurement",
        jurisdiction="ES",
        checked_by="CLS011",
        status="authority",
        purposes=frozenset({_AUDIENCE, _PERFORMANCE}),
        unverified=frozenset({_PERFORMANCE}),
    ),
    Exemption(
        name="audience-measurement",
        jurisdiction="IT",
        checked_by="CLS014",
        status="authority",
        start=date(2022, 1, 10),
        purposes=frozenset({_AUDIENCE}),
    ),
    Exemption(
        name="audience-measurement",
        jurisdiction="DE",
        checked_by="CLS018",
        status="narrow",
        purposes=frozenset({_AUDIENCE}),
        unverified=frozenset({_AUDIENCE}),
    ),
    Exemption(
        name="audience-measurement",
        jurisdiction="LU",
        checked_by="CLS018",
        status="narrow",
        purposes=frozenset({_AUDIENCE, _PERFORMANCE}),
        unverified=frozenset({_AUDIENCE, _PERFORMANCE}),
    ),
    Exemption(
        name="audience-measurement",
        jurisdiction="GR",
        checked_by="CLS018",
        status="contested",
        purposes=frozenset({_AUDIENCE}),
        unverified=frozenset({_AUDIENCE}),
    ),
    Exemption(
        name="low-impact-analytics",
        jurisdiction="NL",
        checked_by="CLS015",
        status="statute",
        purposes=frozenset({_AUDIENCE, _PERFORMANCE, "error-monitoring", "ab-testing"}),
        unverified=frozenset({"error-monitoring", "ab-testing"}),
    ),
    Exemption(
        name="statistics",
        jurisdiction="UK",
        checked_by="CLS016",
        status="statute",
        start=_UK_START,
        purposes=frozenset({_AUDIENCE, _PERFORMANCE, "ab-testing"}),
        unverified=frozenset({"ab-testing"}),
    ),
    Exemption(
        name="appearance",
        jurisdiction="UK",
        checked_by="CLS017",
        status="statute",
        start=_UK_START,
        purposes=frozenset(
            {
                "language",
                "country-redirect",
                "interface-customisation",
                "display-adaptation",
                "accessibility",
                "web-fonts",
            }
        ),
        unverified=frozenset({"country-redirect", "display-adaptation", "web-fonts"}),
    ),
    Exemption(
        name="emergency",
        jurisdiction="UK",
        checked_by=None,
        status="statute",
        start=_UK_START,
        purposes=frozenset({"emergency-assistance"}),
    ),
)
_BY_PLACE: Mapping[tuple[str, str], Exemption] = {
    (exemption.jurisdiction, exemption.name): exemption for exemption in EXEMPTIONS
}


def exemption(jurisdiction: str, name: str, day: date) -> Exemption | None:
    """Find an exemption that a jurisdiction knows on a day."""
    found = _BY_PLACE.get((jurisdiction, name))
    return found if found is not None and found.holds_on(day) else None
