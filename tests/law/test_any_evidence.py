"""Whatever was seen, every rule on it answers, and alike however often and in whichever order."""

from datetime import date
from typing import get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from policylint.evidence.observation import (
    Attributes,
    Contact,
    Evidence,
    EvidenceFile,
    Observation,
    Phase,
    PhaseKind,
    SetLifetime,
    Signal,
    Write,
)
from policylint.lint.evaluate import Verdict, evaluate
from policylint.model.inventory import Inventory
from policylint.model.read import read
from policylint.model.terms import Storage
from policylint.rule import Limits
from policylint.rules import all_rules

RULES = [rule for rule in all_rules() if rule.family == "EVD"]
DAY = date(2026, 11, 23)
PLACES = ["FR", "BE", "UK", "CH", "EU"]
kinds = st.sampled_from(get_args(PhaseKind))
flags = st.sampled_from([None, True, False])
hosts = st.sampled_from(["a.example", "www.a.example", "x.ads.example", "ads.example", "[::1]", ""])
names = st.sampled_from(["_ga", "_ga_X", "sid", "uid", "é\t", "*", "__Host-x"])
spans = st.none() | st.integers(0, 10**12)
lifetimes = st.builds(
    SetLifetime,
    source=st.sampled_from(["max-age", "expires", "session", "jar", "unknown"]),
    seconds=spans,
    is_lower_bound=st.booleans(),
    ignored_expires=st.booleans(),
)
attributes = st.builds(
    Attributes,
    secure=flags,
    http_only=flags,
    same_site=st.sampled_from([None, "Lax", "strict", "odd"]),
    partitioned=flags,
)
writes = st.builds(
    Write,
    phase=kinds,
    lifetime=lifetimes,
    outcome=st.sampled_from(["stored", "refused", "deleted", "unknown"]),
    at=st.none() | st.integers(0, 10**15),
    attributes=attributes,
    setter=st.sampled_from([None, "https://x.ads.example/p", "http://[::1]:80/", "odd", ""]),
    repetition=st.integers(1, 2),
)
observations = st.builds(
    Observation,
    storage=st.sampled_from(get_args(Storage)),
    name=names,
    domain=st.none() | hosts,
    host_only=flags,
    path=st.sampled_from([None, "/", "/shop"]),
    writes=st.lists(writes, max_size=3),
    present=st.frozensets(kinds, max_size=2),
    sent=st.frozensets(kinds, max_size=2),
    jar=st.none() | lifetimes,
    attributes=attributes,
    source=st.just("seen.json"),
)
seen = st.builds(
    Evidence,
    files=st.lists(
        st.builds(
            EvidenceFile,
            path=st.just("seen.json"),
            format=st.just("any"),
            captured=st.none() | st.integers(-(10**18), 10**18),
            tells_cookies=st.booleans(),
            tells_requests=st.booleans(),
            tells_storage=st.booleans(),
        ),
        max_size=2,
    ),
    observations=st.lists(observations, max_size=5),
    contacts=st.lists(
        st.builds(
            Contact,
            host=hosts,
            phases=st.frozensets(kinds, min_size=1, max_size=2),
            cname=st.none() | hosts,
        ),
        max_size=4,
    ),
    signals=st.lists(
        st.builds(
            Signal,
            phase=kinds,
            host=hosts,
            gcs=st.sampled_from([None, "G100", "G111", "G1", ""]),
            gcd=st.sampled_from([None, "13p3p3p3p5l1", "13l3", "é"]),
        ),
        max_size=3,
    ),
    phases=st.lists(
        st.builds(
            Phase,
            kind=kinds,
            known_by=st.sampled_from(["file", "inferred"]),
            result=st.sampled_from([None, "confirmed", "unconfirmed", "no-banner"]),
            repetitions=st.integers(1, 3),
            is_complete=st.booleans(),
        ),
        max_size=4,
    ),
    vantage=st.sampled_from([None, "FR", "GB", "US", "GR"]),
)


def inventory() -> Inventory:
    found = read(
        Inventory,
        {
            "version": 1,
            "site": {
                "name": "A",
                "url": "https://www.a.example",
                "jurisdictions": PLACES,
                "languages": ["en"],
            },
            "controller": {"name": "A", "country": "FR"},
            "vendors": {"v": {"name": "V", "country": "FR", "domains": ["ads.example"]}},
            "cookies": [
                {
                    "name": "_ga*",
                    "category": "improvement",
                    "purposes": ["audience-measurement"],
                    "exempt_in": {"FR": "audience-measurement"},
                    "lifetime": "13 months",
                    "renewal": "fixed",
                },
                {
                    "name": "sid",
                    "category": "essential",
                    "purposes": ["authentication"],
                    "lifetime": "session",
                    "secure": True,
                    "same_site": "Strict",
                    "path": "/",
                },
                {
                    "name": "uid",
                    "category": "improvement",
                    "purposes": ["advertising"],
                    "vendor": "v",
                },
            ],
        },
    )
    assert isinstance(found, Inventory)
    return found


def told(verdict: Verdict) -> list[tuple[str, str, str, str]]:
    return sorted(
        (hit.rule.code, hit.jurisdiction, str(hit.problem.at), hit.problem.message)
        for hit in verdict.hits
    )


@settings(max_examples=300, deadline=None)
@given(seen)
def test_every_rule_answers_and_the_same_each_time(evidence: Evidence) -> None:
    declared = inventory()

    verdict = evaluate(declared, PLACES, DAY, Limits(), RULES, evidence)
    again = evaluate(declared, PLACES, DAY, Limits(), RULES, evidence)

    assert told(verdict) == told(again)
    assert verdict.gaps == again.gaps
    for hit in verdict.hits:
        scope = hit.rule.scope(hit.jurisdiction, DAY)
        assert scope is not None
        assert hit.severity <= scope.severity


@settings(max_examples=100, deadline=None)
@given(seen)
def test_evidence_that_tells_nothing_is_never_a_pass(evidence: Evidence) -> None:
    blind = evidence.changed(
        files=[
            one.changed(
                tells_cookies=False, tells_requests=False, tells_storage=False, captured=None
            )
            for one in evidence.files
        ]
        or [EvidenceFile(path="seen.har", format="any", tells_cookies=False)],
        observations=[],
        contacts=[],
        signals=[],
        phases=[],
    )

    verdict = evaluate(inventory(), PLACES, DAY, Limits(), RULES, blind)

    answered = {hit.rule.code for hit in verdict.hits} | verdict.gaps.keys() | verdict.idle.keys()
    assert {rule.code for rule in RULES} - answered <= {"EVD012"}
