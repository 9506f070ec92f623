"""The digest of what a person signs: the legally relevant content of an inventory."""

import json
from hashlib import sha256
from typing import Any

from policylint.model.inventory import Inventory
from policylint.model.plain import plain

ALGORITHM = "sha256"
_BESIDE = frozenset({"approvals", "include", "extensions"})
_OF_ENTRIES = frozenset({"owner", "reviewed", "extensions"})


def content(inventory: Inventory) -> dict[str, Any]:
    """Give the content that a sign-off covers, as plain data; the order of cookies is none of it.

    Approvals, `owner`, `reviewed` and `x-*` fields are left out. Where an entry stands, in the
    inventory or in an included file, makes no difference.
    """
    data: dict[str, Any] = plain(inventory, inventory.site.languages[0])
    found = {key: held for key, held in data.items() if key not in _BESIDE}
    entries = [
        {key: held for key, held in entry.items() if key not in _OF_ENTRIES}
        for entry in data.get("cookies", [])
    ]
    found["cookies"] = sorted(entries, key=_written)
    return found


def content_digest(inventory: Inventory) -> str:
    """Give the digest of the content: `sha256:` and 64 hexadecimal digits.

    Comments, layout and the order of keys and entries do not change it; a `note` does, for it
    changes verdicts.
    """
    return f"{ALGORITHM}:{sha256(_written(content(inventory)).encode()).hexdigest()}"


def _written(data: Any) -> str:
    return json.dumps(data, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
