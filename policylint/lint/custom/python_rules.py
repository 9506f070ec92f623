"""Rules in Python, from modules that a configuration names and the command line allows.

Without the command line's word a module is not run: what rules it holds is read from its text,
and each of them is reported as not evaluated.
"""

import ast
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import redirect_stdout
from functools import cache
from traceback import extract_tb
from types import ModuleType
from typing import Any

from policylint.errors import InputError, UsageError
from policylint.law.citation import Provision
from policylint.law.jurisdictions import ALL
from policylint.lint.custom.reader import is_seen, read_code, read_name
from policylint.lint.files import read_bytes, shown
from policylint.lint.settings import Settings
from policylint.model.inventory import Inventory
from policylint.model.record import MisfitError
from policylint.rule import (
    Check,
    Context,
    NotApplicable,
    NotEvaluated,
    Problem,
    Rule,
    Scope,
    Severity,
    Yield,
)

ALLOW = "--allow-python-rules"
NOT_LOADED = f"Python rules are not loaded without {ALLOW}"
MOST_BYTES = 1 << 20


def python_rules(settings: Settings) -> Iterator[Rule]:
    """Make the Python rules of a configuration, or stand-ins that say they are not loaded.

    Raises UsageError.
    """
    for name in settings.python_rules:
        yield from _rules_in(os.path.join(settings.folder, name), settings.allows_python)


@cache
def _rules_in(path: str, allowed: bool) -> tuple[Rule, ...]:  # noqa: FBT001 - a key of the cache
    module = _Module(path, shown(path))
    return tuple(module.load() if allowed else module.stand_ins())


class _Module:
    """One file of Python rules."""

    def __init__(self, path: str, name: str) -> None:
        self.path = path
        self.name = name
        try:
            source = read_bytes(path, MOST_BYTES, "Python rules")
        except InputError as error:
            raise UsageError(error.message) from None
        if len(source) > MOST_BYTES:
            raise UsageError(f"{name} is over 1 MiB; expected Python rules")
        try:
            self.tree = ast.parse(source, path)
        except SyntaxError as error:
            raise UsageError(f"{name}, line {error.lineno or 1}: {error.msg}") from None
        except (ValueError, RecursionError, MemoryError):
            raise UsageError(f"{name} cannot be read as Python") from None
        self.declared = list(_declared(self.tree))
        if not self.declared:
            raise UsageError(
                f'{name} declares no rule; expected functions headed @rule("ACM001", …), each'
                " with its code in place"
            )

    def stand_ins(self) -> Iterator[Rule]:
        """Make a rule for each that the text declares, which judges nothing and says so."""
        for code, function in self.declared:
            rule = Rule(
                code=code,
                name=function.name.replace("_", "-"),
                explanation=ast.get_docstring(function) or "",
                citations=(),
                scopes=[Scope(jurisdictions=ALL, severity=Severity.ERROR)],
                since="",
                check=_not_loaded,
            )
            yield self._fitting(rule)

    def load(self) -> Iterator[Rule]:
        """Run the module, and make its rules fit to be run. Raises UsageError."""
        module = ModuleType(f"policylint_rules_{os.path.basename(self.path).partition('.')[0]}")
        module.__file__ = self.path
        sys.modules[module.__name__] = module
        try:
            with redirect_stdout(sys.stderr):
                exec(compile(self.tree, self.path, "exec"), module.__dict__)  # noqa: S102 - allowed
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # noqa: BLE001 - it is not our code
            raise self._failure(error) from None
        found = {id(one): one for one in vars(module).values() if isinstance(one, Rule)}
        expected = [code for code, _ in self.declared]
        if sorted(rule.code for rule in found.values()) != sorted(expected):
            raise UsageError(f"{self.name} does not define exactly {', '.join(expected)}")
        for rule in found.values():
            self._cites(rule.code, rule.citations)
            check = rule.check
            if check is not None:
                yield self._fitting(rule).changed(check=self._guarded(rule, check))

    def _fitting(self, rule: Rule) -> Rule:
        """Check how a rule is called, and let its text order no terminal about."""
        for what, read, value in (
            ("code", read_code, rule.code),
            ("name", read_name, rule.name),
        ):
            try:
                read(value)
            except MisfitError as error:
                raise UsageError(f"{self.name}: the {what} of a rule {error.message}") from None
        seen = [char if char == "\n" or is_seen(char) else " " for char in rule.explanation]
        return rule.changed(explanation="".join(seen))

    def _cites(self, code: str, citations: Sequence[Provision]) -> None:
        if not citations or any(one.force != "house" for one in citations):
            raise UsageError(
                f"{self.name}: rule '{code}' has to cite texts of force 'house', as own_policy"
                " makes them: a rule of one's own is never law"
            )

    def _failure(self, error: BaseException) -> UsageError:
        """Say where in the module something went wrong."""
        lines = [one.lineno for one in extract_tb(error.__traceback__) if one.filename == self.path]
        line = f", line {lines[-1]}" if lines else ""
        told = " ".join(_text(error).split())
        what = f"{type(error).__name__}: {told}" if told else type(error).__name__
        return UsageError(f"{self.name}{line}: {what}")

    def _guarded(self, rule: Rule, check: Check) -> Check:
        def run(context: Context) -> Iterator[Yield]:
            try:
                with redirect_stdout(sys.stderr):  # a report may be written there
                    told = list(check(context))
                for found in told:
                    self._take(rule.code, found, context.inventory)
            except (UsageError, KeyboardInterrupt):
                raise
            except BaseException as error:  # noqa: BLE001 - it is not our code
                failure = self._failure(error)
                raise UsageError(f"{failure.message} (in rule '{rule.code}')") from None
            yield from told

        return run

    def _take(self, code: str, found: Any, inventory: Inventory) -> None:
        """Check what a rule yields. Raises UsageError."""
        fault = _why_unfit(found, inventory)
        if fault:
            raise UsageError(f"{self.name}: rule '{code}' {fault}")
        if isinstance(found, Problem) and found.citations is not None:
            self._cites(code, found.citations)


def _text(error: BaseException) -> str:
    try:
        return str(error)
    except Exception:  # noqa: BLE001 - its text, too, is not our code
        return ""


def _not_loaded(_: Context) -> Iterator[Yield]:
    yield NotEvaluated(at=(), reason=NOT_LOADED)


def _declared(tree: ast.Module) -> Iterator[tuple[str, ast.FunctionDef]]:
    for node in tree.body:
        if not isinstance(node, ast.FunctionDef):
            continue
        for call in node.decorator_list:
            if (
                isinstance(call, ast.Call)
                and ast.unparse(call.func).rpartition(".")[2] == "rule"
                and call.args
                and isinstance(call.args[0], ast.Constant)
                and isinstance(call.args[0].value, str)
            ):
                yield call.args[0].value, node


def _why_unfit(found: Any, inventory: Inventory) -> str | None:
    if not isinstance(found, Problem | NotEvaluated | NotApplicable):
        return f"yields a {type(found).__name__}; expected Problem, NotEvaluated or NotApplicable"
    told: Any = found.message if isinstance(found, Problem) else found.reason
    if not isinstance(told, str):
        return "says what is no text"
    at: Any = found.at if isinstance(found, Problem) else ()
    if not isinstance(at, tuple) or not all(isinstance(part, str | int) for part in at):
        return "gives no pointer; expected a tuple such as ('cookies', 0, 'name')"
    match at:
        case ("cookies", int(index), *_) if not 0 <= index < len(inventory.cookies):
            return f"points at cookies[{index}], which is not there"
    return None
