"""Whatever a name holds, each format is read back with the same findings."""

import csv
import json
from collections.abc import Callable
from io import StringIO
from xml.etree import ElementTree as ET

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from policylint.lint.finding import Report
from policylint.report import render
from tests.report.test_concise import issues
from tests.report.test_csv import FORMULA
from tests.report.test_markdown import ACCEPTED, FINDINGS, FIRING, Page

SIGNS = "|`\\*_~[]()<>!#@$%^&:;=+-,.'\"\r\n\t \x00\x1b\u202e\u200b\ud800\ufffe＝１é日"  # noqa: RUF001
WORDS = """
    ]]> --> <!-- </details> <br> &lt; &#96; `` \\| www. :// @a #1 GH-1 ![a](b) [a]: :a: :1:1:
    LIF001 error :: ##[ "";
"""
PIECES = st.sampled_from([*SIGNS, *WORDS.split()])
NAMES = st.one_of(
    st.lists(PIECES, max_size=12).map("".join),
    st.text(st.characters(), max_size=40),
)
often = settings(
    max_examples=300,
    deadline=None,
    derandomize=True,
    # The fixture is a function; it keeps nothing.
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@often
@given(name=NAMES)
def test_any_name_is_one_issue_a_line(name: str, hostile: Callable[[str], Report]) -> None:
    *lines, summary = render("concise", hostile(name)).split("\n")[:-1]

    assert len(lines) == 2
    for line in lines:
        [issue] = issues(line)
        assert (issue.line, issue.column, issue.code, issue.severity) == (
            "3",
            "3",
            "LIF001",
            "error",
        )
    assert list(issues(summary)) == []


@often
@given(name=NAMES)
def test_any_name_is_well_formed_xml(name: str, hostile: Callable[[str], Report]) -> None:
    root = ET.fromstring(render("junit", hostile(name)))  # noqa: S314 - ours

    assert [case.get("name") for case in root.iter("testcase")] == [
        "CLS001 improvement-without-consent",
        "INF003 purpose-is-vague",
        "LIF001 lifetime-too-long",
        "SEC004",
    ]


@often
@given(name=NAMES)
def test_any_name_is_in_its_cell(name: str, hostile: Callable[[str], Report]) -> None:
    written = render("csv", hostile(name))

    found = list(csv.reader(StringIO(written, newline=""), strict=True))
    assert [len(row) for row in found] == [16] * 7
    for separator in ",;\t":
        for row in csv.reader(StringIO(written, newline=""), delimiter=separator):
            assert not [cell for cell in row if cell.strip(' "\t\r\n\xa0').startswith(FORMULA)]


@often
@given(name=NAMES)
def test_any_name_is_in_its_row(name: str, hostile: Callable[[str], Report]) -> None:
    text = render("markdown", hostile(name))
    page = Page(text)
    tokens = [token.type for token in MarkdownIt("commonmark").enable("table").parse(text)]

    assert [[len(row) for row in table] for table in page.tables] == [
        [len(FINDINGS)] * 3,
        [len(ACCEPTED)] * 2,
    ]
    assert tokens.count("td_open") == 2 * len(FINDINGS) + len(ACCEPTED)
    assert len(page.links) == 3
    assert page.comments == ["policylint"]
    assert not {"img", "script", "del", "em", "input", "sup", "section"} & set(page.tags)
    assert [data for data in page.texts if FIRING.search(data)] == []


@often
@given(name=NAMES)
def test_any_name_is_json(name: str, hostile: Callable[[str], Report]) -> None:
    report = hostile(name)

    assert len(json.loads(render("gitlab", report))) == 3
    assert len(json.loads(render("sarif", report))["runs"][0]["results"]) == 5
    assert len(json.loads(render("json", report))["findings"]) == 5
