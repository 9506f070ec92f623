"""Durations that stand inside a description: told in a remark, never taken for the lifetime."""

import re
from collections.abc import Sequence
from functools import cache

from policylint.exchange.durations import read_duration

_MOST_TEXT = 5_000
_MOST_FIGURES = 20


def durations_within(text: str) -> Sequence[str]:
    """List the figures with a unit of time in a text: `(2 ans)`, `expires after 12 days`."""
    figures = _figures().findall(text[:_MOST_TEXT])[:_MOST_FIGURES]
    return list(dict.fromkeys(one for one in figures if read_duration(one).lifetime))


@cache
def _figures() -> re.Pattern[str]:
    return re.compile(r"(?<![\w.,])[0-9]{1,5}[ \u00a0-]?[^\W\d_]{1,12}")
