"""An organisation's own fields, `x-…`, held against its own JSON Schema (DOC010)."""

import json
import os
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from policylint.errors import InputError, UsageError
from policylint.lint.builtin import EXTENSION_ERROR
from policylint.lint.declaration import Declaration
from policylint.lint.files import read_bytes, shown
from policylint.lint.finding import Finding
from policylint.lint.schema_faults import doc_finding
from policylint.lint.settings import Settings
from policylint.model.inventory import Inventory
from policylint.model.scalars import describe
from policylint.source.pointer import Pointer, render_pointer

MOST_BYTES = 1 << 20
MOST_WORDS = 300
_PLAIN = "it refers to itself without end, or its numbers are out of range"


def extension_findings(
    declaration: Declaration, inventory: Inventory, settings: Settings
) -> Iterator[Finding]:
    """Report the `x-*` fields of cookies that the schema of the configuration does not allow.

    Raises UsageError where the schema is wrong.
    """
    if settings.extensions is None:
        return
    path = os.path.join(settings.folder, settings.extensions)
    validator = _validator(path)
    for index, cookie in enumerate(inventory.cookies):
        for at, message, on_key in _faults(validator, dict(cookie.extensions), path):
            pointer = ("cookies", index, *at)
            yield doc_finding(
                EXTENSION_ERROR,
                declaration.place(pointer, on_key=on_key),
                message,
                cookie=cookie.name,
            )


def _faults(validator: Any, fields: Any, path: str) -> Iterator[tuple[Pointer, str, bool]]:
    from referencing.exceptions import Unresolvable

    try:
        for error in validator.iter_errors(fields):
            yield from _told(error)
    except Unresolvable as error:
        raise UsageError(_unresolved(path, error.ref)) from None
    except (RecursionError, OverflowError, ValueError):
        raise UsageError(f"{shown(path)} cannot be applied: {_PLAIN}") from None


def _told(error: Any) -> Iterator[tuple[Pointer, str, bool]]:
    """Say what is wrong where: what is missing at the entry, what is too much at its key."""
    at = tuple(error.absolute_path)
    held, expected = error.instance, error.validator_value
    match error.validator:
        case "required":
            for name in expected:
                if error.message.startswith(repr(name)):
                    yield at, f"'{name}' is missing{_whose(at)}", False
            return
        case "additionalProperties" | "unevaluatedProperties" if expected is False:
            for name in _extra(error):
                yield (*at, name), f"'{name}' is unknown{_whose(at)}", True
            return
        case "type":
            kinds = [expected] if isinstance(expected, str) else expected
            yield at, f"{_whole(at)} holds {describe(held)}; expected {' or '.join(kinds)}", False
            return
        case "enum" | "const":
            known = expected if error.validator == "enum" else [expected]
            words = ", ".join(json.dumps(one, ensure_ascii=False) for one in known)
            yield at, _short(f"{_whole(at)} holds {describe(held)}; expected {words}"), False
            return
    yield at, _short(f"{_whole(at)}: {error.message}"), False


def _extra(error: Any) -> Sequence[str]:
    names = [name for name in error.instance if repr(name) in error.message]
    return names or list(error.instance)[:1]


def _whole(at: Pointer) -> str:
    return f"'{at[-1]}'" if at and isinstance(at[-1], str) else "the entry" if not at else "an item"


def _whose(at: Pointer) -> str:
    return f" in {render_pointer(at)[1:]}" if at else ""


def _short(message: str) -> str:
    return message if len(message) <= MOST_WORDS else f"{message[: MOST_WORDS - 1]}…"


@cache
def _validator(path: str) -> Any:
    """Read a schema, once per run. Raises UsageError naming the file, and where it is wrong."""
    from jsonschema.exceptions import SchemaError
    from jsonschema.validators import Draft202012Validator, validator_for
    from referencing import Registry

    schema = _read(path)
    name = shown(path)
    dialect = schema.get("$schema", "") if isinstance(schema, dict) else ""
    if not isinstance(dialect, str) or "draft-03" in dialect or "draft-04" in dialect:
        raise UsageError(f"{name} has a '$schema' that is not known; expected draft 6 or later")
    kind = validator_for(schema, default=Draft202012Validator)
    try:
        kind.check_schema(schema)
        _resolve(schema, kind, name)
    except SchemaError as error:
        place = render_pointer(tuple(error.absolute_path)) or "its root"
        raise UsageError(_short(f"{name} is no JSON Schema: at {place}, {error.message}")) from None
    except (ValueError, TypeError, AttributeError):
        raise UsageError(f"{name} is no JSON Schema: it refers to what is no schema") from None
    except (RecursionError, OverflowError):
        raise UsageError(f"{name} is nested too deeply, or its patterns are too large") from None
    return kind(schema, registry=Registry())


def _read(path: str) -> Any:
    try:
        content = read_bytes(path, MOST_BYTES, "a JSON Schema")
    except InputError as error:
        raise UsageError(error.message) from None
    name = shown(path)
    if len(content) > MOST_BYTES:
        raise UsageError(f"{name} is over 1 MiB; expected a JSON Schema")
    try:
        schema = json.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise UsageError(f"{name} is not UTF-8; expected a JSON Schema") from None
    except json.JSONDecodeError as error:
        told = error.msg[:1].lower() + error.msg[1:]
        raise UsageError(f"{name}, line {error.lineno}: no JSON: {told}") from None
    except (RecursionError, ValueError):
        raise UsageError(f"{name} cannot be read; expected a JSON Schema") from None
    if not isinstance(schema, dict | bool):
        raise UsageError(f"{name} holds {describe(schema)}; expected a JSON Schema")
    return schema


def _resolve(schema: Any, kind: Any, name: str) -> None:
    """Find what every `$ref` means before anything is judged; nothing is ever fetched."""
    from referencing import Registry
    from referencing.exceptions import Unresolvable
    from referencing.jsonschema import specification_with

    if isinstance(schema, bool):
        return
    specification = specification_with(kind.META_SCHEMA["$schema"])
    resource = specification.create_resource(schema)
    registry = Registry().with_resource(resource.id() or "", resource).crawl()
    waiting = [(resource, registry.resolver_with_root(resource))]
    while waiting:
        here, resolver = waiting.pop()
        if not isinstance(here.contents, dict):
            continue
        for key in ("$ref", "$dynamicRef"):
            target = here.contents.get(key)
            if isinstance(target, str):
                try:
                    meant = resolver.lookup(target).contents
                except Unresolvable:
                    raise UsageError(_unresolved(name, target)) from None
                if not isinstance(meant, dict | bool):
                    raise TypeError(target)
        waiting += [(one, resolver.in_subresource(one)) for one in here.subresources()]


def _unresolved(path: str, reference: str) -> str:
    return f"{shown(path)} refers to '{reference}', which is not in it; nothing is fetched"
