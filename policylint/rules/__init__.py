"""The rules, a folder per family. A rule is found because it stands in one of these folders."""

import os
from functools import cache
from importlib import import_module

from policylint.rule import Rule


@cache
def all_rules() -> tuple[Rule, ...]:
    """Collect every rule below this package, by code."""
    found = [
        value
        for name in _modules(__path__[0], __name__)
        for value in vars(import_module(name)).values()
        # One that is imported for its code belongs to the module that wrote it.
        if isinstance(value, Rule) and value.check is not None and value.check.__module__ == name
    ]
    return tuple(sorted(found, key=lambda one: one.code))


def _modules(folder: str, package: str) -> list[str]:
    # pkgutil would do the same at four times the cost, which every start pays.
    names: list[str] = []
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda one: one.name):
            if entry.name.endswith(".py") and entry.name != "__init__.py":
                names.append(f"{package}.{entry.name[:-3]}")
            elif entry.is_dir() and not entry.name.startswith("__"):
                names += _modules(entry.path, f"{package}.{entry.name}")
    return names
