"""What was seen, held against what is declared."""

from policylint.evidence.observation import Evidence
from policylint.evidence.paired import paired
from policylint.model.inventory import Inventory


class Observed:
    """Evidence beside an inventory: the observations of each entry by its index, and the rest."""

    def __init__(self, inventory: Inventory, evidence: Evidence) -> None:
        self.evidence = evidence
        self.of_entry, self.undeclared = paired(inventory, evidence.observations)
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
