"""What the author of a misspelled field must have meant, where that is one thing only."""

from collections.abc import Callable
from typing import Any, get_args

from policylint.model.faults import Fault, Path
from policylint.model.forms import fields, form_at, key_form, literal_words, marker, owner
from policylint.model.record import Record
from policylint.model.scalars import respell_jurisdiction
from policylint.model.spelling import respelled
from policylint.model.texts import LegalBasis

Respell = Callable[[str], str | None]

MOST_SIBLINGS = 100
# What YAML 1.1 took for truth values, and what stands in quotes.
_TRUTH = {"yes": "true", "on": "true", "true": "true", "no": "false", "off": "false"}
_TRUTH |= {"false": "false"}


class Mending(Record):
    """What to write in place of a value or a key.

    `is_field` says that the key is a field's name, `is_bare` that the value stands without quotes.
    """

    at: Path
    text: str
    on_key: bool = False
    is_field: bool = False
    is_bare: bool = False


def mending(kind: type[Record], data: Any, fault: Fault) -> Mending | None:
    """Tell how spelling alone mends a fault of plain data, None where it does not."""
    if not fault.at:
        return None
    above = form_at(kind, fault.at[:-1])
    if fault.on_key:
        names = tuple(fields(owner(kind, fault.at[:-1])))
        if names:
            return _of_key(data, fault.at, lambda word: respelled(word, names), is_field=True)
        of_key = marker(key_form(above))
        return _of_key(data, fault.at, of_key.respell) if of_key and of_key.respell else None
    if LegalBasis in get_args(above):
        if respell_jurisdiction(str(fault.at[-1])) != fault.at[-1]:
            return _of_key(data, fault.at, respell_jurisdiction)
        return _of_value(data, fault.at, above)
    return _of_value(data, fault.at, form_at(kind, fault.at))


def _of_key(data: Any, at: Path, respell: Respell, *, is_field: bool = False) -> Mending | None:
    siblings = _get(data, at[:-1])
    if type(siblings) is not dict or len(siblings) > MOST_SIBLINGS:
        return None
    text = respell(str(at[-1]))
    if text is None or [one for one in siblings if respell(one) == text] != [at[-1]]:
        return None  # another key means the same
    return Mending(at=at, text=text, on_key=True, is_field=is_field)


def _of_value(data: Any, at: Path, form: Any) -> Mending | None:
    value = _get(data, at)
    if type(value) is not str:
        return None
    if form is bool:
        text = _TRUTH.get(value.strip().lower())
        return Mending(at=at, text=text, is_bare=True) if text else None
    words, mark = literal_words(form), marker(form)
    if words and type(words[0]) is str:
        text = respelled(value, words)
    else:
        text = mark.respell(value) if mark and mark.respell else None
    return Mending(at=at, text=text) if text not in {None, value} and text else None


def _get(data: Any, at: Path) -> Any:
    for step in at:
        if type(data) is dict:
            data = data.get(step)
        elif type(data) is list and type(step) is int and step < len(data):
            data = data[step]
        else:
            return None
    return data
