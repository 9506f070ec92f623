import json
import re
import sys
import unicodedata
from collections.abc import Callable

import pytest

from policylint.lint.finding import Report
from policylint.report import FORMATS, render
from policylint.report.clean import visible

PEOPLE = ("text", "concise", "github")
OF_LINES = (*PEOPLE, "junit", "markdown", "csv")
NAMES = [
    "_ga\n::error file=x::owned",
    "_ga\r\nsecond",
    "\x1b[2J\x1b]0;title\x07",
    "\x9b31m",
    "\x7f\x00",
    "safe\u202egnp.exe",
    "\u2066a\u2069",
    "zero\u200bwidth\ufeff",
    "line\u2028and\u2029paragraph\x85next",
    "tag\U000e0041\U000e007f",
    "half\ud800pair",
    "\udfff",
    "%0A%25",
    "日本語 e\u0301 👩‍👩‍👧",
    '"quoted" \\ `ticks` <b>&amp;</b>',
    "[link](https://evil.example)",
    "{0} %s {name}",
    "x" * 5000,
    "",
    "::add-matcher::/tmp/x.json",
    "##[error]owned",
    "]]><failure/>",
    "--><script>alert(1)</script>",
    "</details></td></table>",
    "&lt;&#60;&amp;",
    "=cmd|' /C calc'!A0",
    "＝1+1",  # noqa: RUF001 - full width
    " \t@SUM(1)",
    "a;=cmd();+1",
    "| a | b |",
    "a\\|b\\",
    "``` `x``",
    "@octocat @org/team #123 GH-1 org/repo#1",
    "![x](https://evil.example/x.png) www.evil.example a@evil.example",
    "_www.evil.example",
    ":smile: $x$ ~~x~~ *x* _x_",
    "[[ATTACHMENT|/etc/passwd]]",
    "x:1:1: LIF001 error forged",
]
HIDING = ("Cc", "Cf", "Cs", "Zl", "Zp")


@pytest.mark.parametrize("text", NAMES, ids=ascii)
@pytest.mark.parametrize("name", FORMATS)
def test_no_name_hides_or_obeys_in_any_report(
    name: str, text: str, hostile: Callable[[str], Report]
) -> None:
    written = render(name, hostile(text))
    if name == "csv":
        written = written.replace("\r\n", "\n")

    written.encode()
    assert not {char for char in written if unicodedata.category(char) in HIDING} - {"\n"}


@pytest.mark.parametrize(
    "end", ["\n", "\r", "\r\n", "\v", "\f", "\x1c", "\x85", "\u2028"], ids=ascii
)
@pytest.mark.parametrize("name", OF_LINES)
def test_no_name_starts_a_line(name: str, end: str, hostile: Callable[[str], Report]) -> None:
    written = render(name, hostile(f"a{end}FORGED"))

    assert not [line for line in written.splitlines() if line.strip().startswith("FORGED")]


@pytest.mark.parametrize("text", NAMES, ids=ascii)
def test_a_concise_finding_is_one_line(text: str, hostile: Callable[[str], Report]) -> None:
    assert render("concise", hostile(text)).count("\n") == 3


@pytest.mark.parametrize("text", NAMES, ids=ascii)
def test_no_name_changes_in_json_but_half_pairs(
    text: str, hostile: Callable[[str], Report]
) -> None:
    finding = json.loads(render("json", hostile(text)))["findings"][0]

    assert finding["message"] == finding["cookie"] == re.sub("[\ud800-\udfff]", "\ufffd", text)


@pytest.mark.parametrize("name", [*PEOPLE, "junit", "csv"])
def test_hidden_characters_are_shown_as_escapes(
    name: str, hostile: Callable[[str], Report]
) -> None:
    written = render(name, hostile("a\x1b\u202e\u200b\U000e0041\n\t\ud800"))

    assert r"a\x1b\u202e\u200b\U000e0041\n\t\ud800" in written


def test_every_character_that_hides_is_shown() -> None:
    hiding = [
        char for char in map(chr, range(sys.maxunicode + 1)) if unicodedata.category(char) in HIDING
    ]

    assert [char for char in hiding if visible(char) == char] == []


def test_letters_that_show_nothing_are_shown() -> None:
    assert visible("\u3164\u115f\u034f\ufe00\U000e0100") == r"\u3164\u115f\u034f\ufe00\U000e0100"


def test_ordinary_text_stays_as_it_is() -> None:
    text = "Größe, œuvre, ¶50, 日本語, ❤\ufe0f, “quotes” … x\u00a0y"

    assert visible(text) == text
