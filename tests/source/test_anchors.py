import pytest

from policylint.source.anchors import MAX_ALIAS_NODES
from policylint.source.load import load

BUDGET = "aliases add more than 100,000 nodes; write them less often"


def fault(text: str) -> tuple[int, int, str]:
    document = load("cookies.yaml", text.encode())
    (flaw,) = document.flaws
    assert (document.data, flaw.kind) == (None, "syntax-error")
    return *document.position(flaw.span.start), flaw.message


def test_aliases_repeat_what_their_anchor_marks() -> None:
    text = "a: &x [1, &y 2]\nb: *x\nc: {d: *y, e: [*x]}\n&k key: &n\n*k : *n\nf: *k\n"

    document = load("cookies.yaml", text.encode())

    assert document.data == {
        "a": [1, 2],
        "b": [1, 2],
        "c": {"d": 2, "e": [[1, 2]]},
        "key": None,
        "f": "key",
    }
    assert [flaw.kind for flaw in document.flaws] == ["duplicate-key"]


def test_an_alias_as_a_key_is_the_text_in_the_file() -> None:
    assert load("cookies.yaml", b"a: &x 0o10\n*x : 1\n").data == {"a": 8, "0o10": 1}


def test_an_alias_without_an_anchor_is_a_fault() -> None:
    message = "the alias '*x' has no anchor; a text that begins with '*' needs quotes"

    assert fault("a: 1\nb: [*x]\nc: &x 1\n") == (2, 5, message)
    assert fault("*x : 1\n") == (1, 1, message)


@pytest.mark.parametrize("text", ["a: &x [1, *x]", "a: &x {b: {c: 1, d: *x}}", "a: &x\n  <<: *x\n"])
def test_an_alias_inside_its_own_anchor_is_a_fault(text: str) -> None:
    document = load("cookies.yaml", text.encode())

    (flaw,) = document.flaws
    assert flaw.message == "the alias '*x' stands inside its own anchor, which has no end"
    assert flaw.span.start == text.index("*x")
    ((place, message),) = flaw.related
    assert (document.text[slice(*place)], message) == ("&x", "the anchor is defined here")


@pytest.mark.parametrize(
    "text", ["- &an:chor value", "- &an:chor\n  b: 1", "{&an?chor b: 1}", "&an:chor a: 1"]
)
def test_an_anchor_whose_name_the_parser_would_cut_is_a_fault(text: str) -> None:
    document = load("cookies.yaml", text.encode())

    (flaw,) = document.flaws
    assert document.data is None
    assert flaw.message.endswith("holds more than letters, digits, '-' and '_'")
    assert document.text[slice(*flaw.span)] in ("&an:chor", "&an?chor")


@pytest.mark.parametrize("text", ["- &x", "- &x\r\n", "[&x , &y]", "{a: &x}", "- &x\t1"])
def test_an_anchor_ends_where_a_value_may_begin_or_end(text: str) -> None:
    assert load("cookies.yaml", text.encode()).flaws == ()


def test_an_anchor_defined_twice_is_reported_and_the_second_counts() -> None:
    document = load("cookies.yaml", b"a: &x 1\nb: *x\nc: !!str &x 2\nd: *x\ne: &x {f: 3}\ng: *x\n")

    assert document.data == {"a": 1, "b": 1, "c": "2", "d": "2", "e": {"f": 3}, "g": {"f": 3}}
    first, second = document.flaws
    assert first.kind == second.kind == "duplicate-anchor-or-merge"
    assert first.message == "the anchor '&x' is defined twice; later aliases mean this one"
    assert document.text[slice(*first.span)] == "&x"
    assert document.position(first.span.start) == (3, 10)
    assert document.position(second.span.start) == (5, 4)
    assert document.position(first.related[0][0].start) == (1, 4)
    assert first.related[0][1] == "it is first defined here"


def test_aliases_may_add_as_many_nodes_as_the_limit_says() -> None:
    # an alias adds the list and its 99 items
    text = f"a: &x [{'1,' * 99}]\nb: [{'*x,' * (MAX_ALIAS_NODES // 100)}]\n"

    assert load("cookies.yaml", text.encode()).flaws == ()


def test_one_node_more_is_a_fault() -> None:
    text = f"a: &x [{'1,' * 99}]\nb: [{'*x,' * (MAX_ALIAS_NODES // 100)}]\nc: *x\n"

    assert fault(text) == (3, 4, BUDGET)


def test_a_billion_laughs_are_refused() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 40)]

    assert fault("\n".join(lines))[2] == BUDGET


def test_repeated_scalars_are_counted_too() -> None:
    text = f"a: &x x\nb: [{'*x,' * (MAX_ALIAS_NODES + 1)}]"

    assert fault(text)[2] == BUDGET


def test_merges_are_counted_too() -> None:
    defaults = "".join(f"  k{n}: 1\n" for n in range(1000))
    text = f"a: &a\n{defaults}b:\n" + "- <<: *a\n" * 101

    assert fault(text)[2] == BUDGET
