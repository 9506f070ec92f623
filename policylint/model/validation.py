"""Judge plain data with pydantic, and say in words what does not fit.

pydantic reads the same annotations as `model.read`; only this module and `model.schema` import it.
"""

import ast
import inspect
from collections.abc import Mapping
from textwrap import dedent
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError, create_model
from pydantic_core import core_schema

from policylint.model.read import required_part
from policylint.model.record import Record, once
from policylint.model.shape import ListShape


def errors(kind: type[Record], data: Any) -> list[Any]:
    """List what pydantic finds wrong with plain data, empty where it fits."""
    try:
        adapter(kind).validate_python(data)
    except ValidationError as error:
        return error.errors(include_url=False)
    return []


@once
def adapter(kind: type[Record]) -> TypeAdapter[Any]:
    """Build pydantic's reader of a record."""
    return TypeAdapter(_form(kind))


@once
def field_docs(kind: type[Record]) -> Mapping[str, str]:
    """Collect the docstrings that stand below the fields of a record."""
    (definition,) = ast.parse(dedent(inspect.getsource(kind))).body
    assert isinstance(definition, ast.ClassDef)  # noqa: S101 - what getsource of a class yields
    docs: dict[str, str] = {}
    for field, below in zip(definition.body, definition.body[1:], strict=False):
        match field, below:
            case (
                ast.AnnAssign(target=ast.Name(id=name)),
                ast.Expr(value=ast.Constant(value=str(doc))),
            ):
                docs[name] = " ".join(doc.split())
    return docs


@once
def _twin(kind: type[Record]) -> type[BaseModel]:
    docs = field_docs(kind)
    fields: dict[str, Any] = {}
    for name, annotation in kind.__annotations__.items():
        if name == "extensions":
            continue
        default = None if hasattr(kind, name) else ...
        form = _form(required_part(annotation))
        fields[name] = (form, Field(default, description=docs[name]))
    return create_model(
        kind.__name__,
        __config__=ConfigDict(strict=True, extra="forbid", protected_namespaces=()),
        __doc__=kind.__doc__,
        **fields,
    )


class _AsRecord:
    """Turn what pydantic read into the record itself."""

    def __init__(self, kind: type[Record]) -> None:
        self.kind = kind
        self.is_open = "extensions" in kind.__annotations__

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        return core_schema.no_info_wrap_validator_function(
            self.read, handler.generate_schema(_twin(self.kind))
        )

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> Any:
        schema = handler(core)
        if self.is_open:
            handler.resolve_ref_schema(schema)["patternProperties"] = {
                "^x-": {"description": "A field of your own."}
            }
        return schema

    def read(self, value: Any, inner: Any) -> Record:
        extensions: dict[str, Any] = {}
        if self.is_open and type(value) is dict:
            extensions = {key: value[key] for key in value if key.startswith("x-")}
            value = {key: value[key] for key in value if key not in extensions}
        model = inner(value)
        given = model.model_fields_set
        values = {name: _frozen(getattr(model, name)) for name in value if name in given}
        if extensions:
            values["extensions"] = extensions
        record = self.kind.build(values)
        check = getattr(record, "check", None)
        if check is not None:
            check()
        return record


def _frozen(value: Any) -> Any:
    return tuple(value) if type(value) is list else value


def _form(form: Any) -> Any:
    origin = get_origin(form)
    if origin is Annotated:
        inner, marker = get_args(form)
        return Annotated[_form(inner), marker] if isinstance(marker, ListShape) else form
    if origin is tuple:
        return list[_form(get_args(form)[0])]  # type: ignore[misc]
    if origin is Mapping:
        key, item = get_args(form)
        return dict[_form(key), _form(item)]  # type: ignore[misc]
    if isinstance(form, type) and issubclass(form, Record):
        return Annotated[Any, _AsRecord(form)]
    return form
