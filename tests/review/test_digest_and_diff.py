"""The digest of what is signed changes where a comparison lists a change, and nowhere else."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any

import pytest

from policylint.model.digest import content_digest, facts_digest
from policylint.model.inventory import Inventory
from policylint.model.read import read
from policylint.review.compare import compare
from policylint.source.load import load
from policylint.source.pointer import Pointer, render_pointer
from tests.conftest import ROOT

FILES = ["tests/model/every-field.yaml", "examples/violations/cookies.yaml"]
BESIDE = {"approvals", "include", "version"}
Edit = Callable[[Any, Any], None]


def steps(value: Any, at: Pointer = ()) -> Iterator[tuple[Pointer, Any]]:
    if at:
        yield at, value
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()  # fmt: skip
    for step, held in inner:
        if at or step not in BESIDE:
            yield from steps(held, (*at, step))


def put(make: Callable[[Any], Any]) -> Edit:
    def edit(parent: Any, step: Any) -> None:
        parent[step] = make(parent[step])

    return edit


def remove(parent: Any, step: Any) -> None:
    del parent[step]


def edits(value: Any) -> Iterator[Edit]:
    yield remove
    match value:
        case str():
            yield put(lambda text: f"{text}x")
            yield put(lambda _: "2 years")
            yield put(lambda _: "DE")
        case bool():
            yield put(lambda held: not held)
        case int():
            yield put(lambda held: held + 1)
        case list():
            yield put(lambda held: held[::-1])


def edited(data: Any, at: Pointer, edit: Edit) -> Inventory | None:
    data = deepcopy(data)
    parent = data
    for step in at[:-1]:
        parent = parent[step]
    edit(parent, at[-1])
    return read(Inventory, data)


@pytest.mark.parametrize("file", FILES)
def test_what_is_signed_is_what_is_compared(file: str) -> None:
    data: Any = load(file, (ROOT / file).read_bytes()).data
    data.pop("include", None)
    old = read(Inventory, data)
    assert old is not None
    digest, facts = content_digest(old), facts_digest(old)
    seen = changed = 0

    for at, value in steps(data):
        for edit in edits(value):
            new = edited(data, at, edit)
            if new is None:
                continue
            seen += 1
            found = compare(old, new)
            changed += bool(found)
            assert (content_digest(new) != digest) is bool(found), render_pointer(at)
            # Whoever signed need not sign again only where nothing follows from any change.
            if found and facts_digest(new) == facts:
                assert {one.field for one in found} == {"description"}
                assert {one.kind.consequence for one in found} == {"none"}

    assert seen > changed > 100
