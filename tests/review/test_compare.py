from typing import Any

import pytest

from policylint.i18n.catalogue import catalogue
from policylint.model.inventory import Inventory
from policylint.model.read import read
from policylint.review.change import Change, gravest
from policylint.review.compare import compare
from policylint.source.load import load

OLD = """\
version: 1
site: {name: Shop, url: "https://shop.example", jurisdictions: [FR], languages: [en]}
controller: {name: Shop SAS, country: FR}
consent: {validity: 6 months}
vendors:
  google:
    name: Google Ireland Limited
    country: IE
    role: processor
    transfers: [{country: US, mechanism: dpf}]
cookies:
  - name: basket
    category: essential
    purposes: [shopping-basket]
    description: Keeps the basket.
    lifetime: session
  - name: _ga
    vendor: google
    category: improvement
    purposes: [audience-measurement]
    consent: opt-in
    lifetime: 6 months
    retention: 14 months
    data: [pages-viewed]
"""
US_VENDOR = """\
  meta:
    name: Meta Platforms, Inc.
    country: US
    role: controller
    transfers: [{country: US, mechanism: dpf}]
cookies:
  - {name: _fbp, vendor: meta, category: improvement, purposes: [advertising], consent: opt-in}
"""


def inventory(text: str) -> Inventory:
    data: Any = load("cookies.yaml", text.encode()).data
    found = read(Inventory, data)
    assert found is not None
    return found


def changes(old: str, new: str) -> list[Change]:
    assert old in OLD
    return list(compare(inventory(OLD), inventory(OLD.replace(old, new))))


def kinds(old: str, new: str) -> list[tuple[str, str]]:
    return [(one.kind.name, one.kind.consequence) for one in changes(old, new)]


def test_the_same_inventory_has_not_changed() -> None:
    assert compare(inventory(OLD), inventory(OLD)) == []


def test_a_new_vendor_abroad_means_asking_again_with_the_reason() -> None:
    found = changes("cookies:\n", US_VENDOR)

    assert [one.kind.name for one in found if one.kind.consequence == "ask-again"] == [
        "vendor-added",
        "transfer-added",
        "cookie-added-for-new-purpose",
    ]
    assert all(one.kind.citations for one in found if one.kind.consequence == "ask-again")


@pytest.mark.parametrize(
    ("old", "new", "kind", "consequence"),
    [
        ("lifetime: 6 months", "lifetime: 13 months", "lifetime-longer", "ask-again"),
        ("lifetime: 6 months", "lifetime: 3 months", "lifetime-shorter", "none"),
        ("lifetime: 6 months", "lifetime: P6M", "wording-changed", "none"),
        ("lifetime: session", "lifetime: 1 day", "exempt-lifetime-longer", "inform"),
        ("retention: 14 months", "retention: 2 years", "retention-longer", "legal-decides"),
        ("Keeps the basket", "Keeps teh basket", "wording-changed", "none"),
        ("[audience-measurement]", "[audience-measurement, advertising]", "purpose-added", "ask-again"),
        ("category: essential", "category: improvement", "consent-needed", "ask-again"),
        ("consent: opt-in", "consent: none", "consent-mode-changed", "legal-decides"),
        ("data: [pages-viewed]", "data: [pages-viewed, clicks]", "data-added", "legal-decides"),
        ("data: [pages-viewed]", "special_categories: [health]", "special-category-added", "ask-again"),
        ("mechanism: dpf", "mechanism: scc", "transfer-changed", "inform"),
        ("country: US, mechanism: dpf", "country: IN, mechanism: scc", "transfer-added", "ask-again"),
        ("name: Shop SAS", "name: Other SAS", "controller-changed", "ask-again"),
        ("jurisdictions: [FR]", "jurisdictions: [FR, BE]", "site-widened", "legal-decides"),
        ("validity: 6 months", "validity: 13 months", "consent-flow-changed", "legal-decides"),
        ("role: processor", "role: controller", "vendor-changed", "legal-decides"),
    ],
)  # fmt: skip
def test_a_change_has_the_consequence_that_its_kind_has(
    old: str, new: str, kind: str, consequence: str
) -> None:
    assert (kind, consequence) in kinds(old, new)


def test_what_is_removed_asks_for_nothing() -> None:
    found = compare(inventory(OLD.replace("cookies:\n", US_VENDOR)), inventory(OLD))

    assert {one.kind.name for one in found} == {"vendor-removed", "cookie-removed"}
    assert gravest(found) == "none"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("    consent: opt-in\n", "    consent: opt-in\n    owner: web team\n"),
        ("version: 1\n", "version: 1 # a remark\n"),
        ("    consent: opt-in\n", "    consent: opt-in\n    reviewed: 2026-11-01\n"),
    ],
)
def test_what_no_visitor_is_told_is_no_change(old: str, new: str) -> None:
    assert kinds(old, new) == []


def test_the_id_of_a_vendor_is_a_name_of_your_own() -> None:
    found = compare(inventory(OLD), inventory(OLD.replace("google", "ga")))

    assert found == []


def test_a_change_names_what_was_and_what_is_and_where() -> None:
    (change,) = changes("lifetime: 6 months", "lifetime: 13 months")

    assert (change.name, change.field, change.old, change.new) == (
        "_ga", "lifetime", "6 months", "13 months",
    )  # fmt: skip
    assert change.at_new == ("cookies", 1, "lifetime")


def test_the_kinds_have_names_of_their_own() -> None:
    from policylint.review import kinds as table
    from policylint.review.change import ChangeKind

    names = [one.name for one in vars(table).values() if isinstance(one, ChangeKind)]
    names.append("cookie-added-for-new-purpose")
    assert len(names) == len(set(names))
    for stem in ("change-kind", "change-reason"):
        known = {key for key in catalogue("en").keys("report") if key.startswith(f"report.{stem}.")}
        assert {f"report.{stem}.{name}" for name in names} == known


def test_every_field_of_a_cookie_is_compared_or_left_out_on_purpose() -> None:
    from policylint.model.cookie import Cookie
    from policylint.review.compare_cookies import OTHER_FIELDS

    identity = {"name", "domain", "path", "storage"}
    own = {"category", "exempt_in", "purposes", "vendor", "recipients", "lifetime", "retention"}
    own |= {"data", "special_categories"}
    beside = {"owner", "reviewed", "extensions"}
    assert set(Cookie.__annotations__) == identity | own | beside | set(OTHER_FIELDS)
