"""The catalogue that comes with policylint: what it promises of its facts, and of its index."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from policylint.catalog.form import CatalogFile
from policylint.catalog.lookup import INDEX, shipped
from policylint.catalog.packing import pack
from policylint.catalog.reading import read_catalog
from tests.conftest import ROOT

Golden = Callable[[Path, str], None]
DATA = ROOT / "policylint" / "catalog" / "data"


def read_data(name: str) -> CatalogFile:
    path = DATA / f"{name}.yaml"
    return read_catalog(str(path), path.read_bytes())


@pytest.fixture(scope="module")
def vendors() -> CatalogFile:
    return read_data("vendors")


@pytest.fixture(scope="module")
def cookies() -> CatalogFile:
    return read_data("cookies")


def test_the_index_is_made_of_the_files(
    golden: Golden, vendors: CatalogFile, cookies: CatalogFile
) -> None:
    golden(Path(INDEX), pack([vendors, cookies]).decode())


def test_there_are_400_cookies_and_120_legal_entities(
    vendors: CatalogFile, cookies: CatalogFile
) -> None:
    assert len({one.name for one in cookies.cookies}) >= 400
    assert len({one.name for one in vendors.vendors.values()}) >= 120


def test_every_fact_has_its_source_and_its_day(vendors: CatalogFile, cookies: CatalogFile) -> None:
    lacking = [one.name for one in cookies.cookies if not (one.source and one.date)]
    lacking += [key for key, one in vendors.vendors.items() if not (one.source and one.date)]

    assert lacking == []


def test_every_vendor_that_is_named_exists(vendors: CatalogFile, cookies: CatalogFile) -> None:
    named = {one.vendor for one in cookies.cookies} | {
        one.parent for one in vendors.vendors.values()
    }

    assert named - {None} - set(vendors.vendors) == set()


def test_a_role_and_a_transfer_have_a_source(vendors: CatalogFile) -> None:
    for key, one in vendors.vendors.items():
        assert bool(one.role) == bool(one.role_source) == bool(one.role_date), key
        assert bool(one.transfers) == bool(one.transfers_source), key
        assert one.uses_pixel == bool(one.pixel_source), key


def test_no_cookie_stands_twice(cookies: CatalogFile) -> None:
    counts = Counter((one.name, one.platform, one.storage) for one in cookies.cookies)

    assert [one for one, count in counts.items() if count > 1] == []


def test_a_name_of_two_products_is_distinctive_of_neither(cookies: CatalogFile) -> None:
    products: dict[str, set[str | None]] = {}
    for one in cookies.cookies:
        products.setdefault(one.name, set()).add(one.vendor or one.platform)
    shared = {name for name, platforms in products.items() if len(platforms) > 1}

    assert [
        one.name for one in cookies.cookies if one.name in shared and one.name_is == "distinctive"
    ] == []


def test_where_sources_differ_it_is_said(cookies: CatalogFile) -> None:
    silent = [
        one.name for one in cookies.cookies if one.lifetime is None and not one.lifetime_differs
    ]

    assert silent == []


def test_the_index_gives_back_what_the_files_hold(
    vendors: CatalogFile, cookies: CatalogFile
) -> None:
    catalog = shipped()

    assert [(one.name, one.platform, one.lifetime) for one in catalog.cookies()] == [
        (one.name, one.platform, one.lifetime and one.lifetime.text) for one in cookies.cookies
    ]
    for one in catalog.vendors():
        facts = vendors.vendors[one.id]
        assert (one.name, one.country, one.services, one.domains, one.transfers) == (
            facts.name,
            facts.country,
            facts.services,
            facts.domains,
            facts.transfers,
        )
