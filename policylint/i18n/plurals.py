"""Which form of a phrase a count asks for, as the Unicode CLDR has it for whole numbers.

Forms for millions (`many` in French, Spanish, Italian, Portuguese) do not occur here.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Literal

Form = Literal["one", "few", "many", "other"]

_FEW = range(2, 5)
_TEENS = range(12, 15)


def _of_one(count: int) -> Form:
    return "one" if count == 1 else "other"


def _of_none_or_one(count: int) -> Form:
    return "one" if count in {0, 1} else "other"


def _polish(count: int) -> Form:
    if count == 1:
        return "one"
    return "few" if count % 10 in _FEW and count % 100 not in _TEENS else "many"


_RULES: Mapping[str, Callable[[int], Form]] = {"fr": _of_none_or_one, "pl": _polish}
_FORMS: Mapping[str, Sequence[Form]] = {"pl": ("one", "few", "many")}


def plural_form(language: str, count: int) -> Form:
    """Give the form of a phrase for a whole number, zero or more."""
    return _RULES.get(language, _of_one)(count)


def plural_forms(language: str) -> Sequence[Form]:
    """List the forms that a language has for whole numbers."""
    return _FORMS.get(language, ("one", "other"))
