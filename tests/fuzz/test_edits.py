"""Edits of generated documents: the data change as asked, and no byte outside an edit does."""

from copy import deepcopy
from itertools import permutations
from typing import Any, NamedTuple

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from policylint.source.document import Document
from policylint.source.edit import Edit, apply, insert_key, remove, replace, to_bytes
from policylint.source.load import load
from policylint.source.pointer import Pointer
from tests.fuzz.loader import places
from tests.source.conftest import numbered

BOM = b"\xef\xbb\xbf"
KINDS = ("replace", "insert", "remove")
WRITTEN = (
    *(("v", "v"), ("13 months", "13 months"), ("'it''s # no: comment'", "it's # no: comment")),
    *(('"\\u00e9\\n"', "é\n"), ("12", 12), ("null", None), ("'😀'", "😀"), ("''", "")),
)


def written(document: Document) -> st.SearchStrategy[tuple[str, Any]]:
    """Draw a scalar to write; a tag stays before its value, and wants a text."""
    texts = [one for one in WRITTEN if isinstance(one[1], str)]
    return st.sampled_from(texts if "!!" in document.text else WRITTEN)


class Wish(NamedTuple):
    """A change to make: what, where, and what is written there."""

    kind: str
    pointer: Pointer
    scalar: str
    value: Any


@st.composite
def contents(draw: st.DrawFn) -> bytes:
    """Draw a document in bytes, with any line breaks, any end, and perhaps a byte order mark."""
    text = draw(numbered()) + draw(st.sampled_from(["", "\n", "\n\n# end", " "]))
    line_break = draw(st.sampled_from(["\n", "\r\n", "\r"]))
    return draw(st.sampled_from([b"", BOM])) + text.replace("\n", line_break).encode()


def wishes(document: Document) -> st.SearchStrategy[Wish]:
    """Draw a change that the document allows."""
    fitting = [
        (kind, pointer)
        for pointer, place in places(document)
        for kind in KINDS
        if (isinstance(place.data, dict) if kind == "insert" else pointer)
    ]
    assume(fitting)
    chosen = st.tuples(st.sampled_from(fitting), written(document))
    return chosen.map(lambda drawn: Wish(*drawn[0], *drawn[1]))


def edit_of(document: Document, wish: Wish) -> Edit | None:
    """Make the edit; none where an alias or a merge shares the place, or braces are lacking."""
    try:
        match wish.kind:
            case "replace":
                return replace(document, wish.pointer, wish.scalar)
            case "insert":
                return insert_key(document, wish.pointer, "new", wish.scalar)
        return remove(document, wish.pointer)
    except ValueError:
        return None


def changed(data: Any, wish: Wish) -> Any:
    """Make the same change to the plain data."""
    if not wish.pointer:
        data["new"] = wish.value
        return data
    parent = data
    for step in wish.pointer[:-1]:
        parent = parent[step]
    step = wish.pointer[-1]
    match wish.kind:
        case "replace":
            parent[step] = wish.value
        case "insert":
            parent[step]["new"] = wish.value
        case _:
            del parent[step]
    return data


@settings(max_examples=200, deadline=None)
@given(st.data(), contents())
def test_an_edit_changes_the_data_as_asked_and_no_other_byte(
    data: st.DataObject, content: bytes
) -> None:
    document = load("cookies.yaml", content)
    assume(not document.flaws)
    wish = data.draw(wishes(document))
    edit = edit_of(document, wish)
    assume(edit is not None)
    assert edit is not None

    edited = to_bytes(document, apply(document.text, [edit]))

    again = load("cookies.yaml", edited)
    assert (again.data, again.flaws) == (changed(deepcopy(document.data), wish), ())
    before = (BOM if document.bom else b"") + document.text[: edit.span.start].encode()
    after = document.text[edit.span.end :].encode()
    assert content == before + document.text[slice(*edit.span)].encode() + after
    assert edited == before + edit.replacement.encode() + after


@settings(max_examples=80, deadline=None)
@given(st.data(), contents())
def test_edits_do_not_depend_on_the_order_in_which_they_are_given(
    data: st.DataObject, content: bytes
) -> None:
    document = load("cookies.yaml", content)
    assume(not document.flaws)
    drawn = data.draw(st.lists(wishes(document), min_size=2, max_size=4))
    edits = [edit for wish in drawn if (edit := edit_of(document, wish)) is not None]
    apart: list[Edit] = []
    for edit in edits:
        # edits that touch at their ends are one place, where the order given counts
        if all(edit.span.end < one.span.start or one.span.end < edit.span.start for one in apart):
            apart.append(edit)
    assume(len(apart) > 1)

    results = {apply(document.text, order) for order in permutations(apart)}

    assert len(results) == 1
    one_by_one = document.text
    for edit in sorted(apart, key=lambda one: one.span, reverse=True):
        one_by_one = one_by_one[: edit.span.start] + edit.replacement + one_by_one[edit.span.end :]
    assert results == {one_by_one}


@settings(max_examples=80, deadline=None)
@given(st.data(), contents())
def test_several_replaced_scalars_are_all_read_back(data: st.DataObject, content: bytes) -> None:
    document = load("cookies.yaml", content)
    assume(not document.flaws)
    leaves = [
        pointer
        for pointer, place in places(document)
        if pointer and not isinstance(place.data, dict | list)
    ]
    assume(leaves)
    chosen = data.draw(st.lists(st.sampled_from(leaves), max_size=6, unique=True))
    scalars = [data.draw(written(document)) for _ in chosen]
    expected = deepcopy(document.data)
    edits = []
    for pointer, (scalar, value) in zip(chosen, scalars, strict=True):
        wish = Wish("replace", pointer, scalar, value)
        edit = edit_of(document, wish)
        if edit is not None:
            edits.append(edit)
            expected = changed(expected, wish)

    again = load("cookies.yaml", to_bytes(document, apply(document.text, edits)))

    assert (again.data, again.flaws) == (expected, ())
    assert again.bom == document.bom
