"""The canonical form of JSON (RFC 8785) of documents without fractions, and its hash."""

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any


def canonical_hash(document: Mapping[str, Any]) -> str:
    """Hash a document but for its member `integrity`."""
    told = {key: value for key, value in document.items() if key != "integrity"}
    text = json.dumps(_sorted(told), ensure_ascii=False, separators=(",", ":"))
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _sorted(value: Any) -> Any:
    """Order the members of objects by the UTF-16 of their names, as the standard asks."""
    if type(value) is dict:
        names = sorted(value, key=lambda name: name.encode("utf-16-be", "surrogatepass"))
        return {name: _sorted(value[name]) for name in names}
    return [_sorted(one) for one in value] if type(value) is list else value
