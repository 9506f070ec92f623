import pytest

from policylint.exchange.klaro import read, recognises
from policylint.exchange.source import Source
from policylint.exchange.unreadable import UnreadableError
from tests.exchange.drafts import cookies, drafted, faults, left_out, vendors

# After the form of public configurations (klaro-org/klaro-js, dist/config.js; BSD-3-Clause).
CONFIG = """\
// eslint-disable-next-line
window.klaroConfig = {
  elementID: 'klaro',
  storageMethod: 'cookie',
  cookieName: 'choice',
  cookieExpiresAfterDays: 365,
  cookieDomain: '.shop.example',
  privacyPolicy: 'https://shop.example/privacy',
  default: false,
  translations: {
    zz: { 'google-analytics': { description: 'General.' } },
    en: { 'google-analytics': { description: '<b>Counts</b> visits.' } },
    de: { 'google-analytics': { description: 'Zählt Besuche.' } },
  },
  services: [
    {
      name: 'google-analytics', title: 'Google Analytics', purposes: ['analytics'],
      cookies: [
        '_ga',
        /^_ga_.*$/,
        ['^_gac_.+', '/', '.shop.example'],
        { pattern: /^(_gid|_gat)$/, path: '/', domain: 'shop.example' },
      ],
      callback: function (consent) { if (consent) /'/.test(name); },
    },
    { name: 'shop', required: true, purposes: ['functional'], cookies: ['basket'] },
    { name: 'more', purposes: ['marketing'], cookies: ['_ga', 'm1'], optOut: true },
  ],
};
"""


def test_services_become_cookies_with_what_klaro_does_about_them() -> None:
    draft = drafted("klaro", CONFIG, "klaro-config.js")
    shared = {
        "category": "improvement",
        "consent": "opt-in",
        "purposes": ["audience-measurement"],
        "description": {"en": "Counts visits.", "de": "Zählt Besuche."},
        "vendor": "google-analytics",
    }
    placed = {"domain": "shop.example", "path": "/"}

    assert cookies(draft) == [
        {"name": "choice", "category": "essential", "purposes": ["consent-choice"], "domain": "shop.example", "lifetime": "365 days"},
        {"name": "_ga", **shared},
        {"name": "_ga_*", **shared},
        {"name": "_gac_*", **placed, **shared},
        {"name": "_gid", **placed, **shared},
        {"name": "_gat", **placed, **shared},
        {"name": "basket", "category": "essential"},
        {"name": "m1", "category": "improvement", "consent": "opt-out"},
    ]  # fmt: skip
    assert {key: told.value for key, told in draft.consent.items()} == {
        "choice_cookie": "choice",
        "validity": "365 days",
        "prechecked": [],
    }
    assert draft.site["policy_url"].value == "https://shop.example/privacy"
    assert vendors(draft)["google-analytics"]["name"] == "Google Ireland Limited"
    assert draft.cookies[1].fields["name"].origin == "klaro-config.js line 19"
    assert draft.cookies[3].remarks[0] == "name: /^_gac_.+/, where '*' is one letter or more"
    assert "purposes: 'marketing' does not say what the cookie is for" in draft.cookies[7].remarks
    assert left_out(draft) == [
        ("'_ga' of the service 'more'", "the service 'google-analytics' lists it too")
    ]
    assert faults(draft, CONFIG) == [
        ("IMP002", "true", "the service 'more' runs until the visitor refuses and sets '_ga', 'm1'")
    ]


def test_ga_in_a_service_that_is_on_by_default_is_told_at_its_place() -> None:
    text = "var klaroConfig = {\n  services: [{name: 'ga', default: true, cookies: ['_ga']}],\n};\n"

    draft = drafted("klaro", text, "klaro.js")

    (fault,) = draft.faults
    assert (fault.code, fault.cookie) == ("IMP001", "_ga")
    assert text[slice(*fault.span)] == "true"
    assert fault.message == "the service 'ga' is not required and on by default and sets '_ga'"
    assert "consent" not in draft.cookies[1].fields
    assert "prechecked" not in draft.consent


@pytest.mark.parametrize(
    ("service", "ticked"),
    [
        ({}, True),
        # Klaro takes `default || required`, which is undefined here, so that the whole decides
        ({"default": False}, True),
        ({"default": False, "required": False}, False),
        ({"required": False}, False),
        ({"default": True, "required": False}, True),
        ({"required": True}, False),
    ],
)
def test_a_service_is_on_in_advance_where_klaro_has_it_so(
    service: dict[str, bool], ticked: bool
) -> None:
    config = {"default": True, "services": [{"name": "a", "cookies": ["x"], **service}]}

    codes = [fault.code for fault in drafted("klaro", config).faults]

    assert codes == (["IMP001"] if ticked else [])


