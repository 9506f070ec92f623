from datetime import date
from pathlib import Path

import pytest

from policylint.lint.finding import Finding
from policylint.lint.run import Options, check_files
from policylint.lint.settings import Settings
from policylint.rule import Severity
from policylint.source.edit import Edit, apply
from tests.conftest import FRAME

HEAD = FRAME + "cookies:\n"
VAGUE = """\
  - name: sid
    category: essential
    purposes: [session-state]
    lifetime: session
    description: Session%s
"""
SELECT = ("INV002", "LIF001", "DOC")


def check(
    tmp_path: Path, text: str, *select: str, overridden: bool = False, **settings: object
) -> list[Finding]:
    path = tmp_path / "cookies.yaml"
    path.write_bytes(text.encode())
    options = Options(
        as_of=date(2026, 11, 23),
        select=select or SELECT,
        overridden=overridden,
        settings=Settings.build(settings),
    )
    return list(check_files([str(path)], options)[0].findings)


def told(findings: list[Finding]) -> list[tuple[str, str]]:
    return [(one.rule.code, one.status) for one in findings]


@pytest.mark.parametrize(
    "comment",
    [
        "# policylint: ignore[INV002] wording agreed with legal",
        "# policylint:ignore[vague, description-vague] agreed",
        "#policylint: IGNORE [ LIF001 , INV002 ]: agreed",
        "## Policylint : ignore[inv002] 合意済み",
    ],
)
def test_a_comment_with_a_reason_silences_the_rule_on_its_line(
    tmp_path: Path, comment: str
) -> None:
    findings = check(tmp_path, HEAD + VAGUE % f"  {comment}", "INV002")

    assert told(findings) == [("INV002", "suppressed")]
    assert findings[0].justification in {"wording agreed with legal", "agreed", "合意済み"}


def test_a_comment_that_stands_alone_silences_the_next_line_with_content(tmp_path: Path) -> None:
    text = HEAD + (VAGUE % "").replace(
        "    description",
        "    # policylint: ignore[INV002] agreed\n\n    # see the minutes\n    description",
    )

    assert told(check(tmp_path, text)) == [("INV002", "suppressed")]


def test_a_comment_beside_a_line_does_not_reach_the_next(tmp_path: Path) -> None:
    text = HEAD + (VAGUE % "").replace(
        "lifetime: session", "lifetime: session # policylint: ignore[INV002] agreed"
    )

    assert told(check(tmp_path, text)) == [("DOC005", "open"), ("INV002", "open")]


def test_a_comment_silences_no_other_rule_and_no_other_line(tmp_path: Path) -> None:
    text = HEAD + VAGUE % " # policylint: ignore[LIF001] wrong code" + VAGUE % ""

    assert told(check(tmp_path, text)) == [
        ("INV002", "open"),
        ("DOC005", "open"),
        ("INV002", "open"),
    ]


@pytest.mark.parametrize("reason", ["", " ", " .", " ---", " :"])
def test_without_a_reason_nothing_is_silenced(tmp_path: Path, reason: str) -> None:
    findings = check(tmp_path, HEAD + VAGUE % f" # policylint: ignore[INV002]{reason}")

    assert told(findings) == [("INV002", "open"), ("DOC006", "open")]
    assert "gives no reason" in findings[1].message


@pytest.mark.parametrize(
    "comment",
    [
        "# policylint: ignore INV002 agreed",
        "# policylint: disable=INV002",
        "# policylint:",
        "# policylint: ignore[] agreed",
        "# policylint: ignore[,] agreed",
        "# policylint: ignore[INV002 agreed",
        "# policylint ignore INV002 agreed",
        "# Policylint: disable INV002",
    ],
)
def test_a_comment_that_is_not_understood_says_so(tmp_path: Path, comment: str) -> None:
    findings = check(tmp_path, HEAD + VAGUE % f" {comment}")

    assert told(findings) == [("INV002", "open"), ("DOC006", "open")]
    assert "expected '# policylint: ignore[CODE] reason'" in findings[1].message


def test_text_about_policylint_is_no_suppression(tmp_path: Path) -> None:
    text = HEAD + VAGUE % " # see policylint: ignore[INV002] in the handbook"

    assert told(check(tmp_path, text)) == [("INV002", "open")]


