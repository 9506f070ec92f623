import pytest

from policylint.source.document import Document
from policylint.source.load import load
from policylint.source.pointer import Pointer, Span

INVENTORY = """\
# top
site:
  name: Shop

cookies:
  - name: _ga  # analytics
    domains: [a.example, b.example]
    legal:
      basis: consent

  # the session
  - {name: sid, party: first}
"""


def read(text: str) -> Document:
    document = load("cookies.yaml", text.encode())
    assert document.flaws == ()
    return document


def shown(document: Document, *pointer: str | int) -> str:
    return document.text[slice(*document.locate(pointer))]


def exact(document: Document, *pointer: str | int) -> str:
    place = document.find(pointer)
    assert place is not None
    return document.text[slice(*place.value)]


def key(document: Document, *pointer: str | int) -> str:
    return document.text[slice(*document.locate_key(pointer))]


def test_a_scalar_is_shown_as_it_stands() -> None:
    document = read(INVENTORY)

    assert shown(document, "site", "name") == "Shop"
    assert shown(document, "cookies", 0, "name") == "_ga"
    assert shown(document, "cookies", 0, "domains", 1) == "b.example"
    assert document.position(document.locate(("cookies", 0, "name")).start) == (6, 11)


def test_a_block_is_shown_at_its_first_key() -> None:
    document = read(INVENTORY)

    assert document.position(document.locate(()).start) == (2, 1)
    assert shown(document) == "site"
    assert shown(document, "site") == "name"
    assert document.position(document.locate(("cookies",)).start) == (6, 5)
    assert shown(document, "cookies", 0) == "name"
    assert shown(document, "cookies", 0, "legal") == "basis"


def test_brackets_on_one_line_are_shown_whole() -> None:
    document = read(INVENTORY)

    assert shown(document, "cookies", 0, "domains") == "[a.example, b.example]"
    assert shown(document, "cookies", 1) == "{name: sid, party: first}"


def test_brackets_over_many_lines_are_shown_at_their_first_key() -> None:
    document = read(
        '{\n  "cookies": [\n    {\n      "name": "_ga"\n    }\n  ],\n  "x": [\n  ]\n}\n'
    )

    assert shown(document) == '"cookies"'
    assert shown(document, "cookies") == '"name"'
    assert shown(document, "x") == "[\n  ]"


@pytest.mark.parametrize(
    ("pointer", "place"),
    [
        (("nothing",), (2, 1)),
        (("site", "url"), (3, 3)),
        (("site", "name", "x", 1), (3, 9)),
        (("cookies", 0, "lifetime"), (6, 5)),
        (("cookies", 0, "domains", 2), (7, 14)),
        (("cookies", 1, "lifetime"), (12, 6)),
        (("cookies", 2), (6, 5)),
        (("cookies", -1), (6, 5)),
        (("cookies", "0"), (6, 5)),
        ((0,), (2, 1)),
    ],
)
def test_a_missing_key_is_shown_at_its_parent(pointer: Pointer, place: tuple[int, int]) -> None:
    document = read(INVENTORY)

    assert document.find(pointer) is None
    assert document.position(document.locate(pointer).start) == place
    assert document.locate_key(pointer) == document.locate(pointer)


def test_a_key_is_shown_without_its_colon() -> None:
    document = read(INVENTORY)

    assert key(document, "site") == "site"
    assert key(document, "cookies", 0, "legal") == "legal"
    assert key(document, "cookies", 1, "party") == "party"


def test_an_item_has_no_key_and_is_shown_itself() -> None:
    document = read(INVENTORY)

    assert key(document, "cookies", 0) == "name"
    assert key(document, "cookies", 0, "domains", 0) == "a.example"
    assert key(document) == "site"


def test_a_block_ends_with_its_last_value() -> None:
    document = read(INVENTORY)

    assert exact(document, "site") == "name: Shop"
    assert exact(document, "cookies", 0, "legal") == "basis: consent"
    assert exact(document, "cookies").endswith("party: first}")
    assert exact(document, "cookies").startswith("- name: _ga")


def test_a_value_begins_after_its_anchor_and_its_tag() -> None:
    document = read(
        "a: &x !!str v # c\nb: !!map &m\n  # c\n  k: 1\nc: &s\n- 1\nd: &f [1]\ne: &g {}\n"
        "f:\n- &k k: 1\ng: &p\n  &q r: 1\nh: !!seq\n  - 1\n"
    )

    assert exact(document, "a") == "v"
    assert exact(document, "b") == "k: 1"
    assert exact(document, "c") == "- 1"
    assert exact(document, "d") == "[1]"
    assert exact(document, "e") == "{}"
    assert exact(document, "f", 0) == "&k k: 1"
    assert key(document, "f", 0, "k") == "k"
    assert exact(document, "g") == "&q r: 1"
    assert exact(document, "h") == "- 1"


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        *(("a:\n", 2), ("a: # c\nb: 1\n", 2), ("{a: }", 3), ("{a, b}", 2), ("? a\n# c\n", 3)),
        *(("{a:\n # c\n}", 3), ("'a' :\n", 5), ("a: &x\nb: 1\n", 5), ("a: !!null # c\n", 9)),
        *(("? a\n: # c\nb: 1\n", 5), ("? a\n# c : d\nb: 1\n", 3)),
    ],
)
def test_an_empty_value_stands_behind_its_key(text: str, offset: int) -> None:
    document = read(text)

    assert document.locate(("a",)) == Span(offset, offset)


