from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policylint.source.document import Document
from policylint.source.edit import Edit, apply, insert_key, remove, replace, to_bytes
from policylint.source.load import load
from policylint.source.pointer import Pointer, Span


def read(text: str) -> Document:
    return load("cookies.yaml", text.encode())


def pointers(data: object, above: Pointer = ()) -> Iterator[Pointer]:
    yield above
    if isinstance(data, dict):
        for key, value in data.items():
            yield from pointers(value, (*above, key))
    if isinstance(data, list):
        for number, value in enumerate(data):
            yield from pointers(value, (*above, number))


def at(data: Any, pointer: Pointer) -> Any:
    for step in pointer:
        data = data[step]
    return data


def changed(document: Document, kind: str, pointer: Pointer) -> tuple[Edit, Any]:
    """Make an edit, and the same change to the plain data."""
    data = deepcopy(document.data)
    if kind == "insert":
        at(data, pointer)["new"] = "v"
        return insert_key(document, pointer, "new", "v"), data
    parent, step = at(data, pointer[:-1]), pointer[-1]
    if kind == "replace":
        parent[step] = "v"
        return replace(document, pointer, "v"), data
    del parent[step]
    return remove(document, pointer), data


@settings(max_examples=400, deadline=None)
@given(
    data=st.data(),
    kind=st.sampled_from(["replace", "insert", "remove"]),
    line_break=st.sampled_from(["\n", "\r\n", "\r"]),
    ending=st.booleans(),
)
def test_an_edited_text_reads_as_the_changed_data(
    documents: st.SearchStrategy[str],
    data: st.DataObject,
    kind: str,
    line_break: str,
    ending: bool,
) -> None:
    text = data.draw(documents).replace("\n", line_break) + line_break * ending
    document = read(text)
    fitting = [
        pointer
        for pointer in pointers(document.data)
        if (isinstance(at(document.data, pointer), dict) if kind == "insert" else pointer)
    ]
    if not fitting:
        return

    edit, expected = changed(document, kind, data.draw(st.sampled_from(fitting)))
    edited = read(apply(text, [edit]))

    assert (edited.data, edited.flaws) == (expected, ())
    assert edited.text.startswith(text[: edit.span.start])
    assert edited.text.endswith(text[edit.span.end :])
    breaks = edit.replacement.replace(line_break, "")
    assert not text.count(line_break) or not {"\r", "\n"} & set(breaks)


INVENTORY = """\
site:  # ours
  name: Shop   # the name

cookies:
  # first
  - name: _ga
    lifetime: 2 years   # long
    tags: [a,  b]
  - {name: sid,  party: first}
"""


def edited(text: str, *edits: Edit) -> str:
    return apply(text, edits)


def test_a_replaced_value_leaves_all_else_as_it_is() -> None:
    document = read(INVENTORY)

    edit = replace(document, ("cookies", 0, "lifetime"), "13 months")

    assert edited(INVENTORY, edit) == INVENTORY.replace("2 years", "13 months")


def test_a_new_key_follows_the_last_one() -> None:
    document = read(INVENTORY)

    text = edited(
        INVENTORY,
        insert_key(document, ("site",), "url", "https://shop.example"),
        insert_key(document, ("cookies", 0), "party", "first"),
        insert_key(document, ("cookies", 1), "tags", "[]"),
    )

    assert text == INVENTORY.replace(
        "# the name\n", "# the name\n  url: https://shop.example\n"
    ).replace("[a,  b]\n", "[a,  b]\n    party: first\n").replace(
        "party: first}", "party: first, tags: []}"
    )


def test_a_removed_entry_takes_its_line_or_its_comma() -> None:
    document = read(INVENTORY)

    text = edited(
        INVENTORY,
        remove(document, ("cookies", 0, "lifetime")),
        remove(document, ("cookies", 0, "tags", 0)),
        remove(document, ("cookies", 1, "party")),
    )

    assert text == INVENTORY.replace("    lifetime: 2 years   # long\n", "").replace(
        "[a,  b]", "[b]"
    ).replace(",  party: first", "")


