"""The columns and the traps of jkwakman/Open-Cookie-Database, with rows of our own."""

from policylint.exchange.draft import Draft
from tests.exchange.drafts import cookies, drafted, vendors

HEAD = (
    "ID,Platform,Category,Cookie / Data Key name,Domain,Description,Retention period,"
    "Data Controller,User Privacy & GDPR Rights Portals,Wildcard match\n"
)
NOTE = "the database tells what a cookie usually does, not what a site claims"


def read(*rows: str) -> Draft:
    return drafted("open_cookie_database", HEAD + "".join(f"{row}\n" for row in rows), "ocd.csv")


def test_a_row_is_read_with_its_vendor_and_product() -> None:
    draft = read(
        "1,Acme Shop,Marketing,a_id,acme.example (3rd party),Adverts,13 months,Acme SAS,"
        "https://acme.example/privacy,0"
    )

    assert cookies(draft) == [
        {
            "name": "a_id",
            "category": "improvement",
            "lifetime": "13 months",
            "domain": "acme.example",
            "party": "third",
            "vendor": "acme-shop",
            "description": "Adverts",
        }
    ]
    assert vendors(draft)["acme-shop"] == {
        "name": "Acme SAS",
        "service": "Acme Shop",
        "privacy_policy": "https://acme.example/privacy",
    }
    assert draft.notes[-1] == NOTE


def test_functional_is_strictly_necessary_there_and_no_claim_of_a_site() -> None:
    draft = read("1,A,Functional,a,,,session,A,,0", "2,A,Necessary,b,,,session,A,,0")

    assert [one.get("category") for one in cookies(draft)] == [None, None]
    assert [entry.remarks[0] for entry in draft.cookies] == [
        f"category: '{word}' means strictly necessary in the Open Cookie Database; that a site asks"
        " no consent is its own claim"
        for word in ("Functional", "Necessary")
    ]


def test_a_category_that_says_nothing_of_consent_is_left_open() -> None:
    draft = read("1,A,Security,a,,,session,A,,0", "2,A,Personalization,b,,,session,A,,0")

    assert [one.get("category") for one in cookies(draft)] == [None, "improvement"]


def test_a_wildcard_is_the_beginning_of_a_name() -> None:
    draft = read("1,A,Marketing,_ab_,,,session,A,,1", "2,A,Marketing,SCM*,,,session,A,,1")

    assert [one["name"] for one in cookies(draft)] == ["_ab_*", "SCM*"]
    assert draft.cookies[0].remarks[0] == "name: read as the beginning of a name"


def test_local_storage_among_the_periods_is_a_storage() -> None:
    found = cookies(read("1,A,Analytics,a,,,Local Storage,A,,0"))[0]

    assert (found["storage"], found["lifetime"]) == ("local-storage", "until-cleared")


def test_marks_that_nobody_sees_are_taken_out_of_names() -> None:
    draft = read("1,A,Analytics,logg\u00adly,,,session,A,,0", "2,A,Analytics,tab\t,,,session,A,,0")

    assert [one["name"] for one in cookies(draft)] == ["loggly", "tab"]


def test_names_that_occur_twice_are_both_there_where_they_differ() -> None:
    draft = read(
        "1,A,Analytics,x,,Counts,1 day,A,,0",
        "2,A,Analytics,x,,Counts,1 day,A,,0",
        "3,B,Marketing,x,,Sells,1 year,B,,0",
    )

    assert [one["description"] for one in cookies(draft)] == ["Counts", "Sells"]
    assert draft.cookies[1].remarks[-1] == "another entry of this name is from ocd.csv line 2"


def test_the_json_says_the_same() -> None:
    record = {
        "id": "1",
        "category": "Functional",
        "cookie": "a_",
        "domain": "acme.example",
        "description": "Keeps",
        "retentionPeriod": "Seesion",
        "dataController": "Acme SAS",
        "privacyLink": "https://acme.example/privacy",
        "wildcardMatch": "1",
    }
    draft = drafted("open_cookie_database", {"Acme Shop": [record, 3, {"cookie": None}]})

    assert cookies(draft) == [
        {
            "name": "a_*",
            "lifetime": "session",
            "domain": "acme.example",
            "vendor": "acme-shop",
            "description": "Keeps",
        }
    ]
