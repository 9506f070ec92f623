"""The reader against ruamel.yaml's own parser of YAML 1.2, which is slow and independent."""

import json
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.nodes import MappingNode, Node, SequenceNode

from policylint.source.load import load


@cache
def scalar(text: str) -> object:
    return YAML(typ="safe", pure=True).load(text)


def plain(node: Node) -> object:
    """Make of ruamel's nodes what JSON has; dates stay text, and keys are the text of the file."""
    match node:
        case MappingNode():
            return {key.value: plain(value) for key, value in node.value}
        case SequenceNode():
            return [plain(item) for item in node.value]
    kind = str(node.tag).removeprefix("tag:yaml.org,2002:")
    return scalar(node.value) if kind in ("int", "float", "bool", "null") else node.value


def agree(text: str) -> None:
    document = load("cookies.yaml", text.encode())
    expected = plain(YAML(typ="safe", pure=True).compose(text))

    assert document.flaws == ()
    assert document.data == expected
    # equality holds for 1, 1.0 and True; their names do not
    assert repr(document.data) == repr(expected)


@settings(max_examples=400, deadline=None)
@given(data=st.data())
def test_generated_yaml_means_what_ruamel_reads(
    documents: st.SearchStrategy[str], data: st.DataObject
) -> None:
    text = data.draw(documents)

    agree(text)


@settings(max_examples=100, deadline=None)
@given(data=st.data(), line_break=st.sampled_from(["\r\n", "\r"]))
def test_the_line_breaks_do_not_change_the_meaning(
    documents: st.SearchStrategy[str], data: st.DataObject, line_break: str
) -> None:
    text = data.draw(documents)

    document = load("cookies.yaml", text.replace("\n", line_break).encode())

    assert document.flaws == ()
    assert document.data == load("cookies.yaml", text.encode()).data


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    # libyaml refuses DEL as the control character that it is
    | st.text(st.characters(exclude_categories=["Cs", "Cc"])),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text('ab"\\ü:# '), inner),
    max_leaves=20,
)


@settings(max_examples=300, deadline=None)
@given(JSON, st.booleans(), st.sampled_from([None, 1, "\t"]))
def test_json_means_what_json_says(data: object, escaped: bool, indent: int | str | None) -> None:
    text = json.dumps(data, ensure_ascii=escaped, indent=indent)

    document = load("cookies.json", text.encode())

    if any(mark in text for mark in "\u2028\u2029\ufeff\ufffe\uffff"):
        return  # refused, or not: see test_decode.py
    assert document.flaws == ()
    assert repr(document.data) == repr(data)


@settings(max_examples=300, deadline=None)
@given(st.text(st.sampled_from("ab:-?{}[],#&*!|>'\"%@ \t\n\r0.<~\\u\x00\u2028😀"), max_size=40))
def test_no_text_makes_the_reader_fail(text: str) -> None:
    document = load("cookies.yaml", text.encode())

    for flaw in document.flaws:
        assert 0 <= flaw.span.start <= flaw.span.end <= len(document.text)
        assert flaw.message
        document.position(flaw.span.end)


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=40))
def test_no_bytes_make_the_reader_fail(content: bytes) -> None:
    document = load("cookies.yaml", content)

    assert document.flaws == () or document.locate(()) is not None
