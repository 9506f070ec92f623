"""Shapes of ethyca/fides 96aa40c (fixtures of its admin interface), and of manifests."""

import pytest

from policylint.exchange.fides.data_uses import purposes as purposes_of_uses
from tests.exchange.drafts import Shown, cookies, drafted, left_out, vendors

MANIFEST = """\
system:
  - fides_key: shop_analytics
    name: Hotjar
    privacy_policy: https://www.hotjar.com/privacy
    cookie_max_age_seconds: 31536000
    privacy_declarations:
      - name: Counts visits.
        data_use: analytics.reporting
        legal_basis_for_processing: Consent
        data_categories: [user.device.cookie_id, user.device.ip_address, user.odd]
        cookies:
          - {name: _hj*, path: /, domain: https://www.shop.example}
      - name: Something else.
        data_use: odd.use
        cookies:
          - name: odd
  - fides_key: silent
    privacy_declarations: []
"""


def test_the_cookies_of_a_manifest_have_the_facts_of_their_declaration() -> None:
    draft = drafted("fides", MANIFEST, "system.yml")

    assert cookies(draft) == [
        {
            "name": "_hj*",
            "vendor": "hotjar",
            "domain": "www.shop.example",
            "purposes": ["audience-measurement"],
            "legal_basis": "consent",
            "data": ["online-identifier", "ip-address"],
            "description": "Counts visits.",
        },
        {"name": "odd", "vendor": "hotjar", "description": "Something else."},
    ]
    assert draft.cookies[1].remarks == [
        "category: a use of data does not say whether consent is asked",
        "purposes: the use 'odd.use' is not one of the inventory",
        "lifetime: no cookie of its system lives longer than 365 days",
    ]
    assert left_out(draft) == [("the system 'silent'", "it lists no cookie")]


def test_a_cookie_of_a_system_belongs_to_the_only_declaration_or_to_none() -> None:
    declaration = {"name": "Adverts.", "data_use": "marketing.advertising.profiling"}
    system: Shown = {"fides_key": "a", "name": "Acme", "cookies": [{"name": "a"}]}
    one = drafted("fides", [{**system, "privacy_declarations": [declaration]}])
    two = drafted("fides", [{**system, "privacy_declarations": [declaration] * 2}])

    assert cookies(one)[0]["purposes"] == ["advertising"]
    assert cookies(two) == [{"name": "a", "vendor": "acme"}]
    assert "purposes: which declaration of its system is about it is not told" in (
        two.cookies[0].remarks
    )


def test_a_record_of_the_dictionary_is_read_with_the_purposes_of_the_iab() -> None:
    record = {
        "name": "a_*",
        "domain": "*.ads.example",
        "type": "cookie",
        "cookie_refresh": False,
        "max_age_seconds": 86400,
        "purposes": [1, 2, 7],
        "special_purposes": [1],
        "features": [2],
        "vendor_id": "gvl.1",
        "vendor_name": "Acme Ads",
    }
    draft = drafted("fides", [record, {**record, "type": "web"}, {**record, "type": "odd"}])

    facts = {
        "vendor": "acme-ads",
        "domain": "ads.example",
        "category": "improvement",
        "purposes": [
            *("advertising", "ad-measurement", "fraud-prevention"),
            *("bot-detection", "cross-device-linking"),
        ],
    }
    assert cookies(draft) == [
        {"name": "a_*", **facts, "lifetime": "1 day", "renewal": "fixed"},
        {"name": "a_*", "storage": "local-storage", **facts},
    ]
    assert left_out(draft)[-1] == ("'a_*'", "its type is 'odd'; expected 'cookie', 'web' or 'app'")


def test_assets_give_cookies_and_hosts_and_neither_values_nor_queries() -> None:
    def asset(kind: str, **fields: object) -> Shown:
        return {"urn": "u", "resource_type": kind, "value": "planted", "data_uses": [], **fields}

    planted = "https://a.example/?q=planted"
    draft = drafted(
        "fides",
        {
            "items": [
                asset("Cookie", name="a", domain=".hotjar.com", data_uses=["analytics"]),
                asset(
                    "Browser request",
                    name=planted,
                    domain="td.a.example",
                    with_consent=False,
                    cookies=["b=planted; Domain=.b.example; Max-Age=5", "planted"],
                ),
                asset("Browser request", name=planted, domain="c.example", parent=planted),
                asset("Browser request", name=planted, domain="c.example"),
            ],
            "total": 60,
        },
    )

    assert cookies(draft) == [
        {
            "name": "a",
            "domain": "hotjar.com",
            "vendor": "hotjar",
            "purposes": ["audience-measurement"],
        },
        {"name": "b", "domain": "b.example"},
    ]
    assert left_out(draft) == [
        ("an entry", "it has no name"),
        ("c.example: assets that are no cookies, 2", "none of them tells of a cookie"),
        ("the other pages of results", "this page has 4 of 60"),
    ]
    assert "planted" not in repr(vars(draft))
    assert vendors(draft)["hotjar"]["domains"] == ["hotjar.com"]


@pytest.mark.parametrize(
    ("use", "purposes"),
    [
        ("advertising.first_party.personalized", ["advertising"]),
        ("analytics.reporting.content_performance", ["audience-measurement"]),
        ("analytics.reporting.ad_performance", ["ad-measurement"]),
        ("analytics.reporting.system.logging", []),
        ("essential.service.operations", []),
        ("personalize.content.profiling", ["personalised-content"]),
        ("functional", []),
        ("", []),
    ],
)
def test_a_use_of_data_is_read_by_the_nearest_one_that_is_known(
    use: str, purposes: list[str]
) -> None:
    assert purposes_of_uses([use]) == purposes
