"""The configuration: found beside the inventory or above it, and checked key by key."""

import os
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

from policylint.errors import UsageError
from policylint.law.jurisdictions import KNOWN_PACKS, pack
from policylint.model.lifetime import parse_lifetime
from policylint.model.record import MisfitError, Record
from policylint.model.scalars import describe, parse_count, parse_jurisdiction
from policylint.rule import Limits, Severity

FILE = "policylint.toml"
PROJECT = "pyproject.toml"
MARK = b"[tool.policylint"
MOST_BYTES = 1 << 20


class Settings(Record):
    """What a configuration decides. `folder` is that of the file, from which its paths count."""

    path: str | None = None
    folder: str = "."
    select: Sequence[str] = ("ALL",)
    ignore: Sequence[str] = ()
    jurisdictions: Sequence[str] = ()
    fail_on: str = "error"
    preview: bool = False
    exclude: Sequence[str] = ()
    severity: Mapping[str, Severity] = {}
    limits: Limits = Limits()
    per_file_ignores: Mapping[str, Sequence[str]] = {}


def find_settings(folder: str) -> Settings:
    """Find the nearest configuration from a folder upwards. Raises UsageError."""
    return _nearest(os.path.abspath(folder))


@cache
def _nearest(folder: str) -> Settings:
    while True:
        own = os.path.join(folder, FILE)
        if os.path.isfile(own):
            return read_settings(own)
        project = os.path.join(folder, PROJECT)
        if os.path.isfile(project) and MARK in _content(project):
            return read_settings(project)
        above = os.path.dirname(folder)
        if above == folder:
            return Settings()
        folder = above


def read_settings(path: str) -> Settings:
    """Read a configuration file. Raises UsageError naming the file and what was expected."""
    import tomllib

    try:
        data = tomllib.loads(_content(path).decode())
    except UnicodeDecodeError:
        raise UsageError(f"{path} is not UTF-8; expected TOML") from None
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{path} is not TOML: {_lower(str(error))}") from None
    except ValueError as error:  # a number of more digits than Python reads
        raise UsageError(f"{path} is not TOML: {_lower(str(error)).partition(';')[0]}") from None
    except RecursionError:
        raise UsageError(f"{path} is nested too deeply; expected TOML") from None
    if os.path.basename(path) == PROJECT:
        tool = data.get("tool")
        data = tool.get("policylint", {}) if type(tool) is dict else {}
    return _settings(path, data)


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _content(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            content = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise UsageError(f"{path} does not exist; expected a configuration file") from None
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {_lower(error.strerror or '')}") from None
    if len(content) > MOST_BYTES:
        raise UsageError(f"{path} is over 1 MiB; expected a configuration file")
    return content


def _settings(path: str, data: Any) -> Settings:
    if type(data) is not dict:
        raise UsageError(f"{path}: 'tool.policylint' holds {describe(data)}; expected a table")
    values: dict[str, Any] = {"path": path, "folder": os.path.dirname(path) or "."}
    for key, value in data.items():
        read = _READERS.get(key)
        if read is None:
            raise UsageError(f"{path}: unknown key '{key}'{_hint(key, _READERS)}")
        try:
            values[key.replace("-", "_")] = read(value)
        except MisfitError as error:
            where = ".".join(str(part) for part in (key, *error.within))
            raise UsageError(f"{path}: '{where}' {error.message}") from None
    return Settings.build(values)


def _hint(key: str, known: Mapping[str, Any]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(key.replace("_", "-"), list(known), n=1)
    if close:
        return f"; did you mean '{close[0]}'?"
    return f"; expected one of {', '.join(known)}"


def _names(value: Any) -> tuple[str, ...]:
    if type(value) is not list or not all(type(item) is str for item in value):
        raise MisfitError(f"holds {describe(value)}; expected a list of texts")
    return tuple(value)


def _jurisdictions(value: Any) -> tuple[str, ...]:
    codes = _names(value)
    if not codes:
        raise MisfitError("holds an empty list; expected at least one code")
    found = tuple(parse_jurisdiction(code) for code in codes)
    for code in found:
        if pack(code) is None:
            raise MisfitError(f"holds '{code}', which has no pack; {KNOWN_PACKS}")
    return found


def _fail_on(value: Any) -> str:
    if type(value) is str and value in FAIL_ON:
        return value
    raise MisfitError(f"holds {describe(value)}; expected one of {', '.join(FAIL_ON)}")


def _preview(value: Any) -> bool:
    if type(value) is bool:
        return value
    raise MisfitError(f"holds {describe(value)}; expected true or false")


def _severities(value: Any) -> Mapping[str, Severity]:
    known = {severity.label: severity for severity in Severity}
    if type(value) is not dict:
        raise MisfitError(f"holds {describe(value)}; expected a table of codes and severities")
    for key, word in value.items():
        if type(word) is not str or word not in known:
            raise MisfitError(f"holds {describe(word)}; expected error, warning or info", key)
    return {key: known[word] for key, word in value.items()}


def _limits(value: Any) -> Limits:
    if type(value) is not dict:
        raise MisfitError(f"holds {describe(value)}; expected a table")
    found: dict[str, Any] = {}
    for key, one in value.items():
        if key not in _LIMIT_READERS:
            known = ", ".join(f"'{name}'" for name in _LIMIT_READERS)
            raise MisfitError(f"is unknown; the limits that can be set are {known}", key)
        try:
            found[key] = _LIMIT_READERS[key](one)
        except MisfitError as error:
            raise MisfitError(f"is wrong: {error.message}", key) from None
    return Limits.build(found)


def _patterns(value: Any) -> Mapping[str, Sequence[str]]:
    if type(value) is not dict:
        raise MisfitError(f"holds {describe(value)}; expected a table of patterns and lists")
    return {pattern: _names(codes) for pattern, codes in value.items()}


_LIMIT_READERS: Mapping[str, Callable[[Any], Any]] = {
    "lifetime": parse_lifetime,
    "review": parse_lifetime,
    "vendors": parse_count,
}
FAIL_ON = ("error", "warning", "info", "never")
_READERS: Mapping[str, Callable[[Any], Any]] = {
    "select": _names,
    "ignore": _names,
    "jurisdictions": _jurisdictions,
    "fail-on": _fail_on,
    "preview": _preview,
    "exclude": _names,
    "severity": _severities,
    "limits": _limits,
    "per-file-ignores": _patterns,
}
