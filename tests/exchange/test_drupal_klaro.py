"""Shapes of a Drupal export (GhentCDH/bestor-drupal 977aff2, `config/sync`), names of our own."""

import pytest

from policylint.exchange import drupal_klaro
from policylint.exchange.imported import Imported, join
from policylint.exchange.source import Source
from tests.exchange.drafts import cookies, drafted, faults, left_out, vendors

APP = """\
status: true
id: measure
label: Measurement
description: 'Counts visits.'
default: false
purposes:
  - analytics
cookies:
  -
    regex: '^own_(id|ses)\\..*$'
    path: ''
    domain: .shop.example
  -
    regex: exact
    path: /shop
    domain: ''
required: false
opt_out: false
javascripts:
  - script.js
  - static.hotjar.com/c/hotjar.js
"""
SETTINGS = """\
dialog_mode: notice_modal
library:
  storage_method: cookie
  cookie_name: klaro
  cookie_expires_after_days: 365
  cookie_domain: ''
  hide_decline_all: false
"""


def test_each_pattern_of_an_app_becomes_the_entries_that_it_stands_for() -> None:
    draft = drafted("drupal_klaro", APP, "klaro.klaro_app.measure.yml")

    shared = {
        "vendor": "hotjar",
        "category": "improvement",
        "consent": "opt-in",
        "purposes": ["audience-measurement"],
        "description": "Counts visits.",
    }
    assert cookies(draft) == [
        {"name": "own_id.*", "domain": "shop.example", **shared},
        {"name": "own_ses.*", "domain": "shop.example", **shared},
        {"name": "exact", "path": "/shop", **shared},
    ]
    assert vendors(draft)["hotjar"]["domains"] == ["static.hotjar.com"]


def test_a_required_app_is_claimed_essential() -> None:
    draft = drafted("drupal_klaro", APP.replace("required: false", "required: true"))

    assert {entry["category"] for entry in cookies(draft)} == {"essential"}
    assert not any("consent" in entry for entry in cookies(draft))


def test_an_app_on_by_default_is_a_fault_at_its_place_and_no_opt_in() -> None:
    text = APP.replace("default: false", "default: true")
    draft = drafted("drupal_klaro", text)

    assert faults(draft, text) == [
        ("IMP001", "true", "the app 'measure' is not required and on by default")
    ]
    assert "consent" not in cookies(draft)[0]
    assert draft.cookies[0].remarks == ["consent: the app is ticked before anyone chose, no opt-in"]


def test_an_app_that_runs_until_refused_is_a_fault_and_an_opt_out() -> None:
    text = APP.replace("opt_out: false", "opt_out: true")
    draft = drafted("drupal_klaro", text)

    assert faults(draft, text) == [
        ("IMP002", "true", "the app 'measure' runs until the visitor refuses")
    ]
    assert {entry["consent"] for entry in cookies(draft)} == {"opt-out"}


def test_a_required_app_may_be_on_by_default() -> None:
    text = APP.replace("default: false", "default: true").replace("d: false", "d: true")

    assert drafted("drupal_klaro", text).faults == []


def test_a_class_of_characters_where_names_were_meant_is_a_fault_and_no_entry() -> None:
    text = APP.replace("exact", "'^[SESS|SSESS]'")
    draft = drafted("drupal_klaro", text)

    [(code, shown, message)] = faults(draft, text)
    assert (code, shown) == ("IMP008", "'^[SESS|SSESS]'")
    assert message.endswith("'[SESS|SSESS]' is one character, and names were probably meant")
    assert len(draft.cookies) == 2


def test_an_app_that_is_off_is_left_out() -> None:
    draft = drafted("drupal_klaro", APP.replace("status: true", "status: false"))

    assert draft.cookies == []
    assert left_out(draft) == [("the app 'measure'", "it is disabled")]


