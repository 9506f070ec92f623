"""Whatever stands in a file: it is read, refused with a sentence, or not recognised."""

import json
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
import yaml

from policylint.exchange.draft import Draft
from policylint.exchange.formats import FORMATS, importer
from policylint.exchange.source import Source
from policylint.exchange.unreadable import UnreadableError
from tests.exchange.samples import SAMPLES

ODD: list[object] = [
    *(None, True, -1, 0, 10**400, 1e308, "", "*", "\x00\u202e\x1b[31m", "/a/", "a" * 6000),
    *([], {}, [[]], [None], ["a", 1], {"": {}}, {"name": {"name": []}}, [{"name": 5}]),
    *("<b>" * 900, "&#x1F600;" * 400, "https://[::1", "https://user:pw@h.example/?q=1"),
]


def routes(data: object, above: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Give the way to each value."""
    yield above
    pairs = data if isinstance(data, dict) else {}
    items = data if isinstance(data, list) else []
    for step, value in (*pairs.items(), *enumerate(items)):
        yield from routes(value, (*above, step))


def changed(data: object, route: tuple[str | int, ...], value: object) -> object:
    """Copy data with another value at the end of a route."""
    if not route:
        return value
    copy: Any = deepcopy(data)
    place = copy
    for step in route[:-1]:
        place = place[step]
    place[route[-1]] = value
    return copy


def attempt(name: str, path: str, text: str) -> Draft | None:
    """Ask every importer of the samples, and read with one, whether it recognises or not."""
    source = Source(path, text)
    for other in SAMPLES:
        assert isinstance(importer(other).recognises(source), bool)
    try:
        return importer(name).read(source)
    except UnreadableError:
        return None


@pytest.mark.parametrize("name", SAMPLES)
def test_a_file_is_recognised_by_the_importer_of_its_format_alone(name: str) -> None:
    path, data = SAMPLES[name]
    source = Source(path, json.dumps(data))

    assert [other for other in FORMATS if importer(other).recognises(source)] == [name]


@pytest.mark.parametrize("name", SAMPLES)
def test_an_odd_value_at_any_place_is_never_a_traceback(name: str) -> None:
    path, data = SAMPLES[name]
    for route in routes(data):
        for value in ODD:
            draft = attempt(name, path, json.dumps(changed(data, route, value)))
            for entry in draft.cookies if draft is not None else ():
                assert entry.name.isprintable()
                assert len(entry.name) <= 1000


@pytest.mark.parametrize("name", SAMPLES)
def test_the_same_data_in_yaml_gives_the_same_draft(name: str) -> None:
    path, data = SAMPLES[name]
    drafts = [attempt(name, path, text) for text in (json.dumps(data), yaml.safe_dump(data))]

    told = [
        [{key: fact.value for key, fact in entry.fields.items()} for entry in draft.cookies]
        for draft in drafts
        if draft is not None
    ]
    assert len(told) == 2
    assert told[0] == told[1]


@pytest.mark.parametrize("name", SAMPLES)
def test_a_missing_key_at_any_place_is_never_a_traceback(name: str) -> None:
    path, data = SAMPLES[name]
    for route in routes(data):
        if route:
            copy: Any = deepcopy(data)
            place = copy
            for step in route[:-1]:
                place = place[step]
            del place[route[-1]]
            attempt(name, path, json.dumps(copy))


@pytest.mark.parametrize(
    "text", ["", "[", "{", "[" * 5000, "- " * 5000, '{"a": ' * 5000, "\ufeff", "a: *b"]
)
@pytest.mark.parametrize("name", SAMPLES)
def test_a_text_that_is_no_data_is_refused(name: str, text: str) -> None:
    with pytest.raises(UnreadableError):
        importer(name).read(Source("a.json", text))


def test_messages_stay_short_whatever_a_file_names() -> None:
    long = "a" * 900_000
    path, data = SAMPLES["gtm"]
    draft = attempt(
        "gtm", path, json.dumps(changed(data, ("containerVersion", "tag", 1, "name"), long))
    )

    assert draft is not None
    assert draft.faults
    assert all(len(fault.message) < 400 for fault in draft.faults)
    assert all(len(left.what) + len(left.why) < 400 for left in draft.left_out)
