"""Shapes of FriendsOfREDAXO/consent_manager 3a67ef8, `setup/minimal_setup.json`, shortened."""

from tests.exchange.drafts import Shown, cookies, drafted, faults, left_out, vendors

MATOMO = '-\n name: _pk_id.*\n time: "13 Monate"\n desc: "Zählt Besuche."'


def setup(*services: Shown, required: str = "") -> Shown:
    uids = "|".join(str(service["uid"]) for service in services if service["uid"] != "loose")
    group = {"uid": "statistics", "required": required, "cookie": f"|{uids}|"}
    return {"cookiegroups": [group], "cookies": list(services)}


def service(uid: str = "matomo", definition: str = MATOMO, **fields: object) -> Shown:
    return {"uid": uid, "definition": definition, "provider": "Diese Website", **fields}


def test_cookies_are_read_from_the_yaml_inside_the_json() -> None:
    draft = drafted("redaxo", setup(service()))

    assert cookies(draft) == [
        {
            "name": "_pk_id.*",
            "description": "Zählt Besuche.",
            "lifetime": "13 months",
            "category": "improvement",
            "consent": "opt-in",
            "purposes": ["audience-measurement"],
        }
    ]
    assert draft.cookies[0].fields["name"].origin == "foreign.json line 12"
    assert draft.vendors == {}


def test_a_required_group_is_claimed_essential() -> None:
    draft = drafted("redaxo", setup(service(), required="|1|"))

    assert cookies(draft)[0]["category"] == "essential"


def test_a_provider_that_is_not_the_site_is_a_vendor() -> None:
    link = "https://policies.google.com/privacy"
    provider = service(provider="Acme Ltd", provider_link_privacy=link)
    draft = drafted("redaxo", setup(provider))

    assert vendors(draft) == {"acme-ltd": {"name": "Acme Ltd", "privacy_policy": link}}
    assert left_out(draft) == [("the country of 'Acme Ltd'", "the file does not name it")]


def test_a_service_without_readable_cookies_is_a_fault_and_one_without_a_group_left_out() -> None:
    text = (
        '{"cookiegroups": [{"uid": "a", "cookie": "|b|c|"}], "cookies": ['
        '{"uid": "b", "definition": ""}, {"uid": "c", "definition": "- ["}, '
        '{"uid": "loose", "definition": "- name: x"}]}'
    )
    draft = drafted("redaxo", text)

    assert faults(draft, text) == [
        ("IMP007", '""', "the service 'b' lists no cookie"),
        ("IMP007", '"- ["', "the service 'c' lists no cookie"),
    ]
    assert left_out(draft) == [("the service 'loose'", "it stands in no group")]
