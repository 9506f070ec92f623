import pytest

from policylint.policy.blocks import Badge, Code, Link, Table
from policylint.policy.plain import plain_spans
from policylint.review.phrases import ReportPhrases
from policylint.review.report import build_report
from policylint.review.sections.first_steps import (
    FORCES,
    HEART,
    Sites,
    chosen_steps,
    first_steps,
    steps,
)
from policylint.review.subject import Subject
from policylint.rule import Severity
from tests.review.hostile import worst_case
from tests.review.test_report import report, subject


def test_a_rule_has_one_row_and_binding_law_comes_before_our_own_limits() -> None:
    every = steps([("", subject("violations"))])
    errors = [one for one in every if one.severity is Severity.ERROR]

    assert len({(one.rule.code, one.severity) for one in every}) == len(every)
    forces = [FORCES.index(one.ground.force) for one in errors if one.ground]
    assert forces == sorted(forces)


def test_what_the_rules_are_for_is_never_left_out() -> None:
    every = steps([("", subject("violations"))])
    chosen = chosen_steps(every)

    assert {one.rule.code for one in chosen} >= set(HEART)
    assert len(chosen) == 5


def test_an_owner_has_a_column_only_where_somebody_is_named() -> None:
    nobody = next(one for one in report("violations").blocks if isinstance(one, Table))
    somebody = next(
        one for one in build_report([worst_case()], "en").blocks if isinstance(one, Table)
    )

    assert ("Owner" in nobody.headers, "Owner" in somebody.headers) == (False, True)
    assert isinstance(somebody.rows[0][0][0], Link)
    assert isinstance(somebody.rows[0][1][0], Badge)


def test_code_in_the_text_of_a_rule_is_code() -> None:
    english = ReportPhrases((), "en").rich("Declare `a: b`, not `c.", "en")
    french = ReportPhrases((), "fr").rich("Declare `a: b`.", "en")

    assert [(type(one) is Code, one.text) for one in english] == [
        (False, "Declare "),
        (True, "a: b"),
        (False, ", not c."),
    ]
    assert [type(one).__name__ for one in french] == ["Foreign", "Code", "Foreign"]


def test_no_backtick_is_shown() -> None:
    for language in ("en", "fr"):
        from policylint.review.render import render

        text = render(report("violations", language), "text")
        assert [line for line in text.splitlines() if "`" in line] == []


def where(sites: Sites, code: str, language: str = "en") -> str:
    writer = ReportPhrases((), language)
    (table,) = (one for one in first_steps(writer, sites) if isinstance(one, Table))
    return next(plain_spans(row[2]) for row in table.rows if plain_spans(row[0]) == code)


def with_some_about_the_site(names: int) -> Subject:
    """Have one finding on each of some cookies, and one on the site itself."""
    changed = subject("violations")
    first = next(one for one in changed.open if one.rule.code == "CLS001")
    about: list[str | None] = ["basket", "choice", "_ga", "_fbp"]
    changed.__dict__["open"] = [
        first.changed(cookie=cookie) for cookie in (*about[:names], None, None)
    ]
    changed.__dict__["ids"] = {id(one): "F-1" for one in changed.open}
    return changed


@pytest.mark.parametrize(
    ("names", "language", "said"),
    [
        (0, "en", "2 findings: the site"),
        (1, "en", "3 findings: basket and the site"),
        (2, "en", "4 findings: basket, choice and the site"),
        (4, "en", "6 findings: basket, choice, the site and others"),
        (2, "fr", "4 constats\u00a0: basket, choice et le site"),
    ],
)
def test_what_concerns_the_site_is_named_beside_cookies(
    names: int, language: str, said: str
) -> None:
    words = where([("", with_some_about_the_site(names))], "CLS001", language)

    assert words.replace("\u202f", "\u00a0").endswith(said.replace("\u202f", "\u00a0"))


def test_of_several_sites_a_row_says_which_it_is_about() -> None:
    sites = [("site-1-", subject("violations")), ("site-2-", subject("minimal"))]

    assert where(sites, "CLS001").endswith("2 findings: Boutique Exemple")
    assert where(sites[:1], "CLS001").endswith("2 findings: _ga and _pk_id")
    both = [("site-1-", subject("violations")), ("site-2-", subject("violations"))]
    assert where(both, "CLS001").endswith("4 findings: Boutique Exemple")
