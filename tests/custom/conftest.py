"""A folder with a configuration of rules, and inventories that they are applied to."""

import tomllib
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from policylint.lint.custom.declared import CustomRule
from policylint.lint.custom.reader import read_rules
from policylint.lint.custom.rules import bind
from policylint.lint.custom.trial import FRAME
from policylint.lint.finding import Finding
from policylint.lint.run import Options, check_files
from policylint.lint.settings import read_settings
from policylint.model.inventory import Inventory
from policylint.model.read import read
from policylint.rule import Problem, Rule

DAY = date(2026, 11, 23)
RULE: Mapping[str, Any] = {
    "code": "ACM001",
    "name": "own-fault",
    "over": "vendors",
    "fault": "true",
    "message": "it is so",
    "severity": "error",
    "citation": {"title": "Acme charter", "url": "https://acme.example/charter"},
}
VENDORS = {
    "near": {"name": "Near SAS", "country": "FR", "role": "processor"},
    "far": {"name": "Far Inc.", "country": "US", "domains": ["far.example"]},
}

Declare = Callable[..., CustomRule]
Find = Callable[..., list[Problem]]


def declared(**changes: Any) -> CustomRule:
    (rule,) = read_rules([{**RULE, **changes}])
    return rule


def bound(**changes: Any) -> Rule:
    return bind(declared(**changes), "policylint.toml")


def inventory_of(**sections: Any) -> Inventory:
    data = {**FRAME, **sections}
    for section in ("site", "controller"):
        data[section] = {**FRAME[section], **sections.get(section, {})}
    found = read(Inventory, data)
    assert found is not None
    return found


class World:
    """A folder with a configuration and one inventory."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def write(self, name: str, text: str) -> str:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return str(path)

    def check(
        self, configuration: str, inventory: str, select: Sequence[str] = ("ACM",), **options: Any
    ) -> list[Finding]:
        tomllib.loads(configuration)
        settings = read_settings(self.write("policylint.toml", configuration))
        path = self.write("cookies.yaml", inventory)
        given = Options(as_of=DAY, settings=settings, select=select, **options)
        report, _ = check_files([path], given)
        return list(report.findings)


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)
