"""Regular expressions of consent platforms, read as patterns of names."""

import re
from fnmatch import fnmatchcase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policylint.exchange.expressions import ExpressionError, names_of

READ = {
    r"^_ga(_.*)?": ["_ga*"],
    r"^_ga$": ["_ga"],
    r"^_gid": ["_gid*"],
    r"_gat": ["*_gat*"],
    r"^(_ga|_gid)$": ["_ga", "_gid"],
    r"^_pk_(?:id|ses)\..*$": ["_pk_id.*", "_pk_ses.*"],
    r"^_dc_gtm_UA-\d+": ["_dc_gtm_UA-*"],
    r"^_hj[sS]ession": ["_hj*ession*"],
    r"^a{2,3}b+?$": ["a*b*"],
    r"^x\.y{$": ["x.y{"],
    r"^a{3}b{0,2}$": ["a*"],
    r"^one$|two$": ["one", "*two"],
}
REFUSED = {
    r".*": "it matches every name",
    r"": "it matches every name",
    r"^[SESS|SSESS]": "'[SESS|SSESS]' is one character, and names were probably meant",
    r"^(?=a)b": "it looks ahead, looks behind or names a group",
    r"^a\b": r"'\b' has no counterpart among names",
    r"^(a": "a '(' never closes",
    r"^a)": "its ')' at character 3 closes nothing",
    r"^[a": "a '[' never closes",
    r"^a**": "the '*' at character 4 stands where a name goes on",
    "(" * 30 + ")" * 30: "its groups are nested deeper than 10 levels",
    r"^(a|b)(a|b)(a|b)(a|b)(a|b)$": "it stands for more than 16 names",
    "a" * 501: "it has 501 characters; expected at most 500",
}


@pytest.mark.parametrize(("source", "names"), READ.items(), ids=READ)
def test_an_expression_becomes_the_patterns_that_cover_it(source: str, names: list[str]) -> None:
    assert names_of(source) == names


@pytest.mark.parametrize(("source", "why"), REFUSED.items(), ids=lambda text: text[:20])
def test_an_expression_that_no_pattern_covers_is_refused_with_the_reason(
    source: str, why: str
) -> None:
    with pytest.raises(ExpressionError) as caught:
        names_of(source)

    assert str(caught.value) == why


PIECES = ["a", "b", "_", "1", ".", "*", "+", "?", "(", ")", "|", "^", "$"]
PIECES += ["\\d", "\\.", "[ab]", "[^a]", "{1,2}", "{0,1}", "{2}", "{"]


@given(
    st.lists(st.sampled_from(PIECES), max_size=12).map("".join),
    st.text(alphabet="ab_1.", min_size=1, max_size=6),
)
def test_a_pattern_never_covers_less_than_its_expression(source: str, name: str) -> None:
    try:
        matched = re.search(source, name)
        names = names_of(source)
    except (re.error, ExpressionError):
        return

    assert not matched or any(fnmatchcase(name, pattern) for pattern in names)
