"""The problem matcher that we ship reads every line, as GitHub's runner reads it."""

import json
import re
from collections.abc import Callable, Iterator
from importlib.resources import files
from typing import Any, NamedTuple

import pytest

from policylint.lint.finding import Finding, Place, Report
from policylint.report import render
from policylint.report.clean import inert, visible
from policylint.report.wording import standing
from policylint.rule import Severity
from tests.report.test_hostile import NAMES

# What the runner takes, and how it says "info" (actions/runner: OutputManager.ConvertToIssue).
COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}

CONFIG = json.loads(files("policylint.report").joinpath("problem-matcher.json").read_text("utf-8"))
PARTS = ("file", "line", "column", "code", "severity", "message")


class Issue(NamedTuple):
    """What a line becomes in the runner."""

    file: str
    line: str
    column: str
    code: str
    severity: str
    message: str


def issues(line: str) -> Iterator[Issue]:
    for matcher in CONFIG["problemMatcher"]:
        [pattern] = matcher["pattern"]
        # .NET's RegexOptions.ECMAScript keeps \d to 0-9, as re.ASCII does.
        found = re.search(pattern["regexp"], line, re.ASCII)
        if found:
            read = {part: found[pattern[part]] for part in PARTS if part in pattern}
            yield Issue(**{"severity": matcher.get("severity", ""), **read})


def expected(finding: Finding) -> Issue:
    place = finding.place
    return Issue(
        file=place.path,
        line=str(place.line),
        column=str(place.column),
        code=finding.rule.code,
        severity=COMMANDS[finding.severity],
        message=f"{finding.message} {standing(finding)}",
    )


def with_path(report: Report, path: str) -> Report:
    findings = [
        Finding(**{**vars(one), "place": Place(**{**vars(one.place), "path": path})})
        for one in report.findings
    ]
    return Report(**{**vars(report), "findings": findings})


def opened(report: Report) -> list[Finding]:
    return [one for one in report.findings if one.status == "open"]


def test_the_matcher_is_one_that_the_runner_loads() -> None:
    """As IssueMatcherConfig.Validate in actions/runner."""
    matchers: list[Any] = CONFIG["problemMatcher"]

    assert len({one["owner"].lower() for one in matchers}) == len(matchers)
    for one in matchers:
        assert one.get("severity", "error") in COMMANDS.values()
        for pattern in one["pattern"]:
            groups = re.compile(pattern["regexp"]).groups
            numbers = [pattern[part] for part in PARTS if part in pattern]
            assert len(set(numbers)) == len(numbers)
            assert set(numbers) <= set(range(1, groups + 1))
            assert {"file", "line", "message"} <= pattern.keys()


def test_each_line_is_one_issue_but_the_summary(report: Report) -> None:
    *lines, summary = render("concise", report).splitlines()

    found = [list(issues(line)) for line in lines]

    assert found == [[expected(one)] for one in opened(report)]
    assert {one.severity for [one] in found} == set(COMMANDS.values())
    assert list(issues(summary)) == []


@pytest.mark.parametrize("text", NAMES, ids=ascii)
def test_a_hostile_name_is_one_issue_at_the_right_place(
    text: str, hostile: Callable[[str], Report]
) -> None:
    *lines, summary = render("concise", hostile(text)).splitlines()

    for line in lines:
        [issue] = issues(line)
        assert (issue.line, issue.column, issue.code) == ("3", "3", "LIF001")
        assert issue.severity == "error"
        assert f": {issue.message}" == inert(f": {visible(text)} [FR, {visible(text)}] (house)")
    assert list(issues(summary)) == []


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("a:1:1: LIF001 error x", r"a\x3a1:1: LIF001 error x"),
        ("a:1:1: b:2:2: c", r"a\x3a1:1: b\x3a2:2: c"),
        ("C:/sites/a.yaml", "C:/sites/a.yaml"),
        ("a: b.yaml", "a: b.yaml"),
        ("a:1:1", "a:1:1"),
    ],
)
def test_no_path_points_at_another(path: str, shown: str, report: Report) -> None:
    for line in render("concise", with_path(report, path)).splitlines()[:-1]:
        [issue] = issues(line)
        assert issue.file == shown


@pytest.mark.parametrize("path", NAMES, ids=ascii)
def test_a_path_is_read_back_as_it_is_shown(path: str, report: Report) -> None:
    first = render("concise", with_path(report, path)).splitlines()[0]

    [issue] = issues(first)

    assert issue.file == inert(visible(re.sub(r":(?=\d+:\d+: )", r"\\x3a", path)))


def test_closed_findings_are_no_lines(report: Report) -> None:
    assert "_fbp" not in render("concise", report)
