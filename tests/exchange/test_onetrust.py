"""Groups, hosts and lengths as a self-hosting package of OneTrust has them, with our own names."""

import json
from typing import Any

import pytest

from policylint.errors import InputError
from policylint.exchange import onetrust
from policylint.exchange.draft import Draft
from policylint.exchange.source import Source
from tests.exchange.drafts import cookies, drafted, faults, vendors


def cookie(name: str = "sid", **fields: Any) -> dict[str, object]:
    length = {"IsSession": False, "Length": "365", "DurationType": 1}
    return {"Name": name, "Host": ".shop.example", **length, **fields}


def group(
    key: str, name: str, *own: object, hosts: tuple[object, ...] = (), status: str = "inactive"
) -> dict[str, object]:
    head = {"OptanonGroupId": key, "GroupName": name, "Status": status}
    return {**head, "FirstPartyCookies": list(own), "Hosts": list(hosts)}


def banner(*groups: object, **rest: object) -> Draft:
    data = {"Language": {"Culture": "en"}, "Groups": list(groups), **rest}
    return drafted("onetrust", {"DomainData": data})


def test_a_cookie_is_read_with_the_claim_of_its_group() -> None:
    draft = banner(
        group(
            "C0001",
            "Strictly Necessary",
            cookie(description="Keeps <b>you</b> in"),
            status="always active",
        ),
        group("C0002", "Performance", cookie("_x", Host="shop.example")),
    )

    assert cookies(draft) == [
        {
            "name": "sid",
            "category": "essential",
            "domain": "shop.example",
            "lifetime": "365 days",
            "description": {"en": "Keeps you in"},
        },
        {
            "name": "_x",
            "category": "improvement",
            "consent": "opt-in",
            "domain": "shop.example",
            "lifetime": "365 days",
        },
    ]
    assert draft.cookies[0].remarks == ["category: 'Strictly Necessary' is always active"]
    assert draft.cookies[1].remarks == ["category: the group 'Performance' (C0002)"]
    assert draft.consent["platform"].value == "onetrust"


@pytest.mark.parametrize(
    ("status", "consent"),
    [
        ("inactive", "opt-in"),
        ("active", "opt-out"),
        ("inactive landingpage", "implied"),
        ("?", None),
    ],
)
def test_the_state_before_a_choice_is_how_consent_is_asked(
    status: str, consent: str | None
) -> None:
    found = cookies(banner(group("C0004", "Targeting", cookie(), status=status)))[0]

    assert (found["category"], found.get("consent")) == ("improvement", consent)


def test_a_group_that_runs_before_a_yes_is_a_fault_at_its_status() -> None:
    groups = [
        group("C0004", "Targeting", cookie(), status="active"),
        group("C0002", "Performance", cookie("x"), status="inactive landingpage"),
        group("C0005", "Social", status="active"),
        group("C0003", "Functional", cookie("y")),
        group("C0001", "Necessary", cookie("z"), status="always active"),
    ]
    text = json.dumps({"DomainData": {"Groups": groups}}, indent=1)

    assert faults(drafted("onetrust", text), text) == [
        (
            "IMP002",
            '"active"',
            "the group 'Targeting' is 'active': it runs until the visitor refuses",
        ),
        (
            "IMP002",
            '"inactive landingpage"',
            "the group 'Performance' is 'inactive landingpage': it runs from the second page on",
        ),
    ]


def test_a_banner_without_a_button_that_rejects_is_a_fault() -> None:
    draft = banner(group("C0001", "A", cookie()), BannerShowRejectAllButton=False)

    assert [(one.code, one.message) for one in draft.faults] == [
        ("IMP003", "the banner has no button that rejects")
    ]
    assert "first_layer" not in draft.consent


def test_a_group_that_is_always_active_claims_to_be_essential_whatever_its_name() -> None:
    draft = banner(group("C0003", "Functional", cookie(), status="always active"))

    assert cookies(draft)[0]["category"] == "essential"
    assert draft.cookies[0].remarks == ["category: 'Functional' is always active"]


