"""Evidence in our own format, read and proven whole."""

from collections.abc import Mapping
from typing import Any

from policylint.errors import InputError, UsageError
from policylint.evidence.gathering import FileReading
from policylint.evidence.jar import Captured

TITLE = "policylint evidence"
PREFIX = "policylint-evidence/"
VERSION = "1"


def recognises(data: Mapping[str, Any]) -> bool:
    """Tell whether this is our own format, of whatever version."""
    schema = data.get("schema")
    return type(schema) is str and schema.startswith(PREFIX)


def read(data: Mapping[str, Any], reading: FileReading, captured: Captured) -> None:
    """Take all of a document. Raises InputError."""
    from policylint.evidence.document_taking import DocumentTaking

    version = data["schema"].removeprefix(PREFIX)
    if version.partition(".")[0] != VERSION:
        raise InputError(
            f"{reading.path} is of version '{version[:20]}' of the format; "
            f"this version of policylint reads {PREFIX}{VERSION}"
        )
    if captured.phase != "unknown":
        raise UsageError(
            f"{reading.path} tells its phases itself; leave '{captured.phase}=' out before it"
        )
    DocumentTaking(reading).take(data)
