"""Shapes of Drupal exports (City-of-Helsinki bdc725b, dof-dss/nidirect d180b8a), shortened."""

import pytest

from tests.exchange.drafts import cookies, drafted, faults, left_out

SETTINGS = """\
popup_clicking_confirmation: true
popup_scrolling_confirmation: false
popup_info:
  value: '<h2>Cookies</h2>'
popup_agree_button_message: OK
popup_link: https://shop.example/cookies
cookie_session: 0
cookie_lifetime: 100
cookie_name: ''
method: opt_in
allowed_cookies: "SESS*\\r\\nstatistics:own_id.*\\r\\nextras:a\\r\\n"
withdraw_enabled: true
withdraw_tab_button_label: 'Cookie settings'
reject_button_enabled: false
close_button_enabled: false
close_button_action: close_banner
"""


def test_the_module_keeps_the_choice_in_cookies_of_its_own() -> None:
    draft = drafted("drupal_eu_cookie", SETTINGS)

    own = {"category": "essential", "purposes": ["consent-choice"], "lifetime": "100 days"}
    assert cookies(draft)[:2] == [
        {"name": "cookie-agreed", **own},
        {"name": "cookie-agreed-version", **own},
    ]
    assert {key: told.value for key, told in draft.consent.items()} == {
        "choice_cookie": "cookie-agreed",
        "withdrawal": {"entry_point": "Cookie settings"},
    }
    assert draft.site["policy_url"].value == "https://shop.example/cookies"
    assert draft.faults == []


def test_a_name_of_its_own_and_a_session_are_read() -> None:
    text = SETTINGS.replace("cookie_name: ''", "cookie_name: agreed")
    text = text.replace("cookie_session: 0", "cookie_session: 1").replace("opt_in", "categories")
    text = text.replace("reject_button_enabled: false", "reject_button_enabled: true")
    draft = drafted("drupal_eu_cookie", text)

    assert [(entry["name"], entry["lifetime"]) for entry in cookies(draft)[:3]] == [
        ("agreed", "session"),
        ("agreed-version", "session"),
        ("agreed-categories", "session"),
    ]
    assert draft.faults == []


def test_allowed_cookies_live_without_consent_or_with_that_of_a_category() -> None:
    draft = drafted("drupal_eu_cookie", SETTINGS)

    assert cookies(draft)[2:] == [
        {"name": "SESS*", "category": "essential"},
        {"name": "own_id.*", "purposes": ["audience-measurement"]},
        {"name": "a"},
    ]
    assert [entry.remarks for entry in draft.cookies[2:]] == [
        ["purposes: it lives without consent, the file does not say why"],
        ["category: whether 'statistics' is required is not here"],
        [
            "category: whether 'extras' is required is not here",
            "purposes: 'extras' does not tell them",
        ],
    ]


@pytest.mark.parametrize(
    ("method", "message"),
    [
        ("default", "consent is taken for given, and there is no way to refuse"),
        ("opt_out", "visitors are tracked until they refuse"),
        ("auto", "consent is taken for given where the browser's Do Not Track is 0"),
    ],
)
def test_a_method_without_opt_in_is_a_fault(method: str, message: str) -> None:
    text = SETTINGS.replace("opt_in", method)

    assert faults(drafted("drupal_eu_cookie", text), text) == [("IMP002", method, message)]


def test_consent_by_browsing_is_told_only_where_the_module_heeds_it() -> None:
    by_default = drafted("drupal_eu_cookie", SETTINGS.replace("opt_in", "default"))

    assert by_default.consent["implied_by"].value == ["browsing"]
    assert "implied_by" not in drafted("drupal_eu_cookie", SETTINGS).consent


def test_categories_without_a_button_that_rejects_are_a_fault() -> None:
    text = SETTINGS.replace("opt_in", "categories")
    closing = text.replace("close_button_enabled: false", "close_button_enabled: true")

    assert faults(drafted("drupal_eu_cookie", text), text) == [
        ("IMP003", "false", "the banner has no button that rejects everything")
    ]
    assert (
        drafted("drupal_eu_cookie", closing.replace("close_banner", "reject_all_cookies")).faults
        == []
    )


def test_a_category_ticked_by_default_is_a_fault() -> None:
    text = "id: ads\nlabel: Ads\ncheckbox_default_state: checked\n"

    assert faults(drafted("drupal_eu_cookie", text), text) == [
        ("IMP001", "checked", "the category 'ads' is not required and ticked by default")
    ]


def test_a_translation_holds_no_cookie() -> None:
    text = "popup_info:\n  value: Hej\npopup_agree_button_message: OK\n"

    assert left_out(drafted("drupal_eu_cookie", text)) == [
        ("the texts of a translation", "they hold no cookie")
    ]


def test_what_the_settings_do_not_tell_is_left_out() -> None:
    text = SETTINGS.replace("https://shop.example/cookies", "/node/1")
    lines = [line for line in text.splitlines() if not line.startswith("allowed")]

    assert left_out(drafted("drupal_eu_cookie", "\n".join(lines))) == [
        ("the link '/node/1' to the policy", "it has no host, which the file does not tell"),
        (
            "cookies of the site",
            "allowed_cookies is empty: the module's settings name no cookie of the site",
        ),
    ]
