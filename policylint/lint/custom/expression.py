"""CEL: the one place that knows the library.

`cel-expr-python` is the implementation of CEL's own authors, with wheels and no dependency. It
checks types and names before a run and says at which column; it imports in 4 ms, its regular
expressions (RE2) are linear, and nesting and rounds are bounded. Of the others that were tried,
cel-python (pure Python, 160 ms, five dependencies) compares no int with a double, takes `1 && true`
and finds unknown names only when run; common-expression-language (Rust) counts bytes in `size` and
checks neither names nor types. Apache-2.0, like policylint; there is no wheel for musl (Alpine).
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from importlib import import_module
from typing import Any

from policylint.errors import UsageError
from policylint.lint.custom.tree import Node, read_tree
from policylint.model.record import MisfitError

HINT = "pip install 'policylint[cel]'"
MOST_ROUNDS = 9_999
_FAULT = re.compile(r"ERROR: <input>:(-?\d+):(-?\d+): ([^\n]*)")
_OVERLOAD = re.compile(r"found no matching overload for '([^']*)' applied to '(.*)'")
_NO_OVERLOAD = re.compile(r"No matching overloads found : ([^( ]+)(\(.*\))?")
_ABSENT = re.compile(r'Key not found in map : "?([^"]*)"?')
_DEPTH = re.compile(r"recursion (?:depth|limit)")

# What each name holds, in the words of the library: maps of fields, lists, texts.
_FORMS: Mapping[str, str] = {
    "vendors": "maps by name",
    "cookies": "maps",
    "eea": "texts",
    "adequate": "texts",
    "jurisdiction": "text",
    "as_of": "text",
    "vendor_id": "text",
}


class WrongExpressionError(Exception):
    """An expression that cannot be compiled: why, and where counted from 0, if that is known."""

    def __init__(self, message: str, offset: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.offset = offset


class Expression:
    """A compiled expression: its parts, and the names that it reads."""

    def __init__(self, program: Any, tree: Node) -> None:
        self._program = program
        self.tree = tree
        self.words = frozenset(node.word for node in tree.walk() if node.word is not None)

    def holds(self, values: Mapping[str, Any]) -> bool:
        """Evaluate it. Raises MisfitError where it fails, or gives neither true nor false."""
        wanted = {name: value for name, value in values.items() if name in self.words}
        try:
            result = self._program.eval(data=wanted)
        except (RuntimeError, ValueError, TypeError) as error:
            raise MisfitError(_why_failed(str(error))) from None
        answer = result.value()
        if type(answer) is bool:
            return answer
        if result.type().name() == "ERROR":
            raise MisfitError(_why_failed(str(answer)))
        raise MisfitError(
            f"it gives a value of type {result.type().name().lower()}; expected true or false"
        )


@lru_cache(maxsize=1024)
def compile_expression(text: str, names: tuple[str, ...]) -> Expression:
    """Compile an expression, once per run, over some names.

    Raises WrongExpressionError, and UsageError where the library is not there.
    """
    program, given = _compile(text, names)
    if given not in {"BOOL", "DYN"}:
        raise WrongExpressionError(
            f"it gives a value of type {given.lower()}; expected true or false"
        )
    return Expression(program, read_tree(program.serialize()))


def _compile(text: str, names: tuple[str, ...]) -> tuple[Any, str]:
    environment = _environment(names)
    try:
        program = environment.compile(text)
        return program, str(program.return_type().name())
    except (RuntimeError, ValueError) as error:
        raise _wrong(text, str(error), names) from None


@lru_cache(maxsize=16)
def _environment(names: tuple[str, ...]) -> Any:
    try:
        cel = import_module("cel_expr_python.cel")
    except ImportError:
        raise UsageError("rules in CEL need a library that is not installed", HINT) from None
    kind = cel.Type
    entry = kind.Map(kind.STRING, kind.DYN)
    forms = {
        "maps by name": kind.Map(kind.STRING, entry),
        "maps": kind.List(entry),
        "texts": kind.List(kind.STRING),
        "text": kind.STRING,
    }
    return cel.NewEnv(
        variables={name: forms[_FORMS[name]] if name in _FORMS else entry for name in names}
    )


def _wrong(text: str, told: str, names: tuple[str, ...]) -> WrongExpressionError:
    found = _FAULT.search(told)
    if _DEPTH.search(told):
        return WrongExpressionError("it is nested over 32 levels deep")
    if found is None:
        return WrongExpressionError(_plain(told))
    line, column, message = int(found[1]), int(found[2]), found[3]
    lines = text.split("\n")
    offset = sum(len(one) + 1 for one in lines[: line - 1]) + column - 1
    return WrongExpressionError(_in_words(message, names), max(offset, 0))


def _in_words(message: str, names: tuple[str, ...]) -> str:
    if match := _OVERLOAD.search(message):
        return f"{_operator(match[1])} does not take {match[2]}"
    if message.startswith("undeclared reference to"):
        message = message.partition(" (in container")[0]
        return f"{message}; the names are {', '.join(names)}"
    message = message.removeprefix("Syntax error: ").partition(" expecting ")[0]
    return _plain(message.replace("'<EOF>'", "the end"))


def _operator(name: str) -> str:
    return f"'{name.strip('_@') or name}'"


def _why_failed(told: str) -> str:
    if match := _ABSENT.search(told):
        return f"there is no '{match[1]}' here; test for it with has(…) first"
    if match := _NO_OVERLOAD.search(told):
        if match[1].startswith("<"):
            return "a condition is neither true nor false"
        return f"{_operator(match[1])} does not take {match[2] or 'what it is given'}"
    if "Iteration budget" in told:
        return f"its macros go through more than {MOST_ROUNDS:,} items"
    return _plain(re.sub(r"^[A-Z_]+: ", "", told))


def _plain(message: str) -> str:
    first = re.sub(r" \[[A-Z_]+\]$", "", message.strip().split("\n", 1)[0])
    return first[:1].lower() + first[1:]
