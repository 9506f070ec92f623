"""Adequacy decisions: where personal data may go without a safeguard, from when, until when.

Two lists: that of the European Commission, and that of the United Kingdom. A country inside the
European Economic Area is no third country for the first, and on the second as a whole.
"""

from collections.abc import Mapping
from datetime import date
from typing import Literal

from policylint.law.citation import Verified
from policylint.model.record import Record

LIST_AS_OF = date(2026, 11, 23)
"""The day for which the lists were drawn up."""

Regime = Literal["EEA", "UK"]


class Adequacy(Record):
    """One decision.

    `start` and `end` are its first and last day; None where it is older than the format, or has
    no end. `certified` says that it covers certified organisations only: the mechanism is then
    `dpf`. `limit` says in words what else it does not cover.
    """

    country: str
    start: date | None = None
    end: date | None = None
    certified: bool = False
    limit: str | None = None
    verified: Verified = "known"

    def holds_on(self, day: date) -> bool:
        """Tell whether it is in force on a day."""
        return not ((self.start and day < self.start) or (self.end and day > self.end))


_COMMERCIAL = "commercial organisations (PIPEDA)"
_SHARED = tuple(
    Adequacy(country=code, limit=_COMMERCIAL if code == "CA" else None)
    for code in ("AD", "AR", "CA", "CH", "FO", "GG", "IL", "IM", "JE", "JP", "KR", "NZ", "UY")
)

ADEQUACY: Mapping[Regime, tuple[Adequacy, ...]] = {
    "EEA": (
        *_SHARED,
        Adequacy(country="BR", start=date(2026, 1, 26), verified="read"),
        Adequacy(country="GB", end=date(2031, 12, 27), verified="secondary"),
        Adequacy(country="US", start=date(2023, 7, 10), certified=True, verified="read"),
    ),
    "UK": (
        *_SHARED,
        Adequacy(country="GI"),
        Adequacy(country="US", start=date(2023, 10, 12), certified=True),
    ),
}


def adequacy(regime: Regime, country: str) -> Adequacy | None:
    """Find the decision on a country, in force or not."""
    return next((one for one in ADEQUACY[regime] if one.country == country), None)
