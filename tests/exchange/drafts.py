"""Make drafts of small foreign files, and look into them."""

import json
from importlib import import_module

from policylint.exchange.draft import Draft
from policylint.exchange.source import Source

Shown = dict[str, object]


def drafted(module: str, content: object, path: str = "foreign.json") -> Draft:
    """Read text, or data as JSON, with one importer that must recognise it."""
    text = content if isinstance(content, str) else json.dumps(content, indent=1)
    source = Source(path, text)
    reader = import_module(f"policylint.exchange.{module}")
    assert reader.recognises(source)
    draft = reader.read(source)
    assert isinstance(draft, Draft)
    return draft


def cookies(draft: Draft) -> list[Shown]:
    """Show the fields of each cookie without their origins."""
    return [{key: told.value for key, told in entry.fields.items()} for entry in draft.cookies]


def vendors(draft: Draft) -> dict[str, Shown]:
    """Show the fields of each vendor without their origins."""
    return {
        key: {name: told.value for name, told in fields.items()}
        for key, fields in draft.vendors.items()
    }


def faults(draft: Draft, text: str) -> list[tuple[str, str, str]]:
    """Show code, text at its place and message of each fault."""
    return [(one.code, text[one.span.start : one.span.end], one.message) for one in draft.faults]


def left_out(draft: Draft) -> list[tuple[str, str]]:
    """Show what was left out, and why."""
    return [(one.what, one.why) for one in draft.left_out]
