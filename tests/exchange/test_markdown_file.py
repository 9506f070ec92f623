"""Tables as published policies have them, rewritten; the shapes are those of the sample data.

get-into-teaching (DFE-Digital), pension_guidance, sansoul (seacomoseo), snurftech.github.io,
fgo-repo/portfolio, and a Cookiebot declaration pasted into Markdown (virufy).
"""

import pytest

from policylint.errors import UsageError
from policylint.exchange import markdown_file
from policylint.exchange.draft import Draft
from policylint.exchange.formats import recognise
from policylint.exchange.source import Source
from tests.exchange.drafts import cookies, vendors


def read(text: str, **columns: str) -> Draft:
    return markdown_file.read(Source("policy.md", text, columns))


def test_a_table_is_read_with_the_line_of_each_row() -> None:
    draft = read(
        "# Cookies\n\n### Strictly Necessary Cookies\n\n"
        "| Cookie | Purpose | Duration |\n|--------|:-------:|---------:|\n"
        "| `cart` | Holds the basket | 30 minutes |\n"
    )

    assert cookies(draft) == [
        {
            "name": "cart",
            "category": "essential",
            "description": "Holds the basket",
            "lifetime": "30 minutes",
        }
    ]
    assert draft.cookies[0].fields["lifetime"].origin == "policy.md line 7"
    assert draft.cookies[0].remarks == ["category: 'Strictly Necessary Cookies', the heading above"]
    assert draft.notes == [
        "columns read: 'Cookie' as name, 'Purpose' as description, 'Duration' as lifetime"
    ]


def test_the_line_below_the_header_may_be_short_and_outer_pipes_may_miss() -> None:
    draft = read("Name | Purpose | Expires\n-|-\nseen | Remembers | when you close your browser\n")

    assert cookies(draft) == [{"name": "seen", "description": "Remembers", "lifetime": "session"}]


@pytest.mark.parametrize(
    "header",
    [
        "Schlüssel | Zweck | Dauer",
        "Clave | Propósito | Duración",
        "Nom du cookie | But | Durée de stockage",
        "Nome del cookie | Scopo | Scadenza",
        "Naam | Omschrijving | Verloopdatum",
        "Nazwa pliku cookie | Cel | Czas trwania",
        "Nome do cookie | Finalidade | Validade",
        "Namn | Syfte | Lagringstid",
        "Cookienavn | Formål | Udløber",
        "Navn | Beskrivelse | Varighet",
        "Evästeen nimi | Tarkoitus | Voimassaoloaika",
        "Název | Účel | Platnost",
        "Имя | Описание | Срок действия",
        "Name | Purpose | Maximum Storage Duration",
        "Name | Zweck | Maximale Speicherdauer",
        "Nom | Finalité | Durée maximale de conservation",
        "Naam | Doel | Maximale bewaartermijn",
    ],
)
def test_columns_are_known_by_their_names_in_many_languages(header: str) -> None:
    draft = read(f"## Cookies\n\n{header}\n-|-|-\n_ga | Zähler | 2 Jahre\n")

    assert cookies(draft) == [{"name": "_ga", "description": "Zähler", "lifetime": "2 years"}]


def test_a_type_may_be_a_category_and_the_storage_has_a_column_of_its_own() -> None:
    draft = read(
        "|Type|Name|Provider|Storage Method|Duration|\n|:--|:--|:--|:--|:--|\n"
        "|Strictly Necessary|klaro|shop.example|Cookie|30 days|\n"
        "|Analytics/Performance|\\_ga\\_<GA4_ID>|Google Analytics|Local Storage|Up to 2 years|\n"
    )

    assert cookies(draft) == [
        {
            "name": "klaro",
            "category": "essential",
            "domain": "shop.example",
            "lifetime": "30 days",
        },
        {
            "name": "_ga_*",
            "category": "improvement",
            "storage": "local-storage",
            "vendor": "google-analytics",
            "lifetime": "2 years",
        },
    ]
    assert vendors(draft)["google-analytics"]["country"] == "IE"
    assert draft.cookies[1].remarks == [
        "name: the file has '_ga_<GA4_ID>', a placeholder for any text",
        "category: 'Analytics/Performance'",
        "lifetime: 'Up to 2 years': the longest that it gives",
    ]


def test_types_of_cookiebot_are_storages_and_persistent_means_two_things() -> None:
    draft = read(
        "Cookie | Provider | Duration | Type\n--- | --- | --- | ---\n"
        '_hjid | <a href="https://www.hotjar.com/">Hotjar</a> | Persistent | HTML\n'
        "_hjid | Hotjar | Persistent | HTTP\n"
        "collect | Google Analytics | Session | Pixel\n"
    )

    assert [(one.get("storage"), one.get("lifetime")) for one in cookies(draft)] == [
        ("local-storage", "until-cleared"),
        (None, None),
        ("pixel", "session"),
    ]
    assert "lifetime: 'Persistent': it does not say how long" in draft.cookies[1].remarks


def test_several_names_in_a_cell_are_several_entries() -> None:
    draft = read("Cookie | Duration\n-|-\n`_ga_4F54BBY2EY` `_ga_JWM3J5QW3F` | 13 months\n")

    assert [one["name"] for one in cookies(draft)] == ["_ga_4F54BBY2EY", "_ga_JWM3J5QW3F"]


