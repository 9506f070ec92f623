"""Whatever stands in the configuration of a consent platform: it is read, or told."""

import json
from collections.abc import Mapping

import pytest

from policylint.exchange.fitting import fit
from policylint.exchange.formats import FORMATS, importer
from policylint.exchange.imported import Imported
from policylint.exchange.source import Source
from policylint.exchange.unreadable import UnreadableError
from policylint.exchange.writing import inventory_text
from policylint.lint.import_findings import import_finding
from policylint.source.load import load
from tests.exchange.test_hostile_files import ODD, changed, routes

KLARO = {
    "storageName": "klaro",
    "cookieExpiresAfterDays": 30,
    "privacyPolicy": "https://a.example/p",
    "translations": {"en": {"ga": {"description": "Counts."}}},
    "services": [
        {
            "name": "ga",
            "title": "Google Analytics",
            "purposes": ["analytics"],
            "default": True,
            "cookies": ["_ga", ["/^_ga_.*$/", "/", ".a.example"], {"pattern": "^_gac_"}],
        }
    ],
}
THIRD = {
    "mode": "opt-in",
    "cookie": {"name": "cc", "expiresAfterDays": 182, "secure": True},
    "guiOptions": {"consentModal": {"equalWeightButtons": False}},
    "categories": {
        "necessary": {"readOnly": True},
        "analytics": {
            "enabled": True,
            "autoClear": {"cookies": [{"name": "/^_ga/"}]},
            "services": {"ga": {"label": "Google Analytics", "cookies": [{"name": "_gid"}]}},
        },
    },
    "language": {
        "default": "en",
        "translations": {
            "en": {
                "consentModal": {"acceptAllBtn": "Yes"},
                "preferencesModal": {
                    "sections": [
                        {
                            "linkedCategory": "analytics",
                            "cookieTable": {
                                "headers": {"a": "Name", "b": "Description", "c": "Duration"},
                                "body": [{"a": "_ga", "b": "Counts.", "c": "2 years"}],
                            },
                        }
                    ]
                },
            }
        },
    },
}
SECOND = {
    "cookie_name": "cc",
    "languages": {
        "en": {
            "consent_modal": {
                "primary_btn": {"role": "accept_all"},
                "secondary_btn": {"role": "settings"},
            },
            "settings_modal": {
                "cookie_table_headers": [{"col1": "Name"}, {"col2": "Domain"}],
                "blocks": [
                    {
                        "toggle": {"value": "analytics", "enabled": True, "readonly": False},
                        "cookie_table": [{"col1": "^_ga", "col2": "a.example", "is_regex": True}],
                    }
                ],
            },
        }
    },
}
PAGE = {
    "init": {"cookieName": "t", "DenyAllCta": False, "serviceDefaultState": True},
    "user": {"gtagUa": "G-1"},
    "job": ["gtag", "own"],
    "services": {
        "own": {
            "name": "Own",
            "type": "ads",
            "uri": "https://own.example/p",
            "needConsent": True,
            "cookies": ["o1"],
        }
    },
}
SAMPLES: Mapping[str, tuple[str, object]] = {
    "klaro": ("klaro", KLARO),
    "third": ("vanilla-cookieconsent", THIRD),
    "second": ("vanilla-cookieconsent", SECOND),
    "page": ("tarteaucitron", PAGE),
}


def attempt(name: str, text: str) -> None:
    source = Source("config.js", text)
    for other in FORMATS:
        assert isinstance(importer(other).recognises(source), bool)
    try:
        draft = importer(name).read(source)
    except UnreadableError:
        return
    fit(draft)
    left_out = list(Imported(source=source, draft=draft).left_out())
    written = inventory_text(draft, left_out)
    assert load("cookies.yaml", written.encode()).flaws == ()
    assert all(len(sentence) < 600 for sentence in left_out)
    for fault in draft.faults:
        assert len(fault.message) < 500
        import_finding(fault.code, source.document, fault.span, fault.message, fault.cookie)


@pytest.mark.parametrize("sample", SAMPLES)
def test_a_configuration_is_recognised_by_the_importer_of_its_format_alone(sample: str) -> None:
    name, data = SAMPLES[sample]
    source = Source("config.json", json.dumps(data))

    assert [other for other in FORMATS if importer(other).recognises(source)] == [name]


@pytest.mark.parametrize("wrapper", ["{}", "var config = {};", "start({}, more)"])
@pytest.mark.parametrize("sample", SAMPLES)
def test_an_odd_value_at_any_place_is_never_a_traceback(sample: str, wrapper: str) -> None:
    name, data = SAMPLES[sample]
    for route in routes(data):
        for value in ODD if wrapper == "{}" else ODD[::4]:
            attempt(name, wrapper.replace("{}", json.dumps(changed(data, route, value))))


@pytest.mark.parametrize("sample", SAMPLES)
def test_an_expression_at_any_place_is_never_a_traceback(sample: str) -> None:
    name, data = SAMPLES[sample]
    for route in routes(data):
        text = json.dumps(changed(data, route, "@"))
        for expression in ("f()", "...x", "/[/]/", "/a(/", "`${x}`", "{...y}", "[z, , 1]", ""):
            attempt(name, f"var config = {text};".replace('"@"', expression))


@pytest.mark.parametrize("sample", SAMPLES)
def test_a_configuration_that_breaks_off_anywhere_is_never_a_traceback(sample: str) -> None:
    name, data = SAMPLES[sample]
    text = f"var config = {json.dumps(data)};"
    for end in range(0, len(text), 7):
        attempt(name, text[:end])


def test_a_file_of_many_services_takes_time_that_grows_with_it_alone() -> None:
    calls = []
    for count in (100, 1_000):
        services = [
            {"name": f"s{n}", "purposes": ["x"], "cookies": [f"c{n}"]} for n in range(count)
        ]
        calls.append(_calls(json.dumps({"services": services})))

    assert calls[1] < 15 * calls[0]


def _calls(text: str) -> int:
    import sys

    count = 0

    def tally(*_: object) -> None:
        nonlocal count
        count += 1

    source = Source("klaro.json", text)
    importer("klaro").read(source)  # what is kept from the first file on
    source = Source("klaro.json", text)
    sys.setprofile(tally)
    try:
        importer("klaro").read(source)
    finally:
        sys.setprofile(None)
    return count
