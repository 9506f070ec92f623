from difflib import SequenceMatcher
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from policylint.review.matching import MOST_PAIRS, parts

LISTS = st.lists(st.integers(0, 12), max_size=30)


@given(LISTS, LISTS)
def test_the_parts_are_both_sequences_in_order(before: list[int], after: list[int]) -> None:
    found = list(parts(before, after))

    assert [one for part in found for one in before[part.start : part.end]] == before
    assert [one for part in found for one in after[part.begin : part.finish]] == after
    for part in found:
        same = before[part.start : part.end] == after[part.begin : part.finish]
        assert same is (part.kind == "same")
    kinds = [part.kind for part in found]
    assert all(one != other for one, other in pairwise(kinds))


@given(LISTS)
def test_what_is_the_same_is_one_part(text: list[int]) -> None:
    assert [part.kind for part in parts(text, text)] == (["same"] if text else [])


@given(LISTS, LISTS, LISTS)
def test_what_was_put_in_between_is_all_that_came(
    head: list[int], more: list[int], tail: list[int]
) -> None:
    found = list(parts(head + tail, head + more + tail))

    assert sum(part.end - part.start for part in found if part.kind == "other") == 0


def test_an_edit_of_every_line_is_found_between_landmarks() -> None:
    before = [word for number in range(5_000) for word in (f"name {number}", "6 months")]
    after = [word for number in range(5_000) for word in (f"name {number}", "13 months")]

    assert sum(part.kind == "same" for part in parts(before, after)) == 5_000


def test_long_stretches_without_a_landmark_replace_each_other() -> None:
    size = int(MOST_PAIRS**0.5) // 2
    before, after = ["a", "b"] * size + ["a"] * 9, ["b", "b", "a"] * size

    assert SequenceMatcher(None, before, after, autojunk=False).ratio() > 0.5
    assert [part.kind for part in parts(["x", *before, "y"], ["x", *after, "y"])] == [
        *("same", "other", "same"),
    ]
