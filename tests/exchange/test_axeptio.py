"""The shape that Axeptio documents and publishes: a project, its configurations, steps, services."""

from collections.abc import Mapping

import pytest

from tests.exchange.drafts import Shown, cookies, drafted, faults, left_out, vendors


def project(*services: Mapping[str, object], **settings: object) -> Shown:
    return {
        "clientId": "5f",
        "cookies": [
            {
                "name": "ductus-fr",
                "language": "fr",
                "settings": settings,
                "steps": [
                    {"name": "welcome", "layout": "welcome"},
                    {"name": "measure", "layout": "category", "vendors": list(services)},
                ],
            }
        ],
    }


def test_the_customer_of_an_agency_gets_its_own_cookies_and_those_of_known_services() -> None:
    analytics = {
        "name": "google_analytics",
        "title": "Google Analytics",
        "policyUrl": "https://policies.google.com/privacy",
        "domain": "google-analytics.com",
    }
    manager = {"name": "google_tag_manager", "title": "Google Tag Manager"}
    draft = drafted("axeptio", project(analytics, manager))

    assert [entry["name"] for entry in cookies(draft)] == [
        *("axeptio_cookies", "axeptio_authorized_vendors", "axeptio_all_vendors"),
        *("_ga", "_ga_*"),
    ]
    assert cookies(draft)[0] == {
        "name": "axeptio_cookies",
        "vendor": "axeptio",
        "purposes": ["consent-choice"],
        "category": "essential",
    }
    assert cookies(draft)[3] == {
        "name": "_ga",
        "vendor": "google-analytics",
        "purposes": ["audience-measurement"],
        "category": "improvement",
        "consent": "opt-in",
    }
    assert {key: told.value for key, told in draft.consent.items()} == {
        "platform": "axeptio",
        "choice_cookie": "axeptio_cookies",
    }
    assert vendors(draft)["axeptio"]["name"] == "Agilitation SAS"
    assert [one.message for one in draft.faults] == [
        "the service 'Google Tag Manager' lists no cookie"
    ]


def test_no_lifetime_is_invented() -> None:
    draft = drafted("axeptio", project({"name": "google_analytics"}))

    assert not any("lifetime" in entry for entry in cookies(draft))
    assert draft.cookies[0].remarks == [
        "lifetime: 6 months unless the page sets userCookiesDuration"
    ]
    assert draft.cookies[3].remarks == [
        "name: the file names no cookie; this is one that Google Analytics usually sets",
        "lifetime: 2 years by default, which a site may change",
    ]


def test_a_duration_in_the_settings_is_that_of_the_choice() -> None:
    draft = drafted("axeptio", project(userCookiesDuration=180))

    assert {entry["lifetime"] for entry in cookies(draft)} == {"180 days"}


def test_cookies_that_a_service_lists_are_read() -> None:
    service = {
        "name": "acme",
        "required": True,
        "cookies": ["a", {"name": "b_*", "description": "<p>Counts.</p>"}],
    }
    draft = drafted("axeptio", project(service))

    assert cookies(draft)[3:] == [
        {"name": "a", "vendor": "acme", "category": "essential"},
        {"name": "b_*", "vendor": "acme", "description": "Counts.", "category": "essential"},
    ]


def test_a_service_of_two_languages_is_read_once() -> None:
    both = project({"name": "hotjar"})
    configurations = both["cookies"]
    assert isinstance(configurations, list)
    draft = drafted("axeptio", {**both, "cookies": configurations * 2})

    assert [entry["name"] for entry in cookies(draft)].count("_hjSession_*") == 1


def test_one_configuration_is_read_like_a_project() -> None:
    configurations = project({"name": "hotjar"})["cookies"]
    assert isinstance(configurations, list)

    assert len(drafted("axeptio", configurations[0]).cookies) == 5


def test_an_unknown_service_is_named_where_it_stands() -> None:
    text = (
        '{"steps": [{"layout": "category", "name": "s", "vendors": ['
        '{"title": "<b>Acme</b> &amp; Co", "policyUrl": "javascript:alert(1)"}, {"name": ""}]}]}'
    )
    draft = drafted("axeptio", text)

    assert vendors(draft)["acme-co"] == {"name": "Acme & Co"}
    assert [fault[::2] for fault in faults(draft, text)] == [
        ("IMP007", "the service 'Acme & Co' lists no cookie")
    ]
    assert left_out(draft) == [
        ("the country of 'Acme & Co'", "the file does not name it"),
        (
            "the privacy policy of 'acme-co'",
            "it is no http(s) address without a query, which may hold a token",
        ),
        ("a service", "it has no name, in the step 's'"),
    ]


@pytest.mark.parametrize(
    "address", ["https://a.example/p?t=planted", "https://planted@a.example/", "ftp://planted"]
)
def test_a_query_or_a_login_in_an_address_is_kept_nowhere(address: str) -> None:
    draft = drafted("axeptio", project({"name": "acme", "policyUrl": address}))

    assert vendors(draft)["acme"] == {"name": "acme"}
    assert "planted" not in repr(vars(draft))
