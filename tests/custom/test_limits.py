"""No expression takes long, much memory or a traceback: what goes too far gets one sentence."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policylint.errors import UsageError
from policylint.law.jurisdictions import pack
from policylint.lint.custom.cost import MOST_GATHERED, MOST_STEPS, Sizes, gathered, nested, steps
from policylint.lint.custom.expression import compile_expression
from policylint.lint.custom.reader import read_rules
from policylint.model.inventory import Inventory
from policylint.model.record import MisfitError
from policylint.rule import Context, Limits
from tests.custom.conftest import DAY, RULE, VENDORS, bound, inventory_of

NAMES = ("site", "cookie", "cookies", "vendors")


def many(count: int, **more: Any) -> Inventory:
    entry = {"category": "improvement", "purposes": ["advertising"], "vendor": "far", **more}
    cookies = [{"name": f"c{number}", **entry} for number in range(count)]
    return inventory_of(cookies=cookies, vendors=VENDORS)


SMALL, LARGE = many(3), many(9_999)
TOO_LARGE = many(10_000)


def apply(fault: str, inventory: Inventory = SMALL, over: str = "site") -> str | int:
    facts = pack("FR")
    assert facts is not None
    try:
        rule = bound(over=over, fault=fault)
        assert rule.check is not None
        return len(list(rule.check(Context(inventory, facts, DAY, Limits()))))
    except UsageError as error:
        message = error.message
    assert "\n" not in message
    return message.partition("'fault'")[2]


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        ("(" * 400 + "true" + ")" * 400, "nested over 32 levels deep"),
        ("[" * 400 + "]" * 400, "nested over 32 levels deep"),
        ("+".join(["'a'"] * 200) + " == 'a'", "nested over 32 levels deep"),
        ("site" + ".a" * 400, "nested over 32 levels deep"),
        ("true ? (" * 60 + "true" + ") : true" * 60, "nested over 32 levels deep"),
        ("size([site.name]" + ".map(a, a + a)" * 30 + ") > 1", "nested over 32 levels deep"),
        ("9" * 1_000 + " == 1", None),
        ("9" * 900 + " == 1", "column 1: invalid int literal"),
        ("1e999 == 1.0", 0),
        ("'" * 7, "token recognition error"),
        ("site.name.matches('(a+)+$')", 0),
        ("'" + "a" * 900 + "b'.matches('^(a|a)*$')", 0),
        ("site.name.matches('(a{30}){30}')", "repeats over 100 times"),
        ("site.name.matches('a{101,}')", "repeats over 100 times"),
        (
            "site.name.matches(controller.name)",
            "the pattern of 'matches' has to be a text in place",
        ),
        ("[1].all(a, [1].all(b, [1].all(c, true)))", "more than two macros stand within"),
        ("[1].map(a, a).map(b, b).exists(c, true)", "more than two macros stand within"),
        ("[1].map(a, a).map(b, b) == [1].map(c, c)", 1),
        ("!" * 990 + "true", 1),
    ],
)
def test_a_hostile_expression_gets_one_sentence(fault: str, told: str | int | None) -> None:
    if told is None:
        with pytest.raises(MisfitError, match="1,005 characters long; expected at most 1,000"):
            read_rules([{**RULE, "fault": fault}])
        return
    answer = apply(fault)
    assert answer == told if isinstance(told, int) else str(told) in str(answer)


@pytest.mark.parametrize(
    ("over", "fault", "answer"),
    [
        ("site", "cookies.exists(c, c.name == 'none')", 0),
        ("site", "cookies.all(c, c.name.startsWith('c') && c.purposes.size() == 1)", 1),
        ("cookies", "cookie.name.matches('^c[0-9]{3}$')", 900),
        ("cookies", "cookie.purposes.exists(p, p == 'advertising')", 9_999),
        ("vendors", "cookies.exists(c, has(c.vendor) && c.vendor == vendor_id)", 1),
    ],
)
def test_what_is_usual_runs_on_a_large_inventory(over: str, fault: str, answer: int) -> None:
    assert apply(fault, LARGE, over) == answer


@pytest.mark.parametrize(
    ("over", "fault", "told"),
    [
        ("site", "cookies.exists(c, c.name == 'none')", "go through more than 9,999 items"),
        ("cookies", "cookies.exists(c, c.name == cookie.name)", "at most 50,000,000 are taken"),
        ("cookies", "cookie in cookies", "at most 50,000,000 are taken"),
        ("site", "cookies.all(c, cookies.exists(d, d == c))", "at most 50,000,000 are taken"),
        ("site", "cookies.filter(c, true).size() > 3", "can gather a list of 10,000"),
        ("site", "cookies.map(c, [c, c]).size() > 3", "can gather a list of 10,000"),
    ],
)
def test_what_would_take_too_long_is_refused(over: str, fault: str, told: str) -> None:
    assert told in str(apply(fault, TOO_LARGE, over))


def test_texts_that_grow_are_refused_before_they_take_memory() -> None:
    long = many(1_000, description="x" * 20_000)
    doubled = "+".join(["a"] * 15)

    joined = apply("cookies.exists(c, size(" + "+".join(["c.description"] * 28) + ") == 1)", long)
    mapped = apply(f"size([cookies[0].description].map(a, {doubled}).map(a, {doubled})) == 1", long)

    assert "at most 50,000,000 are taken" in str(joined)
    assert "at most 50,000,000 are taken" in str(mapped)
    assert apply("cookies.exists(c, size(c.name + c.name) == 1)", long) == 0


def tree(fault: str) -> Any:
    return compile_expression(fault, NAMES).tree


def test_macros_count_within_and_behind_one_another() -> None:
    assert nested(tree("site.a == 1")) == 0
    assert nested(tree("cookies.all(c, true) && cookies.all(c, true)")) == 1
    assert nested(tree("cookies.all(c, c.data.exists(d, true))")) == 2
    assert nested(tree("cookies.filter(c, true).exists(c, true)")) == 2


def test_work_grows_with_what_an_expression_goes_through() -> None:
    def work(fault: str, cookies: int = 100, inner: int = 5, text: int = 10) -> int:
        return steps(tree(fault), Sizes({"cookies": cookies}, inner, text))

    plain = work("cookie.name == 'a'")
    once = work("cookies.exists(c, c.name == 'a')")
    twice = work("cookies.exists(c, cookies.exists(d, d.name == c.name))")

    assert plain < once / 20 < twice / 1_000
    assert work("cookies.filter(c, true) == []") > 2 * work("cookies.all(c, true)")
    assert work("cookie.name + 'a' == 'a'", text=20_000) > 100 * plain
    assert work("cookie.name.matches('a')", text=20_000) > 50 * plain
    assert work("cookie in cookies", cookies=10_000) > 100_000


def test_a_list_that_is_gathered_is_as_long_as_what_it_comes_from() -> None:
    sizes = Sizes({"cookies": 5_000}, 7, 10)

    assert gathered(tree("cookies.all(c, true)"), sizes) == 0
    assert gathered(tree("cookies.filter(c, true) == []"), sizes) == 5_000 > MOST_GATHERED
    assert gathered(tree("cookie.data.filter(c, true) == []"), sizes) == 7
    assert MOST_STEPS > 1_000_000


ATOMS = st.sampled_from(
    ["site", "cookies", "vendors", "own", "true", "null", "1", "-2.5", "'é'", "[]", "{}", "c", "x"]
)


def _grown(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    operators = st.sampled_from(["+", "-", "/", "==", "<", "&&", "||", "in"])
    macros = st.sampled_from(["exists", "all", "map", "filter", "exists_one"])
    fields = st.sampled_from(["name", "x", "size", "purposes", "`x-a`"])
    return st.one_of(
        st.builds("({} {} {})".format, inner, operators, inner),
        st.builds("{}.{}".format, inner, fields),
        st.builds("{}[{}]".format, inner, inner),
        st.builds("{}.{}(c, {})".format, inner, macros, inner),
        st.builds("({} ? {} : {})".format, inner, inner, inner),
        st.builds("has({}.x)".format, inner),
        st.builds("{}.matches({})".format, inner, inner),
    )


@settings(max_examples=150, deadline=None)
@given(st.recursive(ATOMS, _grown, max_leaves=12) | st.text(min_size=1, max_size=40))
def test_any_expression_runs_or_gets_one_sentence(fault: str) -> None:
    answer = apply(fault[:1_000])

    assert answer in {0, 1} or isinstance(answer, str)
