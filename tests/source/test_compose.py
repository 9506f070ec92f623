import gc

import pytest

from policylint.source.compose import MAX_DEPTH
from policylint.source.load import load


def test_yaml_becomes_plain_data() -> None:
    text = """
# an inventory
site: {name: Shop, urls: [https://shop.example/a?b=c#d, 'x']}
cookies:
- name: _ga
  countries:
    - NO
    - DE
  note: >-
    counts
    visits
  text: |
    one
    two
- name: sid
  lifetime:
  "quoted key": "tab\\there"
  ? long
  : 1
"""

    document = load("cookies.yaml", text.encode())

    assert document.flaws == ()
    assert document.data == {
        "site": {"name": "Shop", "urls": ["https://shop.example/a?b=c#d", "x"]},
        "cookies": [
            {
                "name": "_ga",
                "countries": ["NO", "DE"],
                "note": "counts visits",
                "text": "one\ntwo\n",
            },
            {"name": "sid", "lifetime": None, "quoted key": "tab\there", "long": 1},
        ],
    }


def test_json_is_read_by_the_same_road_with_tabs_for_blanks() -> None:
    text = '{\n\t"a":\t[1,\t-2.5e3,\ttrue],\r\n\t"b" : {"c":null, "d":"\\u00e9\\/"}\t\n}\n'

    document = load("cookies.json", text.encode())

    assert document.flaws == ()
    assert document.data == {"a": [1, -2500.0, True], "b": {"c": None, "d": "é/"}}


@pytest.mark.parametrize(("text", "data"), [("x", "x"), ("- 1", [1]), ("12", 12), ("{}", {})])
def test_the_document_may_be_any_node(text: str, data: object) -> None:
    assert load("cookies.yaml", text.encode()).data == data


def test_a_pair_in_a_list_is_a_mapping() -> None:
    document = load("cookies.yaml", b"a: [b: 1, c]\n")

    assert document.data == {"a": [{"b": 1}, "c"]}


def test_a_repeated_key_keeps_its_first_value() -> None:
    document = load("cookies.yaml", b"b:\n  a: 1\n  c: {x: 1, x: 2}\n  'a': [2]\n  a: &z {y: 3}\n")

    assert document.data == {"b": {"a": 1, "c": {"x": 1}}}
    found = [
        (
            flaw.kind,
            flaw.message,
            document.position(flaw.span.start),
            document.position(flaw.related[0][0].start),
        )
        for flaw in document.flaws
    ]
    sentence = "the key '{}' stands twice in one mapping; the first value is used"
    assert found == [
        ("duplicate-key", sentence.format("x"), (3, 13), (3, 7)),
        ("duplicate-key", sentence.format("a"), (4, 3), (2, 3)),
        ("duplicate-key", sentence.format("a"), (5, 3), (2, 3)),
    ]
    assert document.flaws[0].related[0][1] == "it is first set here"


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        *(("b: 1\n? [a]\n: 1\n", 2, 3), ("b: 1\n[a]: 1\n", 2, 1), ("{{a: 1}: 2}", 1, 2)),
        *(("? a: 1\n: 2\n", 1, 3), ("b: &x [1]\n*x : 2\n", 2, 1), ("b: {c: 1}\n&y {}: 1\n", 2, 1)),
    ],
)
def test_a_key_must_be_text(text: str, line: int, column: int) -> None:
    document = load("cookies.yaml", text.encode())

    (flaw,) = document.flaws
    assert (document.data, flaw.kind) == (None, "syntax-error")
    assert flaw.message == "a mapping or a sequence is used as a key; expected text"
    assert document.position(flaw.span.start) == (line, column)


@pytest.mark.parametrize(
    "text", ["{a: 1, ?b: 2}", "[1, 2, ?b]", "{a: [],?'b': 2}", "{a: 12,\n ?&x b: 2}", "[' ?!', ?c]"]
)
def test_a_question_mark_that_the_parser_takes_from_a_key_is_a_fault(text: str) -> None:
    document = load("cookies.yaml", text.encode())

    (flaw,) = document.flaws
    assert document.data is None
    assert flaw.message == "a '?' sticks to a key; expected quotes around both"
    assert document.text[slice(*flaw.span)] == "?"


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("{? b : 2}", {"b": 2}),
        ("{?}", {"": None}),
        ("{b: http://x/?b=1, c: [a ?b]}", {"b": "http://x/?b=1", "c": ["a ?b"]}),
        ("['?b', {\"?b\": 1}]", ["?b", {"?b": 1}]),
        ("?b: ?c", {"?b": "?c"}),
        ('{"a": "Pourquoi ?!", "b": 1}', {"a": "Pourquoi ?!", "b": 1}),
        ("[' ?&', x]", [" ?&", "x"]),
        ("{a: 1, # was ?!\n b: [2, ' ?!!str', c]}", {"a": 1, "b": [2, " ?!!str", "c"]}),
    ],
)
def test_a_question_mark_that_stays_in_its_text_is_read(text: str, data: object) -> None:
    document = load("cookies.yaml", text.encode())

    assert (document.data, document.flaws) == (data, ())


def test_the_deepest_nesting_is_read() -> None:
    text = "[" * MAX_DEPTH + "]" * MAX_DEPTH

    assert load("cookies.yaml", text.encode()).flaws == ()


@pytest.mark.parametrize(
    "text",
    [
        "[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1),
        "[" * 100_000,
        "- " * (MAX_DEPTH + 1) + "x",
        "{a: " * 100_000,
        "".join(" " * depth + "a:\n" for depth in range(100)),
    ],
)
def test_deeper_nesting_is_a_fault(text: str) -> None:
    document = load("cookies.yaml", text.encode())

    (flaw,) = document.flaws
    assert (document.data, flaw.kind) == (None, "syntax-error")
    assert flaw.message == "nested deeper than 64 levels"


def test_the_place_of_too_deep_nesting_is_the_first_container_too_many() -> None:
    document = load("cookies.yaml", b"a:\n  " + b"[" * 70)

    assert document.position(document.flaws[0].span.start) == (2, 2 + MAX_DEPTH)


@pytest.mark.parametrize("text", ["a: 1", "a: ]", "a: *x", "\0"])
def test_the_garbage_collector_is_left_as_it_was(text: str) -> None:
    load("cookies.yaml", text.encode())
    enabled = gc.isenabled()
    gc.disable()
    load("cookies.yaml", text.encode())
    disabled = not gc.isenabled()
    gc.enable()

    assert enabled
    assert disabled


def test_a_hostile_number_of_flaws_is_cut_off() -> None:
    document = load("cookies.yaml", b"a: 1\n" * 20_000)

    assert len(document.flaws) == 10_000
    assert document.data == {"a": 1}
