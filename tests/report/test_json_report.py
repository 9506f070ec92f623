import json
import re
from typing import Any

from policylint import __version__
from policylint.law import LAW_AS_OF, RULE_PACK
from policylint.lint.finding import Report
from policylint.report import render
from policylint.report.json_text import Json, write_json

FINDING = [
    "code",
    "name",
    "severity",
    "message",
    "path",
    "line",
    "column",
    "end_line",
    "end_column",
    "pointer",
    "cookie",
    "jurisdictions",
    "preview",
    "citations",
    "waiver",
    "fix",
    "related",
    "status",
    "new_because",
]


def read(report: Report) -> Any:
    return json.loads(render("json", report))


def test_the_keys_are_those_of_the_contract(report: Report) -> None:
    document = read(report)

    assert list(document) == [
        "version",
        "tool",
        "rules",
        "as_of",
        "summary",
        "findings",
        "outcomes",
        "shrinkable",
    ]
    assert all(list(finding) == FINDING for finding in document["findings"])
    assert all(
        list(outcome) == ["code", "path", "outcome", "reason"] for outcome in document["outcomes"]
    )


def test_nested_keys_are_those_of_the_contract(report: Report) -> None:
    finding = read(report)["findings"][1]

    assert list(finding["citations"][0]) == ["title", "locator", "force", "url", "verified"]
    assert list(finding["related"][0]) == ["path", "line", "column", "pointer", "message"]
    assert list(finding["fix"]) == ["title", "applicability"]


def test_the_head_tells_tool_law_and_day(report: Report) -> None:
    document = read(report)

    assert document["version"] == 1
    assert document["tool"] == {"name": "policylint", "version": __version__}
    assert document["rules"] == {"pack": RULE_PACK, "law_as_of": LAW_AS_OF}
    assert document["as_of"] == "2026-11-23"


def test_the_summary_counts_open_findings_apart(report: Report) -> None:
    assert read(report)["summary"] == {
        "files": 1,
        "errors": 3,
        "warnings": 1,
        "infos": 1,
        "suppressed": 1,
        "waived": 1,
        "baselined": 1,
    }


def test_what_is_empty_is_null(report: Report) -> None:
    finding = read(report)["findings"][0]

    assert finding["cookie"] is None
    assert finding["waiver"] is None
    assert finding["fix"] is None
    assert finding["related"] == []


def test_a_citation_is_whole(report: Report) -> None:
    assert read(report)["findings"][1]["citations"][1] == {
        "title": "Recommendation of the Biscuit Authority",
        "locator": "art. 5, ¶50",
        "force": "guidance",
        "url": "https://authority.example/advice",
        "verified": "secondary",
    }


def test_proposals_are_marked_as_previews(report: Report) -> None:
    previews = [finding["code"] for finding in read(report)["findings"] if finding["preview"]]

    assert previews == ["PRE001"]


def test_json_is_written_as_the_standard_library_writes_it() -> None:
    document: Json = {
        "text": 'é "\\\n\x01',
        "numbers": [0, 1, -5],
        "flags": [True, False, None],
        "empty": {"list": [], "map": {}},
    }

    assert write_json(document) == json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def test_an_iterator_is_written_as_an_array() -> None:
    assert json.loads(write_json({"a": iter([1, 2]), "b": iter([])})) == {"a": [1, 2], "b": []}


def test_hidden_characters_are_escaped_and_read_back() -> None:
    text = "\x7f\x9b\u202e\u2028\U000e0041"

    written = write_json(text)

    assert re.fullmatch(r"[ -~]*\n", written)
    assert json.loads(written) == text
