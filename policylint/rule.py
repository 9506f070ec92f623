"""What a rule is, what it sees and what it says."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from enum import IntEnum
from functools import lru_cache
from typing import Literal

from policylint.catalog.lookup import Catalog, shipped
from policylint.evidence.observation import Evidence
from policylint.law.citation import Provision
from policylint.law.exemptions import Exemption, exemption
from policylint.law.jurisdictions import Pack
from policylint.model.cookie import Cookie
from policylint.model.inventory import Inventory
from policylint.model.lifetime import Lifetime
from policylint.model.percent import Percent
from policylint.model.record import Record
from policylint.source.pointer import Pointer, Span


class Severity(IntEnum):
    """Whether a build fails; how firm the legal ground is says the force of a citation."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def label(self) -> str:
        """Give the word that options, configuration and outputs use."""
        return self.name.lower()


class Scope(Record):
    """Where a rule holds, how gravely at most, and when; `end` is the last day."""

    jurisdictions: frozenset[str]
    severity: Severity
    start: date | None = None
    end: date | None = None

    def holds_on(self, day: date) -> bool:
        """Tell whether the scope is in force on a day."""
        return not ((self.start and day < self.start) or (self.end and day > self.end))


class Fix(Record):
    """A cure. One of a declared fact is only `shown`, and never applied.

    `edits` are spans of the document in which the finding stands, and what to write there. Only
    the engine gives any: a rule does not see the text.
    """

    title: str
    applicability: Literal["safe", "unsafe", "shown"] = "shown"
    edits: Sequence[tuple[Span, str]] = ()


class Problem(Record):
    """A fault, and the place of it as a pointer.

    `severity` may lower that of the scope, never raise it. `citations` replace those of the rule.
    `on_key` points at the key itself rather than at its value. `cookie` is the name of one that was
    observed and has no entry to point at.
    """

    at: Pointer
    message: str
    severity: Severity | None = None
    citations: Sequence[Provision] | None = None
    fix: Fix | None = None
    related: tuple[tuple[Pointer, str], ...] = ()
    on_key: bool = False
    cookie: str | None = None


class NotEvaluated(Record):
    """A place that the rule could not judge, for want of a fact."""

    at: Pointer
    reason: str


class NotApplicable(Record):
    """Nothing in the inventory is of the rule's concern."""

    reason: str


Yield = Problem | NotEvaluated | NotApplicable


class Limits(Record):
    """The figures that a configuration may change."""

    lifetime: Lifetime = Lifetime("13 months", ((13, "month"),))
    review: Lifetime = Lifetime("12 months", ((12, "month"),))
    evidence: Lifetime = Lifetime("30 days", ((30, "day"),))
    observed_tolerance: Percent = Percent("2 %", 200)
    vendors: int = 50


