import pytest

from policylint.lint.finding import Outcome
from policylint.lint.outcome_rows import Outcomes, names_of, repeated, rows_of

PASSED = Outcome(code="A", path="", outcome="passed", reason=None)
GAP = Outcome(code="B", path="", outcome="not-evaluated", reason="'x' is absent")
HELD = Outcome(code="C", path="", outcome="passed", held_back="pinned")
ALIKE = [("a", rows_of([PASSED, GAP])), ("b", rows_of([HELD])), ("c", rows_of([PASSED, GAP]))]


def plain(outcome: Outcome) -> tuple[object, ...]:
    return (outcome.path, outcome.code, outcome.outcome, outcome.reason, outcome.held_back)


def test_outcomes_come_in_the_order_of_the_files_with_all_that_they_say() -> None:
    found = Outcomes(ALIKE)
    expected = [
        ("a", "A", "passed", None, None),
        ("a", "B", "not-evaluated", "'x' is absent", None),
        ("b", "C", "passed", None, "pinned"),
        ("c", "A", "passed", None, None),
        ("c", "B", "not-evaluated", "'x' is absent", None),
    ]

    assert [plain(one) for one in found] == expected
    assert [plain(found[index]) for index in range(-5, 5)] == expected * 2
    assert [plain(one) for one in found[1:3]] == expected[1:3]
    assert len(found) == 5


@pytest.mark.parametrize("index", [5, -6])
def test_there_is_nothing_beyond_the_last(index: int) -> None:
    with pytest.raises(IndexError):
        Outcomes(ALIKE)[index]


def test_what_files_share_is_told_once_with_their_number() -> None:
    assert [(one.path, one.code, times) for one, times in repeated(Outcomes(ALIKE))] == [
        ("a", "A", 2),
        ("a", "B", 2),
        ("b", "C", 1),
    ]


def test_a_plain_list_is_told_as_it_is() -> None:
    assert [(one.code, times) for one, times in repeated([PASSED, PASSED])] == [("A", 1), ("A", 1)]


def test_no_outcomes_are_no_outcomes() -> None:
    assert not Outcomes([])
    assert list(Outcomes([("a", ())])) == []


def test_the_outcome_of_a_rule_is_found_by_its_code() -> None:
    assert names_of(rows_of([PASSED, GAP])) == {"A": "passed", "B": "not-evaluated"}
