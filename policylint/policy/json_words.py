"""The words of a policy that was published as JSON."""

import json
from collections.abc import Iterator
from typing import Any

from policylint.errors import InputError

# What programs read and visitors do not.
_SILENT = frozenset(
    {"anchor", "date", "foreign", "kind", "language", "links", "sources", "version"}
)


def json_words(published: str) -> str:
    """Reduce JSON to the texts that it holds, one a line. Raises InputError."""
    try:
        data = json.loads(published)
    except (ValueError, RecursionError) as error:
        raise InputError(f"the published policy is no JSON: {str(error).lower()}") from None
    return "\n".join(_texts(data))


def _texts(data: Any) -> Iterator[str]:
    """Collect the texts in their order, however deep they stand."""
    waiting = [data]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            yield " ".join(one.split())
        elif isinstance(one, list):
            waiting += reversed(one)
        elif isinstance(one, dict):
            waiting += [one[key] for key in reversed(one) if key not in _SILENT]
