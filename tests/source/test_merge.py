import pytest

from policylint.source.document import Document
from policylint.source.load import load


def read(text: str) -> Document:
    return load("cookies.yaml", text.encode())


def test_a_merge_takes_in_what_the_mapping_lacks() -> None:
    document = read("a: &a {x: 1, y: 2}\nb:\n  <<: *a\n  z: 3\n")

    assert document.flaws == ()
    assert document.data == {"a": {"x": 1, "y": 2}, "b": {"z": 3, "x": 1, "y": 2}}


def test_the_first_of_several_merged_mappings_wins() -> None:
    document = read("a: &a {x: 1}\nb: &b {x: 2, y: 2}\nc: {<<: [*a, *b, {y: 3, z: 3}]}\n")

    assert document.flaws == ()
    assert isinstance(document.data, dict)
    assert document.data["c"] == {"x": 1, "y": 2, "z": 3}


def test_merges_of_merges_and_of_lists_by_alias_are_applied() -> None:
    document = read("a: &a {x: 1}\nb: &b {<<: *a, y: 2}\nl: &l [*b]\nc: {<<: *l}\nd: {<<: {}}\n")

    assert document.flaws == ()
    assert isinstance(document.data, dict)
    assert document.data["c"] == {"x": 1, "y": 2}
    assert document.data["d"] == {}


@pytest.mark.parametrize("entries", ["<<: *a\n  x: 9", "x: 9\n  <<: *a"])
def test_a_key_of_the_mapping_hides_a_merged_one_and_is_reported(entries: str) -> None:
    document = read(f"a: &a {{x: 1, y: 2}}\nb:\n  {entries}\n")

    assert isinstance(document.data, dict)
    assert document.data["b"] == {"x": 9, "y": 2}
    (flaw,) = document.flaws
    assert flaw.kind == "duplicate-anchor-or-merge"
    assert flaw.message == "'<<' would set 'x', which this mapping sets itself"
    assert document.text[slice(*flaw.span)] == "<<"
    ((place, message),) = flaw.related
    assert (place.start, message) == (document.text.index("x: 9"), "'x' is set here")


def test_one_flaw_names_all_hidden_keys_and_where_they_are_set() -> None:
    keys = ", ".join(f"k{number}: 1" for number in range(12))

    document = read(f"a: &a {{{keys}}}\nb: {{<<: *a, {keys}}}\n")

    (flaw,) = document.flaws
    names = ", ".join(f"'k{number}'" for number in range(10))
    assert flaw.message == f"'<<' would set {names} and 2 more, which this mapping sets itself"
    assert [document.position(place.start)[0] for place, _ in flaw.related] == [2] * 10


@pytest.mark.parametrize(
    ("value", "line", "column"),
    [
        *(("1", 4, 9), ("x", 4, 9), ("*s", 4, 9), ("[1]", 4, 10), ("[{}, [*a]]", 4, 14)),
        *(("*l", 3, 8), ("", 4, 5)),
    ],
)
def test_a_merge_of_no_mapping_is_a_fault_at_its_value(value: str, line: int, column: int) -> None:
    document = read(f"a: &a {{x: 1}}\ns: &s 1\nl: &l [1]\nb: {{<<: {value}}}\n")

    (flaw,) = document.flaws
    assert (document.data, flaw.kind) == (None, "syntax-error")
    assert flaw.message == "'<<' takes in what is no mapping; expected a mapping"
    assert document.position(flaw.span.start) == (line, column)


@pytest.mark.parametrize("key", ['"<<"', "'<<'", "!!str <<"])
def test_a_quoted_or_tagged_merge_is_a_key(key: str) -> None:
    assert read(f"{key}: 1\n").data == {"<<": 1}


def test_a_second_merge_is_a_repeated_key() -> None:
    document = read("a: &a {x: 1}\nb: &b {y: 1}\nc:\n  <<: *a\n  <<: *b\n")

    assert isinstance(document.data, dict)
    assert document.data["c"] == {"x": 1}
    (flaw,) = document.flaws
    assert flaw.kind == "duplicate-key"
    assert document.position(flaw.span.start) == (5, 3)
    assert document.position(flaw.related[0][0].start) == (4, 3)


def test_merged_entries_stand_in_the_anchored_mapping() -> None:
    document = read("a: &a\n  x: 1\n  y: [2]\nb:\n  <<: *a\n  z: 3\n")

    assert document.position(document.locate(("b", "x")).start) == (2, 6)
    assert document.position(document.locate_key(("b", "y")).start) == (3, 3)
    assert document.position(document.locate(("b", "y", 0)).start) == (3, 7)
    assert document.position(document.locate(("b", "z")).start) == (6, 6)
