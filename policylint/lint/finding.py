"""What a run found: findings with their place in a file, and the outcome of every rule."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Literal

from policylint.law.citation import Provision
from policylint.model.record import Record
from policylint.model.sentence import sentence
from policylint.rule import Fix, Rule, Severity

OutcomeName = Literal["passed", "failed", "not-applicable", "not-evaluated"]
Status = Literal["open", "suppressed", "waived", "baselined"]


class Place(Record):
    """Where in a file: lines and columns from 1, in code points; the end is exclusive.

    `pointer` is written as RFC 6901 does. `excerpt` is the text of the first line around the
    place; it begins at `excerpt_column`.
    """

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    pointer: str | None
    excerpt: str = ""
    excerpt_column: int = 1


class Related(Record):
    """A second place that explains a finding."""

    place: Place
    message: str


class Waiver(Record):
    """An accepted risk: why, who accepted it, and the last day on which it holds.

    It covers what a rule says of a cookie or of a vendor, or of neither where it names none;
    `files` is a pattern of files, counted from the folder of the configuration.
    """

    rule: str
    reason: str
    approved_by: str
    expires: date
    cookie: str | None = None
    vendor: str | None = None
    files: str | None = None
    line: int = 1
    """Where it stands in the configuration."""


class Finding(Record):
    """One fault at one place, for the jurisdictions where it holds.

    `waiver` is that of a waived finding, `justification` the reason that a suppression gives.
    """

    rule: Rule
    severity: Severity
    message: str
    place: Place
    cookie: str | None
    jurisdictions: Sequence[str]
    citations: Sequence[Provision]
    fix: Fix | None = None
    related: Sequence[Related] = ()
    status: Status = "open"
    waiver: Waiver | None = None
    justification: str | None = None
    novelty: str | None = None
    """Why it is new since the baseline, where not the inventory has moved but the law or a pack."""

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """Give the key by which findings are sorted: path, position, code."""
        place = self.place
        return (place.path, place.line, place.column, self.rule.code, self.message)


class Outcome(Record):
    """What became of a rule on a file, with the reason where it did not simply pass or fail.

    `held_back` says what of the rule was not evaluated because the configuration pins a rule pack.
    """

    code: str
    path: str
    outcome: OutcomeName
    reason: str | None = None
    held_back: str | None = None

    @property
    def gap(self) -> str | None:
        """Say why the rule, or a part of it, was not evaluated; None where all of it was."""
        if self.outcome == "not-evaluated":
            return self.reason or sentence("no reason given")
        return self.held_back


class BaselineEntry(Record):
    """A finding that was there before, by what it is about rather than by its line.

    `path` counts from the folder of the baseline; `pointer` has `*` for each index; `content` is a
    digest of the scalar at the place. `count` is how many are alike.
    """

    path: str
    code: str
    severity: Severity
    jurisdictions: Sequence[str]
    cookie: str | None
    pointer: str | None
    content: str
    count: int = 1


class Report(Record):
    """Everything that a run has to say; a renderer computes nothing from it but text."""

    as_of: date
    files: Sequence[str]
    sources: Sequence[str] = ()
    """Every file that was read, with included ones and configurations."""
    findings: Sequence[Finding]
    outcomes: Sequence[Outcome]
    rules: Sequence[Rule]
    shrinkable: Sequence[BaselineEntry] = ()
    """What the baseline still lists though it is gone."""

    def count(self, severity: Severity) -> int:
        """Count the open findings of a severity."""
        return sum(1 for one in self.findings if one.severity is severity and one.status == "open")

    @property
    def worst(self) -> Severity | None:
        """Give the gravest severity among the open findings, None without any."""
        return max((one.severity for one in self.findings if one.status == "open"), default=None)

    @property
    def counts(self) -> Mapping[Severity, int]:
        """Count the open findings by severity, gravest first."""
        return {severity: self.count(severity) for severity in sorted(Severity, reverse=True)}


def reaches(findings: Iterable[Finding], threshold: str) -> bool:
    """Tell whether a finding is as grave as the threshold of a command; none reaches `never`."""
    if threshold == "never":
        return False
    least = Severity[threshold.upper()]
    return any(one.severity >= least for one in findings)
