"""The evidence that a run is given: read once, for the site of the inventories that it checks."""

from collections.abc import Sequence

from policylint.errors import UsageError
from policylint.evidence.observation import Evidence, PhaseKind
from policylint.model.inventory import Inventory
from policylint.model.traits import site_hosts


class GivenEvidence:
    """Files of evidence, and what the caller says of them.

    They are read when the first inventory is known, for its hosts tell first from third party.
    `captured_at` is in milliseconds since 1970-01-01 UTC; `aliases` a file of DNS answers.
    """

    def __init__(
        self,
        files: Sequence[tuple[PhaseKind | None, str]],
        *,
        vantage: str | None = None,
        captured_at: int | None = None,
        aliases: str | None = None,
    ) -> None:
        self._files = files
        self._vantage = vantage
        self._captured_at = captured_at
        self._aliases = aliases
        self._known: tuple[str, list[str], Evidence] | None = None

    @property
    def sources(self) -> list[str]:
        """List the files that are read."""
        from policylint.evidence.read import in_folder

        files = [in_folder(path) for _, path in self._files]
        return [*files, self._aliases] if self._aliases else files

    def of(self, inventory: Inventory, path: str) -> Evidence:
        """Give the evidence of an inventory.

        Raises InputError for a file that cannot be read, and UsageError for a second site.
        """
        hosts = sorted(set(site_hosts(inventory)))
        if self._known is None:
            self._known = (path, hosts, self._read(hosts))
        first, its_hosts, evidence = self._known
        if hosts != its_hosts:
            raise UsageError(
                f"the evidence is of one site, and {path} is of another ({hosts[0]}) than {first}"
                f" ({its_hosts[0]}); check them in two runs"
            )
        return evidence

    def _read(self, hosts: Sequence[str]) -> Evidence:
        from policylint.evidence.read import read_evidence

        evidence = read_evidence(
            self._files,
            site_hosts=hosts,
            captured_at=self._captured_at,
            vantage=self._vantage,
        )
        if self._aliases is None:
            return evidence
        from policylint.evidence.aliases import read_aliases, with_aliases

        return with_aliases(evidence, read_aliases(self._aliases))
