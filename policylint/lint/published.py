"""The rules of a run, read where a report asks for them: most say nothing of most rules."""

from collections.abc import Sequence
from typing import overload

from policylint.rule import Rule


class Published(Sequence[Rule]):
    """Every rule, the engine's own among them, by code."""

    def _rules(self) -> Sequence[Rule]:
        from policylint.lint.select import catalogue

        return catalogue()

    def __len__(self) -> int:
        return len(self._rules())

    @overload
    def __getitem__(self, index: int) -> Rule: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Rule]: ...
    def __getitem__(self, index: int | slice) -> Rule | Sequence[Rule]:
        """Give a rule, or some of them."""
        return self._rules()[index]
