"""How a rule says which fact it is in want of."""

from functools import cache

from policylint.model.sentence import sentence


@cache  # many entries lack the same facts
def absent(field: str) -> str:
    """Say that a field of the inventory is not there."""
    return sentence("'{field}' is absent", field=field)
