"""What is resolved reads back as it was, whatever it holds, and hides nothing."""

import json
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from policylint.lint.declaration import Access, open_declaration
from policylint.model.unseen import UNSEEN
from policylint.review.resolved import resolved_json, resolved_yaml
from policylint.source.load import load

MARKS = "\u202e\u2066\u200b\u200d\u3164\xad\x85\x9b\x7f\U000e0041\u2028\ufeff\x1b\x00\t\r\n"
TEXTS = st.text() | st.text(f"{MARKS}👩é ab1#:-?,[]{{}}&*!|>'\"%@`~<=\\") | st.text("01.e+-xo_")
# YAML takes no key of over 1,024 characters, with its escapes, and JSON is read as YAML.
KEYS = TEXTS.filter(lambda key: len(json.dumps(key)) < 1_000)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=12,
)  # fmt: skip


def resolved(data: dict[str, object], path: str = "cookies.json") -> str:
    # JSON has no way to write DEL that the reader takes, unless it is escaped.
    content = json.dumps(data).replace("\x7f", "\\u007f").encode()
    return resolved_yaml(open_declaration(path, content, folder=".", access=Access()))


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(KEYS.filter(lambda key: key not in {"include", "<<"}), VALUES, min_size=1))
def test_it_reads_back_as_it_was(data: dict[str, object]) -> None:
    text = resolved(data)

    found = load("whole.yaml", text.encode())
    assert found.flaws == ()
    assert repr(found.data) == repr(data)
    assert not re.search(UNSEEN, text.replace("\n", ""))


@pytest.mark.parametrize("mark", MARKS)
def test_what_shows_nothing_is_escaped(mark: str) -> None:
    text = resolved({"x-a": f"a{mark}b", f"x-{mark}": [{"c": [f"{mark}"]}]})

    assert load("whole.yaml", text.encode()).data == {
        "x-a": f"a{mark}b",
        f"x-{mark}": [{"c": [mark]}],
    }
    assert mark == "\n" or mark not in text


def test_a_name_too_long_for_a_key_is_written_as_one() -> None:
    long, longer = "k" * 1_100, "é" * 3_000
    text = f"? {long}\n: b: 1\nx-a:\n  - ? {longer}\n    : [1, {{c: 2}}]\n    d: 3\n"
    data = {long: {"b": 1}, "x-a": [{longer: [1, {"c": 2}], "d": 3}]}
    declaration = open_declaration("cookies.yaml", text.encode(), folder=".", access=Access())

    assert load("whole.yaml", resolved_yaml(declaration).encode()).data == declaration.data == data


def test_a_path_is_a_comment_and_nothing_else() -> None:
    path = "a\u202e\n\x1b]0;x\x07 # policylint: disable-file=POL009 \udcff\U000e0041.json"

    text = resolved({"a": 1}, path)

    assert text.count("\n") == 1
    assert text.isprintable() or not re.search(UNSEEN, text[:-1])
    assert not re.search(r"#\s*policylint", text)


def test_the_origins_of_json_are_text() -> None:
    content = b'{"x-a/b": {"~c": "\\ud83d\\ude00"}}'
    declaration = open_declaration("cookies.json", content, folder=".", access=Access())

    data = json.loads(resolved_json(declaration))

    assert data["inventory"] == {"x-a/b": {"~c": "😀"}}
    assert data["origins"] == {"/x-a~1b/~0c": "cookies.json:1"}
