"""What was seen, held against what is declared."""

from collections.abc import Mapping, Sequence

from policylint.evidence.observation import Evidence, Observation
from policylint.evidence.pairing import Pairing
from policylint.model.inventory import Inventory


class Observed:
    """Evidence beside an inventory: the observations of each entry by its index, and the rest."""

    def __init__(self, inventory: Inventory, evidence: Evidence) -> None:
        pairing = Pairing(inventory)
        self.evidence = evidence
        found: dict[int, list[Observation]] = {}
        self.undeclared: list[Observation] = []
        for one in evidence.observations:
            index = pairing.find(one.storage, one.name, one.domain, one.path)
            if index is None:
                self.undeclared.append(one)
            else:
                found.setdefault(index, []).append(one)
        self.of_entry: Mapping[int, Sequence[Observation]] = found
        self.never_seen = [
            index for index in range(len(inventory.cookies)) if index not in self.of_entry
        ]

    def longest(self, index: int) -> tuple[int, bool] | None:
        """Give the longest lifetime that was asked for, in seconds, and whether it was cut.

        0 is a session; None where no lifetime is known.
        """
        found = [
            (lifetime.seconds or 0, lifetime.is_lower_bound)
            for one in self.of_entry.get(index, ())
            for lifetime in (
                *(write.lifetime for write in one.writes),
                *([one.jar] if one.jar else []),
            )
            if lifetime.seconds is not None or lifetime.source == "session"
        ]
        return max(found, default=None)
