from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policylint.source.document import Document
from policylint.source.fault import FaultError, Flaws
from policylint.source.lines import read_lines
from policylint.source.parse import parse
from tests.conftest import ROOT
from tests.source.conftest import spans

INVENTORIES = [
    *sorted((ROOT / "examples").glob("*/cookies.yaml")),
    *sorted((ROOT / "tests" / "rules").rglob("good*.yaml")),
]
KEYS = ["a", "b", "c-d", "NO", "1", "true", "null", "pt-BR", "_a", "x_y", "en", "fr"]
VALUES = [
    *("a", "b c", "NO", "1", "true", "null", "~", "ü", "''", '""', "1:30", "a:b", "a#b", "0o17"),
    *("010", "1e3", ".5", "=", "a,b", "a]", "a?", "<a", "a\\", "1.5.2", "2025-01-02", "a  ", "😀"),
    *(
        "http://x/?a=b",
        "'q: #'",
        '"d: #"',
        "'a' # c",
        "a # c",
        "a\xa0b",
        "[]",
        "{}",
        "[a]",
        "[a]  ",
    ),
    *("[a, b c , 'd']", "[http://x/]", "[1, 0x1F, ~]", "{a: b}", "{a: 1,b: 2} # c", "{a: 'b, c'}"),
    *("[[], [a, [b]], {}]", "{a: {b: [c, d]}}", "[{a: b}]", "[a,\n  b]", "[ # c\n  a\n ]"),
    *("{a: b,\n# c\n\n   c: d\n}", "{a:\n  b}", "[\n a,\n b\n]"),
]
MARKS = [*" :#\n-[]{},'\"\\\r\t?&*|a\x00\x7f\ufeff\u2028", "", "  ", "\n- ", "\nz: ", " #", ": "]


@st.composite
def blocks(draw: st.DrawFn, column: int, depth: int, *, listed: bool) -> str:
    """Draw the lines of a sequence or a mapping at a column."""
    ends = st.sampled_from(
        ["\n"] * 8 + ["\n\n", "\n# c\n", "\n     # c\n", " # c\n", "  \n", "\r\n"]
    )
    indent, deeper = " " * column, column + draw(st.sampled_from([1, 2, 2, 4]))
    lines = []
    for key in draw(st.lists(st.sampled_from(KEYS), min_size=1, max_size=4, unique=True)):
        start = f"{indent}- " if listed else f"{indent}{key}: "
        nested = depth > 0 and draw(st.booleans())
        if not nested:
            lines.append(start + draw(st.sampled_from(VALUES)) + draw(ends))
        elif listed:
            inner = draw(blocks(column + 2, depth - 1, listed=False))
            lines.append(start + inner[column + 2 :])
        else:
            inside = draw(st.booleans())
            at = column if inside and draw(st.booleans()) else deeper
            inner = draw(blocks(at, depth - 1, listed=inside))
            lines.append(start.rstrip() + draw(ends) + inner)
    return "".join(lines)


