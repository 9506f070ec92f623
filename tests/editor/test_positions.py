import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policylint.editor.markdown import code, escaped
from policylint.editor.positions import (
    Encoding,
    Position,
    code_points,
    offset_at,
    position_at,
    units,
)
from policylint.editor.texts import path_of, uri_of

ENCODINGS: tuple[Encoding, ...] = ("utf-8", "utf-16", "utf-32")
TEXTS = st.text(alphabet="ab é🍪𝄞\n\r\t", max_size=60)


@pytest.mark.parametrize(("encoding", "width"), [("utf-8", 7), ("utf-16", 4), ("utf-32", 3)])
def test_an_emoji_takes_as_many_units_as_its_encoding_says(encoding: Encoding, width: int) -> None:
    assert units("é🍪a", encoding) == width


@given(TEXTS, st.data())
def test_every_offset_has_one_position_and_back(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    if text[offset - 1 : offset + 1] == "\r\n":
        offset += 1  # no editor puts its cursor between the two
    for encoding in ENCODINGS:
        assert offset_at(text, position_at(text, offset, encoding), encoding) == offset


@given(TEXTS, st.integers(0, 70), st.integers(0, 70))
def test_any_position_is_within_the_text(text: str, line: int, character: int) -> None:
    for encoding in ENCODINGS:
        assert 0 <= offset_at(text, Position(line, character), encoding) <= len(text)


def test_a_column_inside_a_character_is_before_it() -> None:
    assert code_points("🍪a", 1, "utf-16") == 0
    assert code_points("🍪a", 2, "utf-16") == 1
    assert code_points("éa", 1, "utf-8") == 0


@pytest.mark.parametrize(
    "path", ["/a/b.yaml", "/a b/ü🍪%20#?.yaml", "/a/b\udcff.yaml", "/a:b/c.yaml", "/a/[x].yaml"]
)
def test_a_path_survives_its_address(path: str) -> None:
    address = uri_of(path)

    assert address.isascii()
    assert path_of(address) == path


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("file:///a/b.yaml", "/a/b.yaml"),
        ("file://localhost/a/b.yaml", "/a/b.yaml"),
        ("file:///a%2Fb/c%20d.yaml", "/a/b/c d.yaml"),
        ("untitled:cookies.yaml", None),
        ("https://a.example/cookies.yaml", None),
        ("file://[", None),
        ("", None),
    ],
)
def test_only_files_have_a_path(address: str, path: str | None) -> None:
    assert path_of(address) == path


@given(st.text(alphabet="`a ", max_size=20))
def test_code_cannot_be_left(text: str) -> None:
    written = code(text)
    runs = [len(run) for run in re.findall("`+", written)]

    assert runs[0] == runs[-1]
    assert runs[0] not in runs[1:-1]


def test_markdown_of_others_is_text() -> None:
    assert escaped("[a](b) <c> `d` **e** _f_ ~g~") == (
        r"\[a\]\(b\) \<c\> \`d\` \*\*e\*\* \_f\_ \~g\~"
    )
    assert escaped("a\nb") == "a\\\\nb"
