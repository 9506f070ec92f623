"""The JSON Schema of the inventory format, generated from the model."""

from typing import Any

from policylint.model.inventory import Inventory
from policylint.model.validation import adapter

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def inventory_schema() -> dict[str, Any]:
    """Generate the JSON Schema (2020-12) of an inventory, with a description for every field."""
    schema = adapter(Inventory).json_schema(mode="validation")
    for definition in (schema, *schema["$defs"].values()):
        _tidy(definition, schema["$defs"])
    return {
        "$schema": DIALECT,
        "title": "policylint inventory, version 1",
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
