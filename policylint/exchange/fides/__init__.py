"""Fides: manifests of systems, records of its vendor dictionary, and assets that it found."""

from policylint.exchange.draft import Draft
from policylint.exchange.fides import assets, records, systems
from policylint.exchange.scribe import Scribe
from policylint.exchange.source import Source
from policylint.exchange.tree import root_of, tree

TITLE = "Fides systems, records or assets"

_KINDS = (systems, assets, records)


def recognises(source: Source) -> bool:
    """Tell any of the three."""
    root = tree(source)
    return root is not None and any(kind.holds(root) for kind in _KINDS)


def read(source: Source) -> Draft:
    """Read the cookies of whichever of the three the file is."""
    scribe = Scribe(source, TITLE)
    root = root_of(source)
    for kind in _KINDS:
        if kind.holds(root):
            kind.read(scribe, root)
            break
    return scribe.draft
