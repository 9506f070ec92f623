"""The rules of a configuration, as rules like any other."""

from collections.abc import Iterator, Sequence

from policylint.errors import UsageError
from policylint.law.jurisdictions import ALL, EEA
from policylint.lint.custom.check import ExpressionCheck
from policylint.lint.custom.declared import CustomRule
from policylint.lint.custom.expression import WrongExpressionError, compile_expression
from policylint.lint.custom.shapes import (
    DAYS,
    ENTRIES,
    ENTRY,
    NAMES,
    FieldCheck,
    UnknownFieldError,
    follow,
)
from policylint.lint.custom.template import parse_template
from policylint.lint.settings import Settings
from policylint.model.record import MisfitError
from policylint.rule import Rule, Scope


def own_rules(settings: Settings, published: Sequence[Rule]) -> list[Rule]:
    """Make the rules of a configuration. Raises UsageError where one is wrong."""
    found = [bind(rule, settings.path or "configuration") for rule in settings.rules]
    if settings.python_rules:
        from policylint.lint.custom.python_rules import python_rules

        found += python_rules(settings)
    taken = {word: rule for rule in published for word in (rule.code, rule.name)}
    for rule in found:
        for word in (rule.code, rule.name):
            if word in taken:
                raise UsageError(
                    f"{settings.path}: rule '{rule.code}': '{word}' is taken by"
                    f" {taken[word].code} {taken[word].name}"
                )
            taken[word] = rule
    return found


def bind(rule: CustomRule, path: str) -> Rule:
    """Make a rule that can be run. Raises UsageError naming the configuration and the rule."""
    where = f"{path}: rule '{rule.code}'"
    names = {**ENTRY[rule.over], **NAMES}
    try:
        expression = compile_expression(rule.fault, tuple(names))
        fields = FieldCheck()
        fields.shape(expression.tree, names)
        message = parse_template(rule.message, names)
        check = ExpressionCheck(rule, expression, message, where, whole=fields.takes_whole)
    except WrongExpressionError as error:
        raise UsageError(f"{where}: 'fault'{_at(rule, error.offset)}: {error.message}") from None
    except UnknownFieldError as error:
        offset = rule.fault.find(error.field, error.offset)
        raise UsageError(f"{where}: 'fault'{_at(rule, offset)}: {error.message}") from None
    except MisfitError as error:
        raise UsageError(f"{where}: 'message' {error.message}") from None
    _check_route(rule, where)
    return Rule(
        code=rule.code,
        name=rule.name,
        explanation="\n".join(_explanation(rule)),
        citations=[rule.citation],
        scopes=[Scope(jurisdictions=_where(rule.jurisdictions), severity=rule.severity)],
        since="",
        check=check,
    )


def _where(codes: Sequence[str]) -> frozenset[str]:
    found = frozenset(codes) or ALL
    return found | EEA if "EU" in found else found


def _at(rule: CustomRule, offset: int | None) -> str:
    if offset is None:
        return ""
    before = rule.fault[:offset].split("\n")
    column = f"column {len(before[-1]) + 1}"
    return f", line {len(before)}, {column}" if "\n" in rule.fault.strip("\n") else f", {column}"


def _check_route(rule: CustomRule, where: str) -> None:
    """Check the field at which the rule shows its finding. Raises UsageError."""
    if rule.at and rule.at[-1].endswith(DAYS):
        raise UsageError(
            f"{where}: 'at' names '{rule.at[-1]}', which stands in no inventory; name"
            f" '{rule.at[-1].removesuffix(DAYS)}'"
        )
    try:
        follow(ENTRIES[rule.over], rule.at, "the entry")
    except MisfitError as error:
        raise UsageError(f"{where}: 'at': {error.message}") from None


def _explanation(rule: CustomRule) -> Iterator[str]:
    title = rule.citation.instrument.titles["en"]
    words = rule.name.replace("-", " ")
    yield rule.summary or f"{words[0].upper()}{words[1:]}."
    yield from ("", "## Why it matters", rule.why or f"It is asked for by: {title}.")
    yield from ("", "## How to fix it", rule.fix or f"Do what it asks for: {title}.")
