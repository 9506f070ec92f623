"""What is known of a cookie or a vendor, as JSON."""

import json
from collections.abc import Mapping
from typing import Any

from policylint.catalog.answer import Answer
from policylint.catalog.known import KnownCookie, KnownVendor
from policylint.model.record import Record


def render(answer: Answer) -> str:
    """Write the answer with two-space indent and a final newline; every key is present."""
    data = {
        "version": 1,
        "name": answer.name,
        "domain": answer.domain,
        "matches": [
            {
                "quality": one.quality,
                "cookie": _fields(KnownCookie, one.cookie),
                "vendor": one.vendor and _fields(KnownVendor, one.vendor),
            }
            for one in answer.matches
        ],
        "vendor": answer.vendor and _fields(KnownVendor, answer.vendor),
        "near": list(answer.near),
    }
    text = json.dumps(data, indent=2, ensure_ascii=False) + "\n"
    return text.encode("utf-8", "replace").decode()


def _fields(kind: type[Record], record: Record) -> Mapping[str, Any]:
    return {name: _plain(getattr(record, name)) for name in kind.__annotations__}


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value or (None if value == "" else value)
