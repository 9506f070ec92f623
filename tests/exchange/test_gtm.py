"""Shapes of real exports (gtm4wp 0035d4f, and others of exportFormatVersion 1.3 and 2)."""

import json

import pytest

from policylint.exchange import gtm
from policylint.exchange.source import Source
from tests.exchange.drafts import Shown, cookies, drafted, faults, left_out, vendors

NOT_SET: Shown = {"consentStatus": "NOT_SET"}
NEEDED: Shown = {
    "consentStatus": "NEEDED",
    "consentType": {"type": "LIST", "list": [{"type": "TEMPLATE", "value": "ad_storage"}]},
}
PERMISSIONS = """\
___INFO___

{"type": "TAG"}


___SANDBOXED_JS_FOR_WEB_TEMPLATE___

setCookie('never-read', data.planted);


___WEB_PERMISSIONS___

[
  {"instance": {"key": {"publicId": "set_cookies", "versionId": "1"}, "param": [
    {"key": "allowedCookies", "value": {"type": 2, "listItem": [
      {"type": 3,
       "mapKey": [{"type": 1, "string": "name"}, {"type": 1, "string": "domain"}],
       "mapValue": [{"type": 1, "string": "_fbp"}, {"type": 1, "string": "*"}]}]}}]}},
  {"instance": {"key": {"publicId": "logging"}, "param": []}}
]


___NOTES___
"""


def tag(kind: str, name: str = "A tag", /, **fields: object) -> Shown:
    return {
        "tagId": "1",
        "name": name,
        "type": kind,
        "firingTriggerId": ["2147479553"],
        "consentSettings": NOT_SET,
        **fields,
    }


def code(text: str, key: str = "html") -> list[Shown]:
    return [{"type": "TEMPLATE", "key": key, "value": text}]


def container(*tags: Shown, usage: str = "WEB", **parts: object) -> Shown:
    version = {
        "containerId": "1",
        "containerVersionId": "0",
        "container": {"publicId": "GTM-XXXX", "usageContext": [usage]},
        "tag": list(tags),
        **parts,
    }
    return {"exportFormatVersion": 2, "exportTime": "2026-08-11", "containerVersion": version}


def messages(content: Shown) -> list[str]:
    return [one.message for one in drafted("gtm", content).faults]


def test_the_manager_itself_is_a_script_from_a_vendor() -> None:
    draft = drafted("gtm", container())

    assert cookies(draft) == [
        {
            "name": "www.googletagmanager.com/gtm.js",
            "storage": "resource",
            "domain": "www.googletagmanager.com",
            "vendor": "google-tag-manager",
            "purposes": ["tag-management"],
        }
    ]
    assert draft.notes == ["the container was exported on 2026-08-11"]


def test_a_tag_brings_the_vendor_and_the_cookies_of_its_type() -> None:
    draft = drafted("gtm", container(tag("gaawe"), tag("hjtc")))

    assert [entry["name"] for entry in cookies(draft)[1:]] == [
        *("_ga", "_ga_*", "_hjSessionUser_*", "_hjSession_*")
    ]
    assert cookies(draft)[1] == {
        "name": "_ga",
        "vendor": "google-analytics",
        "purposes": ["audience-measurement"],
    }
    assert draft.cookies[1].remarks[-1] == (
        "category: its tag does not say whether it waits for consent"
    )


def test_two_tags_of_one_product_give_its_cookies_once() -> None:
    draft = drafted("gtm", container(tag("gaawe"), tag("gaawc")))

    assert [entry["name"] for entry in cookies(draft)[1:]] == ["_ga", "_ga_*"]


@pytest.mark.parametrize(
    ("destination", "vendor"),
    [
        ("G-123", "google-analytics"),
        ("AW-123", "google-ads"),
        ("{{Measurement id}}", "google-analytics"),
    ],
)
def test_a_google_tag_belongs_to_where_it_sends(destination: str, vendor: str) -> None:
    constant = {"name": "Measurement id", "type": "c", "parameter": code("G-9", "value")}
    draft = drafted(
        "gtm",
        container(tag("googtag", parameter=code(destination, "tagId")), variable=[constant]),
    )

    assert cookies(draft)[1]["vendor"] == vendor


def test_a_google_tag_with_an_unknown_destination_is_left_out() -> None:
    draft = drafted("gtm", container(tag("googtag", parameter=code("{{Odd}}", "tagId"))))

    assert left_out(draft) == [
        ("the tag 'A tag'", "where the Google tag sends to is not in the file")
    ]


