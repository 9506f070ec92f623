"""How each key of the configuration is read."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from policylint.law.jurisdictions import KNOWN_PACKS, pack
from policylint.lint.pins import read_pin
from policylint.lint.waiver_settings import read_waivers
from policylint.model.lifetime import parse_lifetime
from policylint.model.percent import parse_percent
from policylint.model.record import MisfitError
from policylint.model.scalars import describe, parse_count, parse_jurisdiction
from policylint.rule import Limits, Severity


def read_names(value: Any) -> tuple[str, ...]:
    """Read a list of texts."""
    if type(value) is not list or not all(type(item) is str for item in value):
        raise MisfitError(f"holds {describe(value)}; expected a list of texts")
    return tuple(value)


def _path(value: Any) -> str:
    if type(value) is str and value.strip():
        return value
    raise MisfitError(f"holds {describe(value)}; expected the path of a file")


def _paths(value: Any) -> tuple[str, ...]:
    """Read the path of a file, or a list of them."""
    if type(value) is list:
        return tuple(map(_path, value))
    if type(value) is str:
        return (_path(value),)
    raise MisfitError(f"holds {describe(value)}; expected the path of a file, or a list of them")


def _jurisdictions(value: Any) -> tuple[str, ...]:
    codes = read_names(value)
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
        if key not in _LIMITS:
            known = ", ".join(f"'{name}'" for name in _LIMITS)
            raise MisfitError(f"is unknown; the limits that can be set are {known}", key)
        try:
            found[key.replace("-", "_")] = _LIMITS[key](one)
        except MisfitError as error:
            raise MisfitError(f"is wrong: {error.message}", key) from None
    return Limits.build(found)


def _patterns(value: Any) -> Mapping[str, Sequence[str]]:
    if type(value) is not dict:
        raise MisfitError(f"holds {describe(value)}; expected a table of patterns and lists")
    return {pattern: read_names(codes) for pattern, codes in value.items()}


def _own_rules(value: Any) -> Any:
    from policylint.lint.custom.reader import read_rules

    return read_rules(value)


def _extensions(value: Any) -> str:
    schema = value.get("schema") if type(value) is dict and len(value) == 1 else None
    if type(schema) is str and schema.strip():
        return schema
    raise MisfitError("expected 'schema', the path of a JSON Schema, and nothing else")


_LIMITS: Mapping[str, Callable[[Any], Any]] = {
    "lifetime": parse_lifetime,
    "review": parse_lifetime,
    "evidence": parse_lifetime,
    "observed-tolerance": parse_percent,
    "vendors": parse_count,
}
FAIL_ON = ("error", "warning", "info", "never")
READERS: Mapping[str, Callable[[Any], Any]] = {
    "select": read_names,
    "ignore": read_names,
    "jurisdictions": _jurisdictions,
    "fail-on": _fail_on,
    "preview": _preview,
    "exclude": read_names,
    "severity": _severities,
    "limits": _limits,
    "per-file-ignores": _patterns,
    "waivers": read_waivers,
    "baseline": _path,
    "catalog": _paths,
    "rule-pack": read_pin,
    "rules": _own_rules,
    "python-rules": read_names,
    "extensions": _extensions,
}
