"""Klaro: JSON, for a content management system or a server."""

from policylint.exchange.write.javascript import json_text
from policylint.exchange.write.klaro import CARRIES, NAME, configuration, remarks
from policylint.exchange.write.wanted import Wanted
from policylint.model.inventory import Inventory

__all__ = ["CARRIES", "NAME", "remarks", "write"]


def write(inventory: Inventory, wanted: Wanted) -> str:
    """Write the configuration as JSON."""
    return json_text(configuration(inventory, wanted))
