"""What the format has at a place: the fields, the words, and what they mean."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from policylint.editor.flow import Step
from policylint.lint.schemas import schema

Form = Mapping[str, Any]


class Word(NamedTuple):
    """One value of a closed vocabulary."""

    text: str
    meaning: str = ""


@cache
def _format() -> Form:
    return schema("inventory")


def forms(path: Sequence[Step]) -> list[Form]:
    """Find every form that the format allows at a place."""
    found = list(_branches(_format()))
    for step in path:
        found = [
            branch for form in found for below in _below(form, step) for branch in _branches(below)
        ]
    return found


def _branches(form: Form) -> Iterator[Form]:
    if "$ref" in form:
        target = form["$ref"].rpartition("/")[2]
        yield from _branches({**_format()["$defs"][target], **_own(form)})
    elif "anyOf" in form:
        for one in form["anyOf"]:
            yield from _branches({**one, **_own(form)})
    else:
        yield form


def _own(form: Form) -> Form:
    return {"description": form["description"]} if "description" in form else {}


def _below(form: Form, step: Step) -> Iterator[Form]:
    if step is None:
        if "items" in form:
            yield form["items"]
        return
    if step in form.get("properties", {}):
        yield form["properties"][step]
        return
    for pattern, below in form.get("patternProperties", {}).items():
        if re.search(pattern, step):
            yield below
    if type(form.get("additionalProperties")) is dict:
        yield form["additionalProperties"]


def fields(path: Sequence[Step]) -> dict[str, Form]:
    """List the fields of the mapping at a place, in the order of the format."""
    found: dict[str, Form] = {}
    for form in forms(path):
        for name, field in form.get("properties", {}).items():
            found.setdefault(name, field)
    return found


def required(path: Sequence[Step]) -> frozenset[str]:
    """List the fields that must be there."""
    return frozenset(name for form in forms(path) for name in form.get("required", ()))


def words(path: Sequence[Step]) -> list[Word]:
    """List the values that the format has for a place, none where it takes any text."""
    found: dict[str, Word] = {}
    for form in forms(path):
        if form.get("type") == "boolean":
            found |= {word: Word(word) for word in ("true", "false")}
        meanings = form.get("markdownEnumDescriptions") or [""] * len(form.get("enum", ()))
        for word, meaning in zip(form.get("enum", ()), meanings, strict=True):
            found.setdefault(word, Word(word, meaning))
        if "const" in form:
            found.setdefault(str(form["const"]), Word(str(form["const"])))
    return list(found.values())


def description(path: Sequence[Step]) -> str:
    """Say what the field at a place is, empty where the format has none."""
    return next((form["description"] for form in forms(path) if "description" in form), "")


def takes_lines(form: Form) -> bool:
    """Tell whether the value of a field is written on lines of its own."""
    return any(
        branch.get("type") == "object" or "properties" in branch or _of_mappings(branch)
        for branch in _branches(form)
    ) and not any(branch.get("type") == "string" for branch in _branches(form))


def _of_mappings(form: Form) -> bool:
    return any(one.get("type") == "object" for one in _branches(form.get("items", {})))
