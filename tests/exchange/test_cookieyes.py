"""The columns of the plugin family, the durations that CookieYes writes, the export of FAZ."""

import pytest

from policylint.exchange import cookieyes
from policylint.exchange.draft import Draft
from policylint.exchange.source import Source
from tests.exchange.drafts import cookies, drafted

CUT = "400 days is the most that browsers keep: what was set may be longer"
HEAD = "Cookie ID,Domain,Duration,Description,Category,Script URL Pattern\n"


def exported(*records: object) -> Draft:
    categories = [{"id": 1, "slug": "necessary"}, {"id": "2", "slug": "analytics"}]
    return drafted(
        "cookieyes", {"version": "1", "categories": categories, "cookies": list(records)}
    )


def test_the_csv_is_read() -> None:
    draft = drafted(
        "cookieyes",
        HEAD + "cookieyes-consent,.shop.example,1 year,Remembers,necessary,\n"
        "_ga_*,.shop.example,1 year 1 month 4 days,Counts,analytics,googletagmanager.com\n"
        "x,shop.example,never,,functional,\ny,shop.example,past,,other,\n",
        "cookies.csv",
    )

    assert [(one["name"], one.get("category"), one.get("lifetime")) for one in cookies(draft)] == [
        ("cookieyes-consent", "essential", "1 year"),
        ("_ga_*", "improvement", "400 days"),
        ("x", "improvement", "until-cleared"),
        ("y", None, None),
    ]
    assert draft.cookies[1].remarks == [
        "category: 'analytics' of CookieYes",
        "lifetime: '1 year 1 month 4 days': " + CUT,
    ]
    assert draft.cookies[3].remarks[0] == "category: 'other' of CookieYes says nothing of consent"


@pytest.mark.parametrize("duration", ["1 Jahr", {"de": "1 Jahr", "en": "1 year"}, {"de": "1 Jahr"}])
def test_the_export_of_faz_has_texts_per_language(duration: object) -> None:
    draft = exported(
        {
            "name": "_pk_id",
            "slug": "_pk_id",
            "domain": "shop.example",
            "duration": duration,
            "description": {"de": "Zählt <i>Besuche</i>", "en": "Counts visits", "?!": "x"},
            "category": 2,
        }
    )

    assert cookies(draft) == [
        {
            "name": "_pk_id",
            "category": "improvement",
            "lifetime": "1 year",
            "domain": "shop.example",
            "description": {"de": "Zählt Besuche", "en": "Counts visits"},
        }
    ]
    assert draft.cookies[0].remarks[-1] == ("description: a text under a key that is no language")


def test_a_title_gives_way_to_the_technical_name() -> None:
    draft = exported({"name": "Visitor id", "slug": "_vid", "duration": "1 day", "category": "1"})

    assert [(one["name"], one["category"]) for one in cookies(draft)] == [("_vid", "essential")]


def test_other_data_is_not_recognised() -> None:
    assert not cookieyes.recognises(Source("a.csv", "name,duration,category\na,1 day,b\n"))
    assert not cookieyes.recognises(Source("a.json", '{"cookies": [{"name": "a", "duration": 1}]}'))


def test_odd_records_do_no_harm() -> None:
    odd = [7, None, {"name": ["a"]}, {"name": "z", "duration": 5, "category": {}, "description": 3}]
    draft = exported({"name": "a", "duration": {}, "description": []}, *odd)

    assert [one["name"] for one in cookies(draft)] == ["a", "z"]
