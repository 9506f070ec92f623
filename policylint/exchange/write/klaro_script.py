"""Klaro: a script for a page."""

from policylint.exchange.write.javascript import literal
from policylint.exchange.write.klaro import CARRIES, NAME, configuration, remarks
from policylint.exchange.write.wanted import Wanted
from policylint.model.inventory import Inventory

__all__ = ["CARRIES", "NAME", "remarks", "write"]


def write(inventory: Inventory, wanted: Wanted) -> str:
    """Write the configuration as the variable that Klaro looks for."""
    return f"var klaroConfig = {literal(configuration(inventory, wanted))};\n"
