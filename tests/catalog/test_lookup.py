"""What a name, a vendor or a host is found to be, and how well it matched."""

import pytest

from policylint.catalog.form import CatalogFile, VendorFacts
from policylint.catalog.lookup import Catalog, find_vendor, matches, shipped, vendor_of_host
from policylint.catalog.packing import pack


def found(name: str, domain: str | None = None) -> list[tuple[str, str, str]]:
    return [(one.cookie.name, one.cookie.platform, one.quality) for one in matches(name, domain)]


@pytest.mark.parametrize(
    ("name", "domain", "expected"),
    [
        ("_ga", None, ("_ga", "Google Analytics", "exact")),
        ("_ga", "shop.example", ("_ga", "Google Analytics", "exact")),
        ("_ga_AB12CD34EF", None, ("_ga_*", "Google Analytics 4", "pattern")),
        ("_ga_*", None, ("_ga_*", "Google Analytics 4", "pattern")),
        ("_pk_id.1.a3f4", None, ("_pk_id*", "Matomo", "pattern")),
        ("mp_0123_mixpanel", None, ("mp_*_mixpanel", "Mixpanel", "pattern")),
        ("uid", "dis.criteo.com", ("uid", "Criteo", "name-and-domain")),
        ("uid", ".criteo.com", ("uid", "Criteo", "name-and-domain")),
        ("IDE", ".doubleclick.net", ("IDE", "Google DoubleClick", "name-and-domain")),
        ("m", "m.stripe.com", ("m", "Stripe", "name-and-domain")),
    ],
)
def test_the_best_match_is_first(
    name: str, domain: str | None, expected: tuple[str, str, str]
) -> None:
    assert found(name, domain)[0] == expected


@pytest.mark.parametrize("name", ["uid", "C", "m", "player", "i", "ts"])
def test_a_bare_name_without_its_domain_is_a_name_only(name: str) -> None:
    everything = [*matches(name), *matches(name, "www.shop.example")]

    assert {one.quality for one in everything} == {"name-only"}
    assert all(one.cookie.is_bare and not one.cookie.is_distinctive for one in everything)


def test_names_are_case_sensitive() -> None:
    assert found("_GA") == []


def test_an_unknown_name_matches_nothing() -> None:
    assert found("studio_theme") == []


def test_storage_sets_names_apart() -> None:
    assert [one.cookie.name for one in matches("uc_settings", storage="local-storage")] == [
        "uc_settings"
    ]
    assert matches("uc_settings") == []
    assert matches("uc_settings", storage=None) != []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("google", "google"),
        ("Google Ireland Limited", "google"),
        ("GOOGLE IRELAND LTD.", "google"),
        ("Google LLC", "google"),
        ("Google Analytics", "google-analytics"),
        ("Meta Platforms Ireland Ltd", "meta"),
        ("Meta Pixel", "meta-pixel"),
        ("Xandr, Inc.", "xandr"),
        ("The UK Trade Desk Ltd", "trade-desk"),
        ("PayPal (Europe) S.à r.l. et Cie, S.C.A.", "paypal"),
        ("Amazon Europe Core SARL", "amazon-ads"),
        ("IPONWEB GmbH", "bidswitch"),
    ],
)
def test_a_vendor_is_found_by_any_of_its_names(text: str, expected: str) -> None:
    vendor = find_vendor(text)

    assert vendor is not None
    assert vendor.id == expected


@pytest.mark.parametrize("text", ["", "GmbH", "Studio Ductus", "()", "Limited (Ltd)"])
def test_what_names_nobody_finds_nobody(text: str) -> None:
    assert find_vendor(text) is None


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("www.google-analytics.com", "google-analytics"),
        ("region1.analytics.google.com", "google-analytics"),
        ("www.google.com", "google"),
        ("bat.bing.com.", "microsoft-advertising"),
        (".STRIPE.com", "stripe"),
    ],
)
def test_a_host_belongs_to_the_most_special_vendor(host: str, expected: str) -> None:
    vendor = vendor_of_host(host)

    assert vendor is not None
    assert vendor.id == expected


@pytest.mark.parametrize("host", ["", "com", "notgoogle.com", "google.com.evil.example", "."])
def test_a_host_that_only_looks_alike_belongs_to_nobody(host: str) -> None:
    assert vendor_of_host(host) is None


def test_every_vendor_is_found_by_its_id_and_by_its_products() -> None:
    for vendor in shipped().vendors():
        for text in (vendor.id, *vendor.services):
            known = find_vendor(text)
            assert known is not None
            assert known.name == vendor.name, text


def test_vendors_of_one_group_have_one_standing_for_them() -> None:
    catalog = shipped()

    assert {catalog.group(one) for one in catalog.vendors() if "Google" in one.name} == {"google"}


def test_parents_that_go_round_end() -> None:
    file = CatalogFile(
        version=1,
        vendors={"a": VendorFacts(name="A", parent="b"), "b": VendorFacts(name="B", parent="a")},
    )
    catalog = Catalog(pack([file]))
    vendor = catalog.vendor("a")

    assert vendor is not None
    assert catalog.group(vendor) in {"a", "b"}
