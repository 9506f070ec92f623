"""What the comparison asks of an inventory: who takes part, and what consent was asked for."""

from collections.abc import Iterator, Mapping
from typing import Any

from policylint.model.cookie import Cookie
from policylint.model.digest import unordered
from policylint.model.inventory import Inventory
from policylint.model.plain import plain
from policylint.review.change import Held


class Facts:
    """An inventory under comparison: plain data, and what needs consent in it."""

    def __init__(self, inventory: Inventory) -> None:
        self.inventory = inventory
        self.first = inventory.site.languages[0]
        consented = [cookie for cookie in inventory.cookies if self.needs_consent(cookie)]
        self.consented_purposes = {
            (cookie.vendor, purpose) for cookie in consented for purpose in cookie.purposes
        }
        self.purposes = {purpose for cookie in consented for purpose in cookie.purposes}
        self.consented_vendors = {one for cookie in consented for one in _parties(cookie)}

    def needs_consent(self, cookie: Cookie) -> bool:
        """Tell whether a cookie is set after consent in any jurisdiction of the site."""
        exempt = cookie.exempt_in.keys()
        return cookie.category == "improvement" and not exempt >= set(
            self.inventory.site.jurisdictions
        )

    def plain(self, value: Any) -> Any:
        """Give a value as plain data in one form."""
        return unordered(plain(value, self.first))

    def held(self, value: Any) -> Held:
        """Keep a value with what it needs to be written in any language."""
        return Held(value=value, first=self.first)

    def vendor_name(self, key: str | None) -> str:
        """Name a vendor as readers know it; None is the site itself."""
        if key is None:
            return "the site itself"
        vendor = self.inventory.vendors.get(key)
        return vendor.name if vendor is not None else key


def _parties(cookie: Cookie) -> Iterator[str]:
    if cookie.vendor is not None:
        yield cookie.vendor
    yield from cookie.recipients or ()
    if cookie.measurement is not None:
        yield from cookie.measurement.shared_with


def written(value: Any) -> str | None:
    """Write a plain value in words for a reader; None where there is none."""
    match value:
        case None:
            return None
        case bool():
            return "yes" if value else "no"
        case list():
            return ", ".join(filter(None, map(written, value))) or "none"
        case {"months": int(months), "seconds": int(seconds)}:
            return _duration(months, seconds)
        case Mapping():
            return "; ".join(f"{key}: {written(held)}" for key, held in value.items()) or "none"
    return str(value)


_CLOCK = {"day": 86_400, "hour": 3_600, "minute": 60, "second": 1}


def _duration(months: int, seconds: int) -> str:
    amounts = [("month", months)]
    for unit, size in _CLOCK.items():
        count, seconds = divmod(seconds, size)
        amounts.append((unit, count))
    return " ".join(f"{count} {unit}{'s' if count > 1 else ''}" for unit, count in amounts if count)
