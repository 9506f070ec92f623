import html
import re
from collections.abc import Callable
from datetime import date
from html.parser import HTMLParser
from urllib.parse import urlsplit

import cmarkgfm  # type: ignore[import-untyped]
import pytest
from cmarkgfm.cmark import Options  # type: ignore[import-untyped]
from markdown_it import MarkdownIt

from policylint.lint.finding import BaselineEntry, Finding, Outcome, Report, Waiver
from policylint.report import render
from policylint.report.clean import visible
from policylint.report.markdown import LIMIT, MARKER
from policylint.report.wording import grounds
from policylint.rule import Severity
from tests.report.test_hostile import NAMES

APART = "\u200b"
FINDINGS = ["severity", "rule", "place", "finding", "ground"]
ACCEPTED = ["rule", "cookie", "place", "finding", "until", "accepted by", "reason"]

# What GitHub and GitLab look for in a page that was Markdown.
FIRING = re.compile(
    r"(?:@|#|!|%|~|\^)(?=\w)|\bGH-\d|https?://|\bwww\.\w|:[\w+-]+:(?!\d)|(?<!\w)&(?=\w)"
)


class Page(HTMLParser):
    """The HTML that GitHub's own Markdown makes of a comment: tags, links, and cells as text."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.links: list[str] = []
        self.tables: list[list[list[str]]] = []
        self.comments: list[str] = []
        self.texts: list[str] = []
        self.in_cell = False
        self.feed(cmarkgfm.github_flavored_markdown_to_html(text, Options.CMARK_OPT_UNSAFE))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("td", "th"):
            self.tables[-1][-1].append("")
            self.in_cell = True
        elif tag == "br":
            self.tables[-1][-1][-1] += "\n"

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th"):
            self.in_cell = False

    def handle_data(self, data: str) -> None:
        self.texts.append(data)
        if self.in_cell:
            self.tables[-1][-1][-1] += data

    def handle_comment(self, data: str) -> None:
        self.comments.append(data.strip())


def changed(report: Report, **values: object) -> Report:
    return Report(**{**vars(report), **values})


def endless(report: Report, number: int, message: str = "x") -> Report:
    """Make a report of many findings, waivers and reasons, each with another message."""
    one, waived = report.findings[3], report.findings[5]
    waiver = Waiver(**{**vars(waived.waiver), "reason": message})
    return changed(
        report,
        findings=[
            *(Finding(**{**vars(one), "message": f"{message}{n}"}) for n in range(number)),
            *(Finding(**{**vars(waived), "waiver": waiver}) for n in range(number)),
        ],
        outcomes=[
            Outcome(code="SEC004", path="a", outcome="not-evaluated", reason=f"{message}{n}")
            for n in range(number)
        ],
    )


def left(text: str, noun: str) -> int:
    found = re.search(rf"^… and (\d+) more {noun}s? in the full report\.$", text, re.MULTILINE)
    return int(found[1]) if found else 0


def test_a_comment_begins_with_the_mark_of_its_bot(report: Report, clean_report: Report) -> None:
    for one in (report, clean_report):
        assert render("markdown", one).split("\n", 1)[0] == MARKER == "<!-- policylint -->"
        assert Page(render("markdown", one)).comments == ["policylint"]


def test_the_verdict_is_in_numbers(report: Report, clean_report: Report) -> None:
    counts = "3 errors, 1 warning, 1 info in 1 file (1 suppressed, 1 waived, 1 baselined); 5 rules"

    assert f"\n\n**policylint:** {counts} checked as of" in render("markdown", report)
    assert "\n\n**policylint:** no findings in 1 file: 5" in render("markdown", clean_report)


def test_a_baseline_that_can_shrink_says_so(report: Report) -> None:
    gone = BaselineEntry(
        path="a.yaml",
        code="LIF001",
        severity=Severity.ERROR,
        jurisdictions=("FR",),
        cookie="_ga",
        pointer="/cookies/*/lifetime",
        content="0",
        count=2,
    )

    text = render("markdown", changed(report, shrinkable=[gone, gone]))

    assert "\n\nThe baseline lists 4 findings too many; `policylint check --write-baseline`" in text
    assert "baseline lists" not in render("markdown", report)


def test_open_findings_are_a_table_the_gravest_first(report: Report) -> None:
    table = Page(render("markdown", report)).tables[0]

    assert table[0] == FINDINGS
    assert [(row[0], row[1]) for row in table[1:]] == [
        ("error", "CLS001"),
        ("error", "LIF001"),
        ("error", "LIF001"),
        ("warning", "INF003"),
        ("info", "PRE001"),
    ]
    assert table[1][2:] == [
        "site/cookies.yaml:9:14",
        f"{report.findings[1].message} [BE, FR]",
        "\n".join(grounds(report.findings[1].citations)),
    ]


def test_a_proposal_is_said_to_be_no_law(report: Report) -> None:
    table = Page(render("markdown", report)).tables[0]

    assert table[-1][4].startswith("a proposal, not law\n")


def test_a_code_leads_to_the_page_of_rules(report: Report) -> None:
    assert Page(render("markdown", report)).links[0] == (
        "https://github.com/studio-ductus/policylint/blob/main/docs/rules.md"
        "#cls001-improvement-without-consent"
    )


def test_accepted_risks_have_a_table_with_the_waiver(report: Report) -> None:
    text = render("markdown", report)
    table = Page(text).tables[1]

    assert "\n### Accepted risks\n" in text
    assert [[cell.replace(APART, "") for cell in row] for row in table] == [
        ACCEPTED,
        [
            "LIF001",
            "_fbp",
            "site/cookies.yaml:117:15",
            "the lifetime of '_fbp', 2 years, is above 13 months [FR]",
            "2027-01-31",
            "dpo@studio-ductus.example",
            "the contract ends in January",
        ],
    ]


def test_what_was_not_evaluated_is_folded_away(report: Report) -> None:
    page = Page(render("markdown", report))

    assert [tag for tag in page.tags if tag in ("details", "summary", "ul", "li")] == [
        "details",
        "summary",
        "ul",
        "li",
        "li",
    ]
    assert "3 rules not evaluated" in page.texts
    assert "SEC004: switched off by configuration" in page.texts


def test_nothing_open_is_no_empty_table(clean_report: Report) -> None:
    assert Page(render("markdown", clean_report)).tables == []


def test_suppressed_and_baselined_findings_are_only_counted(report: Report) -> None:
    text = render("markdown", report)

    assert "wording agreed" not in text
    assert "'old'" not in text


@pytest.mark.parametrize("text", NAMES, ids=ascii)
def test_no_name_adds_a_row_a_link_or_an_image(text: str, hostile: Callable[[str], Report]) -> None:
    page = Page(render("markdown", hostile(text)))

    assert [(len(table), {len(row) for row in table}) for table in page.tables] == [
        (3, {len(FINDINGS)}),
        (2, {len(ACCEPTED)}),
    ]
    assert {urlsplit(link).netloc for link in page.links} == {"github.com"}
    assert len(page.links) == 3
    assert set(page.tags) <= {
        *("p", "strong", "table", "thead", "tbody", "tr", "th", "td", "a", "code", "br", "h3"),
        *("details", "summary", "ul", "li", "span"),
    }
    assert page.comments == ["policylint"]


@pytest.mark.parametrize("text", NAMES, ids=ascii)
def test_another_reader_of_markdown_sees_the_same_rows(
    text: str, hostile: Callable[[str], Report]
) -> None:
    tokens = MarkdownIt("commonmark").enable("table").parse(render("markdown", hostile(text)))

    kinds = [token.type for token in tokens]

    assert kinds.count("table_open") == 2
    assert kinds.count("tr_open") == 3 + 2
    assert kinds.count("td_open") == 2 * len(FINDINGS) + len(ACCEPTED)
    assert kinds.count("list_item_open") == 1
    assert [token.content for token in tokens if token.type == "html_block"] == [
        f"{MARKER}\n",
        "<details>\n<summary>1 rule not evaluated</summary>\n",
        "</details>\n",
    ]


@pytest.mark.parametrize("text", [name for name in NAMES if len(name) < 200], ids=ascii)
def test_a_name_is_read_as_it_is_shown(text: str, hostile: Callable[[str], Report]) -> None:
    page = Page(render("markdown", hostile(text)))

    findings, accepted = page.tables

    shown = visible(text).strip()
    for row in findings[1:]:
        assert row[2].replace(APART, "").strip() == f"{visible(text)}:3:3".strip()
        assert row[3].replace(APART, "").startswith(shown)
    assert accepted[1][6].replace(APART, "").strip() == shown
    assert page.texts  # the page was read


@pytest.mark.parametrize("text", NAMES, ids=ascii)
def test_nothing_in_a_name_fires_when_the_page_is_searched(
    text: str, hostile: Callable[[str], Report]
) -> None:
    page = Page(render("markdown", hostile(text)))

    assert [data for data in page.texts if FIRING.search(data)] == []


def test_a_sign_of_mathematics_stands_alone(hostile: Callable[[str], Report]) -> None:
    written = render("markdown", hostile("$\\text{x}$"))

    assert written.count("$") == written.count("<span>$</span>") > 0


def test_no_line_is_one_that_gitlab_obeys(hostile: Callable[[str], Report]) -> None:
    written = render("markdown", hostile("/close"))

    assert not [line for line in written.splitlines() if line.lstrip().startswith("/")]


@pytest.mark.parametrize(
    "message", ["x" * 300, "$" * 5000, "日" * 600, "\U000e0041" * 600, "@a " * 99]
)
def test_a_comment_is_never_longer_than_github_takes(report: Report, message: str) -> None:
    text = render("markdown", endless(report, 3_000, message))

    assert LIMIT - 15_000 < len(text.encode()) <= LIMIT == 65_536


@pytest.mark.parametrize("number", [1, 20, 120, 1_000])
def test_what_has_no_room_is_counted(report: Report, number: int) -> None:
    text = render("markdown", endless(report, number, "the lifetime is above 13 months "))

    findings, accepted = Page(text).tables
    assert len(findings) - 1 + left(text, "finding") == number
    assert len(accepted) - 1 + left(text, "accepted risk") == number
    assert Page(text).tags.count("li") + left(text, "reason") == number
    assert min(len(findings), len(accepted), Page(text).tags.count("li") + 1) >= 2
    assert "</details>\n" in text[-20:]


def test_errors_come_before_infos_where_there_is_no_room(report: Report) -> None:
    info, error = report.findings[0], report.findings[1]

    table = Page(render("markdown", changed(report, findings=[info] * 1_000 + [error]))).tables[0]

    assert table[1][0] == "error"


def test_a_waiver_of_today_is_still_a_table(report: Report) -> None:
    waived = report.findings[5]
    waiver = Waiver(**{**vars(waived.waiver), "expires": date(2026, 11, 23)})

    text = render(
        "markdown",
        changed(report, findings=[Finding(**{**vars(waived), "waiver": waiver})]),
    )

    assert html.unescape(text).count("| 2026-11-23 |") == 1
