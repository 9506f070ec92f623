"""An observed cookie is paired with the entry that the inventory's own words mean."""

import re
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policylint.evidence.pairing import Pairing
from policylint.model.cookie import Cookie
from policylint.model.inventory import Inventory
from policylint.model.read import read
from policylint.model.terms import Storage
from policylint.model.traits import is_of_site

HOSTS = ("a.example", "www.a.example", "b.example", "cdn.b.example", "deep.cdn.b.example")
names = st.text("ab_", min_size=1, max_size=6)
patterns = st.text("ab_*", min_size=1, max_size=8).filter(lambda name: name.strip("*"))


def inventory(*cookies: dict[str, object]) -> Inventory:
    found = read(
        Inventory,
        {
            "version": 1,
            "site": {
                "name": "A",
                "url": "https://www.a.example",
                "jurisdictions": ["FR"],
                "languages": ["en"],
            },
            "controller": {"name": "A", "country": "FR"},
            "vendors": {"v": {"name": "V", "country": "FR"}},
            "cookies": [
                {"category": "essential", "purposes": ["security"], **one} for one in cookies
            ],
        },
    )
    assert isinstance(found, Inventory)
    return found


entries = st.fixed_dictionaries(
    {"name": names | patterns},
    optional={
        "domain": st.sampled_from(HOSTS),
        "vendor": st.just("v"),
        "path": st.sampled_from(["/", "/shop"]),
        "storage": st.sampled_from(["cookie", "local-storage"]),
    },
)


def by_the_words(
    declared: Inventory, storage: str, name: str, domain: str | None, path: str | None
) -> int | None:
    """Do what the format says, entry by entry."""

    def means(cookie: Cookie) -> bool:
        form = ".*".join(map(re.escape, cookie.name.split("*")))
        if cookie.storage != storage or not re.fullmatch(form, name, re.DOTALL):
            return False
        if domain is None:
            return True
        if cookie.domain is not None:
            return domain == cookie.domain or domain.endswith("." + cookie.domain)
        return cookie.vendor is not None or is_of_site(domain, declared)

    def order(index: int) -> tuple[bool, int, int, bool, int]:
        cookie = declared.cookies[index]
        stars = cookie.name.count("*")
        literal = len(cookie.name) - stars
        elsewhere = path is not None and cookie.path != path
        return (stars > 0, -literal, -len(cookie.domain or ""), elsewhere, index)

    fitting = [index for index, cookie in enumerate(declared.cookies) if means(cookie)]
    return min(fitting, key=order, default=None)


@settings(max_examples=400, deadline=None)
@given(
    st.lists(entries, max_size=8),
    st.lists(st.tuples(names, st.sampled_from(HOSTS)), max_size=12),
    st.sampled_from(["cookie", "local-storage"]),
    st.sampled_from([None, "/", "/shop"]),
)
def test_the_index_finds_what_the_words_of_the_format_mean(
    declared: list[dict[str, object]],
    observed: Sequence[tuple[str, str]],
    storage: Storage,
    path: str | None,
) -> None:
    whole = inventory(*declared)
    pairing = Pairing(whole)

    asked: list[tuple[str, str | None, str | None]]
    asked = [(name, domain, path) for name, domain in observed]
    asked += [(name, None, path) for name, _ in observed]
    expected = [by_the_words(whole, storage, *one) for one in asked]
    assert pairing.find(storage, asked) == expected
    assert pairing.find(storage, [*asked] * 3) == expected * 3
    assert [pairing.find(storage, [one]) for one in asked] == [[one] for one in expected]


@pytest.mark.parametrize(
    ("observed", "expected"),
    [
        (("_ga", "www.a.example"), 0),
        (("_ga_ABC", "www.a.example"), 2),
        (("_gab", "www.a.example"), 1),
        (("_GA", "www.a.example"), None),
        (("_ga", "b.example"), None),
        (("id", "cdn.b.example"), 3),
        (("id", "notb.example"), None),
        (("id", "example"), None),
        (("ad_1_end", "anywhere.example"), 4),
        (("ad_end", "anywhere.example"), None),
    ],
)
def test_the_most_exact_name_on_a_host_that_fits_is_meant(
    observed: tuple[str, str], expected: int | None
) -> None:
    pairing = Pairing(
        inventory(
            {"name": "_ga"},
            {"name": "_ga*"},
            {"name": "_ga_*"},
            {"name": "id", "domain": ".b.example"},
            {"name": "ad_*_end", "vendor": "v"},
        )
    )

    assert pairing.find("cookie", [(*observed, None)]) == [expected]


def test_of_two_paths_the_observed_one_is_meant() -> None:
    pairing = Pairing(inventory({"name": "a", "path": "/"}, {"name": "a", "path": "/shop"}))

    seen = [("a", "www.a.example", path) for path in ("/shop", "/other", None)]
    assert pairing.find("cookie", seen) == [1, 0, 0]


def test_another_storage_is_another_thing() -> None:
    pairing = Pairing(inventory({"name": "a", "storage": "local-storage"}))

    assert pairing.find("cookie", [("a", "www.a.example", None)]) == [None]
    assert pairing.find("local-storage", [("a", "www.a.example", None)]) == [0]
