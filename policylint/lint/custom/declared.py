"""A rule of an organisation's own, as its configuration declares it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from policylint.law.citation import Provision
from policylint.model.record import Record
from policylint.rule import Severity


class RuleTest(Record):
    """A test beside a rule: an inventory, in place or in a file, and the lines that are reported.

    Its `inventory` may leave out what the rule is not about: it is completed by a frame.
    """

    name: str
    inventory: str | None = None
    file: str | None = None
    lines: Sequence[int]
    as_of: date | None = None


class CustomRule(Record):
    """A rule as data: `fault` is a CEL expression that is true of an entry that is reported.

    `over` names the entries; `at` is the route from an entry to the field that is shown.
    """

    code: str
    name: str
    over: str
    fault: str
    message: str
    severity: Severity
    citation: Provision
    at: Sequence[str] = ()
    summary: str | None = None
    why: str | None = None
    fix: str | None = None
    jurisdictions: Sequence[str] = ()
    tests: Sequence[RuleTest] = ()

    @property
    def written(self) -> Mapping[str, Any]:
        """Give the rule as a configuration writes it."""
        cited = {
            "title": self.citation.instrument.titles["en"],
            "url": self.citation.link,
            "locator": self.citation.section,
        }
        at = {"at": ".".join(self.at)} if self.at else {}
        return {**self.__dict__, **at, "citation": cited}
