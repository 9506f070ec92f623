"""A document of YAML: mappings, lists and scalars, a line each."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from policylint.exchange.yaml_text import scalar


def yaml_document(data: Mapping[str, Any]) -> str:
    """Write a document. What shows nothing stands in double quotes, where it can be an escape."""
    text = "\n".join(_mapping(data, "")) + "\n"
    if text.replace("\n", "").isprintable():
        return text
    return "".join(
        char if char == "\n" or char.isprintable() else json.dumps(char)[1:-1] for char in text
    )


def _mapping(data: Mapping[str, Any], pad: str) -> Iterator[str]:
    for key, value in data.items():
        name = f"{pad}{scalar(key)}:"
        if isinstance(value, Mapping) and value:
            yield name
            yield from _mapping(value, f"{pad}  ")
        elif isinstance(value, list) and value:
            yield name
            for item in value:
                yield from _item(item, f"{pad}  ")
        elif isinstance(value, Mapping | list):
            yield f"{name} {'[]' if isinstance(value, list) else '{}'}"
        else:
            yield f"{name} {scalar(value)}"


def _item(value: Any, pad: str) -> Iterator[str]:
    if not isinstance(value, Mapping):
        yield f"{pad}- {scalar(value)}"
        return
    first, *rest = _mapping(value, f"{pad}  ")
    yield f"{pad}- {first.removeprefix(f'{pad}  ')}"
    yield from rest