@pytest.mark.parametrize(
    ("text", "pointer", "expected"),
    [
        ("- a: 1\n  b: 2\n", (0, "a"), "- b: 2\n"),
        ("- a: 1\n  # b\n  b: 2\n- c", (0,), "- c"),
        ("a:\n- 1\n- 2\nb: 3\n", ("a", 1), "a:\n- 1\nb: 3\n"),
        ("a:\n- 1\nb: 3\n", ("a", 0), "a:\n []\nb: 3\n"),
        ("a:\n  b: 1  # c\nd: 2\n", ("a", "b"), "a:\n  {}  # c\nd: 2\n"),
        ("a: 1\n", ("a",), "{}\n"),
        ("a: 1\nb: 2", ("b",), "a: 1\n"),
        ("a: 1\nb: |\n  x\n\n  y\n\nc: 2\n", ("b",), "a: 1\n\nc: 2\n"),
        ("a: |+\n  x\n\nb: 2\n\nc: 3\n", ("b",), "a: |+\n  x\n\nc: 3\n"),
        ("a: |\n  x\nb: 2\n    # deep\n\nc: 3\n", ("b",), "a: |\n  x\n\nc: 3\n"),
        ("? a\n: 1\n? &x b\n: 2\nc: 3\n", ("b",), "? a\n: 1\nc: 3\n"),
        ("a: 1\n&x b: !!str 2\nc: 3\n", ("b",), "a: 1\nc: 3\n"),
        ("- 1\n- &x\n  # - c\n  2\n- 3\n", (1,), "- 1\n- 3\n"),
        ("{a: 1, &x b: 2, c: 3}", ("b",), "{a: 1, c: 3}"),
        ("{a: 1}", ("a",), "{}"),
        ("{ a: 1 , }", ("a",), "{}"),
        ("{? a : 1, b: 2}", ("a",), "{b: 2}"),
        ("[a, # c\n b]", (0,), "[b]"),
        ("[\n  a,  # a\n  b,  # b\n]", (1,), "[\n  a,  # a\n    # b\n]"),
        ("[\n  a,\n  b,\n]", (1,), "[\n  a,\n]"),
        ("[ # c\n  a\n]", (0,), "[ # c\n  \n]"),
        ('{\n\t"a": 1,\n\t"b": [2],\n\t"c": 3\n}', ("b",), '{\n\t"a": 1,\n\t"c": 3\n}'),
        ('{\n\t"a": 1,\n\t"b": [2]\n}', ("b",), '{\n\t"a": 1\n}'),
        ("x: &x {k: 1}\ny: {<<: *x, a: 1}", ("y", "a"), "x: &x {k: 1}\ny: {<<: *x}"),
        ("x: &x {k: 1}\ny:\n  a: 1\n  <<: *x\n", ("y", "a"), "x: &x {k: 1}\ny:\n  <<: *x\n"),
    ],
)
def test_what_is_removed_in_each_style(text: str, pointer: Pointer, expected: str) -> None:
    assert edited(text, remove(read(text), pointer)) == expected


@pytest.mark.parametrize(
    ("text", "pointer", "expected"),
    [
        ("a: 1", (), "a: 1\nk: v"),
        ("a: 1\r\nb: 2\r\n", (), "a: 1\r\nb: 2\r\nk: v\r\n"),
        ("- a: 1  # c\n- b", (0,), "- a: 1  # c\n  k: v\n- b"),
        ("a:\n  b:\n    - x\nc: 1\n", ("a",), "a:\n  b:\n    - x\n  k: v\nc: 1\n"),
        ("a:\n# c\n", (), "a:\nk: v\n# c\n"),
        ("a: |\n  x\n\nb:\n", (), "a: |\n  x\n\nb:\nk: v\n"),
        ("a:\n  b: |+\n    x\n\nc: 1\n", ("a",), "a:\n  b: |+\n    x\n\n  k: v\nc: 1\n"),
        ("a: |\n  x", (), "k: v\na: |\n  x"),
        ("a: {}", ("a",), "a: {k: v}"),
        ("a: { }", ("a",), "a: {k: v}"),
        ("a: { # c\n}", ("a",), "a: {k: v # c\n}"),
        ("{a: 1,}", (), "{a: 1, k: v,}"),
        ("{a: }", (), "{a: , k: v }"),
        ("{\n  a: }", (), "{\n  a: ,\n  k: v }"),
        ("{\n  a: # c\n}", (), "{\n  a: , # c\n  k: v\n}"),
        ("{a}", (), "{a, k: v}"),
        ('{\n\t"a": 1\n}\n', (), '{\n\t"a": 1,\n\tk: v\n}\n'),
        ("{\n  a: 1, # c\n}", (), "{\n  a: 1, # c\n  k: v,\n}"),
        ("{\n  a: 1 # c\n}", (), "{\n  a: 1, # c\n  k: v\n}"),
        ("x: &x {b: 1}\ny: {<<: *x}", ("y",), "x: &x {b: 1}\ny: {k: v, <<: *x}"),
        ("x: &x {b: 1}\ny:\n  <<: *x\n", ("y",), "x: &x {b: 1}\ny:\n  <<: *x\n  k: v\n"),
    ],
)
def test_where_a_key_is_inserted_in_each_style(text: str, pointer: Pointer, expected: str) -> None:
    assert edited(text, insert_key(read(text), pointer, "k", "v")) == expected


