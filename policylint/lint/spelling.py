"""Fixes of schema errors that are a matter of spelling alone."""

from typing import Any

from policylint.model.faults import Fault
from policylint.model.mending import mending
from policylint.model.record import Record
from policylint.rule import Fix
from policylint.source.document import Document
from policylint.source.pointer import Pointer
from policylint.source.rewrite import rewrite


def spelling_fix(
    kind: type[Record], data: Any, fault: Fault, document: Document, own: Pointer
) -> Fix | None:
    """Offer the one spelling that is meant at a fault; `own` is its place in the document.

    A misspelled value says what it says already: to spell it right is safe. A field that is not
    read begins to count with its right name, and whoever asks for that knows it. What aliases share
    is only shown.
    """
    found = mending(kind, data, fault)
    if found is None:
        return None
    title = f"rename the field to '{found.text}'" if found.is_field else f"write '{found.text}'"
    try:
        edit = rewrite(document, own, found.text, on_key=found.on_key, bare=found.is_bare)
    except ValueError:
        return Fix(title=title)
    edits = ((edit.span, edit.replacement),)
    return Fix(title=title, applicability="unsafe" if found.is_field else "safe", edits=edits)
