"""The API's answer as support.cookiebot.com describes it, `cc.js` as CookieBlock's crawler reads it."""

import pytest

from policylint.exchange import cookiebot
from policylint.exchange.draft import Draft
from policylint.exchange.source import Source
from tests.exchange.drafts import Shown, cookies, drafted, vendors


def tracker(**fields: str) -> dict[str, str]:
    return {
        "Name": "_ga",
        "Provider": "shop.example",
        "Path": "/",
        "Value": "GA1.2.s3cret",
        "HTTPOnly": "0",
        "Secure": "1",
        "ThirdParty": "0",
        "Persistent": "1",
        "ExpireSeconds": "63072000",
        "ExpireDays": "730",
        "ExpireDescription": "2 jaar",
        "TrackerTypeID": "1",
        "Category": "3",
        "PurposeDescription": "Telt bezoeken",
        "FirstURL": "https://shop.example/?token=s3cret",
        **fields,
    }


def answered(*trackers: dict[str, str], **rest: str) -> Draft:
    head = {"domain": "shop.example", "utcscandate": "2026-10-02T03:04:05", "culture": "NL"}
    return drafted("cookiebot", {**head, **rest, "cookies": list(trackers)})


def shown(*trackers: dict[str, str]) -> list[Shown]:
    return cookies(answered(*trackers))


def test_a_tracker_is_read_with_the_exact_seconds_of_the_scan() -> None:
    draft = answered(tracker())

    assert cookies(draft) == [
        {
            "name": "_ga",
            "category": "improvement",
            "lifetime": "730 days",
            "domain": "shop.example",
            "description": {"nl": "Telt bezoeken"},
            "path": "/",
            "http_only": False,
            "secure": True,
            "party": "first",
        }
    ]
    assert draft.notes == ["scanned by Cookiebot on 2026-10-02 (UTC)"]
    assert draft.cookies[0].remarks == ["category: 'statistics' of Cookiebot"]
    assert draft.consent["platform"].value == "cookiebot"


def test_no_value_and_no_address_of_a_page_is_kept() -> None:
    draft = answered(tracker())

    everything = repr([cookies(draft), vendors(draft), draft.notes, draft.cookies[0].remarks])
    assert "s3cret" not in everything


@pytest.mark.parametrize(
    ("number", "category"),
    [("1", "essential"), ("2", "improvement"), ("4", "improvement"), ("5", None), ("9", None)],
)
def test_each_category_claims_what_cookiebot_means(number: str, category: str | None) -> None:
    draft = answered(tracker(Category=number))

    assert cookies(draft)[0].get("category") == category
    assert draft.cookies[0].remarks[0].startswith("category: '")


@pytest.mark.parametrize(
    ("kind", "expiry", "storage", "lifetime"),
    [
        ("2", "Persistent", "local-storage", "until-cleared"),
        ("3", "Persistent", "indexed-db", "until-cleared"),
        ("5", "Session", "pixel", "session"),
        ("1", "Persistent", None, None),
        ("8", "1 jaar", None, "1 year"),
    ],
)
def test_types_are_storages(
    kind: str, expiry: str, storage: str | None, lifetime: str | None
) -> None:
    found = shown(tracker(TrackerTypeID=kind, ExpireDescription=expiry, ExpireSeconds="0"))[0]

    assert (found.get("storage"), found.get("lifetime")) == (storage, lifetime)


def test_odd_seconds_leave_the_words_with_a_remark() -> None:
    draft = answered(tracker(ExpireSeconds="63071999"))

    assert cookies(draft)[0]["lifetime"] == "2 years"
    assert draft.cookies[0].remarks[-1] == (
        "lifetime: rounded by Cookiebot, which saw 63,071,999 seconds"
    )


def test_400_days_of_a_scan_are_marked_as_cut() -> None:
    draft = answered(tracker(ExpireSeconds="34560000"))

    assert cookies(draft)[0]["lifetime"] == "400 days"
    assert "may be longer" in draft.cookies[0].remarks[-1]


def test_a_tracker_that_is_not_held_back_is_remarked() -> None:
    told = "consent: Cookiebot does not hold it back (PriorConsentEnabled 0)"

    assert told in answered(tracker(PriorConsentEnabled="0")).cookies[0].remarks
    assert told not in answered(tracker(PriorConsentEnabled="1")).cookies[0].remarks
    assert told not in answered(tracker(PriorConsentEnabled="0", Category="1")).cookies[0].remarks


def test_a_name_with_a_changing_part_becomes_a_pattern() -> None:
    assert shown(tracker(Name="_gat_UA-#"))[0]["name"] == "_gat_UA-*"


def test_a_scan_without_a_day_says_so() -> None:
    assert answered(tracker(), utcscandate="").notes == ["when Cookiebot scanned is not told"]


def test_the_tables_of_the_script_are_read() -> None:
    text = (
        "CookieConsentDialog.cookieTableNecessary = [['CookieConsent','<a href=\"https://x\">"
        "Cookiebot</a>','Onthoudt de keuze','1 jaar','HTTP','1','','']];\n"
        "CookieConsentDialog.cookieTablePreference = [];\n"
        "CookieConsentDialog.cookieTableAdvertising = [['_fbp','Meta Platforms, Inc.<br/>shop.example',"
        "'Adverts','3 maanden','HTTP Cookie','1'], ['_k','Hotjar','','Persistent','HTML','2']];\n"
    )
    draft = drafted("cookiebot", text, "cc.js")

    assert cookies(draft) == [
        {
            "name": "CookieConsent",
            "category": "essential",
            "lifetime": "1 year",
            "vendor": "cookiebot",
            "description": "Onthoudt de keuze",
        },
        {
            "name": "_fbp",
            "category": "improvement",
            "lifetime": "3 months",
            "description": "Adverts",
        },
        {
            "name": "_k",
            "storage": "local-storage",
            "category": "improvement",
            "lifetime": "until-cleared",
            "vendor": "hotjar",
        },
    ]
    assert draft.cookies[1].remarks[-1] == (
        "vendor: 'Meta Platforms, Inc. | shop.example' names several"
    )
    assert draft.cookies[1].fields["lifetime"].origin == "cc.js line 3"


def test_other_scripts_and_data_are_not_recognised() -> None:
    assert not cookiebot.recognises(Source("a.js", "var cookieTable = 1;"))
    assert not cookiebot.recognises(Source("a.json", '{"cookies": [{"name": "a"}]}'))
    assert not cookiebot.recognises(Source("a.json", '{"cookies": [{"Name": "a"'))


def test_a_tracker_that_is_no_object_and_odd_types_do_no_harm() -> None:
    draft = drafted(
        "cookiebot",
        {
            "cookies": [
                tracker(),
                7,
                None,
                [1],
                {"Name": 3},
                {"Name": "x", "Category": [], "TrackerTypeID": {}},
            ]
        },
    )

    assert [one["name"] for one in cookies(draft)] == ["_ga", "x"]