@pytest.mark.parametrize("text", ["a: ~", "a: null", "a: !!null ~", "a: &x ~"])
def test_a_written_null_is_shown(text: str) -> None:
    assert shown(read(text), "a") == text.rsplit(maxsplit=1)[-1]


def test_an_empty_item_stands_behind_its_dash() -> None:
    document = read("- \n- &x\n- 1\n")

    assert document.locate((0,)) == Span(1, 1)
    assert document.locate((1,)) == Span(7, 7)


def test_scalars_over_many_lines_end_with_their_text() -> None:
    text = (
        "a: one\n  two\n\n# c\nb: |\n  one\n\n  two\n\n\n# c\nc: >-\n  one\n\nd: 'one\n  two'\n"
        "e: |+\n  one\n\nf: &x |2 # c\n   one\ng: |\n\nh: >+\n  last\n\n"
    )

    document = read(text)

    assert exact(document, "a") == "one\n  two"
    assert exact(document, "b") == "|\n  one\n\n  two"
    assert exact(document, "c") == ">-\n  one"
    assert exact(document, "d") == "'one\n  two'"
    assert exact(document, "e") == "|+\n  one\n"
    assert exact(document, "f") == "|2 # c\n   one"
    assert exact(document, "g") == "|"
    assert exact(document, "h") == ">+\n  last\n"


def test_an_alias_is_shown_itself_and_its_depths_at_the_anchor() -> None:
    document = read("a: &x {b: [1, 2], c: &y 3}\nd: *x\ne: [*y]\n")

    assert document.locate(("d",)) == Span(document.text.index("*x"), document.text.index("\ne"))
    assert shown(document, "e", 0) == "*y"
    assert document.position(document.locate(("d", "b", 1)).start) == (1, 15)
    assert document.position(document.locate_key(("d", "c")).start) == (1, 19)


def test_what_an_alias_lacks_is_shown_at_the_alias() -> None:
    document = read("a: &x {b: 1}\nc: *x\n")

    assert shown(document, "c", "lifetime") == "*x"


def test_a_mapping_of_merges_only_is_shown_at_its_merge() -> None:
    document = read("a: &x {b: 1}\nc:\n  <<: *x\n")

    assert shown(document, "c") == "<<"
    assert shown(document, "c", "lifetime") == "<<"


def test_columns_count_code_points() -> None:
    document = read("# 😀\n'😀é': x\n")

    assert document.position(document.locate(("😀é",)).start) == (2, 7)


def test_all_line_breaks_of_yaml_count() -> None:
    document = read("a: 1\r\nb: 2\rc: 3\n\r\n\rd: 4")

    places = [document.position(document.locate((name,)).start) for name in "abcd"]
    assert places == [(1, 4), (2, 4), (3, 4), (6, 4)]
    assert [document.line(number) for number in range(1, 7)] == [
        *("a: 1", "b: 2", "c: 3", "", "", "d: 4")
    ]


def test_the_end_of_the_text_has_a_position() -> None:
    assert read("a: 1\n").position(5) == (2, 1)
    assert read("a: 1").position(4) == (1, 5)
    assert read("a: 1\n").line(2) == ""


def test_line_numbers_do_not_depend_on_the_pieces_they_are_counted_in() -> None:
    document = read("a: 1\n" + "#" * 50 + "\n" * 3 + "# 😀\n" * 300_000 + "b: 2\n")

    assert document.position(document.locate(("b",)).start) == (300_005, 4)
    assert document.line(300_005) == "b: 2"


def test_many_keys_are_found_in_a_large_mapping() -> None:
    document = read("".join(f"k{number}: {number}\n" for number in range(1000)))

    assert all(shown(document, f"k{number}") == str(number) for number in range(1000))


def test_a_file_that_cannot_be_read_is_shown_at_its_start() -> None:
    document = load("cookies.yaml", b"a: ]")

    assert document.locate(()) == document.locate_key(("a",)) == Span(0, 0)
    assert document.find(()) is None


def test_the_index_grows_as_the_text_does() -> None:
    def size(entries: int) -> int:
        document = read("".join(f"- {{a: {number}, b: [x]}}\n" for number in range(entries)))
        assert document._index is not None  # noqa: SLF001 (the size has no other witness)
        return len(document._index)  # noqa: SLF001

    # the document; an item, two entries and an item each
    assert size(1000) == 3 + 1000 * (3 + 2 * 5 + 3)
    assert size(2000) == 3 + 2000 * (3 + 2 * 5 + 3)
