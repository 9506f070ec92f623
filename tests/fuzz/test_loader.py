"""The reader against bytes of every kind, bounded; `python -m tests.fuzz loader` goes on for hours."""

from random import Random
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policylint.source.load import load
from tests.fuzz.loader import by_python, draw, examine, places
from tests.fuzz.seeds import hostile, inventories
from tests.source.conftest import numbered

DRAWN = 800
MOST_SECONDS_OF_NESTING = 0.05

MARKS = "ab:-?{}[],#&*!|>'\"%@ \t\n\r0.<~\\u\x00\x85\u2028\ufeff\u202e😀é"


def test_drawn_documents_keep_every_promise() -> None:
    read = sum(1 for seed in range(DRAWN) if not examine(draw(Random(seed))).flaws)

    assert DRAWN // 10 < read < DRAWN * 9 // 10


def test_every_inventory_of_the_repository_keeps_every_promise() -> None:
    documents = [examine(content) for content in inventories()]

    assert len(documents) > 300
    assert sum(1 for document in documents if document.data is not None) > 300


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300))
def test_no_bytes_break_a_promise(content: bytes) -> None:
    examine(content)


@settings(max_examples=300, deadline=None)
@given(st.text(st.sampled_from(MARKS), max_size=60), st.sampled_from(["", "\ufeff"]))
def test_no_text_breaks_a_promise(text: str, mark: str) -> None:
    examine((mark + text).encode())


@settings(max_examples=150, deadline=None)
@given(numbered(), st.sampled_from(["\r\n", "\r"]))
def test_line_breaks_and_a_byte_order_mark_move_nothing(text: str, line_break: str) -> None:
    plain = examine(text.encode())
    marked = examine(b"\xef\xbb\xbf" + text.replace("\n", line_break).encode())

    assert repr(marked.data) == repr(plain.data)
    assert [pointer for pointer, _ in places(marked)] == [pointer for pointer, _ in places(plain)]
    for (_, one), (_, other) in zip(places(marked), places(plain), strict=True):
        assert marked.position(one.value.start) == plain.position(other.value.start)


@pytest.mark.parametrize("name", hostile())
def test_a_hostile_document_is_read_or_refused_within_seconds(name: str) -> None:
    content = hostile()[name]

    document = examine(content, thorough=len(content) < 50_000)

    assert document.flaws or document.data is not None


@pytest.mark.parametrize(
    "name",
    [
        name
        for name, content in hostile().items()
        if len(content) <= 200_000 and content.count(b"\n") < 12_000
    ],
)
def test_a_hostile_document_is_no_danger_without_libyaml_either(name: str) -> None:
    document = load("cookies.yaml", hostile()[name])
    started = process_time()

    slow = by_python(document.text)

    assert process_time() - started < 5
    assert [flaw.message for flaw in slow.flaws] == [flaw.message for flaw in document.flaws] or (
        "UTF-8" in document.flaws[0].message
    )


@pytest.mark.parametrize("bracket", ["[", "{a: ", "- ", "[[{a: "])
def test_nesting_without_end_is_an_error_at_once(bracket: str) -> None:
    content = bracket.encode() * 100_000
    times = []
    for _ in range(3):
        started = process_time()
        (flaw,) = load("cookies.yaml", content).flaws
        times.append(process_time() - started)

    assert flaw.message == "nested deeper than 64 levels"
    assert min(times) < MOST_SECONDS_OF_NESTING
