import pytest

from policylint.source.edit import apply
from policylint.source.load import load
from policylint.source.pointer import Pointer
from policylint.source.rewrite import is_shared, rewrite


def rewritten(text: str, *pointer: str | int, on_key: bool = False, bare: bool = False) -> str:
    document = load("cookies.yaml", text.encode())
    return apply(document.text, [rewrite(document, pointer, "new", on_key=on_key, bare=bare)])


@pytest.mark.parametrize(
    ("text", "pointer", "expected"),
    [
        ("a: old # note", ("a",), "a: new # note"),
        ("a: 'old'", ("a",), "a: 'new'"),
        ('a: "old"\n', ("a",), 'a: "new"\n'),
        ('{"a": "old"}', ("a",), '{"a": "new"}'),
        ("a: [x, old , y]", ("a", 1), "a: [x, new , y]"),
        ("a:\n  - x\n  - old\n", ("a", 1), "a:\n  - x\n  - new\n"),
        ("a: !!str old", ("a",), "a: !!str new"),
        ("a: &x 1\nb: old", ("b",), "a: &x 1\nb: new"),
        ("? a\n: old", ("a",), "? a\n: new"),
        ("a: R&D old # &x *x", ("a",), "a: new # &x *x"),
    ],
)
def test_a_value_keeps_its_quotes_and_all_that_is_around_it(
    text: str, pointer: Pointer, expected: str
) -> None:
    assert rewritten(text, *pointer) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("old: 1", "new: 1"),
        ("'old' : 1", "'new' : 1"),
        ('{"old": 1}', '{"new": 1}'),
        ("? old\n: 1", "? new\n: 1"),
        ("# old\nold: 1", "# old\nnew: 1"),
    ],
)
def test_a_key_keeps_its_quotes(text: str, expected: str) -> None:
    assert rewritten(text, "old", on_key=True) == expected


def test_a_bare_value_loses_its_quotes() -> None:
    assert rewritten("a: 'old' # x", "a", bare=True) == "a: new # x"


@pytest.mark.parametrize(
    ("text", "pointer"),
    [
        ("a: &x old\nb: *x", ("a",)),
        ("a: &x old\nb: *x", ("b",)),
        ("a: &x\n  c: old\nb: *x", ("a", "c")),
        ("a: &x # note\n  c: old\nb: *x", ("a", "c")),
        ("a: &x {c: old}\nb: *x", ("b", "c")),
        ("a: &x {c: old}\nb: {<<: *x}", ("a", "c")),
        ("a: &x {c: old}\nb: {<<: *x}", ("b", "c")),
        ("a: [1, &x old]\nb: *x", ("a", 1)),
        ("a: [&x old]\nb: *x", ("a", 0)),
        ("a:\n  - 1\n  - &x\n    c: old\nb: *x", ("a", 1, "c")),
        ("&x {a: old}", ("a",)),
        ("a: &x !!str old", ("a",)),
        ("a: |\n  old\n", ("a",)),
        ("a: >-\n  old\n", ("a",)),
        ("a:\n", ("a",)),
        ("a: 1", ("b",)),
    ],
)
def test_what_is_shared_or_no_word_is_not_written(text: str, pointer: Pointer) -> None:
    with pytest.raises(ValueError, match=r"stands at|is shared"):
        rewritten(text, *pointer)


def test_a_key_that_is_shared_is_not_written() -> None:
    with pytest.raises(ValueError, match="shared"):
        rewritten("&k old: 1\nb: *k", "old", on_key=True)


def test_an_anchor_beside_a_value_is_not_its_own() -> None:
    document = load("a.yaml", b"a: [&x 1, {b: 2}]\nc: *x\nd: &y {e: 1}\n")

    assert not is_shared(document, ("a", 1, "b"))
    assert not is_shared(document, ("c",))
    assert is_shared(document, ("d", "e"))
