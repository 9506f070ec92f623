"""A file that is put together from pieces is the same as one that was read at once."""

import random
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.inventories import inventory
from policylint.source.comments import comments
from policylint.source.document import Document
from policylint.source.load import load
from policylint.source.pieces import PiecedDocument, PieceReader
from policylint.source.pointer import Pointer
from tests.conftest import ROOT

FILES = sorted([*(ROOT / "tests").rglob("*.yaml"), *(ROOT / "examples").rglob("*.yaml")])
PUT_TOGETHER = 150


def pointers(data: object, at: Pointer = ()) -> Iterator[Pointer]:
    yield at
    yield (*at, "missing")
    if isinstance(data, dict):
        for key, value in data.items():
            yield from pointers(value, (*at, key))
    elif isinstance(data, list):
        yield (*at, len(data))
        for index, value in enumerate(data):
            yield from pointers(value, (*at, index))


def same(one: Document, other: Document) -> None:
    assert one.data == other.data
    assert repr(one.data) == repr(other.data)  # 1 and true are equal, keys may be in another order
    assert one.flaws == other.flaws
    assert one.bom == other.bom
    assert one.text == other.text
    assert list(comments(one)) == list(comments(other))
    for pointer in pointers(other.data):
        assert one.locate(pointer) == other.locate(pointer), pointer
        assert one.locate_key(pointer) == other.locate_key(pointer), pointer
        mine, its = one.find(pointer), other.find(pointer)
        assert (mine is None) == (its is None), pointer
        if mine is not None and its is not None:
            assert (mine.data, mine.value, mine.key) == (its.data, its.value, its.key), pointer


def agree(text: str, reader: PieceReader | None = None) -> Document:
    content = text.encode()
    reader = reader or PieceReader("cookies")
    reader.load("x.yaml", content)
    reader.prepare("x.yaml")
    found = reader.load("x.yaml", content)
    same(found, load("x.yaml", content))
    return found


def test_every_inventory_of_the_project_reads_alike() -> None:
    pieced = 0
    for path in FILES:
        text = path.read_bytes().decode("utf-8", "surrogateescape")
        try:
            found = agree(text)
        except UnicodeEncodeError:
            continue
        pieced += isinstance(found, PiecedDocument)

    assert pieced > PUT_TOGETHER


