"""What is exported and imported again is what it was, as far as the format holds it.

Examples stand for inventories as people write them, drawn ones for those that nobody would.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple, get_args

import pytest
from hypothesis import given, settings

from policylint.exchange.draft import Draft
from policylint.exchange.formats import read_draft, recognise
from policylint.exchange.service_words import purposes_of
from policylint.exchange.source import Source
from policylint.exchange.write.services import group
from policylint.exchange.write.tarteaucitron import is_listed
from policylint.law.purposes import group_of
from policylint.lint.declaration import open_declaration
from policylint.model.cookie import Cookie
from policylint.model.inventory import Inventory
from policylint.model.lifetime import parse_lifetime
from policylint.model.terms import Purpose
from tests.conftest import ROOT
from tests.exchange.write.drawn import folded, hostile_data, inventories, model, written

EXAMPLES = [path.parent.name for path in sorted((ROOT / "examples").glob("*/cookies.yaml"))]
ENDLESS = -1
# Boxes ticked in advance, consent that is not asked, a hidden refusal, what only running tells.
NEVER = frozenset({"IMP001", "IMP002", "IMP003", "IMP004", "IMP005"})


class Held(NamedTuple):
    """What a format must give back: of which entries, and whether claims, groups, lifetimes too.

    `form` is the name of the format for `import`; `lists` tells whether an entry is in the file;
    `own` are the cookies of the platform itself, which an import adds.
    """

    form: str
    lists: Callable[[Cookie], bool]
    claims: frozenset[str] = frozenset({"essential", "improvement"})
    purposes: Callable[[Cookie], bool] = lambda _: False
    groups: bool = False
    lifetimes: bool = False
    own: frozenset[str] = frozenset()


def is_cookie(cookie: Cookie) -> bool:
    return cookie.storage == "cookie"


def _has_a_use_of_its_own(cookie: Cookie) -> bool:
    """Tell whether the taxonomy of Fides has a use for its only purpose."""
    if cookie.category == "essential":
        return cookie.purposes in {("authentication",), ("security",), ("fraud-prevention",)}
    return cookie.purposes in {("advertising",), ("personalised-content",)}


FORMATS: Mapping[str, Held] = {
    "axeptio": Held(
        "axeptio",
        lambda _: True,
        own=frozenset({"axeptio_cookies", "axeptio_all_vendors", "axeptio_authorized_vendors"}),
    ),
    "csv": Held("csv", lambda _: True, purposes=lambda _: True, groups=True, lifetimes=True),
    "fides": Held("fides", is_cookie, claims=frozenset(), purposes=_has_a_use_of_its_own),
    **dict.fromkeys(
        ("klaro", "klaro-module", "klaro-json"),
        Held(
            "klaro",
            is_cookie,
            purposes=lambda one: (
                one.category == "improvement" and purposes_of(one.purposes)[0] == list(one.purposes)
            ),
            groups=True,
            own=frozenset({"klaro", "axeptio_cookies", "choice"}),
        ),
    ),
    "vanilla-cookieconsent": Held(
        "vanilla-cookieconsent",
        lambda _: True,
        groups=True,
        lifetimes=True,
        own=frozenset({"cc_cookie", "axeptio_cookies", "choice"}),
    ),
    "tarteaucitron": Held(
        "tarteaucitron",
        is_listed,
        own=frozenset({"tarteaucitron", "axeptio_cookies", "choice"}),
    ),
    "iab": Held(
        "device-storage",
        lambda one: one.storage in {"cookie", "local-storage"},
        claims=frozenset({"improvement"}),
        lifetimes=True,
    ),
}


def example(name: str) -> Inventory:
    path = ROOT / "examples" / name / "cookies.yaml"
    return model(open_declaration(str(path), path.read_bytes(), folder=str(path.parent)).data)


def imported(text: str, form: str) -> Draft:
    source = Source("exported", text)
    assert recognise(source).name == form
    return read_draft(source)


def listed(inventory: Inventory, name: str, held: Held) -> Iterator[Cookie]:
    vendor = next(iter(inventory.vendors), None)
    for cookie in inventory.cookies:
        if held.lists(cookie) and (name != "iab" or cookie.vendor == vendor):
            yield cookie


def compare(inventory: Inventory, name: str) -> int:
    """Compare entry by entry, and count them."""
    held = FORMATS[name]
    draft = imported(written(inventory, name), held.form)
    assert NEVER.isdisjoint(fault.code for fault in draft.faults)
    told: dict[str, list[Mapping[str, object]]] = {}
    for entry in draft.cookies:
        fields = {field: one.value for field, one in entry.fields.items()}
        told.setdefault(folded(entry.name), []).append(fields)
    expected = list(listed(inventory, name, held))
    assert set(told) - held.own == {folded(one.name) for one in expected} - held.own
    for cookie in expected:
        alike = [one for one in expected if folded(one.name) == folded(cookie.name)]
        if len(alike) == 1:
            compare_entry(cookie, told[folded(cookie.name)][0], held)
    return len(expected)


def compare_entry(cookie: Cookie, fields: Mapping[str, object], held: Held) -> None:
    if cookie.category in held.claims:
        assert fields.get("category") == cookie.category
    if held.purposes(cookie):
        assert set(purposes(fields)) == set(cookie.purposes)
    if held.groups and purposes(fields):
        essential = fields["category"] == "essential"
        found = "necessary" if essential else group_of(purposes(fields), improvement=True)
        assert found == group(cookie)
    if cookie.name in held.own:
        return  # the platform keeps its own cookie for a number of days
    if held.lifetimes and cookie.lifetime is not None and is_cookie(cookie):
        if cookie.lifetime.is_unbounded:
            assert "lifetime" not in fields or fields["lifetime"] == "until-cleared"
        else:
            assert seconds(str(fields["lifetime"])) == seconds(cookie.lifetime.text)


def purposes(fields: Mapping[str, object]) -> tuple[Purpose, ...]:
    found = fields.get("purposes", ())
    assert isinstance(found, list | tuple)
    assert set(found) <= set(get_args(Purpose))
    return tuple(found)


def seconds(text: str) -> int:
    lifetime = parse_lifetime(text)
    return ENDLESS if lifetime.is_unbounded else lifetime.longest_seconds


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("form", FORMATS)
def test_an_example_comes_back(form: str, name: str) -> None:
    inventory = example(name)
    if form != "iab" or inventory.vendors:
        compare(inventory, form)


@pytest.mark.parametrize("form", FORMATS)
@settings(deadline=None, max_examples=25)
@given(inventory=inventories())
def test_drawn_inventories_come_back(form: str, inventory: Inventory) -> None:
    compare(inventory, form)


@pytest.mark.parametrize("form", ["klaro", "klaro-module", "klaro-json", "vanilla-cookieconsent"])
def test_names_that_mean_harm_come_back_as_names(form: str) -> None:
    draft = imported(written(model(hostile_data()), form), FORMATS[form].form)

    names = {entry.name for entry in draft.cookies}
    assert {
        "__proto__",
        "^a(b",
        "a/b*c",
        "\U0001f36a",
        "=HYPERLINK(1)",
        "www.evil.example",
    } <= names
