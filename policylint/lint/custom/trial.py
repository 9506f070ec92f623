"""The tests beside the rules of a configuration."""

import os
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from policylint.errors import InputError, UsageError
from policylint.lint.builtin import BLOCKING
from policylint.lint.custom.declared import CustomRule, RuleTest
from policylint.lint.declaration import Declaration, open_declaration
from policylint.lint.evaluate import evaluate
from policylint.lint.files import read_bytes
from policylint.lint.finding import Finding
from policylint.lint.schema_faults import read_inventory, text_findings
from policylint.lint.select import catalogue
from policylint.lint.settings import Settings
from policylint.lint.spoken import findings_of
from policylint.model.inventory import Inventory
from policylint.model.record import Record
from policylint.rule import Limits, Rule
from policylint.source.load import MAX_BYTES

# What every inventory needs and few rules are about.
FRAME: Mapping[str, Any] = {
    "version": 1,
    "site": {
        "name": "A site",
        "url": "https://www.site.example",
        "jurisdictions": ["EU"],  # or those of the rule
        "languages": ["en"],
    },
    "controller": {"name": "A company", "country": "FR", "email": "privacy@site.example"},
    "cookies": [],
}


class Trial(Record):
    """What came of one test: the lines that it expects, and those that the rule reports.

    `fault` says why the inventory of the test cannot be judged. A rule without a test has a trial
    without a name.
    """

    rule: CustomRule
    name: str | None = None
    expected: Sequence[int] = ()
    found: Sequence[int] = ()
    messages: Sequence[str] = ()
    fault: str | None = None

    @property
    def passed(self) -> bool:
        """Tell whether the rule reports what the test expects, where there is one."""
        return self.fault is None and list(self.expected) == list(self.found)


def run_tests(settings: Settings, as_of: date) -> list[Trial]:
    """Run the tests of every rule in CEL. Raises UsageError where there is none."""
    if not any(rule.tests for rule in settings.rules):
        raise UsageError(
            f"{settings.shown} holds no test of a rule; expected [[rules.tests]] below [[rules]]"
        )
    rules = {rule.code: rule for rule in catalogue(settings)}
    return [
        trial
        for declared in settings.rules
        for trial in _trials(declared, rules[declared.code], settings, as_of)
    ]


def _trials(declared: CustomRule, rule: Rule, settings: Settings, as_of: date) -> Iterator[Trial]:
    for test in declared.tests:
        name = test.file or f"test '{test.name}' of {declared.code}"
        folder = os.path.join(settings.folder, os.path.dirname(test.file or "") or ".")
        declaration = open_declaration(name, _content(test, settings), folder=folder)
        try:
            findings = _findings(rule, declaration, settings.limits, test.as_of or as_of)
        except UsageError as error:
            yield Trial(rule=declared, name=test.name, expected=test.lines, fault=error.message)
            continue
        yield Trial(
            rule=declared,
            name=test.name,
            expected=test.lines,
            found=[one.place.line for one in findings],
            messages=[one.message for one in findings],
        )
    if not declared.tests:
        yield Trial(rule=declared)


def _findings(rule: Rule, declaration: Declaration, limits: Limits, day: date) -> list[Finding]:
    """Apply a rule to the inventory of a test. Raises UsageError."""
    inventory = _inventory(declaration, sorted(rule.scopes[0].jurisdictions))
    verdict = evaluate(inventory, inventory.site.jurisdictions, day, limits, [rule])
    found = findings_of(verdict, declaration, inventory)
    return sorted(found, key=lambda one: one.order)


def _content(test: RuleTest, settings: Settings) -> bytes:
    if test.file is None:
        return (test.inventory or "").encode("utf-8", "replace")
    path = os.path.join(settings.folder, test.file)
    try:
        return read_bytes(path, MAX_BYTES)
    except InputError as error:
        raise UsageError(error.message) from None


def _inventory(declaration: Declaration, jurisdictions: Sequence[str]) -> Inventory:
    """Complete the inventory of a test. Raises UsageError where it cannot be judged."""
    given = declaration.data
    if type(given) is dict:
        declaration.data = {**FRAME, **given}
        for section in ("site", "controller"):
            if type(given.get(section, {})) is dict:
                declaration.data[section] = {**FRAME[section], **given.get(section, {})}
        site = declaration.data["site"]
        if type(site) is dict and "EU" not in jurisdictions:
            site["jurisdictions"] = given.get("site", {}).get("jurisdictions", jurisdictions)
    faults = [one for one in text_findings(declaration) if one.rule.code in BLOCKING]
    read = faults or read_inventory(declaration)
    if isinstance(read, Inventory):
        return read
    place = read[0].place
    raise UsageError(f"{place.path}:{place.line}: {read[0].message}")
