import sys

import pytest

from policylint.source.comments import comments
from policylint.source.document import Document
from policylint.source.load import load

TEXT = """\
# top
a: b # trailing
c: "x # no" # after quotes
d: | # header
  text # no
  # no either
# above e
e: &ab 3 # anchored
f:
  # alone

  # second
  - g#h # item
  - {a: 'b' , # in flow
     c: d#e}
k: >- # folded | header
   folded # no

   # no
  # less indented
l: plain text
  over two lines # ends it
z: last#no
# end
"""


def found(text: str) -> list[tuple[str, int, int]]:
    document = load("a.yaml", text.encode())
    assert document.flaws == ()
    return [(document.text[slice(*one.span)], one.line, one.subject) for one in comments(document)]


def test_comments_are_what_no_scalar_holds() -> None:
    assert found(TEXT) == [
        ("# top", 1, 2),
        ("# trailing", 2, 2),
        ("# after quotes", 3, 3),
        ("# header", 4, 4),
        ("# above e", 7, 8),
        ("# anchored", 8, 8),
        ("# alone", 10, 13),
        ("# second", 12, 13),
        ("# item", 13, 13),
        ("# in flow", 14, 14),
        ("# folded | header", 16, 16),
        ("# less indented", 20, 21),
        ("# ends it", 22, 22),
        ("# end", 24, 24),
    ]


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_of_any_kind_end_a_comment(end: str) -> None:
    assert found(TEXT.replace("\n", end)) == found(TEXT)


def test_a_byte_order_mark_moves_nothing() -> None:
    assert found("\ufeff" + TEXT) == found(TEXT)


def test_json_has_no_comments() -> None:
    assert found('{"a": "# no", "b": ["#"]}') == []


def test_a_text_that_breaks_off_gives_the_comments_before_the_fault() -> None:
    document = load("a.yaml", b"a: b # yes\nc: [# no\n")

    assert [one.line for one in comments(document)] == [1]


@pytest.mark.parametrize("text", ["a: \x1b", "# policylint: x\na: \x00", "a: \ud7ff\x7f"])
def test_without_libyaml_a_text_that_no_parser_reads_has_no_comments(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "yaml._yaml", None)

    assert list(comments(Document("cookies.yaml", text))) == []
