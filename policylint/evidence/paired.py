"""What was observed, by the entry of an inventory that each observation belongs to."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from policylint.evidence.observation import Observation
from policylint.evidence.pairing import Pairing
from policylint.model.inventory import Inventory


class Paired(NamedTuple):
    """The observations of each entry by its index, and those of none."""

    of_entry: Mapping[int, Sequence[Observation]]
    undeclared: Sequence[Observation]


def paired(inventory: Inventory, observations: Sequence[Observation]) -> Paired:
    """Find the entry of each observation."""
    pairing = Pairing(inventory)
    of_entry: dict[int, list[Observation]] = {}
    undeclared: list[Observation] = []
    for one in observations:
        index = pairing.find(one.storage, one.name, one.domain, one.path)
        if index is None:
            undeclared.append(one)
        else:
            of_entry.setdefault(index, []).append(one)
    return Paired(of_entry, undeclared)
