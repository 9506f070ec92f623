"""The extract for the record of processing, as a table."""

from policylint.exchange.write.cells import csv_text
from policylint.exchange.write.ropa import CARRIES, FIELDS, NAME, heading, remarks, rows
from policylint.exchange.write.wanted import Wanted
from policylint.model.inventory import Inventory

__all__ = ["CARRIES", "NAME", "remarks", "write"]


def write(inventory: Inventory, wanted: Wanted) -> str:
    """Write a row per processing; columns that an inventory does not hold stay empty."""
    headings = {field: heading(field, wanted) for field in FIELDS}
    return csv_text(
        list(headings.values()),
        ({headings[field]: text for field, text in row.items()} for row in rows(inventory, wanted)),
    )