def test_no_comment_silences_an_error(tmp_path: Path) -> None:
    text = HEAD + (VAGUE % "").replace(
        "session\n    desc", "2 years # policylint: ignore[LIF001] contract\n    desc"
    )
    findings = check(tmp_path, text, "LIF001", "DOC006")

    assert told(findings) == [("LIF001", "open"), ("DOC006", "open")]
    assert "waiver" in findings[1].message


def test_no_comment_silences_what_the_configuration_makes_an_error(tmp_path: Path) -> None:
    text = HEAD + VAGUE % " # policylint: ignore[INV002] agreed"
    findings = check(tmp_path, text, severity={"INV002": Severity.ERROR})

    assert told(findings) == [("INV002", "open"), ("DOC006", "open")]


def test_no_comment_silences_an_error_that_the_configuration_lowers(tmp_path: Path) -> None:
    text = HEAD + (VAGUE % "").replace(
        "session\n    desc", "2 years # policylint: ignore[LIF001] contract\n    desc"
    )
    findings = check(tmp_path, text, "LIF001", severity={"LIF001": Severity.INFO})

    assert told(findings) == [("LIF001", "open")]


def test_an_auditor_sees_everything_open_and_what_the_comments_are_worth(tmp_path: Path) -> None:
    text = HEAD + VAGUE % " # policylint: ignore[INV002, LIF001] agreed"
    findings = check(tmp_path, text, overridden=True)

    assert ("INV002", "open") in told(findings)
    assert [one.message for one in findings if one.rule.code == "DOC005"] == [
        "LIF001 finds nothing on line 9"
    ]


def test_a_rule_that_could_not_speak_leaves_its_suppression_alone(tmp_path: Path) -> None:
    text = HEAD + VAGUE % " # policylint: ignore[SEC001] not selected"

    assert told(check(tmp_path, text)) == [("INV002", "open")]


def test_a_file_with_faults_of_its_own_says_nothing_of_its_suppressions(tmp_path: Path) -> None:
    text = HEAD + (VAGUE % " # policylint: ignore[INV002] agreed").replace("purposes", "purposs")

    assert {one.rule.code for one in check(tmp_path, text)} == {"DOC002"}


def fixed(text: str, finding: Finding) -> str:
    assert finding.fix is not None
    assert finding.fix.applicability == "safe"
    return apply(text, [Edit(span, new) for span, new in finding.fix.edits])


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_fix_removes_an_unused_suppression_with_its_line(tmp_path: Path, end: str) -> None:
    clean = (HEAD + (VAGUE % "")).replace("Session", "Keeps the basket")
    text = clean.replace("  - name", "  # policylint: ignore[INV002] agreed\n  - name")
    findings = check(tmp_path, text.replace("\n", end))

    assert fixed(text.replace("\n", end), findings[0]) == clean.replace("\n", end)


def test_the_fix_removes_an_unused_suppression_and_the_blanks_before_it(tmp_path: Path) -> None:
    text = HEAD + (VAGUE % "   # policylint: ignore[LIF001] agreed")
    findings = check(tmp_path, text)

    assert told(findings) == [("INV002", "open"), ("DOC005", "open")]
    assert fixed(text, findings[1]) == HEAD + (VAGUE % "")


def test_the_fix_removes_one_code_of_several(tmp_path: Path) -> None:
    text = HEAD + (VAGUE % " # policylint: ignore[ LIF001,INV002 ] agreed")
    findings = check(tmp_path, text)

    assert told(findings) == [("INV002", "suppressed"), ("DOC005", "open")]
    assert fixed(text, findings[1]) == HEAD + VAGUE % " # policylint: ignore[INV002] agreed"


def test_an_unknown_rule_is_named(tmp_path: Path) -> None:
    findings = check(tmp_path, HEAD + VAGUE % " # policylint: ignore[INV999] agreed")

    assert findings[1].message == "'INV999' is no rule, so that it silences nothing"


def test_ten_thousand_comments_cost_no_square(tmp_path: Path) -> None:
    line = " # policylint: ignore[INV002] agreed"
    findings = check(tmp_path, HEAD + (VAGUE % line) * 3_000, "INV002")

    assert {one.status for one in findings} == {"suppressed"}
    assert len(findings) == 3_000
