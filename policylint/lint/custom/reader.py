"""How the rules of a configuration are read: key by key, with what was expected."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any
from unicodedata import category

from policylint.law.citation import Provision, own_policy
from policylint.lint.custom.declared import CustomRule, RuleTest
from policylint.model.record import MisfitError
from policylint.model.scalars import describe, parse_date, parse_line, parse_url
from policylint.rule import Severity

RESERVED = frozenset(
    ("CLS", "CON", "DOC", "EVD", "IMP", "INF", "INV", "LIF", "POL", "PRE", "SEC", "SPC", "VEN")
)
OVER = ("cookies", "vendors", "site", "consent")
MOST_CHARACTERS = 1_000
MOST_RULES = 500
MOST_NAME = 100
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})

Readers = Mapping[str, Callable[[Any], Any]]


def read_rules(value: Any) -> tuple[CustomRule, ...]:
    """Read `[[rules]]`. Raises MisfitError."""
    if type(value) is not list or not all(type(item) is dict for item in value):
        raise MisfitError(f"holds {describe(value)}; expected tables, each headed [[rules]]")
    if len(value) > MOST_RULES:
        raise MisfitError(f"holds {len(value):,} rules; expected at most {MOST_RULES}")
    found: list[CustomRule] = []
    for number, item in enumerate(value, 1):
        where = item["code"] if type(item.get("code")) is str else str(number)
        rule = CustomRule.build(_table(item, _RULE, _NEEDED, where))
        for other in found:
            if rule.code == other.code:
                raise MisfitError("is declared twice", rule.code)
            if rule.name == other.name:
                raise MisfitError(f"has the name of '{other.code}'", rule.code, "name")
        found.append(rule)
    return tuple(found)


def _table(value: Any, readers: Readers, needed: tuple[str, ...], *within: str) -> dict[str, Any]:
    if type(value) is not dict:
        raise MisfitError(f"holds {describe(value)}; expected a table", *within)
    read: dict[str, Any] = {}
    for key, item in value.items():
        if key not in readers:
            known = ", ".join(f"'{one}'" for one in readers)
            raise MisfitError(f"is unknown; the keys are {known}", *within, key)
        try:
            read[key.replace("-", "_")] = readers[key](item)
        except MisfitError as error:
            raise MisfitError(error.message, *within, key, *error.within) from None
    for key in needed:
        if key not in value:
            raise MisfitError(f"has no '{key}'", *within)
    return read


def read_code(value: Any) -> str:
    """Read the code of a rule of one's own. Raises MisfitError."""
    if type(value) is not str or not re.fullmatch("[A-Z]{3}[0-9]{3}", value):
        raise MisfitError(f"holds {describe(value)}; expected a code such as 'ACM001'")
    if value[:3] in RESERVED:
        raise MisfitError(f"holds '{value}', and {value[:3]} is a family of policylint's own")
    return value


def read_name(value: Any) -> str:
    """Read the name of a rule of one's own. Raises MisfitError."""
    fits = type(value) is str and len(value) <= MOST_NAME
    if fits and re.fullmatch("[a-z][a-z0-9]*(-[a-z0-9]+)+", value):
        return str(value)
    raise MisfitError(
        f"holds {describe(value)}; expected the fault in words such as 'vendor-outside-eea'"
    )


def is_seen(char: str) -> bool:
    """Tell whether a character shows something, and does not order a terminal about."""
    return category(char) not in _UNSEEN


def _line(value: Any) -> str:
    text = parse_line(value)
    for char in text:
        if not is_seen(char):
            raise MisfitError(f"holds U+{ord(char):04X}, which shows nothing; expected plain text")
    return text


def _prose(value: Any) -> str:
    text = parse_line(value).strip()
    _line(" ".join(text.split()) or value)
    return text


def _expression(value: Any) -> str:
    if type(value) is not str or not value.strip():
        raise MisfitError(f"holds {describe(value)}; expected a CEL expression")
    if len(value) > MOST_CHARACTERS:
        raise MisfitError(
            f"is {len(value):,} characters long; expected at most {MOST_CHARACTERS:,}"
        )
    return value


def _over(value: Any) -> str:
    if type(value) is str and value in OVER:
        return value
    raise MisfitError(f"holds {describe(value)}; expected one of {', '.join(OVER)}")


def _route(value: Any) -> tuple[str, ...]:
    route = tuple(_line(value).split("."))
    if all(route):
        return route
    raise MisfitError(f"holds {describe(value)}; expected a field such as 'country'")


def _severity(value: Any) -> Severity:
    for one in Severity:
        if value == one.label:
            return one
    raise MisfitError(f"holds {describe(value)}; expected error, warning or info")


def _force(_: Any) -> None:
    raise MisfitError("cannot be set: a rule of one's own is never law")


def _citation(value: Any) -> Provision:
    read = _table(value, _CITATION, ("title", "url"))
    return own_policy(read["title"], read["url"], read.get("locator"))


def _jurisdictions(value: Any) -> tuple[str, ...]:
    from policylint.lint.setting_readers import READERS

    codes: tuple[str, ...] = READERS["jurisdictions"](value)
    return codes


def _tests(value: Any) -> tuple[RuleTest, ...]:
    if type(value) is not list:
        raise MisfitError(f"holds {describe(value)}; expected tables, each headed [[rules.tests]]")
    found: list[RuleTest] = []
    for number, item in enumerate(value, 1):
        test = RuleTest.build(_table(item, _TEST, ("name", "lines"), str(number)))
        if (test.inventory is None) == (test.file is None):
            raise MisfitError("has to hold either 'inventory' or 'file'", str(number))
        found.append(test)
    return tuple(found)


def _text(value: Any) -> str:
    if type(value) is not str:
        raise MisfitError(f"holds {describe(value)}; expected an inventory as text")
    return value


def _lines(value: Any) -> tuple[int, ...]:
    if type(value) is list and all(type(item) is int and item > 0 for item in value):
        return tuple(sorted(value))
    raise MisfitError(f"holds {describe(value)}; expected a list of line numbers, [] for none")


def _day(value: Any) -> date:
    return value if type(value) is date else parse_date(value)


_CITATION: Readers = {"title": _line, "url": parse_url, "locator": _line, "force": _force}
_TEST: Readers = {
    "name": _line,
    "inventory": _text,
    "file": _line,
    "lines": _lines,
    "as-of": _day,
}
_RULE: Readers = {
    "code": read_code,
    "name": read_name,
    "over": _over,
    "fault": _expression,
    "message": _line,
    "severity": _severity,
    "citation": _citation,
    "at": _route,
    "summary": _line,
    "why": _prose,
    "fix": _prose,
    "jurisdictions": _jurisdictions,
    "tests": _tests,
}
_NEEDED = ("code", "name", "over", "fault", "message", "severity", "citation")