class Context:
    """What a rule sees: an inventory, the law of one jurisdiction on one day, and any evidence.

    `asked_where` tells whether anything was read that differs between jurisdictions; what a rule
    says without it holds in each of them, and is worked out once.
    """

    def __init__(  # noqa: PLR0913 - one argument for each thing a rule may look at
        self,
        inventory: Inventory,
        pack: Pack,
        as_of: date,
        limits: Limits,
        evidence: Evidence | None = None,
        catalog: Catalog | None = None,
    ) -> None:
        self.inventory = inventory
        self.evidence = evidence
        self._catalog = catalog
        self.as_of = as_of
        self.limits = limits
        self.cookies: Sequence[tuple[Pointer, Cookie]] = [
            (("cookies", index), cookie) for index, cookie in enumerate(inventory.cookies)
        ]
        self._pack = pack
        self.asked_where = False
        self._in_need = [(at, cookie) for at, cookie in self.cookies if self.needs_consent(cookie)]
        self._in_need_depends = self.asked_where

    @property
    def catalog(self) -> Catalog:
        """Give what is known of cookies and vendors: the user's catalogues and ours, or ours."""
        if self._catalog is None:
            self._catalog = shipped()
        return self._catalog

    @property
    def pack(self) -> Pack:
        """Give the facts of the jurisdiction at hand."""
        self.asked_where = True
        return self._pack

    @property
    def jurisdiction(self) -> str:
        """Give the code of the jurisdiction at hand."""
        self.asked_where = True
        return self._pack.code

    @property
    def in_need(self) -> Sequence[tuple[Pointer, Cookie]]:
        """List the cookies that need consent."""
        self.asked_where = self.asked_where or self._in_need_depends
        return self._in_need

    def claimed_exemption(self, cookie: Cookie) -> Exemption | None:
        """Find the exemption that an improvement cookie claims here, if the law knows it today."""
        if not cookie.exempt_in or cookie.category != "improvement":
            return None
        name = cookie.exempt_in.get(self.jurisdiction)
        return None if name is None else exemption(self.jurisdiction, name, self.as_of)

    def needs_consent(self, cookie: Cookie) -> bool:
        """Tell whether a cookie is an improvement, and no exemption that holds covers it."""
        if cookie.category != "improvement":
            return False
        claimed = self.claimed_exemption(cookie)
        return claimed is None or not claimed.covers(cookie.purposes)


Check = Callable[[Context], Iterator[Yield]]


class Rule(Record):
    """A rule: its code and name, its ground, where it holds, and how it is checked.

    `lowered` lists in words the conditions under which a problem weighs less than its scope.
    `yields_to` are rules that speak of an entry in its place where they do so at least as gravely,
    `silenced_by` those that do in any case. `unseen` says what it cannot see.
    `check` is None for the engine's own rules.
    """

    code: str
    name: str
    explanation: str
    citations: Sequence[Provision]
    scopes: Sequence[Scope]
    since: str
    lowered: Sequence[tuple[Severity, str]] = ()
    yields_to: Sequence[str] = ()
    silenced_by: Sequence[str] = ()
    unseen: str | None = None
    check: Check | None = None

    @property
    def family(self) -> str:
        """Give the three letters of the family."""
        return self.code[:3]

    @property
    def severity(self) -> Severity:
        """Give the gravest severity of its scopes."""
        return max(scope.severity for scope in self.scopes)

    @property
    def summary(self) -> str:
        """Give the first sentence of the explanation: what the fault is."""
        return self.explanation.strip().split("\n", 1)[0]

    def answers_to(self, word: str) -> bool:
        """Tell whether a word that people write is its code or its name."""
        return word.upper() == self.code or word.lower() == self.name

    @lru_cache(maxsize=8_192)  # noqa: B019 - rules live as long as the process
    def scope(self, jurisdiction: str, day: date) -> Scope | None:
        """Find the gravest scope that holds in a jurisdiction on a day."""
        found = [
            scope
            for scope in self.scopes
            if jurisdiction in scope.jurisdictions and scope.holds_on(day)
        ]
        return max(found, key=lambda scope: scope.severity, default=None)


def rule(  # noqa: PLR0913 - each is a column of the catalogue, all but two by keyword
    code: str,
    *,
    citations: Sequence[Provision],
    scopes: Sequence[Scope],
    since: str,
    lowered: Sequence[tuple[Severity, str]] = (),
    yields_to: Sequence[str] = (),
    silenced_by: Sequence[str] = (),
    unseen: str | None = None,
) -> Callable[[Check], Rule]:
    """Turn a generator with a docstring into a rule named after it."""

    def decorate(check: Check) -> Rule:
        return Rule(
            code=code,
            name=check.__name__.replace("_", "-"),
            explanation=check.__doc__ or "",
            citations=citations,
            scopes=scopes,
            since=since,
            lowered=lowered,
            yields_to=yields_to,
            silenced_by=silenced_by,
            unseen=unseen,
            check=check,
        )

    return decorate
