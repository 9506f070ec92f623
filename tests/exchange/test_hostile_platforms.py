"""Files of consent platforms with an odd value at any place, and files of anything else."""

import json
from contextlib import suppress

import pytest

from policylint.errors import PolicylintError
from policylint.exchange.formats import FORMATS, importer, read_draft
from policylint.exchange.source import Source
from tests.exchange.test_hostile_files import ODD, changed, routes

SAMPLES: dict[str, object] = {
    "cookiebot": {
        "culture": "NL",
        "utcscandate": "2026-10-02T03:04:05",
        "cookies": [
            {
                "Name": "_ga",
                "Provider": "a.example<br/>b.example",
                "Path": "/",
                "Secure": "1",
                "ThirdParty": "0",
                "ExpireSeconds": "3600",
                "ExpireDescription": "1 jaar",
                "TrackerTypeID": "1",
                "Category": "3",
                "PurposeDescription": "Telt",
                "PriorConsentEnabled": "0",
            }
        ],
    },
    "cookieyes": {
        "categories": [{"id": 1, "slug": "necessary"}],
        "cookies": [
            {
                "name": "sid",
                "slug": "sid",
                "domain": "a.example",
                "duration": {"en": "1 year"},
                "description": {"en": "Keeps"},
                "category": 1,
            }
        ],
    },
    "onetrust": {
        "DomainData": {
            "BannerShowRejectAllButton": True,
            "Language": {"Culture": "en"},
            "Groups": [
                {
                    "OptanonGroupId": "C0002",
                    "GroupName": "Performance",
                    "Status": "active",
                    "FirstPartyCookies": [{"Name": "a", "Host": "a.example", "Length": "3"}],
                    "Hosts": [
                        {
                            "HostName": "hotjar.com",
                            "Cookies": [{"Name": "b", "IsSession": True, "DurationType": 1}],
                        }
                    ],
                }
            ],
        }
    },
    "open-cookie-database": {
        "Acme": [
            {
                "category": "Functional",
                "cookie": "a_",
                "domain": "acme.example",
                "description": "Keeps",
                "retentionPeriod": "session",
                "dataController": "Acme",
                "privacyLink": "https://acme.example",
                "wildcardMatch": "1",
            }
        ]
    },
}


@pytest.mark.parametrize("name", SAMPLES)
def test_a_file_is_recognised_by_the_importer_of_its_format_alone(name: str) -> None:
    source = Source("a.json", json.dumps(SAMPLES[name]))

    assert [other for other in FORMATS if importer(other).recognises(source)] == [name]


@pytest.mark.parametrize("name", SAMPLES)
def test_an_odd_value_at_any_place_is_never_a_traceback(name: str) -> None:
    for route in routes(SAMPLES[name]):
        for value in ODD:
            source = Source("a.json", json.dumps(changed(SAMPLES[name], route, value)))
            with suppress(PolicylintError):
                draft = read_draft(source, name)
                assert all(entry.name.isprintable() for entry in draft.cookies)


@pytest.mark.parametrize("text", ["", "[", "{", "- a\n", "<p>", "a,b\n1,2\n", "a|b\n-|-\n1|2\n"])
@pytest.mark.parametrize("name", [*SAMPLES, "csv", "html", "markdown"])
def test_a_file_of_something_else_is_refused_in_a_sentence(name: str, text: str) -> None:
    with pytest.raises(PolicylintError) as error:
        read_draft(Source("a.txt", text), name)

    assert error.value.message.startswith("a.txt line 1: ")