def test_a_category_is_not_guessed_from_the_brackets_of_a_heading() -> None:
    draft = read(
        "## Measuring use (Google Analytics)\n\nName | Purpose | Expires\n-|-|-\n_ga | Counts | 2 years\n"
    )

    assert "category" not in draft.cookies[0].fields
    assert draft.cookies[0].remarks == ["category: the table does not say whether consent is asked"]


@pytest.mark.parametrize(
    "heading",
    [
        "Our performance surveys",
        "How we measure statistics of our shop",
        "Required reading",
        "Notes",
    ],
)
def test_a_heading_that_is_more_than_a_category_gives_none(heading: str) -> None:
    draft = read(f"## {heading}\n\nCookie | Expires\n-|-\nsid | 1 year\n")

    assert "category" not in draft.cookies[0].fields


@pytest.mark.parametrize(
    ("heading", "category"),
    [
        ("Tracking and Performance Cookies", "improvement"),
        ("Unbedingt erforderliche Cookies", "essential"),
        ("Cookies strictement nécessaires", "essential"),
        ("Cookies publicitaires (8)", "improvement"),
        ("Cookies no necesarias", "improvement"),
        ("Niet-noodzakelijke cookies", "improvement"),
        ("Non-essential cookies", "improvement"),
        ("Niezbędne pliki cookie", "essential"),
        ("Cookies for marketing purposes", "improvement"),
        ("Cookies tecniche necessarie", "essential"),
    ],
)
def test_headings_are_categories_in_many_languages(heading: str, category: str) -> None:
    draft = read(f"## {heading}\n\nCookie | Expires\n-|-\nsid | 1 year\n")

    assert draft.cookies[0].fields["category"].value == category


def test_functional_may_mean_two_things_and_is_left_open() -> None:
    draft = read("## Functional cookies\n\nName | Expires\n-|-\nlang | 1 year\n")

    assert "category" not in draft.cookies[0].fields
    assert draft.cookies[0].remarks == [
        "category: 'Functional cookies' may be what is necessary, or more than that, the heading above"
    ]


def test_a_row_of_one_cell_is_a_heading_for_those_below() -> None:
    draft = read(
        "Cookie | Duration | Purpose\n-|-|-\n**Necessary** | |\nsid | session | Keeps you signed in\n"
        "Marketing cookies | |\n_fbp | 90 days | Advertises\n"
    )

    assert [(one["name"], one["category"]) for one in cookies(draft)] == [
        ("sid", "essential"),
        ("_fbp", "improvement"),
    ]


def test_a_lifetime_inside_a_description_is_told_and_not_taken() -> None:
    draft = read("Cookie | Description\n-|-\n_ga | Mesure d'audience (2 ans)\n")

    assert "lifetime" not in draft.cookies[0].fields
    assert draft.cookies[0].remarks[-1] == (
        "lifetime: the description says '2 ans', which was not taken"
    )


def test_other_tables_are_left_out_with_the_reason() -> None:
    draft = read(
        "Type of Information | What it Includes\n-|-\nDevice | IP address\n\n"
        "Cookie | Duration\n-|-\nsid | session\n"
    )

    assert len(draft.cookies) == 1
    assert draft.left_out[0].what == "the table 'Type of Information, What it Includes'"


def test_a_column_may_be_mapped_by_hand() -> None:
    text = "Thing | How long | Comment\n-|-|-\nsid | 1 jaar | secret=1\n"
    draft = read(text, Thing="name", **{"How long": "lifetime", "Comment": "ignore"})

    assert cookies(draft) == [{"name": "sid", "lifetime": "1 year"}]


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        ({"Nothing": "name"}, "no column is called 'Nothing'; there are 'Cookie', 'Duration'"),
        ({"Cookie": "colour"}, "there is no field 'colour'; expected one of name, domain,"),
    ],
)
def test_a_mapping_that_fits_nothing_is_refused(columns: dict[str, str], message: str) -> None:
    with pytest.raises(UsageError) as error:
        read("Cookie | Duration\n-|-\nsid | session\n", **columns)

    assert message in error.value.message


def test_tables_of_html_and_tables_in_code() -> None:
    text = (
        "```\nCookie | Duration\n-|-\nfake | session\n```\n\n"
        "<table><tr><th>Cookie</th><th>Duration</th></tr>"
        "<tr><td>sid</td><td>session</td></tr></table>\n\n"
        "Cookie | Duration\n-|-\nlang | 1 year\n"
    )

    assert [one["name"] for one in cookies(read(text))] == ["sid", "lang"]
    assert recognise(Source("policy.md", text)).name == "markdown"


def test_the_same_row_twice_is_one_entry_and_another_is_remarked() -> None:
    draft = read("Cookie | Duration\n-|-\nsid | session\nsid | session\nsid | 1 day\n")

    assert [one["lifetime"] for one in cookies(draft)] == ["session", "1 day"]
    assert [(one.what, one.why) for one in draft.left_out] == [
        ("'sid'", "the same stands in policy.md line 3")
    ]
    assert draft.cookies[1].remarks[-1] == "another entry of this name is from policy.md line 3"


def test_a_policy_is_recognised_and_a_text_with_pipes_is_not() -> None:
    assert markdown_file.recognises(Source("a.md", "Cookie | Duration\n-|-\nsid | session\n"))
    assert not markdown_file.recognises(Source("a.md", "Name | Address\n-|-\nAnna | Rome\n"))
    assert not markdown_file.recognises(Source("a.csv", "name|duration\nsid|session\n"))
