"""The purposes of the IAB Transparency and Consent Framework in words of the inventory.

Purpose 1 is access to the device: it says that consent is asked, not what for. The tables are
those of the design (amendments, section 6a).
"""

from collections.abc import Iterable, Mapping, Sequence

from policylint.model.terms import Purpose

ACCESS = 1
"""The purpose `store and/or access information on a device`."""

PURPOSES: Mapping[int, Sequence[Purpose]] = {
    ACCESS: (),
    2: ("advertising",),
    3: ("advertising",),
    4: ("advertising",),
    5: ("personalised-content",),
    6: ("personalised-content",),
    7: ("ad-measurement",),
    8: ("audience-measurement",),
    9: ("market-research",),
    10: ("product-development",),
    11: ("personalised-content",),
}
SPECIAL_PURPOSES: Mapping[int, Sequence[Purpose]] = {
    1: ("fraud-prevention", "bot-detection"),
    2: ("advertising",),
    3: ("consent-choice",),
}
FEATURES: Mapping[int, Sequence[Purpose]] = {
    1: ("data-sync",),
    2: ("cross-device-linking",),
    3: (),
}
PROFILING = (3, 4)
"""Purposes that build or use a profile for advertising."""


def words(table: Mapping[int, Sequence[Purpose]], numbers: Iterable[int]) -> list[Purpose]:
    """Translate numbers, each word once and in their order."""
    return list(dict.fromkeys(word for number in numbers for word in table.get(number, ())))
