"""An inventory after `include`, each value with the place that it was written at."""

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from policylint.errors import InputError
from policylint.exchange.yaml_text import as_json, comment, scalar
from policylint.lint.declaration import Declaration
from policylint.source.load import MAX_BYTES
from policylint.source.pointer import Pointer, render_pointer

Where = Callable[[Pointer], str]
_STEP = "  "
_LONGEST_KEY = 1_000  # of more than 1,024 characters, YAML takes a key only behind a '?'


def resolved_yaml(declaration: Declaration) -> str:
    """Write the joined data as YAML; a comment behind each scalar names its file and line."""
    lines = _mapping(_joined(declaration), (), "", _where(declaration))
    return "".join(_bounded(declaration, (f"{line}\n" for line in lines)))


def resolved_json(declaration: Declaration) -> str:
    """Write the joined data as JSON, and by pointer where each scalar was written."""
    where = _where(declaration)
    data = _joined(declaration)
    origins = {render_pointer(at): where(at) for at in _scalars(data, ())}
    whole = {"version": 1, "inventory": data, "origins": origins}
    return "".join(_bounded(declaration, json.JSONEncoder(indent=2).iterencode(whole))) + "\n"


def _bounded(declaration: Declaration, pieces: Iterable[str]) -> Iterator[str]:
    """Stop where aliases make a small file endless. Raises InputError."""
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > MAX_BYTES:
            path = declaration.path
            raise InputError(f"{path} has over {MAX_BYTES:,} characters with aliases written out")
        yield piece


def _joined(declaration: Declaration) -> dict[str, Any]:
    data: dict[str, Any] = declaration.data
    return {key: value for key, value in data.items() if key != "include"}


def _where(declaration: Declaration) -> Where:
    def where(at: Pointer) -> str:
        place = declaration.place(at)
        return f"{place.path}:{place.line}"

    return where


def _scalars(data: Any, at: Pointer) -> Iterator[Pointer]:
    if isinstance(data, dict) and data:
        for key, value in data.items():
            yield from _scalars(value, (*at, key))
    elif isinstance(data, list) and data:
        for index, value in enumerate(data):
            yield from _scalars(value, (*at, index))
    else:
        yield at


def _mapping(data: dict[str, Any], at: Pointer, indent: str, where: Where) -> Iterator[str]:
    for key, value in data.items():
        name = scalar(key)
        if len(name) > _LONGEST_KEY:
            yield f"{indent}? {name}"
            name = ""
        yield from _entry(f"{indent}{name}:", value, (*at, key), indent, where)


def _entry(head: str, value: Any, at: Pointer, indent: str, where: Where) -> Iterator[str]:
    if isinstance(value, dict) and value:
        yield head
        yield from _mapping(value, at, indent + _STEP, where)
    elif isinstance(value, list) and value:
        yield head
        yield from _sequence(value, at, indent + _STEP, where)
    else:
        yield f"{head} {_scalar(value)}  {comment(where(at))}"


def _sequence(data: list[Any], at: Pointer, indent: str, where: Where) -> Iterator[str]:
    for index, value in enumerate(data):
        own = (*at, index)
        if isinstance(value, dict) and value:
            first, *rest = _mapping(value, own, indent + _STEP, where)
            yield f"{indent}- {first.lstrip()}"
            yield from rest
        elif isinstance(value, list) and value:
            yield f"{indent}-"
            yield from _sequence(value, own, indent + _STEP, where)
        else:
            yield f"{indent}- {_scalar(value)}  {comment(where(own))}"


def _scalar(value: Any) -> str:
    return as_json(value) if value is None or isinstance(value, dict | list) else scalar(value)
