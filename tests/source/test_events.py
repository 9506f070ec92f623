import re
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policylint.source.document import Document
from policylint.source.events import open_events, open_pure_events, reader_name
from policylint.source.fault import FaultError, Flaws
from policylint.source.load import load
from policylint.source.parse import parse
from policylint.source.pointer import Span
from tests.source.conftest import spans


def by_python(text: str) -> Document:
    flaws = Flaws()
    try:
        data, index = parse(text, flaws, open_pure_events)
    except FaultError as fault:
        return Document("cookies.yaml", text, flaws=(fault.flaw,))
    return Document("cookies.yaml", text, data=data, flaws=flaws.in_order(), index=index)


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_both_parsers_read_the_same_data_at_the_same_places(
    documents: st.SearchStrategy[str], data: st.DataObject
) -> None:
    text = data.draw(documents)

    fast, slow = load("cookies.yaml", text.encode()), by_python(text)

    assert (fast.flaws, repr(fast.data)) == (slow.flaws, repr(slow.data))
    assert spans(fast, fast.data) == spans(slow, slow.data)


@pytest.mark.parametrize(
    "text",
    [
        *("a: b: c", "a: 1\n b: 2", "a:\n  b: 1\n c: 2", "a: 1\nb\nc: 2", "- 1\na: 2", "a: 1\n- 2"),
        *("a: - b", "a: 'x' y", "a: [1, 2", "a: {b: 1", "a: [b}", "a: ]", "a: @x", "a: 'x", '"x'),
        *('a: "x\n---\ny"', 'a: "\\q"', 'a: "\\uZZ"', "a:\n\tb: 1", "\ta: 1", "-\ta: 1", "a: &\n"),
        *("a: |0\n x", "a: |\n\tx", "a: !h!x y", "a: !<x y", "a: ? b", "[1]]", "a: 1\n...\nb: 2"),
        *("%FOO x\n---\na", "%YAML 1.3\n---\na", "%YAML 1.2", "a: 1\n---\nb", "a: \x07", "# x\n"),
        *('{\t"a":\t[1,\t2]\t}', "a: *x", "a: 1\na: 2", "a: &x 1\nb: &x 2"),
        *(
            "a: |a|",
            "a: > b",
            "a: |5x",
            "a: !x{ b",
            "!# a",
            "a: b\n\tc",
            "a: |\n \tb",
            "a: |1\n\tb",
        ),
        *("a: 1\n%x\nb: 2", "%FOO\n---\na", "[a:]", "[a:,b]", "['x", "a: >0\n b", "x: 'a\n...\n'"),
        *('a: "\\UFFFFFFFF"', 'a: "\\U00110000"', 'a: "x\\ud800', '["\\uD83D\\uDE00", "\\q"]'),
    ],
)
def test_both_parsers_find_the_same_faults(text: str) -> None:
    fast, slow = load("cookies.yaml", text.encode()), by_python(text)

    assert slow.flaws == fast.flaws
    assert slow.data == fast.data


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("a\tb: c\td", {"a\tb": "c\td"}),
        ("[a?b, c?, {d? : 1}]", ["a?b", "c?", {"d?": 1}]),
        ("a: b\n \tc\n", {"a": "b c"}),
        ("# c\n\nx\n\t", "x"),
        ("a: |+\t\n b\nc: >#d\n e\nf: |-2 # g\n   h\n", {"a": "b\n", "c": "e\n", "f": " h"}),
        ("a: x\n\n  y\n---x: 1", {"a": "x\ny", "---x": 1}),
        ("a: x\n...", {"a": "x"}),
        ("# c\t\n%YAML 1.2\t\n\n---\na\tb: x%\td", {"a\tb": "x%\td"}),
        ("a: !!str\t1\nb: !<tag:yaml.org,2002:int>\t5\nc: !!s%74r 1", {"a": "1", "b": 5, "c": "1"}),
        ("{a: !!str, !!str : b, c: !!null }", {"a": "", "": "b", "c": None}),
        ('a: "\\\\ud800 \\U0001F600"', {"a": "\\ud800 😀"}),
    ],
)
def test_both_parsers_read_what_yaml_allows(text: str, data: object) -> None:
    fast, slow = load("cookies.yaml", text.encode()), by_python(text)

    assert fast.data == slow.data == data
    assert fast.flaws == slow.flaws


def test_half_of_a_character_is_refused_without_libyaml_too() -> None:
    (flaw,) = by_python('a: 1\nb: ["x\\ud83d"]').flaws

    assert flaw.span == Span(11, 17)
    assert "half of a character" in flaw.message


def test_the_reader_has_a_name() -> None:
    assert re.fullmatch(r"libyaml \d+\.\d+\.\d+|PyYAML pure", reader_name())


def test_without_libyaml_the_other_parser_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "yaml._yaml", None)

    assert reader_name() == "PyYAML pure"
    assert type(getattr(open_events("a: 1"), "__self__", None)).__name__ == "PureParser"
    assert load("cookies.yaml", b"a: &x 1").data == {"a": 1}
