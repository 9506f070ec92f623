"""Bytes in, a `Document` out; whatever is wrong with them becomes a flaw."""

import gc
from collections.abc import Callable

from yaml.error import YAMLError

from policylint.source.compose import Composer
from policylint.source.decode import decode
from policylint.source.document import Document
from policylint.source.events import NextEvent, open_events
from policylint.source.fault import FaultError, Flaws
from policylint.source.index import Index
from policylint.source.messages import explain
from policylint.source.stream import close_document, open_document

MAX_BYTES = 64 * 1024 * 1024
"""Size of the largest file that is read, in bytes."""


def load(path: str, content: bytes) -> Document:
    """Read YAML or JSON; never raises for what the content holds."""
    if len(content) > MAX_BYTES:
        size = f"{len(content):,} bytes; expected at most {MAX_BYTES:,}"
        flaw = FaultError(0, 0, f"the file has {size}").flaw
        return Document(path, "", flaws=(flaw,))
    decoded = decode(content)
    text = decoded.text
    flaws = Flaws()
    data: object = None
    index: Index | None = None
    if decoded.flaw is not None:
        flaws.add(decoded.flaw)
    else:
        try:
            data, index = read(text, flaws)
        except FaultError as fault:
            flaws.add(fault.flaw)
    return Document(path, text, bom=decoded.bom, data=data, flaws=flaws.in_order(), index=index)


def read(
    text: str, flaws: Flaws, source: Callable[[str], NextEvent] = open_events
) -> tuple[object, Index]:
    """Read a text by the events of a source; raise `FaultError` where the reading stops."""
    collecting = gc.isenabled()
    gc.disable()  # nothing here is garbage, and looking for it grows faster than the text
    try:
        next_event = source(text)
        open_document(text, next_event)
        data, index = Composer(text, next_event, flaws).compose()
        close_document(text, next_event, index.root(data).value)
    except YAMLError as error:
        raise explain(text, error) from None
    finally:
        if collecting:
            gc.enable()
    return data, index
