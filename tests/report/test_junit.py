from collections.abc import Callable, Sequence
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from junitparser import Failure, JUnitXml, Skipped, TestCase
from junitparser.junitparser import FinalResult
from xmlschema import XMLSchema

from policylint.lint.finding import Finding, Outcome, Place, Report
from policylint.report import render
from policylint.report.clean import visible
from policylint.rule import Severity
from tests.report.test_hostile import NAMES

SCHEMA = XMLSchema(Path(__file__).with_name("junit.xsd"))


def changed(report: Report, **values: object) -> Report:
    return Report(**{**vars(report), **values})


def cases(report: Report) -> dict[str, TestCase]:
    """Read the cases of the one suite as users of junitparser do."""
    [suite] = JUnitXml.fromstring(render("junit", report).encode())
    return {str(case.name).partition(" ")[0]: case for case in suite}


def only(report: Report, *statuses: str, code: str = "LIF001") -> Report:
    """Keep the findings of one rule that have one of some statuses."""
    return changed(
        report,
        findings=[
            one for one in report.findings if one.rule.code == code and one.status in statuses
        ],
    )


def result(case: TestCase) -> FinalResult | None:
    found = case.result
    assert len(found) <= 1
    return found[0] if found else None


def test_a_report_fits_what_jenkins_takes(report: Report, clean_report: Report) -> None:
    for one in (report, clean_report):
        SCHEMA.validate(render("junit", one))


@pytest.mark.parametrize("text", NAMES, ids=ascii)
def test_a_hostile_report_fits_what_jenkins_takes(
    text: str, hostile: Callable[[str], Report]
) -> None:
    SCHEMA.validate(render("junit", hostile(text)))


@pytest.mark.parametrize("text", ["]]><failure/>", '"&lt;<>', "a\x00\ud800\ufffe\nb", "日本語"])
def test_a_name_is_read_back_as_it_is_shown(text: str, hostile: Callable[[str], Report]) -> None:
    [suite] = JUnitXml.fromstring(render("junit", hostile(text)).encode())

    assert suite.name == visible(text)
    assert {case.classname for case in suite} == {visible(text)}


def test_counts_are_those_of_the_cases(report: Report) -> None:
    root = JUnitXml.fromstring(render("junit", report).encode())
    [suite] = root

    kinds = [type(result(case)) for case in suite]
    assert (root.tests, root.failures, root.errors) == (7, 3, 0)
    assert (suite.tests, suite.failures, suite.errors, suite.skipped) == (
        len(kinds),
        kinds.count(Failure),
        0,
        kinds.count(Skipped),
    )
    assert (suite.tests, suite.skipped) == (7, 3)


def test_what_a_rule_finds_is_one_failure_with_every_place(report: Report) -> None:
    failure = result(cases(report)["LIF001"])

    assert isinstance(failure, Failure)
    assert failure.type == "error"
    assert str(failure.message).startswith("site/cookies.yaml:10:15: error: the lifetime of '_ga'")
    assert str(failure.message).endswith("[BE, FR] (house) (and 1 more)")
    lines = str(failure.text).splitlines()
    assert [line.partition(" ")[0] for line in lines if not line.startswith(" ")] == [
        "site/cookies.yaml:10:15:",
        "site/cookies.yaml:107:15:",
    ]
    assert "  policylint's own check, not law" in lines


def test_the_type_of_a_failure_is_the_gravest_severity(report: Report) -> None:
    failure = result(cases(report)["INF003"])

    assert failure is not None
    assert failure.type == "warning"


def test_an_info_is_no_failure_and_is_told(report: Report) -> None:
    case = cases(report)["PRE001"]

    assert result(case) is None
    assert "does not say whether it honours the browser's signal" in str(case.system_out)


def test_a_waived_finding_is_skipped_with_the_waiver(report: Report) -> None:
    skipped = result(cases(only(report, "waived"))["LIF001"])

    assert isinstance(skipped, Skipped)
    assert skipped.message == (
        "accepted until 2027-01-31 by dpo@studio-ductus.example: the contract ends in January"
    )
    assert "site/cookies.yaml:117:15: error: the lifetime of '_fbp'" in str(skipped.text)


