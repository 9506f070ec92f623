"""A draft as YAML: each fact with a comment that says where it came from."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from policylint.exchange.draft import Draft, Entry, Told
from policylint.exchange.yaml_text import comment, inline, scalar
from policylint.model.schema_link import SCHEMA_LINE

MOST_LISTED = 200
"""Lines on what was not imported; the rest is counted."""

_STEP = "  "


def inventory_text(draft: Draft, left_out: Sequence[str], by: str = "policylint import") -> str:
    """Write a draft as an inventory, with sentences on what is not in it.

    What is not known is left out, never invented. `by` is the command that did it.
    """
    lines = [SCHEMA_LINE, *_header(draft, by), "version: 1"]
    for name in ("site", "controller", "consent"):
        fields: Mapping[str, Told] = getattr(draft, name)
        if fields:
            lines += ["", f"{name}:", *field_lines(fields, _STEP)]
    if draft.vendors:
        lines += ["", "vendors:"]
        for key, vendor in draft.vendors.items():
            lines += vendor_lines(key, vendor, _STEP)
    lines += ["", "cookies:" if draft.cookies else "cookies: []"]
    for entry in draft.cookies:
        lines += entry_lines(entry, _STEP)
    lines += left_out_lines(left_out)
    return "\n".join(lines) + "\n"


def entry_lines(entry: Entry, indentation: str) -> list[str]:
    """Write a cookie as an item of a list, with remarks on what was left open."""
    lines = field_lines(entry.fields, indentation + _STEP)
    lines += [f"{indentation}{_STEP}{comment(remark)}" for remark in entry.remarks]
    first = lines[0].removeprefix(indentation + _STEP)
    return [f"{indentation}- {first}", *lines[1:]]


def vendor_lines(key: str, vendor: Mapping[str, Told], indentation: str) -> list[str]:
    """Write a vendor below its id."""
    if not vendor:
        return [f"{indentation}{scalar(key)}: {{}}"]
    return [f"{indentation}{scalar(key)}:", *field_lines(vendor, indentation + _STEP)]


def field_lines(fields: Mapping[str, Told], indentation: str) -> list[str]:
    """Write fields, each with its origin; an empty one is that of the field above."""
    lines: list[str] = []
    for field, told in fields.items():
        first, *rest = _value_lines(field, told.value, indentation)
        lines += [f"{first}  {comment(told.origin)}" if told.origin else first, *rest]
    return lines


def _value_lines(key: str, value: Any, indentation: str) -> Iterator[str]:
    match value:
        case dict() if value:
            yield f"{indentation}{scalar(key)}:"
            for name, below in value.items():
                yield from _value_lines(name, below, indentation + _STEP)
        case list() | tuple() if any(isinstance(item, dict) for item in value):
            yield f"{indentation}{scalar(key)}:"
            for item in value:
                yield f"{indentation}{_STEP}- {inline(item)}"
        case list() | tuple() | dict():
            yield f"{indentation}{scalar(key)}: {inline(value)}"
        case _:
            yield f"{indentation}{scalar(key)}: {scalar(value)}"


def _header(draft: Draft, by: str) -> Iterator[str]:
    yield comment(f"Read from {draft.path} ({draft.format_name}) by '{by}'.")
    yield "# What that file does not say is left out here, and 'policylint check' asks for it."
    yield from map(comment, draft.notes)


def left_out_lines(left_out: Sequence[str]) -> Iterator[str]:
    """Write what was not imported as comments."""
    if left_out:
        yield ""
        yield "# Not imported, and why:"
    yield from (comment(f"- {sentence}") for sentence in left_out[:MOST_LISTED])
    if len(left_out) > MOST_LISTED:
        yield f"# - and {len(left_out) - MOST_LISTED:,} more"
