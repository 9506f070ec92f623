"""The digest of what a person signs: the legally relevant content of an inventory."""

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from policylint.model.inventory import Inventory
from policylint.model.plain import plain

ALGORITHM = "sha256"
_BESIDE = frozenset({"approvals", "include", "extensions"})
_OF_ENTRIES = frozenset({"owner", "reviewed", "extensions"})


def content(inventory: Inventory) -> dict[str, Any]:
    """Give the content that a sign-off covers, as plain data; the order of lists is none of it.

    Approvals, `owner`, `reviewed` and `x-*` fields are left out. Where an entry stands, in the
    inventory or in an included file, makes no difference.
    """
    data: dict[str, Any] = plain(inventory, inventory.site.languages[0])
    found = {key: held for key, held in data.items() if key not in _BESIDE}
    entries = [
        {key: held for key, held in entry.items() if key not in _OF_ENTRIES}
        for entry in data.get("cookies", [])
    ]
    found["cookies"] = entries
    return {key: unordered(held) for key, held in found.items()}


def unordered(value: Any) -> Any:
    """Sort the lists in plain data, for their order says nothing; but that of languages does."""
    match value:
        case dict():
            return {
                key: held if key == "languages" else unordered(held) for key, held in value.items()
            }
        case list():
            return sorted(map(unordered, value), key=_written)
    return value


def content_digest(inventory: Inventory) -> str:
    """Give the digest of the content: `sha256:` and 64 hexadecimal digits.

    Comments, layout and the order of keys and entries do not change it; a `note` does, for it
    changes verdicts.
    """
    return _digest(content(inventory))


def facts_digest(inventory: Inventory) -> str:
    """Give the digest of the content without the words of the descriptions.

    Which languages there are descriptions in counts; what they say does not. All that the law asks
    about stands in other fields too, so that a digest that fits tells of an edit of words alone.
    """
    found = content(inventory)
    for entry in found["cookies"]:
        if "description" in entry:
            entry["description"] = sorted(entry["description"])
    found["cookies"].sort(key=_written)
    return _digest(found)


def _digest(found: Mapping[str, Any]) -> str:
    return f"{ALGORITHM}:{sha256(_written(found).encode()).hexdigest()}"


def _written(data: Any) -> str:
    return json.dumps(data, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