def test_a_group_of_the_site_is_read_by_its_words_or_left_open() -> None:
    draft = banner(group("BG7", "Marketing", cookie()), group("C0101", "Widgets", cookie("w")))

    assert [one.get("category") for one in cookies(draft)] == ["improvement", None]
    assert draft.cookies[1].remarks == ["category: the group 'Widgets' is not known"]


def test_a_host_gives_the_vendor_that_is_known_to_answer_there() -> None:
    hosted = {"HostName": "hotjar.com", "Cookies": [cookie("_hj", Host="hotjar.com")]}
    draft = banner(group("C0002", "Performance", hosts=(hosted,)))

    assert cookies(draft)[0]["vendor"] == "hotjar"
    assert cookies(draft)[0]["domain"] == "hotjar.com"
    assert "hotjar" in vendors(draft)


@pytest.mark.parametrize(
    ("fields", "lifetime"),
    [
        ({"IsSession": True, "Length": "0"}, "session"),
        ({"Length": "0"}, "1 day"),
        ({"Length": "400"}, "400 days"),
        ({"Length": 30}, "30 days"),
        ({"Length": "13", "DurationType": 30}, None),
        ({"Length": "some"}, None),
        ({"Length": "-3"}, None),
    ],
)
def test_lengths_are_days(fields: dict[str, Any], lifetime: str | None) -> None:
    draft = banner(group("C0002", "Performance", cookie(**fields)))

    assert cookies(draft)[0].get("lifetime") == lifetime
    told = [remark for remark in draft.cookies[0].remarks if remark.startswith("lifetime: ")]
    assert len(told) == (lifetime not in {"session", "30 days"})


def test_the_reject_button_is_part_of_how_the_site_asks() -> None:
    draft = banner(group("C0001", "A", cookie()), BannerShowRejectAllButton=True)

    assert draft.consent["first_layer"].value == {"reject": "button"}


def test_the_old_script_is_read() -> None:
    text = (
        "var json = {Groups: [{OptanonGroupId: 'C0004', GroupLanguagePropertiesSets: "
        "[{GroupName: {Text: 'Targeting'}}], Cookies: [{Name: 'x', Host: 'a.example', "
        "IsSession: true}]}]};"
    )

    assert cookies(drafted("onetrust", text, "old.js")) == [
        {"name": "x", "category": "improvement", "domain": "a.example", "lifetime": "session"}
    ]


def test_the_file_of_rule_sets_says_which_file_holds_the_cookies() -> None:
    source = Source("uuid.json", '{"RuleSet": [{"Id": "0190-ab", "Name": "EU"}]}')

    assert onetrust.recognises(source)
    with pytest.raises(InputError) as error:
        onetrust.read(source)

    assert error.value.message == (
        "uuid.json names the rule sets of a OneTrust banner and holds no cookie; expected the file"
        " of one rule set, such as 0190-ab/en.json beside it"
    )


def test_a_csv_of_the_scan_is_read_in_the_words_of_onetrust() -> None:
    draft = drafted(
        "onetrust",
        "Cookie ID,Cookie Name,Host,Category,Lifespan,Description\n"
        "1,lang,shop.example,Functional Cookies,13 Months,Language\n"
        "2,x,ads.example,Unknown,Session,\n",
        "cookies.csv",
    )

    assert [(one["name"], one.get("category"), one["lifetime"]) for one in cookies(draft)] == [
        ("lang", "improvement", "13 months"),
        ("x", None, "session"),
    ]


def test_odd_data_does_no_harm() -> None:
    draft = banner(
        group("C0001", "A", cookie(), None, 3, {"Name": 5}, {"Name": "y", "Length": [], "Host": 7}),
        {"FirstPartyCookies": "no list"},
        {"Hosts": [None, {"Cookies": {}}], "GroupName": 9, "Status": 1},
    )

    assert [one["name"] for one in cookies(draft)] == ["sid", "y"]
