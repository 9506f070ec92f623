"""CSV as our export, spreadsheets and consent platforms write it."""

import pytest

from policylint.errors import InputError
from policylint.exchange import csv_file, csv_table
from policylint.exchange.decoding import open_source
from policylint.exchange.draft import Draft
from policylint.exchange.formats import recognise
from policylint.exchange.source import Source
from tests.exchange.drafts import cookies, vendors

HEAD = "name,provider,category,purpose,duration,type,domain\n"


def read(text: str) -> Draft:
    return csv_file.read(Source("cookies.csv", text))


def test_our_dialect_is_read() -> None:
    draft = read(
        HEAD + "sid,Studio Ductus,necessary,Keeps you signed in,session,cookie,shop.example\n"
        '_ga,Google Analytics,statistics,"Counts visits,\nand returns",13 months,,.shop.example\n'
        "theme,,preferences,Colours,until-cleared,local-storage,\n"
    )

    assert cookies(draft) == [
        {
            "name": "sid",
            "category": "essential",
            "description": "Keeps you signed in",
            "lifetime": "session",
            "vendor": "studio-ductus",
            "domain": "shop.example",
        },
        {
            "name": "_ga",
            "category": "improvement",
            "description": "Counts visits, and returns",
            "lifetime": "13 months",
            "vendor": "google-analytics",
            "domain": "shop.example",
        },
        {
            "name": "theme",
            "category": "improvement",
            "description": "Colours",
            "lifetime": "until-cleared",
            "storage": "local-storage",
        },
    ]
    assert draft.cookies[2].fields["name"].origin == "cookies.csv line 5"


def test_a_name_that_our_export_wrote_is_taken_as_it_is() -> None:
    draft = read(
        'name,category,claim\n"a, b #1",necessary,essential\n\'-x {y},necessary,essential\n'
    )

    assert [one["name"] for one in cookies(draft)] == ["a, b #1", "-x {y}"]


def test_a_claim_and_purposes_in_the_words_of_the_inventory_are_taken_as_they_are() -> None:
    draft = read(
        "name,category,claim,purposes,purpose\n"
        "a,marketing,essential,security csrf-protection,Guards\n"
        'b,necessary,improvement,,"audience-measurement, ab-testing"\n'
        "c,necessary,,security magic,Guards\n"
    )

    assert cookies(draft) == [
        {
            "name": "a",
            "category": "essential",
            "purposes": ["security", "csrf-protection"],
            "description": "Guards",
        },
        {
            "name": "b",
            "category": "improvement",
            "purposes": ["audience-measurement", "ab-testing"],
        },
        {"name": "c", "category": "essential", "purposes": ["security"], "description": "Guards"},
    ]
    assert draft.cookies[2].remarks[-1] == "purposes: 'magic' is not known"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_delimiters_and_encodings_are_found_out(delimiter: str, encoding: str) -> None:
    rows = (("Cookie", "Ablaufdatum", "Zweck"), ("größe", "1 Jahr", "Merkt sich, was; zählt"))
    text = "\r\n".join(delimiter.join(f'"{cell}"' for cell in row) for row in rows)
    source = open_source("cookies.csv", text.encode(encoding))

    assert recognise(source).name == "csv"
    assert cookies(csv_file.read(source)) == [
        {"name": "größe", "lifetime": "1 year", "description": "Merkt sich, was; zählt"}
    ]


def test_a_title_above_the_header_is_passed_over() -> None:
    draft = read("sep=;\nCookies of shop.example\n\nName;Host;Expiry\nsid;shop.example;session\n")

    assert cookies(draft) == [{"name": "sid", "domain": "shop.example", "lifetime": "session"}]
    assert draft.cookies[0].fields["name"].origin == "cookies.csv line 5"


def test_what_keeps_a_spreadsheet_from_running_a_cell_is_taken_off() -> None:
    draft = read(HEAD + '\'-opt,,,\'=1+1,session,,\n\'quoted\',,,,session,,\n"=""x""",,,,1 day,,\n')

    assert [one["name"] for one in cookies(draft)] == ["-opt", "quoted", "x"]
    assert cookies(draft)[0]["description"] == "=1+1"


