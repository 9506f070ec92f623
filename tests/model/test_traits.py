import pytest

from policylint.model.cookie import Cookie
from policylint.model.inventory import Inventory
from policylint.model.read import read
from policylint.model.traits import (
    controllers_behind,
    is_of_security_family,
    is_personal,
    is_third_party,
    party,
    readers,
    same_site,
    vendors_in_use,
)


def inventory(**cookie: object) -> tuple[Cookie, Inventory]:
    found = read(
        Inventory,
        {
            "version": 1,
            "site": {
                "name": "A",
                "url": "https://www.shop.co.uk:8443/x",
                "domains": ["shop.example"],
                "jurisdictions": ["FR"],
                "languages": ["en"],
            },
            "controller": {"name": "A", "country": "FR"},
            "vendors": {
                "host": {"name": "H", "country": "FR", "role": "processor"},
                "ads": {"name": "A", "country": "US", "role": "controller"},
            },
            "cookies": [
                {"name": "c", "category": "essential", "purposes": ["session-state"], **cookie}
            ],
        },
    )
    assert found is not None
    return found.cookies[0], found


@pytest.mark.parametrize(
    ("domain", "expected"),
    [
        ("www.shop.co.uk", "first"),
        (".shop.co.uk", "first"),
        ("cdn.shop.co.uk", "first"),
        ("other.co.uk", "third"),
        ("www.shop.example", "first"),
        ("doubleclick.net", "third"),
        (None, None),
    ],
)
def test_the_party_follows_from_the_registrable_domain(
    domain: str | None, expected: str | None
) -> None:
    found = inventory(**({"domain": domain} if domain else {}))

    assert party(*found) == expected


def test_a_declared_party_counts_before_the_domain() -> None:
    assert party(*inventory(party="first", domain="doubleclick.net")) == "first"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"vendor": "host"}, False),
        ({"vendor": "ads"}, True),
        ({"vendor": "unknown"}, False),
        ({"party": "third"}, True),
        ({"cname_of": "tracker.example"}, True),
        ({"cname_of": "cdn.shop.example"}, False),
    ],
)
def test_who_has_a_hand_of_its_own_is_a_third_party(
    fields: dict[str, object], expected: bool
) -> None:
    assert is_third_party(*inventory(**fields)) is expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, False),
        ({"category": "improvement"}, True),
        ({"category": "improvement", "personal_data": False}, False),
        ({"personal_data": True}, True),
        ({"identifier": True}, True),
        ({"data": ["language", "browser"]}, False),
        ({"data": ["language", "ip-address"]}, True),
    ],
)
def test_what_is_taken_for_personal_data(fields: dict[str, object], expected: bool) -> None:
    assert is_personal(inventory(**fields)[0]) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("a.github.io", "b.github.io", False),
        ("a.b.github.io", "b.github.io", True),
        ("localhost", "localhost", True),
        ("localhost", "example.org", False),
        ("co.uk", "shop.co.uk", False),
    ],
)
def test_two_hosts_of_one_registrable_domain_are_one_site(
    one: str, other: str, expected: bool
) -> None:
    assert same_site(one, other) is expected


@pytest.mark.parametrize(
    ("purposes", "expected"),
    [
        (["captcha", "payment"], True),
        (["authentication"], True),
        (["security", "advertising"], False),
        (["click-fraud-detection"], False),
    ],
)
def test_the_security_family_takes_every_purpose(purposes: list[str], expected: bool) -> None:
    cookie, _ = inventory(purposes=purposes)

    assert is_of_security_family(cookie) is expected


def test_readers_are_listed_once_and_controllers_among_them() -> None:
    shared = {"shared_with": ["ads", "host"]}
    cookie, found = inventory(vendor="host", recipients=["ads", "nobody"], measurement=shared)

    assert readers(cookie) == ["host", "ads", "nobody"]
    assert controllers_behind(cookie, found) == ["ads"]
    assert vendors_in_use(found) == ["host", "ads"]