@st.composite
def nearly_plain(draw: st.DrawFn) -> str:
    """Draw plain lines, then put marks between them that mean something in YAML, or not."""
    text = draw(blocks(0, 3, listed=draw(st.booleans())))
    text = draw(st.sampled_from(["", "", "---\n", "# c\n\n"])) + text
    for _ in range(draw(st.integers(0, 2))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(st.sampled_from(MARKS)) + text[at + draw(st.integers(0, 1)) :]
    return text


def by_events(text: str) -> Document | None:
    flaws = Flaws()
    try:
        data, index = parse(text, flaws)
    except FaultError:
        return None
    return Document("", text, data=data, index=index) if flaws.in_order() == () else None


def agree(text: str) -> bool:
    """Tell whether the quick way reads a text; if so it must be what the events say."""
    found = read_lines(text)
    if found is None:
        return False
    quick, full = Document("", text, data=found[0], index=found[1]), by_events(text)
    assert full is not None, "what is at fault is left to the parser"
    assert repr(quick.data) == repr(full.data)
    assert spans(quick, quick.data) == spans(full, full.data)
    return True


@settings(max_examples=300, deadline=None)
@given(nearly_plain())
def test_the_quick_way_reads_what_the_parser_reads_at_the_same_places(text: str) -> None:
    agree(text)


@settings(max_examples=100, deadline=None)
@given(blocks(0, 3, listed=False))
def test_plain_lines_never_need_the_parser(text: str) -> None:
    assert agree(text)


@settings(max_examples=300, deadline=None)
@given(data=st.data())
def test_no_style_of_yaml_is_misread(
    documents: st.SearchStrategy[str], data: st.DataObject
) -> None:
    agree(data.draw(documents))


@settings(max_examples=300, deadline=None)
@given(st.text(st.sampled_from("ab:-?{}[],#&*!|>'\"%@ \t\n\r0.<~\\u\x00\u2028😀"), max_size=40))
def test_no_other_text_is_misread(text: str) -> None:
    agree(text)


@pytest.mark.parametrize("path", INVENTORIES, ids=lambda path: str(path.relative_to(ROOT)))
def test_inventories_are_plain_lines(path: Path) -> None:
    assert agree(path.read_text(encoding="utf-8"))


def test_a_line_that_is_read_again_gives_a_list_of_its_own() -> None:
    first, second = (read_lines("a: [b]\nc:\n- [b]") for _ in range(2))

    assert first is not None
    assert second is not None
    first[0]["a"].append("d")  # type: ignore[index]
    assert second[0] == {"a": ["b"], "c": [["b"]]}


@pytest.mark.parametrize(
    "text",
    [
        *("", "\n", "# c", "---\n", "a", "a:", "a:\nb: 1", "- ", "-\n  a: 1", "- - a", "? a\n: b"),
        *("a: 1\na: 2", "{a: 1}", "a: {b: 1, b: 2}", "a: [b: c]", "a: [b", "a: {b: 1]", "a: [,]"),
        *(
            "a: 1\n  b",
            "a: 1\n  b: 2",
            "a:\n  b: 1\n c: 2",
            " a: 1\nb: 2",
            "- a\nb: 1",
            "a: 1\n- b",
        ),
        *("a: &x 1", "a: *x", "<<: {a: 1}", "a: !!str 1", "a: |\n  b", "a: >-\n  b", "'a': 1"),
        *('"a": 1', "a : 1", "a: 'it''s'", 'a: "\\t"', 'a: "b\n  c"', "a: 'b' c", "a: [b] c"),
        *(
            "a: [b]#c",
            "a: 'b'#c",
            "a: b: c",
            "a:\tb",
            "\ta: b",
            "a: b\tc",
            "a: b\rc: d",
            "a: b\x07",
        ),
        *("a: b\ufeff", "a: \ufffe", "%YAML 1.2\n---\na: 1", "a: 1\n...\n", "a: 1\n---\nb: 2"),
        *("a: @b", "a: `b`", "a: %b", "a: -1", f"a: {'9' * 4001}", "a: [b\n  c]", "a: {b, c}"),
        "".join(f"{' ' * depth}a:\n" for depth in range(40)) + f"{' ' * 40}a: 1",
        f"a: {'[' * 20}{']' * 20}",
    ],
)
def test_any_other_form_is_left_to_the_parser(text: str) -> None:
    assert read_lines(text) is None


@pytest.mark.parametrize(
    ("start", "run", "end"),
    [
        *(
            ("", " ", "x"),
            ("a: [", " ", "x"),
            ("a: [b", " ", "x"),
            ("a: [", "\n", "x"),
            ("#", " ", ""),
        ),
        *(
            ("a: b", " ", ": "),
            ("a: b", "c:d", ""),
            ("a: b", "#", ""),
            ("- ", " ", "&x"),
            ("a: ", "[", ""),
        ),
        *(
            ("a: [b", ":c", ""),
            ("a", "a", ""),
            ("a: [ ", "# c\n", ""),
            ("a: [", "b,", ""),
            ("- ", "- ", ""),
        ),
        *(("a: '", " ", ""), ("a: [", "\r\n", "x"), ("a: [b, ", "\n # c\n", "&")),
    ],
    ids=repr,
)
def test_no_run_of_marks_takes_longer_than_it_is_long(start: str, run: str, end: str) -> None:
    # a step for every pair of marks would be 10^11 of them
    assert read_lines(start + run * 400_000 + end) is None
