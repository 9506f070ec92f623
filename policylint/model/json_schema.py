"""The JSON Schema of the inventory format, generated from the model."""

from collections.abc import Mapping
from typing import Any

from policylint.model.inventory import Inventory
from policylint.model.meanings import MEANINGS
from policylint.model.record import Record
from policylint.model.validation import adapter

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def inventory_schema(notes: Mapping[str, str]) -> dict[str, Any]:
    """Generate the JSON Schema (2020-12) of an inventory, with a description for every field.

    Each word of a vocabulary is described too, in the way that VS Code and the YAML language
    server read; `notes` adds a sentence on some words of the purposes.
    """
    return record_schema(Inventory, "policylint inventory, version 1", notes)


def record_schema(kind: type[Record], title: str, notes: Mapping[str, str]) -> dict[str, Any]:
    """Generate the JSON Schema of a record that is a whole document."""
    schema = adapter(kind).json_schema(mode="validation")
    for definition in (schema, *schema["$defs"].values()):
        _tidy(definition, schema["$defs"])
    _describe_words(schema, notes)
    return {
        "$schema": DIALECT,
        "title": title,
        **{key: schema[key] for key in sorted(schema) if key != "title"},
    }


def _tidy(definition: dict[str, Any], definitions: dict[str, Any]) -> None:
    # pydantic titles every field after its own name, states None as default of what is absent, and
    # leaves a description out where it is that of the definition referred to.
    definition.pop("title", None)
    for field in definition.get("properties", {}).values():
        field.pop("title", None)
        if field.get("default", "") is None:
            del field["default"]
        if "description" not in field:
            target = field["$ref"].rpartition("/")[2]
            field["description"] = definitions[target]["description"]


def _describe_words(schema: Any, notes: Mapping[str, str]) -> None:
    waiting = [schema]
    while waiting:
        here = waiting.pop()
        if type(here) is list:
            waiting += here
            continue
        if type(here) is not dict:
            continue
        words = here.get("enum")
        waiting += here.values()
        meanings = MEANINGS.get(tuple(words)) if type(words) is list else None
        if meanings is not None and words is not None:
            own = notes if set(notes) == set(words) else {}
            here["markdownEnumDescriptions"] = [
                " ".join(part for part in (meanings[word], own.get(word)) if part) for word in words
            ]