def test_a_tag_without_consent_settings_is_a_fault_at_its_place() -> None:
    text = json.dumps(container(tag("gaawe")))
    draft = drafted("gtm", text)

    assert faults(draft, text) == [
        (
            "IMP004",
            '"NOT_SET"',
            "the tag 'A tag' (google-analytics) has no consent settings and fires on 'All Pages'",
        )
    ]


def test_a_tag_of_an_old_export_has_no_settings_at_all() -> None:
    text = json.dumps(container({"type": "ua", "name": "Old", "firingTriggerId": "7"}))
    draft = drafted("gtm", text)

    assert faults(draft, text) == [
        (
            "IMP004",
            '"Old"',
            "the tag 'Old' (google-analytics) has no consent settings and fires on 'trigger 7'",
        )
    ]
    assert [entry["name"] for entry in cookies(draft)[1:]] == ["_ga", "_gid", "_gat*"]


@pytest.mark.parametrize(
    "fields",
    [
        {"consentSettings": NEEDED},
        {"consentSettings": {"consentStatus": "needed", "consentType": ["ad_storage"]}},
        {"consentSettings": {"consentStatus": "NOT_NEEDED"}},
        {"consentSettings": {"consentStatus": "notNeeded"}},
        {"blockingTriggerId": ["5"]},
        {"firingTriggerId": ["6"]},
        {"firingTriggerId": ["2147479572"]},
    ],
    ids=lambda fields: json.dumps(fields)[:50],
)
def test_a_tag_that_something_holds_back_is_no_fault(fields: Shown) -> None:
    waiting = {"triggerId": "6", "name": "axeptio_activate_google_analytics"}

    assert messages(container(tag("gaawe", **fields), trigger=[waiting])) == []


def test_a_tag_that_fires_elsewhere_too_is_a_fault() -> None:
    triggers = [
        {"triggerId": "6", "name": "Consent given"},
        {"triggerId": "7", "name": "Purchase"},
    ]
    content = container(tag("gaawe", firingTriggerId=["6", "7"]), trigger=triggers)

    [message] = messages(content)
    assert message.endswith("fires on 'Consent given, Purchase'")


@pytest.mark.parametrize("settings", [NEEDED, {"consentStatus": "needed"}])
def test_a_tag_that_asks_for_consent_makes_its_cookies_opt_in(settings: Shown) -> None:
    draft = drafted("gtm", container(tag("gaawe", consentSettings=settings)))

    assert [(entry["category"], entry["consent"]) for entry in cookies(draft)[1:]] == [
        ("improvement", "opt-in")
    ] * 2


@pytest.mark.parametrize("paused", [True, "true"])
def test_a_paused_tag_is_left_out(paused: object) -> None:
    draft = drafted("gtm", container(tag("gaawe", paused=paused)))

    assert len(draft.cookies) == 1
    assert left_out(draft) == [("the tag 'A tag'", "it is paused")]
    assert draft.faults == []


def test_custom_html_and_images_are_known_by_the_hosts_in_them() -> None:
    html = "<script src='https://connect.facebook.net/en_US/fbevents.js?token=planted'></script>"
    draft = drafted(
        "gtm",
        container(
            tag("html", parameter=code(html)),
            tag("img", "Pixel", parameter=code("//bat.bing.com/a?planted", "url")),
            tag("html", "Own", parameter=code("<p>https://shop.example/</p>")),
        ),
    )

    assert [entry["name"] for entry in cookies(draft)[1:]] == [
        *("_fbp", "_fbc", "_uetsid", "_uetvid")
    ]
    assert vendors(draft)["meta-pixel"]["domains"] == ["connect.facebook.net"]
    assert left_out(draft) == [("the tag 'Own'", "its code names no host of a known vendor")]
    assert len(draft.faults) == 2
    assert "planted" not in repr(vars(draft))


def test_a_template_is_known_by_its_name_and_its_permissions_name_cookies() -> None:
    template = {"templateId": "9", "name": "Facebook Pixel", "templateData": PERMISSIONS}
    draft = drafted("gtm", container(tag("cvt_12345_9"), customTemplate=[template]))

    assert cookies(draft)[1:] == [{"name": "_fbp", "vendor": "meta-pixel"}]
    assert draft.cookies[1].remarks[0] == (
        "name: the permissions of a template allow it to set this one"
    )
    assert [fault.code for fault in draft.faults] == ["IMP004"]