@pytest.mark.parametrize(
    ("text", "pointer", "expected"),
    [
        ("a:\nb: 1\n", ("a",), "a: v\nb: 1\n"),
        ("a: # c\n", ("a",), "a: v # c\n"),
        ("- \n", (0,), "- v \n"),
        ("a: &x !!str w\n", ("a",), "a: &x !!str v\n"),
        ("a: &x\n", ("a",), "a: &x v\n"),
        ("{a, b: 1}", ("a",), "{a: v, b: 1}"),
        ("x:\n  ? a\n  ? b\n", ("x", "a"), "x:\n  ? a\n  : v\n  ? b\n"),
        ('{"a":1}', ("a",), '{"a":v}'),
        ("a: |\n  x\n\nb: 1\n", ("a",), "a: v\n\nb: 1\n"),
        ("a:\n- 1\n- 2\nb: 3\n", ("a",), "a:\n v\nb: 3\n"),
        ("a:\n  b: 1\nc: 2\n", ("a",), "a:\n  v\nc: 2\n"),
        ("a: &x 1\nb: *x\n", ("b",), "a: &x 1\nb: v\n"),
        ("a: [1, {b: 2}]\n", ("a", 1), "a: [1, v]\n"),
        ("a: 1\n", (), "v\n"),
    ],
)
def test_what_is_replaced_in_each_style(text: str, pointer: Pointer, expected: str) -> None:
    assert edited(text, replace(read(text), pointer, "v")) == expected


def test_what_an_alias_or_a_merge_shares_is_not_edited() -> None:
    document = read("a: &x {b: 1}\nc: *x\nd: {<<: *x}\n")

    for pointer in (("c", "b"), ("d", "b")):
        with pytest.raises(ValueError, match="is shared by an alias or a merge"):
            replace(document, pointer, "v")
        with pytest.raises(ValueError, match="is shared by an alias or a merge"):
            remove(document, pointer)
    with pytest.raises(ValueError, match="no mapping stands at '/c'"):
        insert_key(document, ("c",), "k", "v")


def test_what_is_not_there_is_not_edited() -> None:
    document = read("a: [1]\nb: [c: 1]\n")

    with pytest.raises(ValueError, match="nothing stands at '/a/1'"):
        replace(document, ("a", 1), "v")
    with pytest.raises(ValueError, match="nothing stands at '/x'"):
        remove(document, ("x",))
    with pytest.raises(ValueError, match="no mapping stands at '/a'"):
        insert_key(document, ("a",), "k", "v")
    with pytest.raises(ValueError, match="the whole document"):
        remove(document, ())
    with pytest.raises(ValueError, match="a pair without braces stands at '/b/0'"):
        insert_key(document, ("b", 0), "k", "v")
    with pytest.raises(ValueError, match="a pair without braces stands at '/b/0'"):
        remove(document, ("b", 0, "c"))


def test_edits_are_applied_in_any_order() -> None:
    edits = [
        Edit(Span(4, 5), "y"),
        Edit(Span(0, 1), "xx"),
        Edit(Span(3, 3), "!"),
        Edit(Span(3, 4), ""),
    ]

    assert apply("abcdef", edits) == "xxbc!yf"


def test_edits_of_one_place_follow_in_the_order_given() -> None:
    assert apply("ab", [Edit(Span(1, 1), "1"), Edit(Span(1, 1), "2")]) == "a12b"


def test_edits_that_overlap_are_refused() -> None:
    with pytest.raises(ValueError, match="two edits overlap at offset 2"):
        apply("abcdef", [Edit(Span(0, 3), ""), Edit(Span(2, 4), "")])


@pytest.mark.parametrize("content", [b"\xef\xbb\xbfa: 1\r\nb: \xc3\xbc\r\n", b"a: 1\rb: 2\n\r\n"])
def test_bytes_come_back_as_they_were(content: bytes) -> None:
    document = load("cookies.yaml", content)

    assert to_bytes(document, document.text) == content
    edit = replace(document, ("a",), "2")
    assert to_bytes(document, apply(document.text, [edit])) == content.replace(b"1", b"2")