@pytest.mark.parametrize(
    ("item", "names", "why"),
    [
        ('"/^_pk_/"', ["_pk_*"], None),
        ('"/^_(a|b)c?$/"', ["_a", "_ac", "_b", "_bc"], None),
        ('"/_pk_/"', ["*_pk_*"], None),
        ('"^_pk_.*"', ["_pk_*"], None),
        ('"/^_ga/i"', [], "it takes small letters for large ones, and an inventory does not"),
        ('"/^_gat_[0-9]+$/"', [], "no pattern of an inventory means exactly this; '_gat_*' would say more"),
        ('"/^[_ga|_gid]/"', [], "'[_ga|_gid]' is one character, and names were probably meant"),
        ('"/.*/"', [], "it matches every name"),
        ('"_ga.*"', [], "a pattern written as text"),
        ('"_ga_*"', ["_ga_*"], None),
        ('"__expr__:prefix + 1"', [], "it is worked out when the site runs"),
        ("12", [], "it is no text and no expression"),
    ],
)  # fmt: skip
def test_a_pattern_is_taken_where_an_inventory_can_say_exactly_the_same(
    item: str, names: list[str], why: str | None
) -> None:
    text = f'{{"services": [{{"name": "s", "purposes": ["analytics"], "cookies": [{item}]}}]}}'
    draft = drafted("klaro", text)

    assert [entry.name for entry in draft.cookies[1:]] == names
    assert [reason for _, reason in left_out(draft)] == ([] if why is None else [why])


def test_the_defaults_of_klaro_are_told_as_such() -> None:
    draft = drafted("klaro", {"services": [{"name": "a", "purposes": [], "cookies": ["x"]}]})

    assert cookies(draft)[0] == {
        "name": "klaro",
        "category": "essential",
        "purposes": ["consent-choice"],
        "lifetime": "120 days",
    }
    assert draft.cookies[0].remarks == [
        "name: the default of Klaro, 'klaro'; the file gives none",
        "lifetime: the default of Klaro, 120 days; the file gives none",
    ]


@pytest.mark.parametrize(
    ("method", "storage", "lifetime"),
    [
        ("localStorage", "local-storage", "until-cleared"),
        ("sessionStorage", "session-storage", "session"),
    ],
)
def test_a_choice_in_web_storage_lives_as_long_as_that(
    method: str, storage: str, lifetime: str
) -> None:
    draft = drafted(
        "klaro",
        {"storageMethod": method, "services": [{"name": "a", "purposes": [], "cookies": ["x"]}]},
    )  # fmt: skip

    assert cookies(draft)[0]["storage"] == storage
    assert cookies(draft)[0]["lifetime"] == lifetime
    assert "validity" not in draft.consent


def test_what_a_named_service_usually_sets_is_said_to_be_that() -> None:
    draft = drafted(
        "klaro", {"services": [{"name": "googleAnalytics", "title": "Google Analytics", "purposes": ["analytics"]}]}
    )  # fmt: skip

    assert [entry.name for entry in draft.cookies[1:]] == ["_ga", "_ga_*"]
    assert any("Google Analytics usually sets" in remark for remark in draft.cookies[1].remarks)
    assert [fault.code for fault in draft.faults] == ["IMP007"]


def test_software_that_sites_run_themselves_names_no_vendor() -> None:
    draft = drafted(
        "klaro",
        {"services": [{"name": "matomo", "title": "Matomo/Piwik", "purposes": ["analytics"], "cookies": ["_pk_id"]}]},
    )  # fmt: skip

    assert draft.vendors == {}
    assert "vendor" not in cookies(draft)[1]


@pytest.mark.parametrize(
    "text",
    [
        "export default {apps: [{name: 'a', purposes: ['x']}]}",
        "const config = {services: [{name: 'a', required: true}]} as const; klaro.setup(config)",
        "<html><script>var klaroConfig = {services: [{name: 'a', cookies: []}]}</script></html>",
        '{"elementID": "klaro", "services": []}',
    ],
)
def test_a_configuration_is_recognised_wherever_it_stands(text: str) -> None:
    assert recognises(Source("x", text))


@pytest.mark.parametrize(
    "text",
    [
        *("", "a,b\n1,2", "{}", '{"services": []}', '{"services": [{"name": "a"}]}'),
        *('{"services": 1}', "var x = {services: {}}"),
        '{"categories": {}, "services": [{"name": "a", "cookies": []}]}',
    ],
)
def test_other_files_are_not_taken_for_one(text: str) -> None:
    source = Source("x", text)

    assert not recognises(source)
    with pytest.raises(UnreadableError):
        read(source)
