"""The extract for the record of processing, as a document for people."""

import re
from collections.abc import Iterator

from policylint.exchange.write.cells import shown
from policylint.exchange.write.ropa import (
    CARRIES,
    FIELDS,
    NAME,
    NEVER_HELD,
    heading,
    remarks,
    rows,
)
from policylint.exchange.write.texts import words
from policylint.exchange.write.wanted import Wanted
from policylint.i18n.dates import date_words
from policylint.model.inventory import Inventory

__all__ = ["CARRIES", "NAME", "remarks", "write"]
# What Markdown reads anywhere in a line, and what GitHub makes links of.
_MARKS = re.compile(r"[\\`*_\[\]#!|~<>&@]|:(?=//)|(?<=www)\.")


def write(inventory: Inventory, wanted: Wanted) -> str:
    """Write a section per processing."""
    return "\n".join(_lines(inventory, wanted)) + "\n"


def _lines(inventory: Inventory, wanted: Wanted) -> Iterator[str]:
    said = words(wanted.language)
    unsaid = said.text("exchange.record.unsaid")
    never = ", ".join(heading(field, wanted).lower() for field in NEVER_HELD)
    day = date_words(wanted.as_of, said.language)
    yield f"# {said.text('exchange.record.heading', site=_inert(inventory.site.name))}\n"
    yield said.text("exchange.record.intro", day=day) + "\n"
    yield said.text("exchange.record.missing", fields=never)
    for number, row in enumerate(rows(inventory, wanted), 1):
        yield f"\n## {number}. {_inert(row['processing'])}\n"
        yield f"| {heading('processing', wanted)} | {_inert(row['processing'])} |\n| --- | --- |"
        for field in FIELDS[1:]:
            text = row.get(field, "")
            yield f"| {heading(field, wanted)} | {_inert(text) if text else f'*{unsaid}*'} |"


def _inert(text: str) -> str:
    r"""Escape what Markdown would read; the escape of a control (`\u202e`) is escaped too."""
    return _MARKS.sub(r"\\\g<0>", shown(text))
