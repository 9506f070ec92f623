import pytest

from policylint.source.load import load

COLON = (
    "a ':' stands where no key can be; "
    "expected one 'key: value' a line, indented as its neighbours, or quotes"
)
TAB = "a tab stands where the text is indented; expected spaces"
INDENTATION = "the line's indentation fits no line above; expected that of a line above"
COMPLETE = "text follows a value that is complete; expected a new line"
SECOND = "text follows the end of the document; expected one document a file"

FAULTS = [
    ("a: b: c", 1, 5, COLON),
    ("a: 1\n b: 2", 2, 3, COLON),
    ('"a": 1, "b": 2', 1, 12, COLON),
    ("a:\n  b: 1\n c: 2", 3, 2, INDENTATION),
    ("a:\n    b: 1\n  c: 2", 3, 3, INDENTATION),
    ("a: >\n  x\n y", 3, 2, INDENTATION),
    ("a: 1\nb\nc: 2", 2, 1, "a line is neither key nor value; expected 'key: value'"),
    (
        "- 1\na: 2",
        2,
        1,
        "the line does not go on with what stands above; expected a list item, '- '",
    ),
    ("a: 1\n- 2", 2, 1, "the line does not go on with what stands above; expected a key"),
    ("a: - b", 1, 4, "a list begins on its key's line; expected a new line"),
    ("a: 'x' y", 1, 8, COMPLETE),
    ("a: &x &y z", 1, 7, COMPLETE),
    ("a: [1, 2", 1, 4, "a list opens here and never closes; expected ']'"),
    ("a: [1,", 1, 7, "the file ends in the middle of a value; expected the rest"),
    ("a: {b: 1\n", 1, 4, "a mapping opens here and never closes; expected '}'"),
    ("a: [b}", 1, 6, "'}' follows a value; expected ',' or ']'"),
    ("a: {b: 1]", 1, 9, "']' follows a value; expected ',' or '}'"),
    ('{"a": 1 "b": 2}', 1, 12, "':' follows a value; expected ',' or '}'"),
    ('["a" "b"]', 1, 6, "'\"' follows a value; expected ',' or ']'"),
    ("[1]]", 1, 4, SECOND),
    ("a: 1\n...\nb: 2", 3, 1, SECOND),
    ("a: ]", 1, 4, "']' begins no value; expected a value, or quotes"),
    ("a: [,]", 1, 5, "',' begins no value; expected a value, or quotes"),
    ("a: @x", 1, 4, "'@' begins no value; expected a value, or quotes"),
    ("a: `x", 1, 4, "'`' begins no value; expected a value, or quotes"),
    ("b: 1\na: 'x\n", 2, 4, "a quote opens here and never closes; expected another '"),
    ('b: 1\na: "x\n', 2, 4, 'a quote opens here and never closes; expected another "'),
    ('a: "x\n---\ny"', 2, 1, "a document ends inside quotes; expected the closing quote"),
    ('a: "\\q"', 1, 5, "the escape '\\q' is not known; expected '\\\\' for '\\'"),
    ('a: "\\uZZ"', 1, 7, "an escape lacks digits; expected hexadecimal ones"),
    ('a: "\\ud83d"', 1, 5, "'\\ud83d' is half of a character; expected the character itself"),
    (
        '{"a": "\\ud83d\\ude00\\uDe00"}',
        1,
        20,
        "'\\uDe00' is half of a character; expected the character itself",
    ),
    (
        'a: "\\U0000d83d\\ude00"',
        1,
        7,
        "an escape names no character; expected the character itself",
    ),
    ("a:\n\tb: 1", 2, 1, TAB),
    ("\ta: 1", 1, 1, TAB),
    ("a: 1\n\tb: 2", 2, 1, TAB),
    ("a:\n  b: 1\n  \tc: 2", 3, 3, TAB),
    ("a:\n- 1\n\t- 2", 3, 1, TAB),
    ("a: |\n\tx", 2, 1, TAB),
    ("-\ta: 1", 1, 2, TAB),
    ("a: |0\n x", 1, 5, "the indentation indicator is 0; expected 1 to 9, or none"),
    ("a: |x\n x", 1, 5, "text follows a '|' or '>'; expected a new line"),
    ("a: &\n", 1, 5, "an anchor or an alias has no name; expected a letter or a digit"),
    ("a: !h!x y", 1, 4, "a tag has an unknown prefix; remove the tag"),
    ("a: !<x y", 1, 7, "a tag is not closed; expected '>'"),
    ("{a: ?x}", 1, 5, "'?' begins no value; expected a value, or quotes"),
    ("a: ? b", 1, 4, "a '?' begins no key here; expected a new line, or quotes"),
]


@pytest.mark.parametrize(("text", "line", "column", "message"), FAULTS)
def test_what_is_not_yaml_is_explained_where_it_stands(
    text: str, line: int, column: int, message: str
) -> None:
    document = load("cookies.yaml", text.encode())

    (flaw,) = document.flaws
    assert (document.data, flaw.kind) == (None, "syntax-error")
    assert (*document.position(flaw.span.start), flaw.message) == (line, column, message)


@pytest.mark.parametrize("line_break", ["\r\n", "\r"])
def test_the_place_does_not_depend_on_the_line_breaks(line_break: str) -> None:
    text = "a: 1\n# 😀\nb: '😀' c\n".replace("\n", line_break)

    document = load("cookies.yaml", text.encode())

    assert document.position(document.flaws[0].span.start) == (3, 8)


def test_a_wrong_bracket_is_shown_with_the_opening_one() -> None:
    document = load("cookies.yaml", b"a:\n  - [b}\n")

    ((place, message),) = document.flaws[0].related
    assert (document.position(place.start), message) == ((2, 5), "the list opens here")


def test_repeated_keys_before_a_syntax_error_are_still_reported() -> None:
    document = load("cookies.yaml", b"a: 1\na: 2\nb: ]\n")

    assert [flaw.kind for flaw in document.flaws] == ["duplicate-key", "syntax-error"]
    assert document.data is None


def test_the_users_words_are_cut_short() -> None:
    document = load("cookies.yaml", b"a: *" + b"x" * 1000)

    assert document.flaws[0].message == (
        f"the alias '*{'x' * 59}…' has no anchor; a text that begins with '*' needs quotes"
    )
