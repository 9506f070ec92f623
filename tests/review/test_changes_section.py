from collections.abc import Sequence
from itertools import groupby

import pytest

from policylint.i18n import languages
from policylint.i18n.catalogue import catalogue
from policylint.lint.judge import check_content
from policylint.lint.options import Options
from policylint.lint.settings import Settings
from policylint.policy.blocks import Block, Code, Document, Link, Table
from policylint.policy.plain import plain_spans
from policylint.review.difference import build_difference, compared
from policylint.review.render import render
from policylint.review.subject import Subject
from tests.review.test_compare import OLD, US_VENDOR
from tests.review.test_report import DAY

OTHER = """\
  - name: _clck
    vendor: google
    category: improvement
    purposes: [audience-measurement]
    description: Tells visits apart.
    consent: opt-in
    legal_basis: consent
    lifetime: 1 year
"""


def difference(old: str, new: str, language: str = "en") -> Document:
    options = Options(as_of=DAY)
    before, after = (
        check_content(name, text.encode(), Settings(), options)
        for name, text in (("old.yaml", old), ("new.yaml", new))
    )
    subject = Subject(after, as_of=DAY, rules=(), since="old.yaml")
    return build_difference(compared(before, subject, language), language)


def tables(blocks: Sequence[Block]) -> tuple[Table, Table]:
    changes, reasons = (one for one in blocks if isinstance(one, Table))
    return changes, reasons


def test_a_reason_is_said_once_for_all_changes_of_its_kind() -> None:
    new = (OLD + OTHER).replace("cookies:\n", US_VENDOR).replace("6 months", "13 months")
    new = new.replace("    consent: opt-in\n", "    consent: opt-in\n    same_site: Lax\n")
    changes, reasons = tables(difference(OLD + OTHER, new).blocks)

    kinds = [next(span for span in row[0] if isinstance(span, Link)) for row in changes.rows]
    assert len(kinds) > len(reasons.rows)
    assert [kind for kind, _ in groupby(one.url for one in kinds)] == [
        f"#{anchor}" for anchor in reasons.row_anchors
    ]
    assert {one.text for one in kinds} == {plain_spans(row[0]) for row in reasons.rows}
    assert "visitors agreed to the shorter time" not in "".join(
        plain_spans(cell) for row in changes.rows for cell in row
    )


def test_kinds_of_one_name_and_other_grounds_are_told_apart() -> None:
    spread = OTHER.replace("vendor: google\n    ", "").replace("_clck", "own")
    _, reasons = tables(difference(OLD, OLD + OTHER + spread).blocks)

    names = [plain_spans(row[0]) for row in reasons.rows]
    assert reasons.row_anchors == ("change-cookie-added", "change-cookie-added-2")
    assert names == ["a new cookie for known purposes"] * 2
    assert plain_spans(reasons.rows[0][1]) != plain_spans(reasons.rows[1][1])


@pytest.mark.parametrize("field", ["cross_site: true", "renewal: rolling", "same_site: Lax"])
def test_a_row_names_the_field_where_its_kind_does_not(field: str) -> None:
    old, new = OLD, OLD.replace("    consent: opt-in\n", f"    consent: opt-in\n    {field}\n")
    changes, _ = tables(difference(old, new).blocks)

    assert [span.text for span in changes.rows[0][0] if isinstance(span, Code)] == [
        field.partition(":")[0]
    ]


def test_addresses_of_grounds_are_not_printed_beside_them() -> None:
    page = render(difference(OLD, OLD.replace("6 months", "13 months")), "html")

    assert '[id$="changes-why-table"] a::after { content: none; }' in page
    assert 'id="changes-why-table"' in page


@pytest.mark.parametrize("language", languages())
def test_what_is_joined_stands_as_in_the_language(language: str) -> None:
    both = OLD.replace("languages: [en]", f"languages: [en, {language}]")
    text = render(difference(both, both.replace("6 months", "13 months"), language), "markdown")

    assert catalogue(language).text("report.changes.reasons") in text
    if language == "fr":
        assert " :" not in text
        assert " ;" not in text