def test_an_app_without_cookies_is_a_fault() -> None:
    head, _, _ = APP.partition("cookies:")
    text = f"{head}cookies: {{}}\nrequired: false\nopt_out: false\njavascripts: {{}}\n"
    draft = drafted("drupal_klaro", text)

    assert faults(draft, text) == [("IMP007", "{}", "the app 'measure' lists no cookie")]


def test_a_purpose_that_says_too_little_is_left_out() -> None:
    draft = drafted("drupal_klaro", APP.replace("- analytics", "- cms"))

    assert "purposes" not in cookies(draft)[0]
    assert draft.cookies[0].remarks == ["purposes: 'cms' does not say what the cookie is for"]


def test_the_settings_tell_the_cookie_of_the_choice() -> None:
    draft = drafted("drupal_klaro", SETTINGS)

    assert cookies(draft) == [
        {
            "name": "klaro",
            "purposes": ["consent-choice"],
            "category": "essential",
            "lifetime": "365 days",
        }
    ]
    assert draft.consent["choice_cookie"].value == "klaro"


def test_a_choice_in_local_storage_has_no_lifetime() -> None:
    draft = drafted("drupal_klaro", SETTINGS.replace("method: cookie", "method: localStorage"))

    assert cookies(draft)[0]["storage"] == "local-storage"
    assert "lifetime" not in cookies(draft)[0]


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("decline_all: false", "decline_all: true", "true"),
        ("notice_modal", "silent", "silent"),
    ],
)
def test_a_hidden_refusal_is_a_fault(before: str, after: str, shown: str) -> None:
    text = SETTINGS.replace(before, after)

    assert [fault[:2] for fault in faults(drafted("drupal_klaro", text), text)] == [
        ("IMP003", shown)
    ]


def test_a_purpose_is_recognised_by_the_name_of_its_file_and_holds_nothing() -> None:
    text = "id: ads\nlabel: Ads\nweight: 3\n"

    assert not drupal_klaro.recognises(Source("other.yml", text))
    assert left_out(drafted("drupal_klaro", text, "klaro.klaro_purpose.ads.yml")) == [
        ("the purpose 'ads'", "apps refer to it; it holds no cookie")
    ]


def test_the_files_of_one_export_are_one_draft_and_complete_each_other() -> None:
    text = APP.replace("measure", "klaro").replace("exact", "klaro").replace("d: false", "d: true")
    files = {
        "klaro.klaro_app.klaro.yml": text.replace("- analytics", "- cms"),
        "klaro.settings.yml": SETTINGS,
    }
    several = [
        Imported(source=Source(path, one), draft=drafted("drupal_klaro", one, path))
        for path, one in files.items()
    ]

    draft, told = join(several)

    [entry] = [entry for entry in draft.cookies if entry.name == "klaro"]
    assert entry.fields["purposes"].value == ["consent-choice"]
    assert entry.fields["lifetime"].origin == "klaro.settings.yml line 5"
    assert entry.fields["vendor"].origin == "klaro.klaro_app.klaro.yml line 20"
    assert entry.remarks == []
    assert told == []


def test_the_label_of_an_app_may_name_what_the_catalogue_knows() -> None:
    text = APP.replace("label: Measurement", "label: Google Analytics")
    text = text.replace("exact", "_ga").replace("- analytics", "- cms")
    text = text.replace("  - static.hotjar.com/c/hotjar.js\n", "")
    draft = drafted("drupal_klaro", text)

    entry = next(entry for entry in draft.cookies if entry.name == "_ga")
    assert entry.fields["vendor"].value == "google-analytics"
    assert entry.fields["purposes"].value == ["audience-measurement"]
    assert "foreign.json line 3" in entry.fields["purposes"].origin


def test_a_known_tracker_in_a_required_app_contradicts_the_catalogue() -> None:
    text = APP.replace("exact", "_ga").replace("required: false", "required: true")
    draft = drafted("drupal_klaro", text)

    assert [(one.code, one.cookie, one.message) for one in draft.faults] == [
        (
            "IMP006",
            "_ga",
            "'_ga', to the catalogue an analytics cookie of Google Analytics, is called necessary",
        )
    ]
