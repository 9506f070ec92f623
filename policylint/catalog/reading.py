"""Read the file of a catalogue, ours or a user's own, and say at its line what does not fit."""

from policylint.catalog.form import CatalogFile
from policylint.errors import UsageError
from policylint.model.read import read
from policylint.source.document import Document
from policylint.source.load import load

MOST_SHOWN = 5


def read_catalog(path: str, content: bytes) -> CatalogFile:
    """Read a catalogue from YAML or JSON. Raises UsageError naming each line that does not fit."""
    document = load(path, content)
    if document.flaws:
        raise _wrong(path, [(_line(document, one.span[0]), one.message) for one in document.flaws])
    found = read(CatalogFile, document.data)
    if found is not None:
        return found
    from policylint.model.faults import faults

    told = []
    for fault in faults(CatalogFile, document.data):
        span = document.locate_key(fault.at) if fault.on_key else document.locate(fault.at)
        told.append((_line(document, span[0]), fault.message))
    raise _wrong(path, told)


def _line(document: Document, offset: int) -> int:
    return document.position(offset).line


def _wrong(path: str, told: list[tuple[int, str]]) -> UsageError:
    shown = "; ".join(f"line {line}: {message}" for line, message in sorted(told)[:MOST_SHOWN])
    more = len(told) - MOST_SHOWN
    return UsageError(
        f"{path} is no catalogue: {shown}{f'; and {more:,} more' if more > 0 else ''}",
        "docs/catalog.md describes the format",
    )
