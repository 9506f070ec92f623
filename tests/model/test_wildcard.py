import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policylint.model.wildcard import covering

texts = st.text("ab_*\n", max_size=8)


@given(texts, texts)
def test_a_star_stands_for_any_run_of_characters(pattern: str, name: str) -> None:
    form = ".*".join(map(re.escape, pattern.split("*")))

    assert covering(pattern)(name) == bool(re.fullmatch(form, name, re.DOTALL))


@pytest.mark.parametrize(
    ("pattern", "name", "expected"),
    [
        ("_ga", "_ga", True),
        ("_ga", "_gat", False),
        ("_ga*", "_ga", True),
        ("_ga*", "_ga*x", True),
        ("a*a", "a", False),
        ("a*b*c", "a_b_b_c", True),
        ("a*bc*c", "a_bc", False),
        ("*", "", True),
    ],
)
def test_the_ends_and_what_stands_between_never_share_a_character(
    pattern: str, name: str, expected: bool
) -> None:
    assert covering(pattern)(name) is expected


def test_many_stars_are_tried_once_each() -> None:
    assert not covering("*a" * 40 + "*b")("a" * 2_000)
