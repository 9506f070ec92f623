"""The inventory as plain data in one language, for templates. A missing field or text is null."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from policylint.model.lifetime import Lifetime
from policylint.model.record import Record
from policylint.model.texts import LegalBasis, LocalizedText, Retention


def plain_facts(value: Any, language: str, first: str) -> Any:  # noqa: C901, PLR0911 - one case each
    """Turn a record, or anything in it, into dictionaries, lists and texts of one language."""
    match value:
        case Record():
            fields = {**_defaults(value), **value.__dict__}
            return {name: plain_facts(one, language, first) for name, one in fields.items()}
        case LocalizedText():
            return value.read(language, first)
        case LegalBasis():
            return value.everywhere or dict(value.by_jurisdiction)
        case Retention():
            return plain_facts(value.lifetime or value.criterion, language, first)
        case Lifetime():
            return value.text
        case date():
            return value.isoformat()
        case Mapping():
            return {name: plain_facts(one, language, first) for name, one in value.items()}
        case tuple() | list():
            return [plain_facts(one, language, first) for one in value]
    return value


def _defaults(record: Record) -> dict[str, Any]:
    kind = type(record)
    return {name: getattr(kind, name, None) for name in kind.__annotations__}
