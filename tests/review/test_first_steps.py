from policylint.policy.blocks import Badge, Code, Link, Table
from policylint.review.phrases import ReportPhrases
from policylint.review.report import build_report
from policylint.review.sections.first_steps import FORCES, HEART, chosen_steps, steps
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
