from typing import Any

import pytest

from policylint.exchange.cookieconsent import recognises
from policylint.exchange.source import Source
from tests.exchange.drafts import cookies, drafted, faults, left_out

# After the form of public configurations (orestbida/cookieconsent, demo; MIT).
THIRD = """\
import * as CookieConsent from 'cookieconsent';

export const config: CookieConsentConfig = {
  cookie: { name: 'choice', expiresAfterDays: 90, domain: location.hostname, sameSite: 'Strict' },
  categories: {
    necessary: { enabled: true, readOnly: true },
    analytics: {
      autoClear: { cookies: [{ name: /^_ga/ }, { name: '_gid' }] },
      services: { ga4: { label: '<a href="#">Google Analytics</a>', cookies: [{ name: '_ga' }] } },
    },
    marketing: {},
  },
  language: {
    default: 'it',
    translations: {
      en: {
        preferencesModal: {
          sections: [
            { linkedCategory: 'analytics', cookieTable: {
              headers: { name: 'Name', desc: 'Description', duration: 'Duration' },
              body: [{ name: '_ga', desc: 'Counts visits.', duration: '2 years' }],
            } },
          ],
        },
      },
      it: {
        consentModal: { acceptAllBtn: 'Accetta', acceptNecessaryBtn: 'Rifiuta', showPreferencesBtn: 'Scegli' },
        preferencesModal: {
          sections: [
            { title: 'Intro' },
            { linkedCategory: 'necessary', cookieTable: {
              headers: { a: 'Nome', b: 'Dominio', c: 'Durata', d: 'Descrizione' },
              body: [{ a: 'choice', b: location.hostname, c: '90 giorni', d: 'Ricorda la scelta.' }],
            } },
            { linkedCategory: 'analytics', cookieTable: {
              headers: { a: 'Nome', b: 'Dominio', c: 'Durata', d: 'Descrizione' },
              body: [
                { a: '_ga', b: '.shop.example', c: '2 anni', d: 'Conta le visite.' },
                { a: '_hjid', b: '', c: '1 anno', d: 'Registra.' },
                ...rows,
              ],
            } },
            { linkedCategory: 'missing', cookieTable: {
              headers: { a: 'Nome', c: 'Durata' }, body: [{ a: 'x', c: 'sessione' }],
            } },
          ],
        },
      },
    },
  },
};
"""


def test_tables_and_what_is_cleared_become_cookies_once() -> None:
    draft = drafted("cookieconsent", THIRD, "config.ts")
    found = {str(one["name"]): one for one in cookies(draft)}

    assert list(found) == ["choice", "_ga", "_hjid", "x", "_gid"]
    assert found["choice"] == {
        "name": "choice",
        "category": "essential",
        "purposes": ["consent-choice"],
        "description": {"it": "Ricorda la scelta."},
        "lifetime": "90 days",
        "same_site": "Strict",
    }
    assert found["_ga"] == {
        "name": "_ga",
        "category": "improvement",
        "consent": "opt-in",
        "purposes": ["audience-measurement"],
        "description": {"it": "Conta le visite.", "en": "Counts visits."},
        "lifetime": "2 years",
        "domain": "shop.example",
        "vendor": "google-analytics",
    }
    assert found["_gid"]["purposes"] == ["audience-measurement"]
    assert "category" not in found["x"]


def test_what_does_not_fit_together_is_told() -> None:
    draft = drafted("cookieconsent", THIRD, "config.ts")
    remarks = {entry.name: entry.remarks for entry in draft.cookies}

    assert "the category 'analytics' does not clear it" in remarks["_hjid"]
    assert "category: the section is linked to 'missing', which is none" in remarks["x"]
    assert ("the texts of the category 'marketing'", "no section is linked to it") in left_out(
        draft
    )
    assert (
        "the language 'en'",
        "its tables have 1 rows where those of 'it' have 5",
    ) in left_out(draft)
    assert [(code, text) for code, text, _ in faults(draft, THIRD)] == [
        ("IMP005", "location.hostname"),
        ("IMP005", "...rows"),
        ("IMP007", "{}"),
    ]
    assert draft.consent["first_layer"].value == {
        "accept": "button",
        "reject": "button",
        "settings": "button",
    }


def second(**more: Any) -> dict[str, Any]:
    """Build a configuration of version 2, after the form of public ones (MIT)."""
    table = [
        {
            "col1": "^_ga",
            "col2": "google.com",
            "col3": "2 years",
            "col4": "Counts.",
            "is_regex": True,
        },
        {"col1": "_pk_id", "col2": "", "col3": "13 months", "col4": "Counts."},
    ]
    headers = [
        {"col1": "Name"},
        {"col2": "Domain"},
        {"col3": "Expiration"},
        {"col4": "Description"},
    ]
    blocks = [
        {"title": "Usage"},
        {"toggle": {"value": "necessary", "enabled": True, "readonly": True}},
        {
            "toggle": {"value": "analytics", "enabled": False, "readonly": False},
            "cookie_table": table,
        },
    ]
    modal = {"cookie_table_headers": headers, "blocks": blocks}
    return {
        "current_lang": "en",
        "cookie_name": "cc",
        "cookie_expiration": 30,
        "languages": {"en": {"settings_modal": modal, **more}},
    }


def test_the_second_version_is_read_as_the_third() -> None:
    draft = drafted("cookieconsent", second())

    assert draft.format_name.endswith("version 2")
    found = {str(one["name"]): one for one in cookies(draft)}
    assert list(found) == ["cc", "_ga*", "_pk_id"]
    assert found["cc"]["lifetime"] == "30 days"
    assert found["_ga*"]["lifetime"] == "2 years"
    assert found["_pk_id"] == {
        "name": "_pk_id",
        "category": "improvement",
        "consent": "opt-in",
        "purposes": ["audience-measurement"],
        "description": {"en": "Counts."},
        "lifetime": "13 months",
    }


@pytest.mark.parametrize(("role", "codes"), [("settings", ["IMP003"]), ("accept_necessary", [])])
def test_the_second_button_of_the_second_version_rejects_or_hides(
    role: str, codes: list[str]
) -> None:
    banner = {"primary_btn": {"role": "accept_all"}, "secondary_btn": {"role": role}}
    draft = drafted("cookieconsent", second(consent_modal=banner))

    assert [fault.code for fault in draft.faults if fault.code == "IMP003"] == codes


def test_the_own_cookie_may_be_that_of_the_platform() -> None:
    draft = drafted(
        "cookieconsent", {"categories": {"necessary": {"readOnly": True}}, "language": {}}
    )

    assert cookies(draft)[0]["name"] == "cc_cookie"
    assert cookies(draft)[0]["lifetime"] == "182 days"
    assert "name: the default of the platform, 'cc_cookie'" in draft.cookies[0].remarks


@pytest.mark.parametrize(
    "text",
    [
        "{}",
        '{"categories": []}',
        '{"categories": {"a": 1}, "language": {}}',
        '{"languages": {}}',
        "x",
    ],
)
def test_other_files_are_not_taken_for_one(text: str) -> None:
    assert not recognises(Source("x", text))


def test_a_name_is_read_as_the_page_shows_it() -> None:
    draft = drafted("cookieconsent", THIRD.replace("'_hjid'", "'a&#x27;b&amp;c'"), "config.ts")
    names = {entry["name"] for entry in cookies(draft)}

    assert "a'b&c" in names
    assert not [name for name in names if "#" in str(name)]
