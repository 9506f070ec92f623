"""Hostile texts must end soon, and none may raise. What is quadratic takes minutes here."""

import time
from collections.abc import Callable
from typing import Any

import pytest

from policylint.errors import InputError
from policylint.policy.compare import MOST_BYTES, Difference
from policylint.policy.html_words import html_words
from policylint.policy.markdown_words import markdown_words
from policylint.policy.reduce import reduce_text

Compare = Callable[..., list[Difference]]
MOST_SECONDS = 20.0
HALF = MOST_BYTES // 2
UNITS = [
    "<!--",
    "<a ",
    "<a b='",
    '<a b="',
    "<![",
    "<!",
    "<?",
    "</",
    "<",
    "&",
    "&#",
    "<b>",
    "<svg hidden>",
    "[",
    "\\[",
    "[a](",
    "[a](<",
    "![a](x",
    "[]((",
    " *b",
    " _b",
    "*",
    "**a",
    "_",
    "`a ",
    "\\",
    "|",
    "-",
    "--- ",
    " -",
    "> ",
    "1. ",
    "\n",
    "a\n",
    "a",
    ".a",
    " ",
    "9",
    "1 month 13 ",
    "1 month, ",
    "1 (",
    "1-",
    "at most cookie 9 months.\n",
    "essential ",
    "consent ",
    "Google Ireland Limited ",
    "follow the link Cookies ",
    "Version 0123456789ab of ",
    "_ga_",
    "\U000f0000",
    "\ufdd0",
]


def filled(unit: str) -> str:
    return unit * (MOST_BYTES // 8 // len(unit.encode()))


def backticks() -> str:
    return "".join("`" * width + "a" for width in range(1, 2_000))


@pytest.fixture
def bounded(data: Any, compare: Compare) -> Compare:
    data["cookies"][0]["name"] = "a*" * 40 + "b"
    data["cookies"][1]["name"] = "a a*b"
    data["cookies"][2]["name"] = ".a" * 1_000 + "b"
    data["vendors"]["pulse"]["name"] = "a"

    def compare_in_time(text: str, kind: str) -> list[Difference]:
        begin = time.process_time()
        found = compare(data, text, kind)
        assert time.process_time() - begin < MOST_SECONDS
        return found

    return compare_in_time


@pytest.mark.parametrize("kind", ["html", "markdown", "text"])
@pytest.mark.parametrize("unit", UNITS)
def test_a_repeated_piece_takes_a_bounded_time(bounded: Compare, unit: str, kind: str) -> None:
    assert bounded(filled(unit), kind)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("-" * 60 + "x", "markdown"),
        ("a" * 2_000, "text"),
        (backticks(), "markdown"),
        ("[a](" + "x" * HALF, "markdown"),
        ("<svg>" + "<b>" * 300_000 + "</i>" * 250_000, "html"),
        ("<a" + " b" * (HALF - 2), "html"),
        ("<script>" + "</scrip" * 250_000, "html"),
        ("<p>&#" + "9" * HALF + ";</p>", "html"),
        ("&#" + "0" * HALF + "65;", "markdown"),
        ("essential " * 90_000 + "x" * 2_000 + " no consent" * 90_000, "text"),
        (", ".join(f"{count} months" for count in range(140_000)), "text"),
        ("a " * (HALF - 50) + "Version 0123456789ab of 3 May 2026.", "text"),
    ],
)
def test_a_built_text_takes_a_bounded_time(bounded: Compare, text: str, kind: str) -> None:
    assert bounded(text, kind)


def test_a_text_over_the_limit_is_refused(data: Any, compare: Compare) -> None:
    with pytest.raises(InputError, match="over 2 MiB; expected a published policy"):
        compare(data, "é" * (MOST_BYTES // 2 + 1), "text")


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("<p>a<!-- <b>x --!>b<!-->c<!--->d", "\nabcd"),
        ("a<p>b<!-- c", "a\nb"),
        ("a<![CDATA[b]]>c", "ac"),
        ("<a title='>' class=\"x &#115;kip\">b</a>c", "c"),
        ("a < b <3 &lt;i&gt; &#9999999999999;", "a < b <3 <i> \ufffd"),
        ("<SCRIPT>if (a</b>c) '</scripts>'</Script >d<hr/>e", "\n\nd\n\ne"),
        ("<title>a<b></title>c", "\na<b>\nc"),
        ("<svg><b>x</i></svg>y", "\n\ny"),
        ('a<b c=d/e>f<i hidden="">g</i>h', "afh"),
    ],
)
def test_a_page_is_read_as_a_browser_reads_it(page: str, words: str) -> None:
    assert html_words(page) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("``a`b`` `c", "a`b `c"),
        ("a <!-- b --> c <!-- d", "a  c <!-- d"),
        ('\\[a](b) [c\\]d](e(f)g "h") ![i](<j k>)', "[a](b) c]d i"),
        ("*a* **b _c_** 2*3*4 snake_case_word _d_", "a b c 2*3*4 snake_case_word d"),
        ("|:---|---:|\n| a \\| b |\n---", "\n  a | b  \n"),
        ("&#983040;0&#983041; `x`", "\U000f00000\U000f0001 x"),
    ],
)
def test_markdown_is_read_to_its_words(text: str, words: str) -> None:
    assert markdown_words(text) == words


def test_a_reserved_character_in_a_text_is_no_mark() -> None:
    assert reduce_text("\U000f00007\U000f0001 `a`", "markdown") == "\ufffd7\ufffd a"
