"""What the model's types are made of: frozen records, and markers that say how a scalar is read.

A record is declared by annotations alone. Nothing is generated when it is imported, which keeps
`check` quick to start; `model.read` and `model.validation` (pydantic) both read the annotations.
"""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Never, Self, TypeVar, cast, dataclass_transform

F = TypeVar("F", bound=Callable[[Any], Any])


@dataclass_transform(eq_default=False, kw_only_default=True, frozen_default=True)
class Record:
    """A frozen value with named fields; absent optional fields stand on the class as defaults."""

    def __init__(self, **values: Any) -> None:
        self.__dict__.update(values)

    @classmethod
    def build(cls, values: dict[str, Any]) -> Self:
        """Take over a dictionary of read values, without a copy."""
        record = cls.__new__(cls)
        object.__setattr__(record, "__dict__", values)
        return record

    def changed(self, **values: Any) -> Self:
        """Copy the record with other values in some fields."""
        return self.build({**self.__dict__, **values})

    def __setattr__(self, name: str, value: object) -> Never:
        raise AttributeError(f"{type(self).__name__} is frozen: cannot set {name}")

    def __delattr__(self, name: str) -> Never:
        raise AttributeError(f"{type(self).__name__} is frozen: cannot delete {name}")

    def __repr__(self) -> str:
        given = self.__dict__
        fields = ", ".join(
            f"{name}={given[name]!r}" for name in self.__annotations__ if name in given
        )
        return f"{type(self).__name__}({fields})"


class MisfitError(ValueError):
    """A value does not fit its field: what it holds, what was expected, and where below the field.

    `nearest` is the known word that was probably meant.
    """

    def __init__(self, message: str, *within: str | int, nearest: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.within = within
        self.nearest = nearest


class Parsed:
    """A marker in `Annotated`: how plain data becomes a field's value, and its JSON Schema.

    `parse` raises MisfitError. `respell` gives the one spelling that a misspelled text can mean.
    """

    def __init__(
        self,
        parse: Callable[[Any], Any],
        schema: Mapping[str, Any],
        respell: Callable[[str], str | None] | None = None,
    ) -> None:
        self.parse = parse
        self.schema = schema
        self.respell = respell

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        """Tell pydantic to read the field with `parse`."""
        from pydantic_core import core_schema

        return core_schema.no_info_plain_validator_function(self.parse)

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> dict[str, Any]:
        """Tell pydantic the field's JSON Schema."""
        return dict(self.schema)


def once(function: F) -> F:
    """Remember what a function makes of each record type.

    As functools.cache, which mypy lets take no type: it finds none hashable.
    """
    return cast("F", cache(function))
