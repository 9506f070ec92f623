"""Comments, held against yamllint's own search for them, and suppressions put where they count."""

import re
from collections.abc import Iterator
from random import Random

import pytest
from yamllint.parser import Comment, token_or_comment_generator  # type: ignore[import-untyped]

from policylint.lint.finding import Finding
from policylint.lint.judge import check_content
from policylint.lint.run import Options
from policylint.lint.settings import Settings
from policylint.rule import Severity
from policylint.source.comments import comments
from policylint.source.document import Document
from policylint.source.load import load
from tests.fuzz.grammar import Grammar
from tests.fuzz.loader import places
from tests.fuzz.seeds import ROOT, inventories
from tests.fuzz.whole import TODAY

DRAWN = 400
INVENTORY = (ROOT / "examples" / "violations" / "cookies.yaml").read_bytes()
OPTIONS = Options(as_of=TODAY, settings=Settings())


def drawn() -> Iterator[Document]:
    """Draw documents with the line breaks that yamllint knows, and some of the repository."""
    contents = [Grammar(Random(seed)).document().encode() for seed in range(DRAWN)]
    for content in (*contents, *inventories()[::10]):
        plain = content.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        document = load("cookies.yaml", plain)
        if not document.flaws:
            yield document


def test_every_comment_that_yamllint_finds_is_found() -> None:
    count = 0
    for document in drawn():
        ours = {
            (one.line, document.position(one.span.start).column, document.text[slice(*one.span)])
            for one in comments(document)
        }
        theirs = {
            (one.line_no, one.column_no, str(one))
            for one in token_or_comment_generator(document.text)
            if isinstance(one, Comment)
        }
        count += len(theirs)

        # yamllint passes over those behind a '|' and those of a last line without an end
        assert theirs <= ours
    assert count > DRAWN


def test_no_comment_is_part_of_a_value_or_a_key() -> None:
    for document in drawn():
        scalars = [
            span
            for _, place in places(document)
            if not isinstance(place.data, dict | list)
            for span in (place.value, place.key)
            if span is not None
        ]
        for comment in comments(document):
            at = comment.span.start
            inside = [span for span in scalars if span.start <= at < span.end]
            # the header of a literal belongs to its span, and may end in a comment
            assert all(
                re.fullmatch(r"[|>][-+0-9]*[ \t]*", document.text[span.start : at])
                for span in inside
            )
            assert document.text[at] == "#"
            assert comment.subject >= comment.line


def findings(content: bytes) -> list[Finding]:
    return list(check_content("cookies.yaml", content, Settings(), OPTIONS).findings)


def about(found: list[Finding]) -> list[tuple[str, str | None, str]]:
    return sorted((one.rule.code, one.place.pointer or "", one.message) for one in found)


FOUND = findings(INVENTORY)
MILD = sorted({(one.place.line, one.rule.code) for one in FOUND if one.severity < Severity.ERROR})
GRAVE = sorted({(one.place.line, one.rule.code) for one in FOUND if one.severity is Severity.ERROR})


def with_comment(line: int, code: str) -> bytes:
    """Put a suppression above a line, as far to the right as the line itself begins."""
    lines = INVENTORY.split(b"\n")
    indentation = re.match(rb"[ ]*", lines[line - 1])
    pad = indentation[0] if indentation else b""
    lines.insert(line - 1, pad + f"# policylint: ignore[{code}] agreed with legal".encode())
    return b"\n".join(lines)


@pytest.mark.parametrize(("line", "code"), MILD)
def test_a_suppression_silences_its_rule_on_its_line_and_nothing_else(line: int, code: str) -> None:
    after = findings(with_comment(line, code))

    silenced = [one for one in after if one.status == "suppressed"]
    assert silenced != []
    assert {(one.place.line - 1, one.rule.code) for one in silenced} == {(line, code)}
    assert {one.justification for one in silenced} == {"agreed with legal"}
    assert about(after) == about(FOUND)


@pytest.mark.parametrize(("line", "code"), GRAVE)
def test_no_suppression_silences_an_error(line: int, code: str) -> None:
    mild = (line, code) in MILD

    after = findings(with_comment(line, code))

    told = [one for one in after if one.rule.code == "DOC006"]
    assert all(one.severity < Severity.ERROR for one in after if one.status == "suppressed")
    assert len(told) == 1 or mild
    assert [one for one in about(after) if one[0] != "DOC006"] == about(FOUND)
