import re
from collections.abc import Callable

import pytest

from policylint.lint.finding import Finding, Outcome, Place, Report
from policylint.report import render

LIMIT = 88
TELLS = "    Shorten the lifetime where the cookie is set, then declare the new one here."


def place(excerpt: str, column: int, end: int) -> Place:
    return Place(
        path="cookies.yaml",
        line=3,
        column=column,
        end_line=3,
        end_column=end,
        pointer=None,
        excerpt=excerpt,
    )


def shown(report: Report) -> tuple[str, str]:
    lines = render("text", report).split("\n")
    number = next(index for index, line in enumerate(lines) if line.startswith("  3 |"))
    return lines[number][6:], lines[number + 1][6:]


def test_the_mark_stands_under_what_it_marks(finding_at: Callable[[Place], Report]) -> None:
    source, mark = shown(finding_at(place("lifetime: 2 years", 11, 18)))

    assert source[len(mark) - len(mark.lstrip()) : len(mark)] == "2 years"


def test_tabs_do_not_move_the_mark(finding_at: Callable[[Place], Report]) -> None:
    source, mark = shown(finding_at(place("\tlifetime:\t2 years", 12, 19)))

    assert source == "    lifetime:    2 years"
    assert mark == "                 ^^^^^^^"


def test_wide_characters_take_two_columns(finding_at: Callable[[Place], Report]) -> None:
    source, mark = shown(finding_at(place("名: 日本", 4, 6)))

    assert source == "名: 日本"
    assert mark == "    ^^^^"


def test_combining_characters_take_no_column(finding_at: Callable[[Place], Report]) -> None:
    _, mark = shown(finding_at(place("e\u0301te\u0301: 2 years", 8, 15)))

    assert mark == "     ^^^^^^^"


def test_an_empty_place_is_marked_once(finding_at: Callable[[Place], Report]) -> None:
    assert shown(finding_at(place("name:", 6, 6))) == ("name:", "     ^")


def test_a_place_beyond_its_line_is_marked_at_the_end(
    finding_at: Callable[[Place], Report],
) -> None:
    assert shown(finding_at(place("name:", 90, 95))) == ("name:", "     ^")


@pytest.mark.parametrize("filler", ["x ", "日", "a\u0301", "\t", "\u202e"])
@pytest.mark.parametrize(("before", "after"), [(0, 900), (900, 0), (900, 900), (20, 900)])
def test_a_long_line_is_cut_around_the_mark(
    before: int, after: int, filler: str, finding_at: Callable[[Place], Report]
) -> None:
    head, tail = (filler * before)[:before], filler * after

    source, mark = shown(finding_at(place(f"{head}MARKED{tail}", before + 1, before + 7)))

    assert "MARKED" in source
    assert mark.endswith("^" * 6)
    assert not mark.endswith("^" * 7)
    assert len(mark) <= LIMIT
    assert len(source) <= 3 * LIMIT


def test_a_long_mark_ends_with_the_line_as_shown(finding_at: Callable[[Place], Report]) -> None:
    source, mark = shown(finding_at(place("name: " + "x" * 900, 7, 907)))

    assert len(source) == LIMIT - 6
    assert source == "name: " + "x" * (LIMIT - 13) + "…"
    assert mark == " " * 6 + "^" * (LIMIT - 13)


def test_a_place_without_an_excerpt_shows_no_source(finding_at: Callable[[Place], Report]) -> None:
    assert " | " not in render("text", finding_at(place("", 1, 1)))


def test_prose_is_wrapped(report: Report) -> None:
    lines = render("text", report).split("\n")[:-2]

    assert max(map(len, lines)) <= LIMIT


def test_many_jurisdictions_are_wrapped_below_the_header(report: Report) -> None:
    codes = [f"{a}{b}" for a in "ABC" for b in "ABCDEFGHIJ"]
    finding = Finding(**{**vars(report.findings[1]), "jurisdictions": codes})

    lines = render("text", Report(**{**vars(report), "findings": (finding,)})).split("\n")

    assert lines[0] == "site/cookies.yaml:9:14 error CLS001 improvement-without-consent"
    assert lines[1].startswith("  [AA, AB, ")
    assert max(map(len, lines[:4])) <= LIMIT


def test_ground_and_cure_are_told_once_a_rule(report: Report) -> None:
    text = render("text", report)

    assert text.count(TELLS) == 1
    assert text.count("  ground and how to fix: as above for LIF001") == 1


def test_another_ground_of_the_same_rule_is_told(report: Report) -> None:
    first = report.findings[2]
    other = Finding(**{**vars(first), "citations": report.findings[1].citations})

    text = render("text", Report(**{**vars(report), "findings": (first, other)}))

    assert "    Article 5(3) Directive 1900/1/EC: binding law" in text
    assert "  how to fix: as above for LIF001" in text
    assert text.count(TELLS) == 1


def test_a_ground_that_is_no_law_is_not_called_legal(report: Report) -> None:
    findings = [one for one in report.findings if one.rule.code in ("LIF001", "PRE001")]

    text = render("text", Report(**{**vars(report), "findings": findings}))

    assert "  ground:\n" in text
    assert "legal ground" not in text


def test_color_changes_nothing_but_color(report: Report) -> None:
    plain = render("text", report)
    colored = render("text", report, color=True)

    assert "\x1b" not in plain
    assert "\x1b[1;31merror\x1b[0m" in colored
    assert re.sub(r"\x1b\[[\d;]*m", "", colored) == plain


def test_waived_findings_are_still_shown(report: Report) -> None:
    text = render("text", report)

    assert "accepted risks, waived in the configuration:\n  site/cookies.yaml:117:15" in text
    assert (
        "\n    accepted until 2027-01-31 by dpo@studio-ductus.example: the contract ends in January\n"
        in text
    )
    assert "(1 suppressed, 1 waived, 1 baselined)" in text


def test_suppressed_and_baselined_findings_are_only_counted(report: Report) -> None:
    text = render("text", report)

    assert "wording agreed with legal" not in text
    assert "'old'" not in text


def test_nothing_but_waived_findings_is_not_nothing(report: Report) -> None:
    waived = [one for one in report.findings if one.status == "waived"]

    text = render("concise", Report(**{**vars(report), "findings": waived}))

    assert text.startswith("no open findings (1 waived) in 1 file: 5 rules checked as of ")


def test_rules_not_evaluated_on_some_files_are_counted_for_those(report: Report) -> None:
    outcomes = (
        Outcome(code="EVD001", path="a", outcome="not-evaluated", reason="no evidence given"),
        Outcome(code="EVD001", path="b", outcome="passed"),
    )

    text = render("text", Report(**{**vars(report), "files": ("a", "b"), "outcomes": outcomes}))

    assert "  EVD001 (on 1 of 2 files): no evidence given\n" in text
    assert "in 2 files (1 suppressed, 1 waived, 1 baselined); 1 rule checked as of " in text
    assert text.endswith("), 1 not evaluated\n")


def test_endless_reasons_are_cut_with_a_count(report: Report) -> None:
    outcomes = [
        Outcome(code="EVD001", path="a", outcome="not-evaluated", reason=f"reason {number}")
        for number in range(25)
    ]

    text = render("text", Report(**{**vars(report), "outcomes": outcomes}))

    assert "  … and for 5 more reasons, which --format json lists\n" in text
