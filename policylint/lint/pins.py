"""A pin to an earlier rule pack.

What later packs added stays silent, and what they made graver weighs no more than before. Every
report lists both.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from policylint import __version__
from policylint.law.history import HISTORY, Change, RulePack
from policylint.model.record import MisfitError, Record
from policylint.model.scalars import describe
from policylint.model.sentence import Sentence, sentence, series
from policylint.rule import Rule, Scope, Severity

_AS: Mapping[Severity, Sentence] = {
    Severity.ERROR: sentence("as error"),
    Severity.WARNING: sentence("as warning"),
    Severity.INFO: sentence("as info"),
}


class Pin(Record):
    """The pack that a configuration pins, None for that of this version, and what came later.

    `later` gives for each rule the changes of later packs, oldest first, each with its pack.
    """

    pack: str | None = None
    later: Mapping[str, Sequence[tuple[str, Change]]] = {}

    @property
    def added(self) -> Mapping[str, str]:
        """Give each rule that a later pack added, with the reason why it stays silent."""
        return {
            code: sentence(
                "added by rule pack {pack}; the configuration pins {pinned}",
                pack=name,
                pinned=self.pack,
            )
            for code, changes in self.later.items()
            for name, change in changes
            if change.kind == "added" and change.within is None
        }

    def hold(self, rules: Iterable[Rule]) -> list[Rule]:
        """Leave out the rules that came later, and give the others the scopes of before."""
        if not self.later:
            return list(rules)
        added = self.added
        return [self.held(rule) for rule in rules if rule.code not in added]

    def held(self, rule: Rule) -> Rule:
        """Give a rule the scopes that it had in the pinned pack, as far as they were narrower."""
        limits = self._limits(rule.code)
        scopes = list(rule.scopes)
        for _, change in limits:
            scopes = [part for scope in scopes for part in _limited(scope, change)]
        return Rule(**{**rule.__dict__, "scopes": scopes}) if limits else rule

    def held_back(self, rule: Rule) -> str | None:
        """Say how the pin holds back a rule that speaks all the same."""
        if not self.later:
            return None
        reasons = [
            sentence(
                "{limit}; the configuration pins {pinned}",
                limit=_limit(rule, name, change),
                pinned=self.pack,
            )
            for name, change in self._limits(rule.code)
        ]
        return series(reasons, "; ") or None

    def _limits(self, code: str) -> Sequence[tuple[str, Change]]:
        return [
            (name, change)
            for name, change in self.later.get(code, ())
            if change.kind == "graver" or (change.kind == "added" and change.within is not None)
        ]


def _limited(scope: Scope, change: Change) -> Iterator[Scope]:
    inside = scope.jurisdictions & (change.within or scope.jurisdictions)
    outside = scope.jurisdictions - inside
    if outside:
        yield Scope(**{**scope.__dict__, "jurisdictions": outside})
    if inside and change.was is not None:
        most = min(scope.severity, Severity[change.was.upper()])
        yield Scope(**{**scope.__dict__, "jurisdictions": inside, "severity": most})


def _limit(rule: Rule, name: str, change: Change) -> Sentence:
    places = series(sorted(change.within or ()))
    if change.kind != "graver":
        return sentence(
            "in {jurisdictions}: rule pack {pack} added it there", jurisdictions=places, pack=name
        )
    if not places:
        return sentence(
            "{severity}: rule pack {pack} made it graver",
            severity=_AS[rule.severity],
            pack=name,
        )
    return sentence(
        "{severity} in {jurisdictions}: rule pack {pack} made it graver",
        severity=_AS[rule.severity],
        jurisdictions=places,
        pack=name,
    )


def pin(name: str, history: Sequence[RulePack] = HISTORY) -> Pin:
    """Pin a pack by its name. Raises MisfitError naming the packs that this version holds."""
    later: dict[str, list[tuple[str, Change]]] = {}
    for pack in packs_after(name, history):
        for change in pack.changes:
            later.setdefault(change.rule, []).append((pack.name, change))
    return Pin(pack=name, later=later)


def packs_after(name: str, history: Sequence[RulePack] = HISTORY) -> Sequence[RulePack]:
    """List the packs after one, oldest first. Raises MisfitError for one that is not held."""
    names = [pack.name for pack in history]
    if name not in names:
        raise MisfitError(
            f"holds '{name}', a rule pack that policylint {__version__} does not hold;"
            f" it holds {', '.join(names)}"
        )
    return history[names.index(name) + 1 :]


def read_pin(value: Any) -> Pin:
    """Read the key `rule-pack` of a configuration. Raises MisfitError."""
    if type(value) is not str:
        newest = HISTORY[-1].name
        raise MisfitError(
            f'holds {describe(value)}; expected the name of a rule pack in quotes, as "{newest}"'
        )
    return pin(value)
