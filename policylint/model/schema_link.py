"""Where the schema of the inventory format is found without a clone of policylint."""

SCHEMA_LINK = (
    "https://raw.githubusercontent.com/studio-ductus/policylint/main/schema/inventory.schema.json"
)
SCHEMA_LINE = f"# yaml-language-server: $schema={SCHEMA_LINK}"
"""The first line of an inventory, from which editors complete and check it."""
