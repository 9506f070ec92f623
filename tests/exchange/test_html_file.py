"""Tables of web pages; the first is that of ITHilbert/cookie-disclaimer, rewritten."""

from policylint.exchange import html_file
from policylint.exchange.draft import Draft
from policylint.exchange.source import Source
from tests.exchange.drafts import cookies

HEAD = "<tr><th>Cookie</th><th>Dauer</th><th>Typ</th><th>Herausgeber</th><th>Beschreibung</th></tr>"


def read(text: str) -> Draft:
    return html_file.read(Source("policy.html", text))


def row(*cells: str) -> str:
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>\n"


def test_a_table_is_read_with_the_line_of_each_cell() -> None:
    draft = read(
        f"<table>\n{HEAD}\n<tr>\n<td>remember_web_*</td>\n<td>1 Woche</td>\n"
        "<td>Funktional</td><td>Laravel</td><td>H&auml;lt\nSie an&shy;gemeldet</td></tr></table>"
    )

    assert cookies(draft) == [
        {
            "name": "remember_web_*",
            "lifetime": "1 week",
            "vendor": "laravel",
            "description": "Hält Sie an gemeldet",
        }
    ]
    assert draft.cookies[0].fields["lifetime"].origin == "policy.html line 5"


def test_of_a_row_with_a_cell_too_many_no_words_are_read() -> None:
    draft = read(
        f"<table>{HEAD}{row('_ga', '2 Jahre', 'Marketing', '', 'gtag.js', 'Counts visitors')}</table>"
    )

    assert cookies(draft) == [{"name": "_ga", "category": "improvement", "lifetime": "2 years"}]
    assert draft.cookies[0].remarks[-1] == (
        "the row has 6 cells under 5 headings: its words were not read"
    )


def test_cells_reach_over_rows_and_columns() -> None:
    draft = read(
        "<table><tr><th>Provider</th><th>Cookie</th><th>Expiry</th></tr>"
        "<tr><th colspan=3>Marketing</th></tr>"
        "<tr><td rowspan='2'>Google Analytics</td><td>_ga</td><td>2 years</td></tr>"
        "<tr><td>_gid</td><td>1 day</td></tr>"
        "<tr><td>Meta</td><td>_fbp</td><td>90 days</td></tr></table>"
    )

    assert [(one["name"], one["vendor"], one["category"]) for one in cookies(draft)] == [
        ("_ga", "google-analytics", "improvement"),
        ("_gid", "google-analytics", "improvement"),
        ("_fbp", "meta", "improvement"),
    ]


def test_headings_captions_and_the_declaration_of_cookiebot_give_the_category() -> None:
    table = (
        "<table>{}<tr><th>Name</th><th>Expiry</th></tr><tr><td>{}</td><td>1 day</td></tr></table>"
    )
    draft = read(
        "<h2>Our cookies</h2><h3>Necessary</h3>"
        + table.format("", "a")
        + "<h3>Other</h3>"
        + table.format("<caption>Statistics</caption>", "b")
        + '<p class="CookieDeclarationTypeHeader">Marketing (4)</p>'
        + table.format("", "c")
        + "<h2>Elsewhere</h2>"
        + table.format("", "cookie_d")
    )

    assert [one.get("category") for one in cookies(draft)] == [
        *("essential", "improvement", "improvement", None)
    ]


def test_a_declaration_of_cookiebot_is_read_in_any_language() -> None:
    draft = read(
        '<p class="CookieDeclarationTypeHeader">Niezbędne (35) </p>'
        "<table><thead><tr><th>Nazwa</th><th>Dostawca</th><th>Cel</th>"
        "<th>Maksymalny okres przechowywania</th><th>Rodzaj</th></tr></thead>"
        + row(
            "__cf_bm [x2] ",
            "a.example<br>radar.b.example",
            "Odróżnia",
            "1 dzień",
            "Plik cookie HTTP",
        )
        + row("_wp_storage", "static.c.example", "", "Stałe", "Lokalny magazyn HTML")
        + row(
            "_ga_#", '<a href="https://x.example">Google Analytics</a>', "", "2 lat", "HTTP-cookie"
        )
        + row("tr", "Meta", "", "Sesyjne", "Piksel śledzący")
    )

    found = cookies(draft)
    assert [(one["name"], one.get("storage"), one["lifetime"]) for one in found] == [
        ("__cf_bm", None, "1 day"),
        ("_wp_storage", "local-storage", "until-cleared"),
        ("_ga_*", None, "2 years"),
        ("tr", "pixel", "session"),
    ]
    assert {one["category"] for one in found} == {"essential"}
    assert found[1]["domain"] == "static.c.example"
    assert found[2]["vendor"] == "google-analytics"


def test_a_table_in_a_table_stands_on_its_own() -> None:
    inner = f"<table>{HEAD}{row('sid', 'Sitzung', 'HTTP', '', '')}</table>"
    draft = read(f"<table><tr><td>layout</td></tr><tr><td>{inner}</td></tr></table>")

    assert cookies(draft) == [{"name": "sid", "lifetime": "session"}]


def test_scripts_and_open_tags_do_no_harm() -> None:
    draft = read(
        "<script>var x = '<table><tr><th>Cookie</th></tr>';</script><table><tr><th>Cookie<th>Dauer"
        "<tr><td>sid<script>alert(1)</script><td>Sitzung"
    )

    assert cookies(draft) == [{"name": "sid", "lifetime": "session"}]


def test_several_names_stand_on_lines_of_a_cell() -> None:
    draft = read(
        "<table><tr><th>Cookie</th><th>Dauer</th></tr><tr><td>_ga<br>_gid</td><td>1 Tag</td></tr></table>"
    )

    assert [one["name"] for one in cookies(draft)] == ["_ga", "_gid"]


def test_a_page_is_recognised_by_a_table_of_cookies() -> None:
    assert html_file.recognises(Source("a.html", f"<TABLE>{HEAD}{row('a', 'b')}</TABLE>"))
    assert not html_file.recognises(Source("a.html", "<table><tr><td>Anna</td></tr></table>"))
    assert not html_file.recognises(Source("a.html", "<p>Cookie</p>"))
