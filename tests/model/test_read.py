"""The two roads to a record: `read`, without pydantic, and `adapter`, with it."""

import copy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policylint.model import validation
from policylint.model.faults import faults
from policylint.model.inventory import Inventory
from policylint.model.read import read
from policylint.source.load import load

HERE = Path(__file__).parent
FULL = HERE / "every-field.yaml"

WRONG = [
    None, True, False, 0, -1, 1.5, "", " ", "x", "no such word", "*", "**", "FR", "fr", "GB", "UK",
    "EL", "de-at", "https://a.example/x", "ftp://a.example", "javascript:alert(1)", "2026-02-30",
    "2026-01-01", "13 months", "13 Months", "a.example", ".a.example", "-a", [], [None], ["x"],
    ["fr"], {}, {"x": 1}, {"en": "text"}, {"en": ""}, {"FR": "consent"}, {"criterion": "x"},
    {"criterion": {"en": "x"}, "y": 1}, {"name": "x", "email": "y", "country": "FR"}, "\x00", "é",
    10**30, float("1e300"), {"x-own": 1},
]  # fmt: skip


def load_full() -> Any:
    return load(str(FULL), FULL.read_bytes()).data


def places(data: Any, at: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    yield at
    if isinstance(data, dict):
        for key, value in data.items():
            yield from places(value, (*at, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from places(value, (*at, index))


def changed(data: Any, at: tuple[str | int, ...], change: Any) -> Any:
    data = copy.deepcopy(data)
    if not at:
        return change
    holder = data
    for step in at[:-1]:
        holder = holder[step]
    if change is ...:
        del holder[at[-1]]
    else:
        holder[at[-1]] = change
    return data


def agree(data: Any) -> None:
    fast = read(Inventory, data)
    errors = validation.errors(Inventory, data)
    assert (fast is None) == bool(errors), errors
    if fast is not None:
        assert repr(fast) == repr(validation.adapter(Inventory).validate_python(data))
    else:
        assert faults(Inventory, data)


PLACES = list(places(load_full()))


def test_the_sample_uses_every_field_of_the_format() -> None:
    used = {step for place in PLACES for step in place if isinstance(step, str)}
    schema = validation.adapter(Inventory).json_schema()
    known = {
        name
        for definition in (schema, *schema["$defs"].values())
        for name in definition["properties"]
    }

    assert known - used == set()


def test_both_roads_read_the_sample_alike() -> None:
    agree(load_full())


@pytest.mark.parametrize("at", PLACES, ids=lambda at: "/".join(map(str, at)) or "root")
def test_both_roads_judge_every_changed_field_alike(at: tuple[str | int, ...]) -> None:
    data = load_full()
    for wrong in WRONG:
        agree(changed(data, at, wrong))
    if at:
        agree(changed(data, at, ...))
        agree(changed(data, (*at[:-1], "unknown"), 1) if isinstance(at[-1], str) else data)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=6,
)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(PLACES), JSON)
def test_both_roads_judge_whatever_stands_anywhere_alike(
    at: tuple[str | int, ...], value: Any
) -> None:
    agree(changed(load_full(), at, value))


def test_a_record_cannot_be_changed() -> None:
    inventory = read(Inventory, load_full())

    assert inventory is not None
    with pytest.raises(AttributeError, match="frozen"):
        inventory.version = 2  # type: ignore[misc]
    with pytest.raises(AttributeError, match="frozen"):
        del inventory.site


def test_fields_of_an_organisation_are_kept() -> None:
    inventory = read(Inventory, load_full())

    assert inventory is not None
    assert inventory.extensions == {"x-shared": {"anything": [1, 2]}}
    assert inventory.cookies[0].extensions == {"x-cost-centre": 4711}


def test_codes_that_two_lists_spell_differently_become_one() -> None:
    data = changed(load_full(), ("site", "jurisdictions"), ["GB", "EL"])
    inventory = read(Inventory, changed(data, ("controller", "country"), "UK"))

    assert inventory is not None
    assert inventory.site.jurisdictions == ("UK", "GR")
    assert inventory.controller.country == "GB"
