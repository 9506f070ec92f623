"""What products usually set must be what the catalogue knows of them."""

import pytest

from policylint.catalog.lookup import matches, shipped
from policylint.exchange.gtm.products import PLATFORMS, SERVER_TAGS, TAGS
from policylint.exchange.usual import COOKIES


@pytest.mark.parametrize("vendor", COOKIES)
def test_each_cookie_is_known_and_belongs_to_its_vendor_or_group(vendor: str) -> None:
    catalog = shipped()
    for name in COOKIES[vendor]:
        known = [match for match in matches(name) if match.cookie.name == name]
        owner = catalog.vendor(vendor)
        assert owner is not None
        assert known
        assert known[0].vendor is not None
        assert known[0].vendor.name == owner.name


@pytest.mark.parametrize("kind", [*TAGS, *SERVER_TAGS])
def test_each_type_of_tag_is_a_product_of_the_catalogue(kind: str) -> None:
    product = TAGS.get(kind) or SERVER_TAGS[kind]

    assert shipped().find_vendor(product.name) is not None
    for name in product.cookies or ():
        assert any(match.cookie.name == name for match in matches(name))


def test_the_consent_platforms_are_vendors_of_the_catalogue() -> None:
    assert [name for name in PLATFORMS if shipped().vendor(name) is None] == []
