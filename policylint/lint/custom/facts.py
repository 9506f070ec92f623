"""An inventory as expressions see it: plain values under the names that the format has."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from policylint.law.adequacy import ADEQUACY
from policylint.law.jurisdictions import EEA, EEA_COUNTRIES
from policylint.lint.custom.shapes import DAYS
from policylint.model.inventory import Inventory
from policylint.model.lifetime import DAY, Lifetime
from policylint.model.record import Record, once
from policylint.model.texts import LegalBasis, LocalizedText, Retention
from policylint.rule import Context

_LARGEST = (1 << 63) - 1


class Facts:
    """The plain values of one inventory in one jurisdiction."""

    def __init__(self, inventory: Inventory, jurisdiction: str) -> None:
        self._first = inventory.site.languages[0]
        self._jurisdiction = jurisdiction
        consent = inventory.consent
        self.values: Mapping[str, Any] = {
            "site": self._record(inventory.site),
            "controller": self._record(inventory.controller),
            "consent": {} if consent is None else self._record(consent),
            "vendors": {key: self._record(one) for key, one in inventory.vendors.items()},
            "cookies": [self._record(one) for one in inventory.cookies],
            "own": self._plain(inventory.extensions),
        }

    def _record(self, record: Record) -> dict[str, Any]:
        given = record.__dict__
        found = dict(_defaults(type(record)))
        for name, value in given.items():
            if value is None:
                continue
            if name == "extensions":
                found |= self._plain(value)
                continue
            plain = self._plain(value)
            if plain is not None:
                found[name] = plain
            lifetime = value.lifetime if type(value) is Retention else value
            if type(lifetime) is Lifetime:
                found[name + DAYS] = days(lifetime)
        return found

    def _plain(self, value: Any) -> Any:  # noqa: PLR0911 - a line for each form of value
        if type(value) is str:
            return _text(value)
        if isinstance(value, Record):
            return self._record(value)
        if type(value) in {list, tuple}:
            return [self._plain(item) for item in value]
        if isinstance(value, Mapping):
            return {_text(str(key)): self._plain(item) for key, item in value.items()}
        if type(value) is int and abs(value) > _LARGEST:
            return _rounded(value)
        if type(value) in {LocalizedText, LegalBasis, Retention, Lifetime, date}:
            return self._words(value)
        return value

    def _words(self, value: Any) -> str | None:
        if type(value) is LocalizedText:
            return _text(
                value.read(self._first, self._first) or next(iter(value.by_language.values()))
            )
        if type(value) is LegalBasis:
            return value.within(self._jurisdiction)
        if type(value) is Retention:
            return str(value.lifetime) if value.lifetime else self._words(value.criterion)
        return value.isoformat() if isinstance(value, date) else str(value)


def _rounded(number: int) -> float:
    try:
        return float(number)
    except OverflowError:
        return float("inf") if number > 0 else float("-inf")


def reduced(values: Mapping[str, Any], words: frozenset[str]) -> Mapping[str, Any]:
    """Leave out the fields of cookies and vendors that no word of an expression names.

    Every value is copied when an expression is evaluated.
    """

    def kept(entry: Mapping[str, Any]) -> dict[str, Any]:
        return {name: value for name, value in entry.items() if name in words}

    return {
        **values,
        "vendors": {key: kept(one) for key, one in values["vendors"].items()},
        "cookies": [kept(one) for one in values["cookies"]],
    }


def _text(text: str) -> str:
    # Half of a surrogate pair has no UTF-8.
    return text if text.isascii() else text.encode("utf-8", "replace").decode()


@once
def _defaults(kind: type[Record]) -> Mapping[str, Any]:
    """Give what the format says of fields that are left out: lists are empty, flags are false."""
    found: dict[str, Any] = {}
    for name in kind.__annotations__:
        value = getattr(kind, name, None)
        if value is not None and name != "extensions":
            found[name] = (
                list(value)
                if type(value) is tuple
                else dict(value)
                if isinstance(value, Mapping)
                else value
            )
    return found


def days(lifetime: Lifetime) -> float:
    """Count the most days that a duration can span: 0 for a session, no end for `until-cleared`."""
    return float("inf") if lifetime.is_unbounded else lifetime.longest_seconds / DAY


@lru_cache(maxsize=1)
def _facts(inventory: Inventory, jurisdiction: str) -> Facts:
    return Facts(inventory, jurisdiction)


def facts(context: Context) -> Facts:
    """Give the plain values of an inventory; those of the last one are kept."""
    return _facts(context.inventory, context.jurisdiction)


def adequate(context: Context) -> list[str] | None:
    """List the countries to which data may go without a safeguard; None where no list is known.

    Decisions that cover certified organisations only are left out: their mechanism is `dpf`.
    """
    if context.jurisdiction in EEA:
        return sorted(_decided(context, "EEA"))
    if context.jurisdiction == "UK":
        return sorted({*_decided(context, "UK"), *EEA_COUNTRIES})
    return None


def _decided(context: Context, regime: Any) -> Iterator[str]:
    for one in ADEQUACY[regime]:
        if not one.certified and one.holds_on(context.as_of):
            yield one.country
