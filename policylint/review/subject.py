"""What a review is about: an inventory with its findings, what was seen, what changed."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from hashlib import sha256

from policylint.evidence.observation import Evidence
from policylint.law.jurisdictions import Pack, packs_of
from policylint.lint.finding import Finding, Outcome
from policylint.lint.judge import Result
from policylint.model.inventory import Inventory
from policylint.review.change import Change
from policylint.review.observed import Observed
from policylint.review.redline import RedLine
from policylint.rule import Rule, Severity

_SHORTEST = 4


class Subject:
    """An inventory under review, with everything that the sections are written from."""

    def __init__(  # noqa: PLR0913 - all by keyword but the first
        self,
        result: Result,
        *,
        as_of: date,
        rules: Sequence[Rule],
        command: Sequence[str] = (),
        evidence: Evidence | None = None,
        since: str | None = None,
        changes: Sequence[Change] = (),
        words: Sequence[RedLine] = (),
        evidence_digests: Sequence[tuple[str, str]] = (),
    ) -> None:
        self.result = result
        self.as_of = as_of
        self.rules = {rule.code: rule for rule in rules}
        self.command = command
        self.evidence = evidence
        self.since = since
        self.changes = changes
        self.words = words
        self.evidence_digests = evidence_digests

    @property
    def inventory(self) -> Inventory | None:
        """Give the inventory, None where it could not be read."""
        return self.result.inventory

    @cached_property
    def changes_by_name(self) -> Mapping[str, Sequence[Change]]:
        """Find changes by the name of what changed, what weighs most first."""
        found: dict[str, list[Change]] = {}
        for change in self.changes:
            found.setdefault(change.name, []).append(change)
        return found

    @cached_property
    def changes_of_vendors(self) -> Sequence[Change]:
        """List what changed of vendors."""
        return [change for change in self.changes if change.subject == "vendor"]

    @cached_property
    def packs(self) -> Sequence[Pack]:
        """List the packs of the jurisdictions it was judged by."""
        return packs_of(self.result.jurisdictions)

    @cached_property
    def observed(self) -> Observed | None:
        """Hold the evidence against the inventory; None where there is none of the two."""
        if self.evidence is None or self.inventory is None:
            return None
        return Observed(self.inventory, self.evidence)

    @cached_property
    def findings(self) -> Sequence[Finding]:
        """List the findings, the gravest first."""
        return sorted(self.result.findings, key=lambda one: (-one.severity, one.order))

    @cached_property
    def open(self) -> Sequence[Finding]:
        """List the findings that nobody accepted by name or silenced, the gravest first.

        What is in a baseline is open to a lawyer: it was there before, and is still there.
        """
        return [one for one in self.findings if one.status in {"open", "baselined"}]

    def count(self, severity: Severity) -> int:
        """Count the open findings of a severity."""
        return sum(1 for one in self.open if one.severity is severity)

    def of_status(self, status: str) -> Sequence[Finding]:
        """List the findings of a status."""
        return [one for one in self.findings if one.status == status]

    def of_cookie(self, name: str) -> Sequence[Finding]:
        """List the open findings on a cookie."""
        return self._by_cookie.get(name, ())

    @cached_property
    def _by_cookie(self) -> Mapping[str, Sequence[Finding]]:
        found: dict[str, list[Finding]] = {}
        for one in self.open:
            if one.cookie is not None:
                found.setdefault(one.cookie, []).append(one)
        return found

    def outcomes(self, outcome: str) -> Sequence[Outcome]:
        """List the outcomes of a kind."""
        return [one for one in self.result.outcomes if one.outcome == outcome]

    @cached_property
    def ids(self) -> Mapping[int, str]:
        """Give each finding an id that stays from run to run, by the identity of its object.

        It is a hash of the rule, of what it is about and of where that stands in the data.
        """
        digests: dict[str, list[Finding]] = {}
        for finding in self.findings:
            digests.setdefault(_digest(finding), []).append(finding)
        size = _SHORTEST
        while len({key[:size] for key in digests}) < len(digests):
            size += 1
        return {
            id(finding): f"F-{key[:size].upper()}" + (f".{number}" if number > 1 else "")
            for key, alike in digests.items()
            for number, finding in enumerate(alike, 1)
        }

    @cached_property
    def files(self) -> Sequence[tuple[str, str]]:
        """List the files that were read, each with the SHA-256 of its text in UTF-8."""
        documents = self.result.declaration.documents
        return [
            (one.path, sha256(one.text.encode("utf-8", "backslashreplace")).hexdigest())
            for one in documents
        ]

    @property
    def evidence_digest(self) -> str | None:
        """Give one digest for all files of evidence; None without any."""
        if not self.evidence_digests:
            return None
        return sha256(repr(sorted(one for _, one in self.evidence_digests)).encode()).hexdigest()

    def owners(self, finding: Finding) -> Iterator[str]:
        """Give who answers for what a finding is about, nothing where nobody is named."""
        owner = self._owners.get(finding.cookie or "")
        yield from [owner] if owner else []

    @cached_property
    def _owners(self) -> Mapping[str, str | None]:
        inventory = self.inventory
        if inventory is None:
            return {}
        first = inventory.site.languages[0]
        named = [one for one in inventory.cookies if one.owner is not None]
        return {
            one.name: one.owner.read(first, first)
            for one in reversed(named)
            if one.owner is not None
        }


def _digest(finding: Finding) -> str:
    what = (finding.rule.code, finding.cookie, finding.cookie is None and finding.place.pointer)
    return sha256(repr(what).encode("utf-8", "backslashreplace")).hexdigest()
