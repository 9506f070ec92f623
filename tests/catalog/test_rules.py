"""What the rules make of the catalogue, beyond their fixtures."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import pytest

from policylint.catalog.form import CatalogFile, CookieFacts, VendorFacts
from policylint.catalog.lookup import Catalog, read_index
from policylint.catalog.packing import pack as packed
from policylint.evidence.observation import Evidence, Observation
from policylint.law.jurisdictions import pack
from policylint.model.inventory import Inventory
from policylint.model.read import read
from policylint.rule import Context, Limits, Problem, Rule
from policylint.rules import all_rules

RULES = {rule.code: rule for rule in all_rules()}


def inventory(cookies: Sequence[Mapping[str, object]], vendors: Mapping[str, object]) -> Inventory:
    found = read(
        Inventory,
        {
            "version": 1,
            "site": {
                "name": "A",
                "url": "https://a.example",
                "jurisdictions": ["FR"],
                "languages": ["en"],
            },
            "controller": {"name": "A", "country": "FR"},
            "vendors": dict(vendors),
            "cookies": [dict(one) for one in cookies],
        },
    )
    assert found is not None
    return found


def problems(
    code: str,
    cookies: Sequence[Mapping[str, object]],
    vendors: Mapping[str, object] | None = None,
    *,
    evidence: Evidence | None = None,
    catalog: Catalog | None = None,
) -> list[str]:
    rule: Rule = RULES[code]
    facts = pack("FR")
    assert facts is not None
    assert rule.check is not None
    context = Context(
        inventory(cookies, vendors or {}), facts, date(2026, 11, 23), Limits(), evidence, catalog
    )
    return [one.message for one in rule.check(context) if isinstance(one, Problem)]


def entry(name: str, **fields: object) -> Mapping[str, object]:
    return {"name": name, "category": "improvement", "purposes": ["advertising"], **fields}


def seen(*observations: Observation) -> Evidence:
    return Evidence(files=(), observations=observations)


def cookie(name: str) -> Observation:
    return Observation(storage="cookie", name=name, domain="a.example")


@pytest.mark.parametrize(
    ("name", "observed"), [("_ga", "_ga"), ("_ga_*", "_ga_AB12CD34EF"), ("_ga_AB12", "_ga_AB12")]
)
def test_evidence_that_holds_the_cookie_silences_the_default(name: str, observed: str) -> None:
    entries = [entry(name, lifetime="13 months")]

    assert problems("LIF010", entries) != []
    assert problems("LIF010", entries, evidence=seen(cookie(observed))) == []


@pytest.mark.parametrize(
    "observation",
    [
        cookie("_gat"),
        cookie("_GA"),
        Observation(storage="local-storage", name="_ga", domain="a.example"),
    ],
)
def test_evidence_of_another_cookie_silences_nothing(observation: Observation) -> None:
    entries = [entry("_ga", lifetime="13 months")]

    assert problems("LIF010", entries, evidence=seen(observation)) != []
    assert problems("LIF010", entries, evidence=seen()) != []


def bare_names() -> Iterator[str]:
    names = {one.name for one in Catalog(read_index()).cookies() if one.is_bare}
    yield from sorted(names)


def test_no_bare_name_gives_any_finding_alone() -> None:
    names = [*bare_names(), "sid", "_s", "u", "id", "session"]
    essential = [
        {"name": name, "category": "essential", "purposes": ["user-input"], "lifetime": "session"}
        for name in names
    ]
    vendors = {"own": {"name": "Agence du Coin SARL", "country": "FR", "role": "processor"}}
    owned = [{**one, "vendor": "own", "path": "/own"} for one in essential]

    for code in ("CLS023", "CLS024", "LIF010"):
        assert problems(code, [*essential, *owned], vendors) == []


def test_a_catalogue_of_ones_own_stands_before_ours() -> None:
    own = packed(
        [
            CatalogFile(
                version=1,
                vendors={"us": VendorFacts(name="Studio Ductus", country="FR")},
                cookies=(
                    CookieFacts(
                        name="_ga", platform="Garden adviser", vendor="us", category="necessary"
                    ),
                    CookieFacts(name="sd_track", platform="Ductus ads", category="marketing"),
                ),
            )
        ]
    )
    entries: Sequence[Mapping[str, object]] = [
        {"name": name, "category": "essential", "purposes": ["user-input"]}
        for name in ("_ga", "sd_track")
    ]

    assert len(problems("CLS023", entries)) == 1
    told = problems("CLS023", entries, catalog=Catalog(own, read_index()))
    assert ["sd_track" in message for message in told] == [True]
