"""An inventory as plain data in one form, whatever way it was written."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from policylint.model.lifetime import Lifetime
from policylint.model.record import Record
from policylint.model.texts import LegalBasis, LocalizedText, Retention


def plain(value: Any, first: str) -> Any:
    """Turn a value of the model into plain data; `first` is the first language of the site.

    Two spellings of one meaning give the same: `13 months` and `P13M`, a bare text and one under
    the first language, a field left out and one at its default. Lifetimes are months and seconds.
    """
    match value:
        case Record():
            fields = {name: plain(getattr(value, name), first) for name in _fields(value)}
            return {name: held for name, held in fields.items() if held is not None}
        case Mapping():
            return {str(key): plain(held, first) for key, held in value.items()}
        case tuple() | list():
            return [plain(one, first) for one in value]
    return _of_two_forms(value, first)


def _of_two_forms(value: Any, first: str) -> Any:
    match value:
        case Lifetime():
            return _lifetime(value)
        case LocalizedText():
            texts = value.by_language if value.plain is None else {first: value.plain}
            return {language: " ".join(text.split()) for language, text in texts.items()}
        case LegalBasis():
            return value.everywhere or dict(value.by_jurisdiction)
        case Retention():
            return plain(value.lifetime or value.criterion, first)
        case date():
            return value.isoformat()
    return value


def _fields(record: Record) -> list[str]:
    """List the fields that differ from what leaving them out means."""
    kind = type(record)
    return [
        name
        for name in kind.__annotations__
        if name in record.__dict__ and record.__dict__[name] != getattr(kind, name, _REQUIRED)
    ]


_REQUIRED = object()


def _lifetime(lifetime: Lifetime) -> Any:
    if lifetime.is_session or lifetime.is_unbounded:
        return lifetime.text
    return {"months": lifetime.months, "seconds": lifetime.seconds}
