r"""Characters in two halves, `\ud83d\ude00`: JSON has no other way beyond U+FFFF."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from policylint.source import halves
from policylint.source.comments import marks
from policylint.source.halves import join_halves
from policylint.source.load import load
from policylint.source.pointer import Span
from tests.source.test_events import by_python

WOMAN = "\\ud83d\\uDC69"


@pytest.mark.parametrize(
    ("text", "data"),
    [
        (f'{{"{WOMAN}": "a{WOMAN}b"}}', {"👩": "a👩b"}),
        (f'a: "{WOMAN}"', {"a": "👩"}),
        (f'a: "{WOMAN}\n  {WOMAN}"', {"a": "👩 👩"}),
        ('a: "\\uDBFF\\uDFFD\\ud800\\udc00"', {"a": "\U0010fffd\U00010000"}),
        (f"a: '{WOMAN}'", {"a": WOMAN}),
        (f"a: {WOMAN}\nb: \\UD83D\\UDC69", {"a": WOMAN, "b": "\\UD83D\\UDC69"}),
        (f"a: | # {WOMAN}\n  {WOMAN} \\uD83D\\udc69\n", {"a": f"{WOMAN} \\uD83D\\udc69\n"}),
        (f'a: "\\\\\\{WOMAN[1:]}" # {WOMAN}', {"a": "\\👩"}),
        (f"a: '\\'\nb: \"{WOMAN}\"", {"a": "\\", "b": "👩"}),
        (f'? {WOMAN}\n: &x "{WOMAN}"\nb: *x', {WOMAN: "👩", "b": "👩"}),
        (f'a: "\\U000F0000{WOMAN}\U000f0001"', {"a": "\U000f0000👩\U000f0001"}),
    ],
)
def test_halves_in_double_quotes_are_one_character(text: str, data: object) -> None:
    found, slow = load("cookies.yaml", text.encode()), by_python(text)

    assert (found.data, found.flaws) == (data, ())
    assert (slow.data, slow.flaws) == (data, ())


def test_no_offset_moves() -> None:
    text = f'{{"{WOMAN}{WOMAN}": "x", "b": ["{WOMAN}", 1]}}'
    found = load("cookies.json", text.encode())

    spans = {
        text[slice(*place.value)]
        for at in [("👩👩",), ("b", 0), ("b", 1)]
        if (place := found.find(at))
    }

    assert spans == {'"x"', f'"{WOMAN}"', "1"}
    assert found.locate_key(("👩👩",)) == Span(1, 27)


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ('["\\ud83d"]', 3),
        (f'["{WOMAN}", "\\ud83d"]', 19),
        ('["\\udc69\\ud83d"]', 3),
        (f'["\\ud83d{WOMAN}"]', 3),
        (f'["{WOMAN}\\udc69"]', 15),
        ('["\\ud83d\\U0000dc69"]', 3),
        (f'["\\{WOMAN}"]', 10),  # the first half is no escape, for its backslash is a letter
    ],
)
def test_half_alone_is_told_where_it_stands(text: str, column: int) -> None:
    (flaw,) = load("cookies.json", text.encode()).flaws

    assert flaw.message.endswith("is half of a character; expected the character itself")
    assert flaw.span.start == column - 1
    assert by_python(text).flaws == (flaw,)


def test_comments_behind_halves_are_found() -> None:
    text = f'a: "{WOMAN}"  # one\nb: 1 # {WOMAN}\n'

    assert [text[at : at + 3] for at in marks(text)] == ["# o", "# \\"]


def test_faults_behind_halves_are_told_where_they_stand() -> None:
    text = f'{{"a": "{WOMAN}" "b": 1}}'

    found = load("cookies.json", text.encode())

    assert found.flaws == load("cookies.json", text.replace(WOMAN, "x" * 12).encode()).flaws


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.recursive(
        st.text(max_size=40),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=40), inner),
    )
)
def test_what_json_escapes_is_read_as_it_was(data: object) -> None:
    text = json.dumps([data])
    if "\\u007f" in text or any(0xD800 <= ord(mark) < 0xE000 for mark in str(data)):
        return

    assert load("cookies.json", text.encode()).data == [data]


def test_a_text_that_takes_every_filler_is_refused_and_not_misread(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(halves, "_PRIVATE", range(0xF0000, 0xF0003))
    text = f'["\\U000F0000\U000f0001{WOMAN}"]'

    assert join_halves(text) == (text, None)
    assert "half of a character" in load("cookies.json", text.encode()).flaws[0].message
