"""Which fields an expression can read: those of the format, by the names that the format has.

A misspelled field is absent from every entry, so that a rule that tests it would never speak.
"""

from collections.abc import Mapping, Sequence
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from policylint.lint.custom.tree import Node
from policylint.model.consent import Consent
from policylint.model.cookie import Cookie
from policylint.model.lifetime import Lifetime
from policylint.model.read import required_part
from policylint.model.record import MisfitError, Record, once
from policylint.model.site import Controller, Site
from policylint.model.texts import Retention
from policylint.model.vendor import Vendor

DAYS = "_days"
EXTENSION = "x-"

Leaf = Literal["leaf"]


class Items(Record):
    """The shape of a list, or of a map from names of the author's own."""

    of: "Shape"
    keyed: bool = False


Shape = type[Record] | Items | Leaf | None
"""What is known of a value: its fields, its items, that it has none, or nothing."""

NAMES: Mapping[str, Shape] = {
    "site": Site,
    "controller": Controller,
    "consent": Consent,
    "vendors": Items(of=Vendor, keyed=True),
    "cookies": Items(of=Cookie),
    "own": None,
    "jurisdiction": "leaf",
    "as_of": "leaf",
    "eea": Items(of="leaf"),
    "adequate": Items(of="leaf"),
}
ENTRY: Mapping[str, Mapping[str, Shape]] = {
    "cookies": {"cookie": Cookie, "vendor": Vendor},
    "vendors": {"vendor": Vendor, "vendor_id": "leaf"},
    "site": {},
    "consent": {},
}
ENTRIES: Mapping[str, type[Record]] = {
    "cookies": Cookie,
    "vendors": Vendor,
    "site": Site,
    "consent": Consent,
}


class UnknownFieldError(Exception):
    """A field that the format does not have; `offset` is not far before it."""

    def __init__(self, message: str, field: str, offset: int) -> None:
        super().__init__(message)
        self.message = message
        self.field = field
        self.offset = offset


@once
def fields_of(kind: type[Record]) -> Mapping[str, Shape]:
    """List the fields of a record as an expression sees them, with what each holds."""
    found: dict[str, Shape] = {}
    for name, form in kind.__annotations__.items():
        if name == "extensions":
            continue
        bare = _bare(form)
        found[name] = _shape(bare)
        if bare in {Lifetime, Retention}:
            found[name + DAYS] = "leaf"
    return found


def _bare(form: Any) -> Any:
    if get_origin(form) in {Union, UnionType}:
        form = required_part(form)
    return get_args(form)[0] if get_origin(form) is Annotated else form


def _shape(form: Any) -> Shape:
    form = _bare(form)
    origin = get_origin(form)
    if origin is tuple:
        return Items(of=_shape(get_args(form)[0]))
    if origin is Mapping:
        return Items(of=_shape(get_args(form)[1]), keyed=True)
    if isinstance(form, type) and issubclass(form, Record):
        return form
    return "leaf"


def has_extensions(kind: type[Record]) -> bool:
    """Tell whether an entry may hold `x-*` fields."""
    return "extensions" in kind.__annotations__


def step(shape: Shape, field: str, what: str) -> Shape:
    """Find what a field holds. Raises MisfitError for one that the format does not have."""
    if isinstance(shape, Items):
        if shape.keyed:
            return shape.of
        raise MisfitError(f"{what} is a list, which has no field '{field}'")
    if shape == "leaf":
        raise MisfitError(f"{what} has no fields")
    if shape is None or (field.startswith(EXTENSION) and has_extensions(shape)):
        return None
    known = fields_of(shape)
    if field in known:
        return known[field]
    raise MisfitError(f"{what} has no field '{field}'{_nearest(field, known)}")


def _nearest(field: str, known: Mapping[str, Shape]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(field.lower().replace("-", "_"), list(known), n=1)
    return f"; did you mean '{close[0]}'?" if close else ""


def follow(shape: Shape, route: Sequence[str], what: str) -> Shape:
    """Follow a route of fields. Raises MisfitError for one that the format does not have."""
    for field in route:
        shape = step(shape, field, what)
        what = f"'{field}'"
    return shape


class FieldCheck:
    """Check every field that an expression reads.

    `takes_whole` tells whether it looks at a whole cookie or vendor, as a comparison does, and not
    only at fields that it names.
    """

    def __init__(self) -> None:
        self.takes_whole = False

    def shape(self, tree: Node, names: Mapping[str, Shape]) -> Shape:
        """Tell what an expression gives, where that is known. Raises UnknownFieldError."""
        if tree.kind == "loop":
            return self._loop(tree, names)
        shapes = [self.shape(part, names) for part in tree.parts]
        for index, shape in enumerate(shapes):
            if _is_entry(shape) and not _reads(tree, index, shape):
                self.takes_whole = True
        if tree.kind == "name":
            return names.get(tree.word or "")
        if tree.kind == "field" and tree.word is not None:
            return _step(tree, shapes[0], tree.word)
        if tree.kind == "call" and tree.word == "_[_]":
            key = tree.parts[1].word if tree.parts[1].kind == "value" else None
            if isinstance(shapes[0], Items):
                return shapes[0].of
            return None if key is None else _step(tree, shapes[0], key)
        return None

    def _loop(self, tree: Node, names: Mapping[str, Shape]) -> Shape:
        over, *rest = tree.parts
        shape = self.shape(over, names)
        is_list = isinstance(shape, Items) and not shape.keyed
        self.takes_whole |= _is_entry(shape) and not isinstance(shape, Items)
        item = shape.of if isinstance(shape, Items) and is_list else None
        inner = {**names, tree.word or "": item}
        for part in rest:
            self.shape(part, inner)
        return shape if is_list and _is_filter(tree) else None


def _is_entry(shape: Shape) -> bool:
    return (shape.of if isinstance(shape, Items) else shape) in {Cookie, Vendor}


def _reads(tree: Node, index: int, shape: Shape) -> bool:
    """Tell whether a part is asked for something that it names, not taken whole."""
    if tree.kind == "field":
        return True
    if tree.kind != "call":
        return False
    if isinstance(shape, Items):
        looked_up = (tree.word, index) == ("@in", 1) and shape.keyed
        return tree.word == "size" or (tree.word, index) == ("_[_]", 0) or looked_up
    key = {("_[_]", 0): 1, ("@in", 1): 0}.get((tree.word or "", index))
    return key is not None and tree.parts[key].kind == "value" and bool(tree.parts[key].word)


def _step(tree: Node, shape: Shape, field: str) -> Shape:
    # What stands before a field may be of any type where nothing is known of it.
    if shape is None or shape == "leaf":
        return None
    operand = tree.parts[0]
    what = f"'{operand.word}'" if operand.kind in {"name", "field"} else "it"
    try:
        return step(shape, field, what)
    except MisfitError as error:
        raise UnknownFieldError(error.message, field, tree.offset) from None


def _is_filter(tree: Node) -> bool:
    """Tell whether a loop gathers what it goes over, as the macro `filter` does."""
    return any(
        node.kind == "list"
        and len(node.parts) == 1
        and node.parts[0].kind == "name"
        and node.parts[0].word == tree.word
        for node in tree.parts[3].walk()
    )
