"""How a rule in CEL is applied: to which entries, at what cost, and what it yields."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from policylint.errors import UsageError
from policylint.law.jurisdictions import EEA_COUNTRIES
from policylint.lint.custom.cost import (
    MOST_GATHERED,
    MOST_NESTED,
    MOST_STEPS,
    Sizes,
    gathered,
    measure,
    nested,
    pattern_fault,
    steps,
)
from policylint.lint.custom.declared import CustomRule
from policylint.lint.custom.expression import Expression, WrongExpressionError
from policylint.lint.custom.facts import adequate, facts, reduced
from policylint.lint.custom.template import Template
from policylint.model.inventory import Inventory
from policylint.model.record import MisfitError
from policylint.rule import Context, NotApplicable, NotEvaluated, Problem, Yield
from policylint.source.pointer import Pointer

# What a verdict may rest on that differs between jurisdictions.
_LOCAL = frozenset({"jurisdiction", "adequate", "legal_basis"})
_MOST_QUOTED = 200
# Whose sizes count although the expression may name only one of them.
_INSIDE: Mapping[str, tuple[str, ...]] = {
    "cookies": ("cookies", "vendors"),
    "vendors": ("vendors",),
    "site": (),
    "consent": (),
}


class Entry(NamedTuple):
    """What a rule is applied to: its place, its name in a sentence, and the key of its vendor."""

    at: Pointer
    label: str
    vendor: str | None = None

    def values(self, known: Mapping[str, Any]) -> Mapping[str, Any]:
        """Give the names that stand for this entry."""
        match self.at:
            case ("cookies", int(index)):
                vendor = known["vendors"].get(self.vendor or "", {})
                return {"cookie": known["cookies"][index], "vendor": vendor}
            case ("vendors", key):
                return {"vendor": known["vendors"][key], "vendor_id": key}
        return {}


class ExpressionCheck:
    """Yield a problem for each entry of which an expression is true.

    `whole` tells that the expression looks at whole entries, not only at fields that it names.
    """

    def __init__(
        self,
        rule: CustomRule,
        expression: Expression,
        message: Template,
        where: str,
        *,
        whole: bool,
    ) -> None:
        if nested(expression.tree) > MOST_NESTED:
            raise WrongExpressionError(
                "more than two macros stand within or behind one another; a macro may hold or"
                " follow one other"
            )
        if fault := pattern_fault(expression.tree):
            raise WrongExpressionError(fault)
        self.rule = rule
        self.expression = expression
        self.message = message
        self.where = where
        self._whole = whole
        self._is_local = bool(_LOCAL & (expression.words | message.words))
        self._last: tuple[object, Sequence[Yield]] = (None, ())

    def __call__(self, context: Context) -> Iterator[Yield]:
        """Apply the rule, once for all jurisdictions where none makes a difference."""
        place = context.jurisdiction if self._is_local else None
        key = (context.inventory, context.as_of, place)
        if self._last[0] != key:
            self._last = (key, list(self._judge(context)))
        return iter(self._last[1])

    def _judge(self, context: Context) -> Iterator[Yield]:
        declared = facts(context).values
        entries = list(_entries(self.rule.over, context.inventory, declared))
        if not entries:
            yield NotApplicable(reason=f"the inventory declares no {self.rule.over}")
            return
        allowed = adequate(context)
        if allowed is None and "adequate" in self.expression.words:
            yield NotEvaluated(
                at=(), reason=f"no list of adequate countries is known for {context.jurisdiction}"
            )
            return
        shared = {
            "jurisdiction": context.jurisdiction,
            "as_of": context.as_of.isoformat(),
            "eea": sorted(EEA_COUNTRIES),
            "adequate": allowed or [],
        }
        read = declared if self._whole else reduced(declared, self.expression.words)
        self._bound(read, len(entries))
        for entry in entries:
            if self._is_fault(entry, {**read, **shared, **entry.values(read)}):
                values = {**declared, **shared, **entry.values(declared)}
                yield Problem(
                    at=(*entry.at, *self.rule.at),
                    message=self.message.fill(values),
                    on_key=not self.rule.at,
                )

    def _is_fault(self, entry: Entry, values: Mapping[str, Any]) -> bool:
        try:
            return self.expression.holds(values)
        except MisfitError as error:
            quoted = " ".join(self.rule.fault.split())
            if len(quoted) > _MOST_QUOTED:
                quoted = f"{quoted[: _MOST_QUOTED - 1]}…"
            raise UsageError(
                f"{self.where}: 'fault' fails on {entry.label}: {error.message} ({quoted})"
            ) from None

    def _bound(self, values: Mapping[str, Any], count: int) -> None:
        """Refuse what would take too long or too much memory. Raises UsageError."""
        tree = self.expression.tree
        sizes = _sizes(self.rule.over, self.expression.words, values)
        longest = gathered(tree, sizes)
        if longest > MOST_GATHERED:
            raise UsageError(
                f"{self.where}: 'fault' can gather a list of {longest:,}; 'filter' and 'map' go"
                f" up to {MOST_GATHERED:,}, 'exists' and 'all' further"
            )
        work = count * steps(tree, sizes)
        if work > MOST_STEPS:
            raise UsageError(
                f"{self.where}: 'fault' can take {work:,} steps on an inventory of this size;"
                f" at most {MOST_STEPS:,} are taken"
            )


def _sizes(over: str, words: frozenset[str], values: Mapping[str, Any]) -> Sizes:
    named: dict[str, int] = {"eea": len(EEA_COUNTRIES), "adequate": 2 * len(EEA_COUNTRIES)}
    inner = text = 0
    for name, value in values.items():
        if name in words or name in _INSIDE[over]:
            size = measure(value)
            inner, text = max(inner, size.inner), max(text, size.text)
            if name in words:
                named[name] = size.length
    return Sizes(named, inner, text)


def _entries(over: str, inventory: Inventory, values: Mapping[str, Any]) -> Iterator[Entry]:
    if over == "cookies":
        for index, cookie in enumerate(inventory.cookies):
            label = f"cookie '{cookie.name}' (cookies[{index}])"
            yield Entry(("cookies", index), label, cookie.vendor)
    elif over == "vendors":
        for key in values["vendors"]:
            yield Entry(("vendors", key), f"vendor '{key}'", key)
    elif over == "site":
        yield Entry(("site",), "the site")
    elif inventory.consent is not None:
        yield Entry(("consent",), "the consent section")
