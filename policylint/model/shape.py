"""Markers in `Annotated` for lists: at least one item, or one item without its list."""

from typing import Any, NamedTuple


class ListShape(NamedTuple):
    """What a list may look like in the document."""

    at_least: int = 0
    bare: bool = False
    """One mapping may stand for a list of one."""

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        """Tell pydantic the shape."""
        from pydantic_core import core_schema

        schema = handler(source)
        if self.at_least:
            schema["min_length"] = self.at_least
        if not self.bare:
            return schema
        return core_schema.no_info_before_validator_function(_as_list, schema)

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> dict[str, Any]:
        """Tell pydantic the JSON Schema of the shape."""
        schema: dict[str, Any] = handler(core)
        return {"anyOf": [schema["items"], schema]} if self.bare else schema


def _as_list(value: Any) -> Any:
    return [value] if type(value) is dict else value


AT_LEAST_ONE = ListShape(at_least=1)
ONE_OR_MORE = ListShape(bare=True)
