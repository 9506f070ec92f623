"""What a page tells through the hook: it may be anything, and nothing in it is trusted."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policylint.browser.seen import Moment, SeenRequest, SeenWrite
from policylint.browser.told import read_told

PAGE = "https://shop.example/basket?token=secret"
NOW = 1_790_856_000_000


def stamp(at: int | None) -> Moment:
    return Moment(phase="pre", repetition=1, at=NOW if at is None else at)


def told(**fields: Any) -> SeenWrite | SeenRequest | None:
    return read_told({"page": PAGE, "at": NOW, "writer": None, **fields}, stamp)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)
FIELDS = st.sampled_from(
    [
        *("kind", "page", "writer", "at", "line", "name", "size", "expires", "maxAge", "domain"),
        *("path", "sameSite", "partitioned", "storage", "address"),
    ]
)
VALUES = JSON | st.sampled_from(
    ["cookie", "cookie-store", "storage", "beacon", PAGE, "a=b; Max-Age=1", "local-storage", 1e308]
)


@given(JSON | st.dictionaries(FIELDS, VALUES))
def test_any_message_is_read_or_left(message: Any) -> None:
    found = read_told(message, stamp)
    assert found is None or isinstance(found, SeenWrite | SeenRequest)


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "cookie", "line": "", "page": PAGE},
        {"kind": "cookie", "line": "a=b", "page": "about:blank"},
        {"kind": "cookie", "line": "a=b", "page": "data:text/html,x"},
        {"kind": "storage", "storage": "a shelf", "name": "x"},
        {"kind": "storage", "storage": "local-storage", "name": ""},
        {"kind": "beacon", "address": "javascript:alert(1)"},
        {"kind": "other"},
    ],
)
def test_what_makes_no_sense_is_left(fields: dict[str, Any]) -> None:
    assert told(**fields) is None


def test_queries_of_page_and_writer_are_dropped() -> None:
    write = told(kind="cookie", line="a=b", writer="https://cdn.example/t.js?key=secret#secret")
    assert isinstance(write, SeenWrite)
    assert write.setter == "https://cdn.example/t.js"
    assert "secret" not in repr(write.__dict__) + repr(write.address)


@pytest.mark.parametrize(
    ("fields", "seconds", "source"),
    [
        ({"expires": NOW + 86_400_000}, 86_400, "expires"),
        ({"maxAge": 60, "expires": NOW + 86_400_000}, 60, "max-age"),
        ({"expires": None}, None, "session"),
        ({"expires": float("inf")}, None, "session"),
        ({"expires": 1.8e308}, None, "session"),
        ({"expires": 1e300}, 253_402_300_799, "expires"),
        ({"expires": 0}, 0, "expires"),
    ],
)
def test_the_lifetime_of_the_cookie_store_is_read(
    fields: dict[str, Any], seconds: int | None, source: str
) -> None:
    write = told(kind="cookie-store", name="a", size=1, **fields)
    assert isinstance(write, SeenWrite)
    assert write.cookie is not None
    assert (write.cookie.lifetime.seconds, write.cookie.lifetime.source) == (seconds, source)
