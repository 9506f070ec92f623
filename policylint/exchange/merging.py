"""What is new in a draft, added to an inventory that keeps every other byte."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from policylint.errors import InputError
from policylint.exchange.comparing import Known, KnownCookies, differences
from policylint.exchange.draft import Draft, Entry, Told
from policylint.exchange.placing import Addition, insert
from policylint.exchange.writing import entry_lines, field_lines, vendor_lines
from policylint.exchange.yaml_text import inline, scalar
from policylint.model.record import Record
from policylint.source.document import Document
from policylint.source.edit import apply
from policylint.source.fault import quote
from policylint.source.load import load
from policylint.source.pointer import Pointer

Where = Callable[[Pointer], str]
"""Names the place of a pointer into the declared data: `cookies.yaml line 12`."""

_SECTIONS = ("site", "controller", "consent")


class Merged(Record):
    """The text of the inventory with what is new, and what was not added.

    `differences` are sentences on what is declared otherwise.
    """

    text: str
    added: list[str]
    differences: list[str]


def merge(document: Document, declared: Mapping[str, Any], where: Where, draft: Draft) -> Merged:
    """Add to an inventory what it lacks; nothing that it declares is changed.

    `declared` is its data with that of the files it includes. Raises InputError where the text
    has a form to which nothing can be added.
    """
    told: list[str] = []
    cookies = list(_new_cookies(declared, where, draft, told))
    vendors = dict(_new_vendors(declared, where, draft, told))
    additions = [
        *_section_additions(declared, where, draft, told),
        Addition(section="vendors", block=_vendor_block(vendors), parts=_vendor_pairs(vendors)),
        Addition(section="cookies", block=_cookie_block(cookies), parts=_cookie_items(cookies)),
    ]
    text = document.text
    for addition in additions:
        if addition.parts:
            text = add(document, text, addition)
    added = [f"cookie {quote(one.name)}" for one in cookies]
    added += [f"vendor {quote(key)}" for key in vendors]
    added += [
        f"{one.section}.{part.partition(':')[0]}" for one in additions[:-2] for part in one.parts
    ]
    return Merged(text=text, added=added, differences=told)


def add(document: Document, text: str, addition: Addition) -> str:
    """Add one part, and make sure that all else means what it meant."""
    before = load(document.path, text.encode())
    for edit in insert(before, addition):
        changed = apply(text, [edit])
        after = load(document.path, changed.encode())
        if not after.flaws and _grown(before.data, after.data, addition):
            return changed
    name = addition.section
    raise InputError(
        f"nothing can be added to '{name}' of {document.path}, as that is written",
        f"write '{name}' without anchors, aliases and merges",
    )


def _grown(before: Any, after: Any, addition: Addition) -> bool:
    """Tell whether data is what it was, and has the addition behind."""
    if not (isinstance(before, dict) and isinstance(after, dict)):
        return False
    name = addition.section
    if {**before, name: None} != {**after, name: None}:
        return False
    old, new = before.get(name), after.get(name)
    if isinstance(new, list):
        old = old or []
        return new[: len(old)] == old and len(new) == len(old) + len(addition.parts)
    if not isinstance(new, dict):
        return False
    old = old or {}
    kept = all(key in new and new[key] == value for key, value in old.items())
    return kept and len(new) == len(old) + len(addition.parts)


def _new_cookies(
    declared: Mapping[str, Any], where: Where, draft: Draft, told: list[str]
) -> Iterator[Entry]:
    known = KnownCookies()
    for index, fields in enumerate(_list(declared.get("cookies"))):
        if isinstance(fields, dict):
            known.add(Known(fields, _places(where, ("cookies", index), fields)))
    for entry in draft.cookies:
        found, wider = known.find(entry), known.covering(entry)
        if found is not None:
            told += differences(quote(entry.name), entry.fields, found)
        elif wider is not None:
            name, origin = entry.fields["name"].value, entry.fields["name"].origin
            pattern = quote(str(wider.fields["name"]))
            told.append(
                f"{quote(name)} ({origin}) is covered by {pattern} at {wider.where('name')}"
            )
        else:
            yield entry


def _new_vendors(
    declared: Mapping[str, Any], where: Where, draft: Draft, told: list[str]
) -> Iterator[tuple[str, dict[str, Told]]]:
    there = _mapping(declared.get("vendors"))
    for key, vendor in draft.vendors.items():
        if key not in there:
            yield key, vendor
        elif isinstance(there[key], dict):
            known = Known(there[key], _places(where, ("vendors", key), there[key]))
            told += differences(f"vendor {quote(key)}", vendor, known)


def _section_additions(
    declared: Mapping[str, Any], where: Where, draft: Draft, told: list[str]
) -> Iterator[Addition]:
    for name in _SECTIONS:
        fields: Mapping[str, Told] = getattr(draft, name)
        there = _mapping(declared.get(name))
        known = Known(there, _places(where, (name,), there))
        new = {field: one for field, one in fields.items() if field not in there}
        told += differences(f"'{name}'", {f: o for f, o in fields.items() if f in there}, known)
        block = field_lines(new, "")
        pairs = [f"{scalar(key, flow=True)}: {inline(one.value)}" for key, one in new.items()]
        yield Addition(section=name, block=block, parts=pairs)


def _places(where: Where, at: Pointer, fields: Mapping[str, Any]) -> Callable[[str], str]:
    return lambda field: where((*at, field) if field in fields else at)


def _vendor_block(vendors: Mapping[str, dict[str, Told]]) -> list[str]:
    return [line for key, vendor in vendors.items() for line in vendor_lines(key, vendor, "")]


def _vendor_pairs(vendors: Mapping[str, dict[str, Told]]) -> list[str]:
    return [f"{scalar(key)}: {inline(_plain(vendor))}" for key, vendor in vendors.items()]


def _cookie_block(cookies: list[Entry]) -> list[str]:
    return [line for entry in cookies for line in entry_lines(entry, "")]


def _cookie_items(cookies: list[Entry]) -> list[str]:
    return [inline(_plain(entry.fields)) for entry in cookies]


def _plain(fields: Mapping[str, Told]) -> dict[str, Any]:
    return {field: told.value for field, told in fields.items()}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _mapping(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
