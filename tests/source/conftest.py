"""Generated documents of every style of YAML, for the tests that compare."""

from itertools import count

import pytest
from hypothesis import strategies as st

from policylint.source.document import Document
from policylint.source.pointer import Span

KEYS = st.sampled_from(
    ["a", "b c", "x-y", "NO", "1", "true", "null", "ü", "'q'", '"d: #"', "~", "&@ k", "!!str t"]
)
WORDS = st.sampled_from(
    [
        *("x", "NO", "yes", "on", "1:30", "2025-01-02", "0o17", "010", "0x1F", "-3", "+4", "1.5"),
        *("1e3", ".5", "null", "~", "true", "False", "a b", "http://x/?a=b", "a#b", "a:b", "😀"),
        *("'it''s'", '"t\\tab \\u00e9"', "''", '""', "-x", "x-", "!!str 1", "1.2.3", "&@ x", ""),
        *("'one\n  two'", "one\n  two"),
    ]
)
BLOCKS = st.sampled_from(
    [
        "|\n one\n two",
        ">-\n one\n two\n\n three",
        "|+\n one\n",
        "|2-\n   x",
        "&@ |\n x",
        ">+\n x\n\n",
    ]
)
COMMENTS = st.sampled_from(["", "", "", " # note", "\n# note", "\n\n", "\n    # deep\n"])


def indented(text: str) -> str:
    """Push all lines but the first to the right."""
    return text.replace("\n", "\n  ")


@st.composite
def flows(draw: st.DrawFn, depth: int = 2) -> str:
    """Draw a word, or brackets on one line or several."""
    kind = draw(st.sampled_from(["word", "word", "list", "mapping"] if depth else ["word"]))
    if kind == "word":
        return draw(WORDS)
    gap = draw(st.sampled_from([" ", " ", "\n  ", " # c\n  ", "\n  # c\n  "]))
    start = draw(st.sampled_from(["", "", gap]))
    end = draw(st.sampled_from(["", "", ",", gap, f",{gap}"]))
    if kind == "list":
        items = [draw(flows(depth - 1)) or "x" for _ in range(draw(st.integers(0, 3)))]
        return f"[{start}{f',{gap}'.join(items)}{end if items else ''}]"
    entries = [
        f"{key}{draw(st.sampled_from([': ', ' : ']))}{draw(flows(depth - 1))}"
        for key in draw(st.lists(KEYS, max_size=3, unique=True))
    ]
    return f"{{{start}{f',{gap}'.join(entries)}{end if entries else ''}}}"


@st.composite
def blocks(draw: st.DrawFn, depth: int = 3) -> str:
    """Draw a sequence or a mapping in block style."""
    if draw(st.booleans()):
        starts = ["-"] * draw(st.integers(1, 4))
    else:
        keys = draw(st.lists(KEYS, min_size=1, max_size=4, unique=True))
        starts = [draw(st.sampled_from([f"{key}:", f"{key}:", f"? {key}\n:"])) for key in keys]
    return "\n".join(start + draw(values(depth, start)) for start in starts)


@st.composite
def values(draw: st.DrawFn, depth: int, start: str) -> str:
    """Draw what follows a dash or a colon."""
    inner = draw(st.sampled_from(["word", "flow", "text", "block"] if depth else ["word"]))
    comment = draw(COMMENTS)
    if inner == "word":
        return f" {draw(WORDS)}{indented(comment)}"
    if inner == "flow":
        return f" {indented(draw(flows()))}{indented(comment)}"
    if inner == "text":
        return f" {indented(draw(BLOCKS))}"
    block = draw(blocks(depth - 1))
    if block.startswith("-") and start != "-" and draw(st.booleans()):
        return f"{comment}\n{block}"
    compact = start == "-" or start.startswith("?")
    if compact and draw(st.booleans()):
        return f" {indented(block)}"
    return f"{draw(st.sampled_from(['', ' &@', ' # c', comment]))}\n  {indented(block)}"


@st.composite
def numbered(draw: st.DrawFn) -> str:
    """Draw a document in which each anchor has a name of its own."""
    parts = draw(blocks()).split("&@")
    numbers = count()
    return parts[0] + "".join(f"&n{next(numbers)}{part}" for part in parts[1:])


@pytest.fixture(scope="session")
def documents() -> st.SearchStrategy[str]:
    """Documents to draw from."""
    return numbered()


def spans(document: Document, data: object, *pointer: str | int) -> list[Span | None]:
    """List where everything stands, below a pointer and at it."""
    place = document.find(pointer)
    assert place is not None
    found = [place.value, place.key]
    if isinstance(data, dict):
        for key, value in data.items():
            found += spans(document, value, *pointer, key)
    if isinstance(data, list):
        for number, value in enumerate(data):
            found += spans(document, value, *pointer, number)
    return found
