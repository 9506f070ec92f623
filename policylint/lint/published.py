"""The rules of a run, read where a report asks for them: most say nothing of most rules."""

from collections.abc import Sequence
from typing import overload

from policylint.lint.settings import Settings
from policylint.rule import Rule


class Published(Sequence[Rule]):
    """Every rule that some configurations know, the engine's own among them, by code."""

    def __init__(self, several: Sequence[Settings]) -> None:
        self._several = several

    def _rules(self) -> Sequence[Rule]:
        from policylint.lint.select import catalogue_of

        return catalogue_of(self._several)

    def __len__(self) -> int:
        return len(self._rules())

    @overload
    def __getitem__(self, index: int) -> Rule: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Rule]: ...
    def __getitem__(self, index: int | slice) -> Rule | Sequence[Rule]:
        """Give a rule, or some of them."""
        return self._rules()[index]
