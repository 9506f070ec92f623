import re
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from policylint.law.jurisdictions import pack
from policylint.model.inventory import Inventory
from policylint.model.read import read
from policylint.policy.blocks import Document
from policylint.policy.outline import build
from policylint.review.lines import lines_of
from policylint.review.redline import redline, word_diff
from policylint.source.load import load
from tests.review.test_compare import OLD, US_VENDOR


def policy(text: str, language: str = "en") -> Document:
    data: Any = load("cookies.yaml", text.encode()).data
    inventory = read(Inventory, data)
    found = pack("FR")
    assert inventory is not None
    assert found is not None
    return build(inventory, [found], language, date(2026, 11, 23)).document


def test_the_same_policy_has_no_marks() -> None:
    assert {line.status for line in redline(policy(OLD), policy(OLD))} == {"same"}


def test_a_longer_lifetime_is_marked_in_its_line() -> None:
    new = OLD.replace("lifetime: 6 months", "lifetime: 13 months")
    changed = [line for line in redline(policy(OLD), policy(new)) if line.status != "same"]

    marks = [(piece.mark, piece.text) for line in changed for piece in line.pieces]
    assert ("removed", "6") in marks
    assert ("added", "13") in marks
    assert {line.status for line in changed} == {"changed"}


def test_a_new_vendor_adds_lines_that_name_it() -> None:
    found = redline(policy(OLD), policy(OLD.replace("cookies:\n", US_VENDOR)))

    added = ["".join(piece.text for piece in one.pieces) for one in found if one.status == "added"]
    assert any("_fbp" in text for text in added)


def test_old_and_new_can_be_read_out_of_the_redline() -> None:
    old, new = (
        policy(OLD),
        policy(OLD.replace("cookies:\n", US_VENDOR).replace("name: basket", "name: cart")),
    )
    found = redline(old, new)

    for document, other in ((old, "added"), (new, "removed")):
        kept = [
            "".join(piece.text for piece in line.pieces if piece.mark != other) for line in found
        ]
        alone = [
            "".join(piece.text for piece in line.pieces) for line in redline(document, document)
        ]
        assert [text for text in kept if text] == alone


@given(st.text(max_size=60), st.text(max_size=60))
def test_both_texts_stand_in_a_word_diff(old: str, new: str) -> None:
    pieces = word_diff(old, new)

    assert "".join(piece.text for piece in pieces if piece.mark != "added") == old
    assert "".join(piece.text for piece in pieces if piece.mark != "removed") == new


def test_rows_of_tables_are_joined_as_the_language_does() -> None:
    both = OLD.replace("languages: [en]", "languages: [en, fr]")
    words = {
        language: "".join(line.text for line in lines_of(policy(both, language)))
        for language in ("en", "fr")
    }

    assert "Google Ireland Limited; Role: processor" in words["en"]
    assert "Google Ireland Limited\u202f; Rôle\u00a0: sous-traitant" in words["fr"]
    assert not re.search(r"[^\u202f];", words["fr"])