def test_a_suppressed_finding_is_skipped_with_its_reason(report: Report) -> None:
    skipped = result(cases(only(report, "suppressed", code="INF003"))["INF003"])

    assert isinstance(skipped, Skipped)
    assert skipped.message == "suppressed in a comment: wording agreed with legal"


def test_a_finding_of_the_baseline_is_skipped(report: Report) -> None:
    skipped = result(cases(only(report, "baselined", code="CLS001"))["CLS001"])

    assert isinstance(skipped, Skipped)
    assert skipped.message == "in the baseline"


def test_a_waived_finding_does_not_hide_an_open_one(report: Report) -> None:
    case = cases(only(report, "open", "waived"))["LIF001"]

    assert isinstance(result(case), Failure)
    assert "accepted until 2027-01-31 by dpo@studio-ductus.example" in str(case.system_out)


def test_a_rule_that_was_not_evaluated_is_skipped_with_the_reason(report: Report) -> None:
    skipped = result(cases(report)["SEC004"])

    assert isinstance(skipped, Skipped)
    assert skipped.message == "not evaluated: switched off by configuration"


def test_a_rule_with_nothing_to_judge_is_no_case(report: Report) -> None:
    assert "VEN001" not in cases(report)
    assert '<property name="not_applicable" value="VEN001"/>' in render("junit", report)


def test_a_rule_that_passed_is_a_case_without_a_word(clean_report: Report) -> None:
    case = cases(clean_report)["LIF001"]

    assert case.is_passed
    assert case.system_out is None


def test_what_a_failed_rule_could_not_judge_is_told(report: Report) -> None:
    outcomes = [Outcome(code="LIF001", path="site/cookies.yaml", outcome="failed", reason="gaps")]

    case = cases(changed(report, outcomes=outcomes))["LIF001"]

    assert "partly not evaluated: gaps" in str(case.system_out)


def of_an_included_file(report: Report) -> Report:
    finding = report.findings[2]
    place = Place(**{**vars(finding.place), "path": "site/vendors.yaml"})
    outcomes = [Outcome(code="LIF001", path="site/cookies.yaml", outcome="failed")]
    return changed(
        report, findings=[Finding(**{**vars(finding), "place": place})], outcomes=outcomes
    )


def test_a_finding_of_an_included_file_fails_there_and_passes_nowhere(report: Report) -> None:
    including, included = JUnitXml.fromstring(render("junit", of_an_included_file(report)).encode())

    [case] = including
    [failed] = included
    assert (including.name, included.name) == ("site/cookies.yaml", "site/vendors.yaml")
    assert isinstance(result(case), Skipped)
    assert isinstance(result(failed), Failure)


def test_what_was_judged_of_a_configuration_is_a_suite(report: Report) -> None:
    outcomes = [
        *report.outcomes,
        Outcome(code="DOC007", path="policylint.toml", outcome="passed"),
        Outcome(code="DOC008", path="policylint.toml", outcome="not-evaluated", reason="partial"),
    ]

    _, suite = JUnitXml.fromstring(render("junit", changed(report, outcomes=outcomes)).encode())

    assert suite.name == "policylint.toml"
    assert [(case.name, case.is_passed) for case in suite] == [("DOC007", True), ("DOC008", False)]


def test_no_two_cases_have_one_name(report: Report) -> None:
    """GitLab drops the second."""
    findings = [*report.findings, *of_an_included_file(report).findings]
    root = JUnitXml.fromstring(render("junit", changed(report, findings=findings)).encode())

    names = [(case.classname, case.name) for suite in root for case in suite]

    assert len(names) == len(set(names))


@pytest.mark.parametrize("severity", list(Severity))
def test_no_output_names_a_file_to_attach(
    severity: Severity, hostile: Callable[[str], Report]
) -> None:
    """Jenkins and GitLab would offer it for download."""
    report = hostile("[[ATTACHMENT|/etc/passwd]]")
    findings: Sequence[Finding] = [
        Finding(**{**vars(one), "severity": severity}) for one in report.findings
    ]

    written = render("junit", changed(report, findings=findings))

    assert "[[ATTACHMENT" not in "".join(ET.fromstring(written).itertext())  # noqa: S314 - ours
    assert "[[ATTACHMENT" not in written
