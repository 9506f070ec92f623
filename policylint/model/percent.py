"""A share of a hundred, as its author wrote it."""

import re
from typing import Any

from policylint.model.record import MisfitError
from policylint.model.scalars import describe

FORM = r"(?:100|[0-9]{1,2}(?:\.[0-9]{1,2})?) ?%"
_EXPECTED = "a percentage from 0 % to 100 %, such as '2 %'"


class Percent:
    """A percentage; `hundredths` of it are whole, so that nothing is rounded."""

    __slots__ = ("hundredths", "text")

    def __init__(self, text: str, hundredths: int) -> None:
        self.text = text
        self.hundredths = hundredths

    def exceeded_by(self, value: int, base: int) -> bool:
        """Tell whether a value passes a base by more than this."""
        return (value - base) * 10_000 > base * self.hundredths

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Percent) and self.text == other.text

    def __hash__(self) -> int:
        return hash(self.text)

    def __repr__(self) -> str:
        return f"Percent({self.text!r})"

    def __str__(self) -> str:
        return self.text


def parse_percent(value: Any) -> Percent:
    """Read a percentage, with two decimal places at most. Raises MisfitError."""
    if type(value) is not str or not re.fullmatch(FORM, value):
        raise MisfitError(f"holds {describe(value)}; expected {_EXPECTED}")
    whole, _, decimals = value.rstrip("% ").partition(".")
    return Percent(value, int(whole) * 100 + int(decimals.ljust(2, "0")))
