"""Read plain data into records without pydantic, where nothing is wrong with it.

Importing pydantic costs more than everything else that `check` does to a small file, so the way
in that nearly every run takes does without. It never decides that something is wrong: whatever
it does not take, `model.validation` judges with pydantic. A test holds the two to one answer.
"""

from collections.abc import Callable, Mapping
from types import UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

from policylint.model.record import MisfitError, Parsed, Record, once
from policylint.model.shape import ListShape

Reader = Callable[[Any], Any]
R = TypeVar("R", bound=Record)


def read(kind: type[R], data: Any) -> R | None:
    """Read plain data into a record; None where anything does not fit."""
    try:
        record: R = _record_reader(kind)(data)
    except MisfitError:
        return None
    return record


def field_misfit(kind: type[Record], field: str, value: Any) -> str | None:
    """Say why plain data does not fit a field of a record; None where it does."""
    form = kind.__annotations__.get(field)
    if form is None:
        return None if field.startswith("x-") else "is no field of the format"
    try:
        _reader(required_part(form))(value)
    except MisfitError as error:
        return error.message or "does not fit the format"
    return None


def required_part(annotation: Any) -> Any:
    """Strip `| None` from an annotation: an absent field is absent, never null."""
    if get_origin(annotation) in {Union, UnionType}:
        (annotation,) = (part for part in get_args(annotation) if part is not type(None))
    return annotation


def _decline(_: Any) -> Any:
    raise MisfitError("")


def _accept(_: Record) -> None:
    """Take a record that has no check of its own."""


@once
def _record_reader(kind: type[Record]) -> Reader:
    annotations = dict(kind.__annotations__)
    is_open = annotations.pop("extensions", None) is not None
    readers = {name: _reader(required_part(form)) for name, form in annotations.items()}
    required = {name for name in readers if not hasattr(kind, name)}
    check: Callable[[Record], None] = getattr(kind, "check", _accept)

    def read_record(value: Any) -> Record:
        if type(value) is not dict:
            _decline(value)
        values: dict[str, Any] = {}
        extensions: dict[str, Any] = {}
        for key, item in value.items():
            reader = readers.get(key)
            if reader is not None:
                values[key] = reader(item)
            elif is_open and key.startswith("x-"):
                extensions[key] = item
            else:
                _decline(key)
        if not values.keys() >= required:
            _decline(value)
        if extensions:
            values["extensions"] = extensions
        record: Record = kind.build(values)
        check(record)
        return record

    return read_record


def _reader(form: Any) -> Reader:
    origin = get_origin(form)
    if origin is Annotated:
        return _marked_reader(*get_args(form))
    if origin is Literal:
        return _word_reader(get_args(form))
    if origin is tuple:
        return _list_reader(_reader(get_args(form)[0]), ListShape())
    if origin is Mapping:
        return _map_reader(*map(_reader, get_args(form)))
    if form is bool:
        return _read_bool
    return _record_reader(form)


def _marked_reader(form: Any, marker: Parsed | ListShape) -> Reader:
    if isinstance(marker, Parsed):
        return marker.parse
    return _list_reader(_reader(get_args(form)[0]), marker)


def _word_reader(words: tuple[Any, ...]) -> Reader:
    kind, known = type(words[0]), frozenset(words)

    def read_word(value: Any) -> Any:
        return value if type(value) is kind and value in known else _decline(value)

    return read_word


def _list_reader(item: Reader, shape: ListShape) -> Reader:
    def read_list(value: Any) -> tuple[Any, ...]:
        if shape.bare and type(value) is dict:
            return (item(value),)
        if type(value) is not list or len(value) < shape.at_least:
            _decline(value)
        return tuple([item(part) for part in value])

    return read_list


def _map_reader(key: Reader, item: Reader) -> Reader:
    def read_map(value: Any) -> Mapping[str, Any]:
        if type(value) is not dict:
            _decline(value)
        return {key(name): item(part) for name, part in value.items()}

    return read_map


def _read_bool(value: Any) -> bool:
    return value if type(value) is bool else bool(_decline(value))
