"""Klaro: a JavaScript module for a bundler."""

from policylint.exchange.write.javascript import literal
from policylint.exchange.write.klaro import CARRIES, NAME, configuration, remarks
from policylint.exchange.write.wanted import Wanted
from policylint.model.inventory import Inventory

__all__ = ["CARRIES", "NAME", "remarks", "write"]


def write(inventory: Inventory, wanted: Wanted) -> str:
    """Write the configuration as the value that a module exports."""
    return f"export default {literal(configuration(inventory, wanted))};\n"
