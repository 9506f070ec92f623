"""One small file of each format that has no table and no program of its own."""

from collections.abc import Mapping

SAMPLES: Mapping[str, tuple[str, object]] = {
    "axeptio": (
        "5f.json",
        {
            "clientId": "5f",
            "cookies": [
                {
                    "name": "shop-fr",
                    "settings": {"userCookiesDuration": 180},
                    "steps": [
                        {
                            "name": "measure",
                            "layout": "category",
                            "vendors": [
                                {
                                    "name": "acme",
                                    "title": "Acme",
                                    "policyUrl": "https://acme.example/privacy",
                                    "domain": "acme.example",
                                    "required": False,
                                    "cookies": ["a", {"name": "b", "description": "B."}],
                                }
                            ],
                        }
                    ],
                }
            ],
        },
    ),
    "device-storage": (
        "deviceStorage.json",
        {
            "disclosures": [
                {
                    "identifier": "a_*",
                    "type": "cookie",
                    "maxAgeSeconds": 86400,
                    "cookieRefresh": True,
                    "domain": "*.acme.example",
                    "domains": ["*.acme.example", "b.example"],
                    "purposes": [1, 2],
                    "specialPurposes": [1],
                    "description": "A.",
                }
            ],
            "domains": [{"domain": "*.hotjar.com", "use": "adverts"}],
            "sdks": [{"name": "com.acme"}],
        },
    ),
    "django-cookie-consent": (
        "fixture.json",
        [
            {
                "model": "cookie_consent.cookiegroup",
                "pk": 1,
                "fields": {"varname": "social", "is_required": False},
            },
            {
                "model": "cookie_consent.cookie",
                "fields": {
                    "name": "a",
                    "cookiegroup": 1,
                    "domain": ".hotjar.com",
                    "path": "/shop",
                    "description": "A.",
                },
            },
        ],
    ),
    "drupal-eu-cookie-compliance": (
        "eu_cookie_compliance.settings.yml",
        {
            "popup_info": {"value": "<p>Cookies</p>"},
            "popup_agree_button_message": "OK",
            "popup_link": "https://shop.example/cookies",
            "popup_clicking_confirmation": True,
            "cookie_session": 0,
            "cookie_lifetime": 100,
            "cookie_name": "agreed",
            "method": "default",
            "allowed_cookies": "a\nstatistics:b",
            "withdraw_enabled": True,
            "withdraw_tab_button_label": "Settings",
            "reject_button_enabled": False,
        },
    ),
    "drupal-klaro": (
        "klaro.klaro_app.measure.yml",
        {
            "status": True,
            "id": "measure",
            "description": "Counts.",
            "default": True,
            "purposes": ["analytics"],
            "cookies": [{"regex": "^_pk_", "path": "/", "domain": "shop.example"}],
            "required": False,
            "opt_out": False,
            "javascripts": ["static.hotjar.com"],
        },
    ),
    "fides": (
        "systems.yml",
        {
            "system": [
                {
                    "fides_key": "a",
                    "name": "Acme",
                    "privacy_policy": "https://acme.example/privacy",
                    "cookie_max_age_seconds": 60,
                    "privacy_declarations": [
                        {
                            "name": "Counts.",
                            "data_use": "analytics",
                            "legal_basis_for_processing": "Consent",
                            "data_categories": ["user.name"],
                            "cookies": [{"name": "a", "path": "/a", "domain": "a.example"}],
                        }
                    ],
                    "cookies": [{"name": "b"}],
                }
            ]
        },
    ),
    "gtm": (
        "container.json",
        {
            "exportFormatVersion": 2,
            "exportTime": "2026-08-11",
            "containerVersion": {
                "containerId": "1",
                "container": {"publicId": "GTM-XXXX", "usageContext": ["WEB"]},
                "tag": [
                    {
                        "name": "GA4",
                        "type": "googtag",
                        "paused": False,
                        "parameter": [{"type": "TEMPLATE", "key": "tagId", "value": "{{Id}}"}],
                        "firingTriggerId": ["2147479553"],
                        "blockingTriggerId": [],
                        "consentSettings": {
                            "consentStatus": "NEEDED",
                            "consentType": {"type": "LIST", "list": [{"value": "ad_storage"}]},
                        },
                    },
                    {"name": "T", "type": "cvt_1_9", "firingTriggerId": ["7"]},
                    {
                        "name": "H",
                        "type": "html",
                        "parameter": [{"key": "html", "value": "//connect.facebook.net/"}],
                    },
                ],
                "client": [
                    {
                        "name": "C",
                        "type": "gaaw_client",
                        "parameter": [
                            {"key": "cookieManagement", "value": "server"},
                            {"key": "cookieMaxAgeInSec", "value": "60"},
                        ],
                    }
                ],
                "trigger": [{"triggerId": "7", "name": "Consent"}],
                "variable": [
                    {"name": "Id", "type": "c", "parameter": [{"key": "value", "value": "G-1"}]}
                ],
                "customTemplate": [
                    {
                        "templateId": "9",
                        "name": "Facebook Pixel",
                        "galleryReference": {"owner": "a", "galleryTemplateId": "b"},
                        "templateData": '___WEB_PERMISSIONS___\n[{"instance": 1}]',
                    }
                ],
            },
        },
    ),
    "policystack": (
        "policystack.json",
        {
            "company": {
                "name": "Shop",
                "legalName": "Shop Ltd",
                "address": "London",
                "url": "https://shop.example",
                "contact": {"email": "a@shop.example", "phone": "1"},
                "dpo": {"required": False, "email": "d@shop.example"},
            },
            "jurisdictions": ["eea"],
            "cookies": {"used": {"essential": True}},
            "thirdParties": [{"name": "Acme", "policyUrl": "https://acme.example"}],
        },
    ),
    "redaxo": (
        "setup.json",
        {
            "cookiegroups": [{"uid": "statistics", "required": "|1|", "cookie": "|matomo|"}],
            "cookies": [
                {
                    "uid": "matomo",
                    "definition": '-\n name: _pk_id.*\n time: "13 Monate"\n desc: "Zählt."',
                    "provider": "Acme",
                    "provider_link_privacy": "https://acme.example",
                }
            ],
        },
    ),
    "termly": (
        "cookies.json",
        {
            "cookies": {
                "analytics": [
                    {
                        "name": "a",
                        "domain": "a.example",
                        "expire": "1 year",
                        "tracker_type": "http_cookie",
                        "service": "Acme",
                        "service_policy_link": "https://acme.example",
                        "en_us": "Counts.",
                    }
                ]
            }
        },
    ),
}
"""By name of the format: a name for the file, and its data."""
