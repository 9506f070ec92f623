import pytest

from policylint.exchange.source import Source
from policylint.exchange.tarteaucitron import recognises
from policylint.exchange.tarteaucitron_services import shipped_services
from tests.exchange.drafts import cookies, drafted, faults, left_out, vendors

# After the form of public pages (AmauriC/tarteaucitron.js, README; MIT).
PAGE = """\
<html><body>it's a page
<script src="/tarteaucitron.js"></script>
<script>
var tarteaucitronForceExpire = '180', tarteaucitronExpireInDay = true;
tarteaucitron.init({
  "privacyUrl": "https://shop.example/privacy",
  "cookieName": "choice",
  "AcceptAllCta": true, "DenyAllCta": true, "highPrivacy": true,
});
tarteaucitron.user.gtagUa = 'G-XXXXXXX';
tarteaucitron.user.gtagMore = function () { /* it's ours */ };
(tarteaucitron.job = tarteaucitron.job || []).push('gtag');
(tarteaucitron.job = tarteaucitron.job || []).push('youtube', 'nosuch');
tarteaucitron.job.push(more);
tarteaucitron.services.weather = {
  "key": "weather", "type": "api", "name": "Weather", "uri": "https://weather.example/privacy",
  "needConsent": true, "cookies": ['w_id', 'w_[0-9]'], "js": function () { "use strict"; },
};
(tarteaucitron.job = tarteaucitron.job || []).push('weather');
</script></body></html>
"""


def test_what_a_page_starts_is_joined_with_what_the_library_lists() -> None:
    draft = drafted("tarteaucitron", PAGE, "index.html")
    found = {str(one["name"]): one for one in cookies(draft)}
    shared = {"category": "improvement", "consent": "opt-in"}

    assert list(found) == [
        "choice",
        "_ga",
        "_gat_gtag_*",
        "_ga_*",
        "VISITOR_INFO1_LIVE",
        "YSC",
        "PREF",
        "w_id",
    ]
    assert found["choice"] == {
        "name": "choice",
        "category": "essential",
        "purposes": ["consent-choice"],
        "lifetime": "180 days",
    }
    assert found["_ga"] == {
        "name": "_ga",
        **shared,
        "purposes": ["audience-measurement"],
        "vendor": "google-analytics",
    }
    assert found["w_id"] == {"name": "w_id", **shared, "vendor": "weather"}
    assert vendors(draft)["weather"] == {
        "name": "Weather",
        "privacy_policy": "https://weather.example/privacy",
    }
    assert draft.consent["validity"].value == "180 days"
    assert draft.consent["first_layer"].value == {"accept": "button", "reject": "button"}
    assert "G-XXXXXXX" not in str(cookies(draft))


def test_what_is_not_read_is_told_with_its_place() -> None:
    draft = drafted("tarteaucitron", PAGE, "index.html")

    assert faults(draft, PAGE) == [
        ("IMP005", "more", "a service is started by 'more'"),
        ("IMP008", "'w_[0-9]'", "the pattern 'w_[0-9]' of the service 'weather' is written as text, which matches no cookie"),
    ]  # fmt: skip
    told = dict(left_out(draft))
    assert told["the service 'nosuch'"] == "neither the page nor tarteaucitron 1.34.0 describes it"
    assert told["a service"] == "its name is worked out by a program"


def test_a_service_whose_cookies_the_library_does_not_know_is_unknown_and_not_empty() -> None:
    draft = drafted(
        "tarteaucitron", {"init": {}, "job": ["tagcommander"], "user": {}, "services": {}}
    )

    assert [one["name"] for one in cookies(draft)] == ["tarteaucitron"]
    assert left_out(draft) == [
        ("the service 'TagCommander'", "tarteaucitron 1.34.0 lists no cookie of it, so that none is known")
    ]  # fmt: skip


def test_a_service_that_asks_nobody_is_claimed_as_that_unless_all_are_asked() -> None:
    quiet = drafted("tarteaucitron", {"init": {}, "job": ["matomo"]})
    asked = drafted("tarteaucitron", {"init": {"alwaysNeedConsent": True}, "job": ["matomo"]})

    assert {one["category"] for one in cookies(quiet)} == {"essential"}
    assert {one.code for one in quiet.faults} == {"IMP006"}
    assert {one.get("consent") for one in cookies(asked)} == {None, "opt-in"}
    assert asked.faults == []
    assert quiet.vendors == {}


def test_a_bare_list_of_services_is_read_as_those_of_a_site() -> None:
    service = {"key": "w", "type": "ads", "name": "W", "uri": "", "needConsent": True}
    draft = drafted("tarteaucitron", [{**service, "cookies": ["w_id", "__expr__:id()"]}])

    assert [one["name"] for one in cookies(draft)] == ["tarteaucitron", "w_id"]
    assert draft.notes == ["a list of services, each taken for one that the site starts"]


def test_a_cookie_of_two_services_stands_once() -> None:
    draft = drafted("tarteaucitron", {"init": {}, "job": ["googletagmanager", "vimeo"]})
    names = [one["name"] for one in cookies(draft)]

    assert len(names) == len(set(names))
    assert "'__utma' of the service 'Vimeo'" in dict(left_out(draft))


@pytest.mark.parametrize(
    ("settings", "lifetime"),
    [
        ("", "365 days"),
        ("var tarteaucitronForceExpire = '90';", "90 days"),
        ("var tarteaucitronForceExpire = 90, tarteaucitronExpireInDay = false;", "90 hours"),
        ("var tarteaucitronForceExpire = 730;", "365 days"),
        ("var tarteaucitronForceExpire = days();", None),
    ],
)
def test_the_choice_is_kept_as_long_as_the_library_keeps_it(
    settings: str, lifetime: str | None
) -> None:
    draft = drafted("tarteaucitron", f"{settings} tarteaucitron.init({{}});", "init.js")

    assert cookies(draft)[0].get("lifetime") == lifetime


def test_the_table_of_services_is_complete() -> None:
    services = shipped_services()

    assert len(services) == 243
    assert sum(not one.needs_consent for one in services.values()) == 8
    assert services["gtag"].cookies == ["_ga", "_gat_gtag_*", "_ga_*"]
    assert {one.kind for one in services.values()} == {
        *("ads", "analytic", "api", "comment", "google", "other", "social", "support", "video")
    }


@pytest.mark.parametrize(
    "text", ["{}", '{"init": {}}', "tarteaucitron", "x = 1", '{"init": {}, "job": [], "a": 1}']
)
def test_other_files_are_not_taken_for_one(text: str) -> None:
    assert not recognises(Source("x", text))
