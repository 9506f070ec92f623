"""Bytes in, a `Document` out; whatever is wrong with them becomes a flaw."""

import gc

from policylint.source.decode import decode
from policylint.source.document import Document
from policylint.source.fault import FaultError, Flaws
from policylint.source.index import Index
from policylint.source.lines import read_lines

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
            data, index = _read(text, flaws)
        except FaultError as fault:
            flaws.add(fault.flaw)
    return Document(path, text, bom=decoded.bom, data=data, flaws=flaws.in_order(), index=index)


def _read(text: str, flaws: Flaws) -> tuple[object, Index]:
    collecting = gc.isenabled()
    gc.disable()  # nothing here is garbage, and looking for it grows faster than the text
    try:
        found = read_lines(text)
        if found is None:
            # importing PyYAML is a fifth of what `check` takes for a small file
            from policylint.source.parse import parse

            found = parse(text, flaws)
    finally:
        if collecting:
            gc.enable()
    return found
