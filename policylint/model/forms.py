"""What the model expects at a place of the document: fields, words, or a value of its own kind."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal, get_args, get_origin

from policylint.model.read import required_part
from policylint.model.record import Parsed, Record

Path = Sequence[str | int]


def form_at(kind: type[Record], at: Path) -> Any:
    """Give the annotation of the value at a path, None where the model knows of no such place."""
    form: Any = kind
    for step in at:
        form = _below(_plain(form), step)
    return form


def _below(form: Any, step: str | int) -> Any:
    if isinstance(form, type) and issubclass(form, Record):
        return required_part(form.__annotations__.get(str(step)))
    if get_origin(form) is tuple:
        item = get_args(form)[0]
        # one mapping may stand for a list of one
        return item if type(step) is int else _below(_plain(item), step)
    if get_origin(form) is Mapping:
        return get_args(form)[1]
    return None


def _plain(form: Any) -> Any:
    return get_args(form)[0] if get_origin(form) is Annotated else form


def owner(kind: type[Record], at: Path) -> type[Record] | None:
    """Give the record whose fields a mapping at a path holds."""
    form = _plain(form_at(kind, at))
    if get_origin(form) is tuple:
        form = _plain(get_args(form)[0])
    return form if isinstance(form, type) and issubclass(form, Record) else None


def fields(kind: type[Record] | None) -> list[str]:
    """List the fields of a record, without an organisation's own."""
    return [name for name in kind.__annotations__ if name != "extensions"] if kind else []


def literal_words(form: Any) -> tuple[Any, ...]:
    """List the words of a closed vocabulary, none where a form is something else."""
    return get_args(_plain(form)) if get_origin(_plain(form)) is Literal else ()


def marker(form: Any) -> Parsed | None:
    """Give the marker that says how a value is read, None where a form has none."""
    return next((one for one in get_args(form)[1:] if isinstance(one, Parsed)), None)


def key_form(form: Any) -> Any:
    """Give the annotation of the keys of a map, None where a form is something else."""
    return get_args(_plain(form))[0] if get_origin(_plain(form)) is Mapping else None
