import pytest

from policylint.source.load import load

KNOWN = "'!!str', '!!int', '!!float', '!!bool', '!!null', '!!map' or '!!seq'"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *(("!!str 1", "1"), ("!!str", ""), ("! 12", "12"), ("!!str true", "true")),
        *(("!!int 3", 3), ('!!int "3"', 3), ("!!int 0o10", 8), ("!!float 3", 3.0)),
        *(("!!float 1.5", 1.5), ("!!bool true", True), ("!!bool 'false'", False)),
        *(("!!null", None), ("!!null ~", None), ('!!null ""', None)),
        *(("!!map {b: 1}", {"b": 1}), ("!!seq [1]", [1]), ("! [1]", [1]), ("! {}", {})),
        ("!<tag:yaml.org,2002:str> 1", "1"),
        ("&x !!str 1", "1"),
    ],
)
def test_a_tag_of_a_json_type_is_honoured(text: str, expected: object) -> None:
    document = load("cookies.yaml", f"a: {text}\n".encode())

    assert document.flaws == ()
    assert document.data == {"a": expected}
    assert isinstance(document.data, dict)
    assert type(document.data["a"]) is type(expected)


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        *(("!!int x", "!!int"), ("!!int 1.5", "!!int"), ("!!bool yes", "!!bool")),
        *(("!!bool 1", "!!bool"), ("!!null x", "!!null"), ("!!float .inf", "!!float")),
        *(
            ("!!map x", "!!map"),
            ("!!seq {}", "!!seq"),
            ("!!map []", "!!map"),
            ("!!str []", "!!str"),
        ),
    ],
)
def test_a_tag_that_does_not_fit_is_shown(text: str, tag: str) -> None:
    document = load("cookies.yaml", f"b: 1\na: {text}\n".encode())

    (flaw,) = document.flaws
    assert (document.data, flaw.kind) == (None, "syntax-error")
    assert flaw.message == f"the tag '{tag}' does not fit its value"
    assert document.position(flaw.span.start) == (2, 4)
    assert document.text[slice(*flaw.span)] == tag


@pytest.mark.parametrize("tag", ["!!set", "!!timestamp", "!!binary", "!!python/none", "!cookie"])
@pytest.mark.parametrize("value", ["x", "{b: 1}", "[1]"])
def test_another_tag_is_named_where_it_stands(tag: str, value: str) -> None:
    document = load("cookies.yaml", f"a: &x {tag} {value}\n".encode())

    (flaw,) = document.flaws
    assert flaw.message == f"the tag '{tag}' is not known; expected {KNOWN}"
    assert document.position(flaw.span.start) == (1, 7)
    assert document.text[slice(*flaw.span)] == tag


def test_a_key_may_have_a_tag_and_stays_text() -> None:
    assert load("cookies.yaml", b"!!int 1: a\n!!str b: c\n").data == {"1": "a", "b": "c"}
