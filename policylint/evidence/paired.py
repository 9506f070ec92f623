"""What was observed, by the entry of an inventory that each observation belongs to."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from policylint.evidence.observation import Observation
from policylint.evidence.pairing import Pairing
from policylint.model.inventory import Inventory
from policylint.model.terms import Storage


class Paired(NamedTuple):
    """The observations of each entry by its index, and those of none."""

    of_entry: Mapping[int, Sequence[Observation]]
    undeclared: Sequence[Observation]


def paired(inventory: Inventory, observations: Sequence[Observation]) -> Paired:
    """Find the entry of each observation."""
    by_storage: dict[Storage, list[int]] = {}
    for place, one in enumerate(observations):
        by_storage.setdefault(one.storage, []).append(place)
    pairing = Pairing(inventory)
    entries: dict[int, int | None] = {}
    for storage, places in by_storage.items():
        several = [observations[place] for place in places]
        found = pairing.find(storage, [(one.name, one.domain, one.path) for one in several])
        entries.update(zip(places, found, strict=True))
    of_entry: dict[int, list[Observation]] = {}
    undeclared: list[Observation] = []
    for place, one in enumerate(observations):
        index = entries[place]
        if index is None:
            undeclared.append(one)
        else:
            of_entry.setdefault(index, []).append(one)
    return Paired(of_entry, undeclared)
