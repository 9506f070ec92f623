"""Records as plain data and back, by their annotations; what is read is not trusted."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

from policylint.model.record import Record, once
from policylint.rule import Rule, Severity
from policylint.source.pointer import Span

FindRule = Callable[[str], Rule | None]
Reader = Callable[[Any, FindRule], Any]


class MisreadError(ValueError):
    """Plain data is no such record."""


def plain(value: Any) -> Any:
    """Write a value of a record as JSON has it; a rule is named by its code."""
    if isinstance(value, Rule):
        return value.code
    if isinstance(value, Record | Mapping):
        items = value if isinstance(value, Mapping) else vars(value)
        return {name: plain(one) for name, one in items.items()}
    if isinstance(value, list | tuple | frozenset):
        return [plain(one) for one in (sorted(value) if isinstance(value, frozenset) else value)]
    if isinstance(value, str):
        return str(value)  # a Sentence is one in this process only
    return value.isoformat() if isinstance(value, date) else value


def read_plain(hint: Any, value: Any, find: FindRule) -> Any:
    """Read what `plain` wrote of a value with this annotation. Raises MisreadError."""
    return _reader(hint)(value, find)


@once
def _reader(hint: Any) -> Reader:
    origin, parts = get_origin(hint), get_args(hint)
    if origin in {Union, UnionType}:
        return _optional(next(part for part in parts if part is not type(None)))
    if origin is tuple and parts[-1] is not Ellipsis:
        return _pair(tuple, [_reader(part) for part in parts])
    if origin in _CONTAINERS:
        return _many(_CONTAINERS[origin], _reader(parts[0]))
    if isinstance(hint, type) and issubclass(hint, Record):
        return _rule if hint is Rule else _record(hint)
    if origin is Literal:
        return _literal(parts)
    return _SCALARS[origin or hint]


def _optional(hint: Any) -> Reader:
    read = _reader(hint)
    return lambda value, find: None if value is None else read(value, find)


def _literal(words: Sequence[Any]) -> Reader:
    def read(value: Any, _: FindRule) -> Any:
        if type(value) is not str or value not in words:
            raise MisreadError
        return value

    return read


def _pair(build: Callable[[Any], Any], readers: Sequence[Reader]) -> Reader:
    def read(value: Any, find: FindRule) -> Any:
        if type(value) is not list or len(value) != len(readers):
            raise MisreadError
        return build(one(part, find) for one, part in zip(readers, value, strict=True))

    return read


def _many(build: Callable[[Any], Any], item: Reader) -> Reader:
    def read(value: Any, find: FindRule) -> Any:
        if type(value) is not list:
            raise MisreadError
        return build([item(one, find) for one in value])

    return read


def _mapping(value: Any, _: FindRule) -> Mapping[str, str]:
    if type(value) is not dict or not all(type(one) is str for one in value.values()):
        raise MisreadError
    return value


def _rule(value: Any, find: FindRule) -> Rule:
    rule = find(value) if type(value) is str else None
    if rule is None:
        raise MisreadError
    return rule


def _record(kind: type[Record]) -> Reader:
    readers = {name: _reader(hint) for name, hint in kind.__annotations__.items()}
    required = {name for name in readers if not hasattr(kind, name)}

    def read(value: Any, find: FindRule) -> Record:
        if type(value) is not dict or not required <= value.keys() <= readers.keys():
            raise MisreadError
        return kind.build({name: readers[name](one, find) for name, one in value.items()})

    return read


def _exactly(kind: type) -> Reader:
    def read(value: Any, _: FindRule) -> Any:
        if type(value) is not kind:
            raise MisreadError
        return value

    return read


def _day(value: Any, _: FindRule) -> date:
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise MisreadError from None


def _severity(value: Any, _: FindRule) -> Severity:
    try:
        return _SEVERITIES[value]
    except (TypeError, KeyError):
        raise MisreadError from None


_SEVERITIES = {int(severity): severity for severity in Severity}
_CONTAINERS: Mapping[Any, Callable[[Any], Any]] = {
    Sequence: tuple,
    tuple: tuple,
    frozenset: frozenset,
}
_SCALARS: Mapping[Any, Reader] = {
    str: _exactly(str),
    int: _exactly(int),
    bool: _exactly(bool),
    date: _day,
    Mapping: _mapping,
    Severity: _severity,
    Span: _pair(lambda parts: Span(*parts), [_exactly(int), _exactly(int)]),
}
