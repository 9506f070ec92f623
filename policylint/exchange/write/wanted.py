"""What an export is asked for, and what it says it could not carry."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from policylint.model.inventory import Inventory
from policylint.model.record import Record


class Wanted(Record):
    """The languages to write in, the first of them leading; the day; one vendor of several."""

    languages: Sequence[str]
    as_of: date
    vendor: str | None = None

    @property
    def language(self) -> str:
        """Give the leading language."""
        return self.languages[0]


def uncarried(inventory: Inventory, carried: frozenset[str]) -> Iterator[str]:
    """Tell which declared fields a format has no place for, and in how many entries."""
    for section, records in (
        ("cookies", inventory.cookies),
        ("vendors", inventory.vendors.values()),
    ):
        counts = _counts(section, records, carried)
        if counts:
            listed = ", ".join(f"{name} ({count})" for name, count in counts.items())
            yield f"no place for these fields of {section}: {listed}"
    consent = [inventory.consent] if inventory.consent else []
    rest = {
        "consent": len(_counts("consent", consent, carried)),
        "site": len(_counts("site", [inventory.site], carried)),
        "controller": len(_counts("controller", [inventory.controller], carried)),
    }
    listed = ", ".join(f"{count} of {section}" for section, count in rest.items() if count)
    if listed:
        yield f"no place for further fields: {listed}"


def _counts(section: str, records: Iterable[Record], carried: frozenset[str]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for record in records:
        for field, value in vars(record).items():
            if value not in (None, (), {}) and f"{section}.{field}" not in carried:
                counts[field] = counts.get(field, 0) + 1
    return counts