def test_a_consent_platform_in_the_gallery_is_the_platform_of_the_site() -> None:
    gallery = {"owner": "axeptio", "repository": "template", "galleryTemplateId": "5TPRD"}
    template = {"templateId": "3", "name": "Our banner", "galleryReference": gallery}
    draft = drafted("gtm", container(tag("cvt_5TPRD"), customTemplate=[template]))

    assert draft.consent["platform"].value == "axeptio"
    assert draft.faults == []


def test_a_type_that_is_no_known_product_is_left_out() -> None:
    draft = drafted("gtm", container(tag("odd"), tag("cvt_1_2", "Mine")))

    assert left_out(draft) == [
        ("the tag 'A tag'", "its type 'odd' is no product that we know"),
        ("the tag 'Mine'", "its type 'cvt_1_2' is no product that we know"),
    ]


def test_a_tagging_server_sends_on_and_asks_nobody() -> None:
    draft = drafted(
        "gtm", container(tag("sgtmgaaw", "GA4"), tag("sgtmadscl", "Linker"), usage="SERVER")
    )

    assert cookies(draft) == [
        {
            "name": "GA4",
            "storage": "server-side",
            "set_by": "server",
            "vendor": "google-analytics",
        },
        {"name": "Linker", "storage": "server-side", "set_by": "server", "vendor": "google-ads"},
        {"name": "FPAU", "vendor": "google-ads", "purposes": ["ad-measurement"]},
        {"name": "FPGCLAW", "vendor": "google-ads", "purposes": ["ad-measurement"]},
    ]
    assert draft.faults == []
    assert left_out(draft) == [
        (
            "consent settings of the tags",
            "a tagging server follows what the web container lets through",
        )
    ]


def test_a_version_from_the_api_has_no_wrapper() -> None:
    version = container(tag("hjtc"))["containerVersion"]

    assert [entry["vendor"] for entry in cookies(drafted("gtm", version))] == [
        *("google-tag-manager", "hotjar", "hotjar")
    ]


def test_a_generated_export_may_hold_no_more_than_tags() -> None:
    settings = {"consentStatus": "NEEDED", "consentType": {"list": ["ad_storage"]}}
    tags = [{"name": "Ads", "type": "awct", "consentSettings": settings}]
    draft = drafted("gtm", {"exportFormatVersion": 2, "containerVersion": {"tag": tags}})

    assert cookies(draft)[1]["consent"] == "opt-in"
    assert draft.faults == []


def test_other_files_with_tags_are_no_containers() -> None:
    for text in ('{"tag": [{"type": "html"}]}', '{"container": {}, "tag": "x"}', "[]", "tag: 1"):
        assert not gtm.recognises(Source("a.json", text))


def test_code_that_stores_under_a_literal_name_gives_an_entry_without_the_value() -> None:
    html = (
        "<script>document.cookie = 'seen=planted; max-age=9'; document.cookie = name + '=planted';"
        'localStorage.setItem("visits", planted); sessionStorage.setItem(`tab`, 1)</script>'
    )
    draft = drafted("gtm", container(tag("html", parameter=code(html))))

    assert cookies(draft)[1:] == [
        {"name": "seen", "set_by": "script"},
        {"name": "visits", "set_by": "script", "storage": "local-storage"},
        {"name": "tab", "set_by": "script", "storage": "session-storage"},
    ]
    assert "planted" not in repr(vars(draft))
    assert left_out(draft) == []


def test_a_client_of_a_tagging_server_may_keep_the_id_of_a_visitor() -> None:
    """As a new server container has it."""
    keys = {
        "cookieManagement": "server",
        "cookieName": "FPID",
        "cookieDomain": "auto",
        "cookiePath": "/",
        "cookieMaxAgeInSec": "63072000",
    }
    parameter = [{"type": "template", "key": key, "value": value} for key, value in keys.items()]
    client = {"name": "GA4", "type": "gaaw_client", "parameter": parameter}
    others = [
        {"name": "In the page", "type": "gaaw_client", "parameter": code("js", "cookieManagement")},
        {"name": "Loader", "type": "gtm_client"},
    ]
    draft = drafted("gtm", container(usage="SERVER", client=[client, *others]))

    assert cookies(draft) == [
        {
            "name": "FPID",
            "vendor": "google-analytics",
            "set_by": "http",
            "purposes": ["audience-measurement"],
            "lifetime": "730 days",
        }
    ]
    assert left_out(draft)[:2] == [
        ("the client 'In the page'", "it leaves the cookie to the script in the page"),
        ("the client 'Loader'", "it is not known to set a cookie"),
    ]