@pytest.mark.parametrize(
    "text",
    [
        "version: 1\ncookies:\n  - name: a\n    note: |+\n      text\n\n\n  - name: b\n",
        "cookies:\n- name: a\n- name: b\n  note: >-\n    x\n    y\nversion: 1\n",
        "cookies: # here\n\n  # about a\n  - name: a # x\n  # about b\n  - name: b\n  # end\n# tail\nx-a: 1\n",
        "cookies:\n  - name: a\n    note:\n  - name: b\n    note:\nx-a:\n",
        "cookies:\n  - name: a\n    note: |+\n      x\n\n\nx-a: 1\n",
        "cookies:\n  - name: a\n    note: |\n      x",
        "cookies:\n  - name: a\n    note: x",
        "cookies:\n  - a\n  - b\n  - c\n",
        "cookies:\n  -\n    name: a\n  - name: b\n",
        "cookies:\n  - - a\n  - - b\n    - c\n",
        'cookies:\n  - name: "a\n  - b"\n  - name: c\n',
        "cookies:\n  - name: a\n    note: 'x\n\n  - y'\n",
        'note: "x\ncookies:\n  - a\n  - b"\n',
        "cookies:\n  - [a,\n  - b]\n",
        "cookies:\n  - name: a\n    x-a: &one 1\n  - name: b\n    x-a: *one\n",
        "cookies:\n  - name: a\n  - name: b\ncookies:\n  - name: c\n",
        "cookies:\n  - name: a\n    name: b\n  - name: c\n",
        "cookies:\n  - name: a\n---\ncookies:\n  - name: b\n",
        "%YAML 1.2\n---\ncookies:\n  - name: a\n",
        "---\ncookies:\n  - name: a\n  - name: b\n...\n",
        "cookies:\n  - name: a\n ? b\n  - name: c\n",
        "cookies:\n  - name: a\n  ? b\n  : c\n",
        "cookies:\n- a\n? b\n: c\n",
        "cookies:\n  - name: a\n\t- name: b\n",
        "cookies:\r\n  - name: a\r\n    note: |\r\n      x\r\n  - name: b\r\nx-a: 1\r\n",
        "cookies:\n  - name: a\r  - name: b\n  - name: c\n",
        "\ufeffversion: 1\ncookies:\n  - name: é\U0001f36a\n  - name: b\n",
        "cookies:\n  - name: a\u2028\n  - name: b\n",
        "x-b: {a: 1}\ncookies:\n  - name: a\n    x-d: {b: [1, 2]}\n  - {name: b, x: y}\nvendors:\n  a: {name: x}\n",
        "cookies:\n  - !!str a\n  - b\n",
        "cookies:\n  - <<: {a: 1}\n    b: 2\n  - c\n",
        "cookies:\n  - a: &a\n    b: 1\n",
        "cookies:\n" + "  - " + "[" * 70 + "]" * 70 + "\n",
        "cookies:\n" + "  - " + "[" * 61 + "]" * 61 + "\n",
        "cookies:\n  - x\n",
        "cookies:\n  - name: a\n  - name: b\nx-a: |\n  text\n  - more\n",
        "cookies:\n  - name: a\n  -name: b\n",
        "cookies:\n  - name: a\n  - name: b\n   - name: c\n",
        "cookies:\n  - name: a\n b: c\n",
        "cookies:\n  # - name: a\n  - name: b\n  #- name: c\n  - name: d # - e\n",
        "cookies:\n- a\n-\n- b\n",
        "cookies:\n- a\n-b\n- c\n",
        "cookies:\n  - a\n  b\n",
        "cookies:\n  - name: a\n    note: b\n  c\n  - name: d\n",
        "cookies:\n  - name: 'a'\n\n\n\nconsent:\n  wall: none\n",
    ],
)  # fmt: skip
def test_an_unusual_text_reads_alike(text: str) -> None:
    agree(text)


@settings(max_examples=400, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["cookies:", "- ", "  - ", "    ", "a: ", "b", "\n", "\n", "\n  - ", '"', "'", "|", ">", "|+",
             "#", " #", "[", "]", "{", "}", ",", ":", "? ", "&a ", "*a", "<<: ", "!!str ", "---\n", "...\n",
             "\t", "\r\n", "\r", "-", "%", "é", "\U0001f36a", "x-a: 1\n"]
        ),
        max_size=30,
    )
)  # fmt: skip
def test_any_text_reads_alike(parts: list[str]) -> None:
    agree("version: 1\ncookies:\n  - name: a\n" + "".join(parts))


def test_edit_after_edit_reads_alike() -> None:
    reader = PieceReader("cookies")
    chance = random.Random(4)  # noqa: S311 - no secret
    text = inventory(6)
    pieces = [
        "x",
        "\n",
        " ",
        "- ",
        "  - ",
        ": ",
        "#",
        "'",
        '"',
        "[",
        "]",
        "|",
        "é",
        "\U0001f36a",
        "",
    ]
    pieced = 0
    for _ in range(300):
        start = chance.randrange(len(text))
        end = min(len(text), start + chance.choice([0, 0, 0, 1, 1, 5]))
        edited = text[:start] + chance.choice(pieces) + text[end:]
        found = agree(edited, reader)
        pieced += isinstance(found, PiecedDocument)
        text = edited if isinstance(found, PiecedDocument) else text

    assert pieced > 100


def test_an_unchanged_item_is_not_read_again() -> None:
    reader = PieceReader("cookies")
    reader.load("x", b"")
    before = reader.load("x", inventory(50).encode()).data
    after = reader.load("x", inventory(50).replace("part 7 ", "part 7! ").encode()).data

    assert isinstance(before, dict)
    assert isinstance(after, dict)
    changed = [
        index
        for index, (one, other) in enumerate(zip(before["cookies"], after["cookies"], strict=True))
        if one is not other
    ]
    assert changed == [7]


def test_a_text_that_did_not_change_is_not_read_again() -> None:
    reader = PieceReader("cookies")
    content = inventory(5).encode()

    assert reader.load("x", content) is reader.load("x", bytes(bytearray(content)))
