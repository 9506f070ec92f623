"""How a finding on a whole site names its entries."""

from collections.abc import Sequence

MOST_NAMED = 5


def named(names: Sequence[str]) -> str:
    """Write names in quotes, five at most: `'a', 'b' and 7 more`."""
    shown = [f"'{name}'" for name in names[:MOST_NAMED]]
    rest = len(names) - len(shown)
    if rest:
        return f"{', '.join(shown)} and {rest} more"
    return " and ".join(part for part in (", ".join(shown[:-1]), shown[-1]) if part)
