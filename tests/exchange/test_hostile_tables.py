"""Tables that were made to harm: any text is read or refused in a sentence, and in one pass."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policylint.errors import PolicylintError
from policylint.exchange import csv_file, html_file, markdown_file
from policylint.exchange.formats import FORMATS, importer
from policylint.exchange.html_table import read_html_tables
from policylint.exchange.markup import Words, markup
from policylint.exchange.scribe import plain_text
from policylint.exchange.source import Source
from policylint.exchange.table import MOST_COLUMNS
from policylint.model.references import resolve_references
from tests.exchange.drafts import cookies

TABLES = ("csv", "html", "markdown", "cookiebot", "cookieyes", "onetrust", "open-cookie-database")
PIECES = (
    *("<table>", "</table>", "<tr>", "<th>", "<td>", "<td rowspan=3 colspan=2>", "</td>", "<h2>"),
    *(
        "<caption>",
        "<!--",
        "-->",
        "<script>",
        "</script>",
        "<a b='",
        '"',
        "'",
        "<",
        ">",
        "&#1",
        ";",
    ),
    *("Cookie", "Expires", "Provider", "Type", "_ga", "1 year", "|", "-|-", "\n", "`", "\\|", "**"),
    *(",", "\t", "\r", "\0", "\u2028", "[a](b)", "# ", "```", "{x}", "=", "sep=;", "\ud7ff", "="),
)


@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_any_row_of_pieces_is_read_or_refused(text: str) -> None:
    for name in TABLES:
        reader = importer(name)
        source = Source("x", text)
        with suppress(PolicylintError):
            if reader.recognises(source):
                assert reader.read(source).path == "x"


@given(st.text(max_size=300))
def test_any_text_is_read_or_refused(text: str) -> None:
    source = Source("x", f"Cookie|Expires\n-|-\n{text}|1 year\n<table><tr><th>Cookie<th>Expires")
    for read in (csv_file.read, html_file.read, markdown_file.read):
        assert read(source).notes


@pytest.mark.parametrize(
    "piece",
    ["<!--", "<!", "</", "<a ", "<a b='", "<![CDATA[", "<?", "&", "&#", "<", "<script>", "<td "],
)
def test_markup_that_never_ends_is_passed_once(piece: str) -> None:
    # the square of this length would take minutes
    text = piece * 80_000

    assert sum(1 for _ in markup(text)) <= 2 * len(text)
    assert read_html_tables(Source("x", text)) == []


def test_a_reference_of_many_digits_means_nothing() -> None:
    assert resolve_references("&#" + "9" * 5_000 + ";") == "\ufffd"
    assert plain_text("a &#x" + "f" * 9_000 + "; b &amp;") == "a \ufffd b &"


def test_words_are_what_a_reader_sees() -> None:
    pieces = markup("<p>a<br>b<!-- <b>no</b> --> &lt;c&gt;<script>'<p>'</script> 1 < 2")

    seen = "".join(one.text if isinstance(one, Words) else f"[{one.name}]" for one in pieces)
    assert seen == "[p]a[br]b <c> 1 < 2"


def test_cells_that_reach_everywhere_are_refused_or_cut() -> None:
    wide = "<table><tr>" + "<td colspan=999999999>x" * 2
    deep = "<table><tr><th>Cookie<th>Expires<tr><td rowspan=99999999>a<td rowspan=9>1 day"
    many = "<tr>" * 50_001

    with pytest.raises(PolicylintError, match=f"more than {MOST_COLUMNS} cells"):
        read_html_tables(Source("x", wide))
    assert len(cookies(html_file.read(Source("x", deep + "<tr>" * 5)))) == 1
    with pytest.raises(PolicylintError, match="more than 50,000 rows"):
        read_html_tables(Source("x", deep + many))
    with pytest.raises(PolicylintError, match="tables stand inside each other"):
        read_html_tables(Source("x", "<table>" * 30))


def test_many_names_in_a_cell_are_cut() -> None:
    text = "Cookie;Expires\n" + " ".join(f"_a{number}" for number in range(5_000)) + ";1 day\n"

    assert len(csv_file.read(Source("x", text)).cookies) == 30


def test_every_table_format_is_registered() -> None:
    assert set(TABLES) <= set(FORMATS)
