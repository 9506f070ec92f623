"""The transfers that vendors declare, and how old a check of one is."""

from datetime import date
from typing import NamedTuple

from policylint.law.jurisdictions import EEA_COUNTRIES, UK
from policylint.model.sentence import sentence
from policylint.model.terms import TransferMechanism
from policylint.model.vendor import Transfer
from policylint.rule import Context
from policylint.source.pointer import Pointer


class Declared(NamedTuple):
    """A transfer, its place and the vendor that makes it."""

    at: Pointer
    vendor: str
    transfer: Transfer

    @property
    def words(self) -> str:
        """Name the transfer in a message."""
        return sentence(
            "the transfer of vendor '{vendor}' to {country}",
            vendor=self.vendor,
            country=self.transfer.country,
        )


def resting_on(context: Context, *mechanisms: TransferMechanism) -> list[Declared]:
    """List the declared transfers that rest on one of some mechanisms."""
    return [
        Declared(("vendors", key, "transfers", index), key, transfer)
        for key, vendor in context.inventory.vendors.items()
        for index, transfer in enumerate(vendor.transfers or ())
        if transfer.mechanism in mechanisms
    ]


def inside(jurisdiction: str) -> frozenset[str]:
    """List the countries to which data goes freely, without a decision on each."""
    return EEA_COUNTRIES | {"GB"} if jurisdiction in UK else EEA_COUNTRIES


def older(day: date, months: int, as_of: date) -> bool:
    """Tell whether a day lies more than so many calendar months back."""
    passed = (as_of.year - day.year) * 12 + as_of.month - day.month
    return (passed, as_of.day) > (months, day.day)