def test_values_are_never_read() -> None:
    draft = read("Cookie;Value;Expiry;Wert\nsid;s3cret;session;t0ken\n")

    assert cookies(draft) == [{"name": "sid", "lifetime": "session"}]
    assert "s3cret" not in repr((draft.notes, draft.cookies[0].remarks, draft.left_out))
    assert draft.notes == [
        "columns read: 'Cookie' as name, 'Expiry' as lifetime; not read: 'Value', 'Wert'"
    ]


def test_a_domain_may_hold_a_vendor_a_party_or_several_hosts() -> None:
    draft = read(
        "Cookie,Domain,Expiry\n_fbp,facebook.com (3rd party),90 days\n_ga,Google Analytics,2 years\n"
        'MUID,".bing.com (3rd party) or .microsoft.com (3rd party)",1 year\nsid,This website,1 day\n'
    )

    found = cookies(draft)
    assert (found[0]["domain"], found[0]["party"]) == ("facebook.com", "third")
    assert found[1]["vendor"] == "google-analytics"
    assert "domain" not in found[2]
    assert draft.cookies[2].remarks[-1] == "domain: several hosts: bing.com, microsoft.com"
    assert draft.cookies[3].remarks[-1] == "vendor: 'This website' is the site itself"


def test_a_company_whose_name_looks_like_a_host_is_a_company() -> None:
    draft = read('Cookie,Provider,Expiry\nx,"salesforce.com, inc.",1 day\ny,Acme GmbH,1 day\n')

    assert [one.get("domain") for one in cookies(draft)] == [None, None]
    assert vendors(draft)["acme-gmbh"] == {"name": "Acme GmbH"}


def test_a_name_that_nobody_can_use_is_left_out_with_the_reason() -> None:
    draft = read(HEAD + ",Acme,,,,,\n***,,,,1 day,,\nok,,,,1 day,,\n")

    assert [one["name"] for one in cookies(draft)] == ["ok"]
    assert [(one.what, one.why) for one in draft.left_out if "country" not in one.what] == [
        ("the row in line 2", "it has no name"),
        ("'*'", "the pattern stands for every name there is"),
    ]


def test_how_a_name_matches_may_have_a_column() -> None:
    draft = read(
        "name,match,lifetime\n_ga_,prefix,2 years\nsid,exact,session\n^mp_[0-9a-f]+_x$,regex,1 year\n"
        "(?=x)a,regex,1 day\n"
    )

    assert [one["name"] for one in cookies(draft)] == ["_ga_*", "sid", "mp_*_x"]
    assert draft.left_out[0].what == "'(?=x)a'"


def test_a_row_of_a_header_and_empty_rows_are_passed_over() -> None:
    draft = read(HEAD + ",,,,,,\n" + HEAD + "sid,,,,session,,\n")

    assert [one["name"] for one in cookies(draft)] == ["sid"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (HEAD + "a" + ",x" * 300 + "\n", "cookies.csv line 2: a row has more than 200 cells"),
        (HEAD + '"' + "x" * 200_000, "cookies.csv line 2: field larger than field limit"),
    ],
)
def test_a_file_beyond_the_limits_is_refused_in_a_sentence(text: str, message: str) -> None:
    with pytest.raises(InputError) as error:
        read(text)

    assert error.value.message.startswith(message)


def test_a_table_of_too_many_rows_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_table, "MOST_ROWS", 3)

    assert len(read(HEAD + "a,,,,,,\n" * 3).cookies) == 1
    with pytest.raises(InputError, match=r"^cookies\.csv has more than 50,000 rows"):
        read(HEAD + "a,,,,,,\n" * 4)


def test_a_table_of_something_else_is_not_recognised() -> None:
    assert not csv_file.recognises(Source("a.csv", "retention_text,rows\n1 year,431\n"))
    assert not csv_file.recognises(Source("a.csv", "id,price\n1,2\n"))
    assert not csv_file.recognises(Source("a.json", '{"name": 1, "duration": 2}'))
