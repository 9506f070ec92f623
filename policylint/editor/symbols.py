"""The outline of an inventory, and the way from a vendor's id to its entry."""

from collections.abc import Collection, Iterator

from lsprotocol import types

from policylint.editor.places import at_position, find, span_range
from policylint.editor.positions import Encoding, Position
from policylint.editor.session import Session
from policylint.report.clean import visible
from policylint.source.document import Document
from policylint.source.pointer import Pointer, Span


def symbols(session: Session, uri: str) -> Iterator[types.DocumentSymbol]:
    """List the vendors and the cookies of a text."""
    for root, name in session.shown_names(uri):
        document = root.document(name)
        if document is not None and isinstance(document.data, dict):
            for key, kind in (
                ("vendors", types.SymbolKind.Interface),
                ("cookies", types.SymbolKind.Object),
            ):
                yield from _group(document, key, kind, session.encoding)
            return


def _group(
    document: Document, key: str, kind: types.SymbolKind, encoding: Encoding
) -> Iterator[types.DocumentSymbol]:
    place = document.find((key,))
    if place is None or place.key is None:
        return
    children = list(_entries(document, key, place.data, kind, encoding))
    if children:
        whole = Span(place.key.start, max(place.key.end, place.value.end))
        yield types.DocumentSymbol(
            name=key,
            kind=types.SymbolKind.Namespace,
            range=span_range(document, whole, encoding),
            selection_range=span_range(document, place.key, encoding),
            children=children,
        )


def _entries(
    document: Document, key: str, data: object, kind: types.SymbolKind, encoding: Encoding
) -> Iterator[types.DocumentSymbol]:
    steps: Iterator[str | int] = iter(())
    if isinstance(data, dict):
        steps = iter(data)
    elif isinstance(data, list):
        steps = iter(range(len(data)))
    for step in steps:
        at: Pointer = (key, step)
        entry = document.find(at)
        if entry is None or not isinstance(entry.data, dict):
            continue
        name = step if isinstance(step, str) else entry.data.get("name")
        detail = entry.data.get("name") if isinstance(step, str) else entry.data.get("category")
        named = document.find((*at, "name"))
        chosen = entry.key or (named.value if named else None)
        start = entry.key.start if entry.key else entry.value.start
        if not isinstance(name, str) or not name.strip() or chosen is None:
            continue
        yield types.DocumentSymbol(
            name=visible(name),
            detail=visible(detail) if isinstance(detail, str) else None,
            kind=kind,
            range=span_range(document, Span(start, max(entry.value.end, chosen.end)), encoding),
            selection_range=span_range(document, chosen, encoding),
        )


def definition(session: Session, uri: str, position: Position) -> types.Location | None:
    """Find the entry of the vendor that is named at a position."""
    for root, document, offset in at_position(session, uri, position):
        found = find(document, offset)
        vendor = _vendor(found.pointer, found.data) if found and not found.on_key else None
        if vendor is None or root.result is None:
            continue
        declaration = root.result.declaration
        if not isinstance(declaration.data, dict) or vendor not in _ids(declaration.data):
            continue
        owner, own = declaration.origin(("vendors", vendor))
        return types.Location(
            uri=session.uri_of(root, owner.path),
            range=span_range(owner, owner.locate_key(own), session.encoding),
        )
    return None


def _ids(data: dict[str, object]) -> Collection[object]:
    vendors = data.get("vendors")
    return vendors if isinstance(vendors, dict) else ()


def _vendor(pointer: Pointer, data: object) -> str | None:
    match pointer:
        case (
            ("cookies", int(), "vendor")
            | ("cookies", int(), "recipients", int())
            | ("cookies", int(), "measurement", "shared_with", int())
            | ("consent", "platform")
        ):
            return data if isinstance(data, str) else None
    return None
