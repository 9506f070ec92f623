"""Every rule has a ground, every provision a use, and no ground is firmer than it is."""

import pkgutil
from collections import Counter
from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import TypeVar

import pytest

import policylint
from policylint.law.citation import Instrument, Provision
from policylint.law.jurisdictions import PACKS, pack
from policylint.lint.select import catalogue
from policylint.rule import Rule, Scope, Severity

Kind = TypeVar("Kind")
FIRM = {"law", "court", "technical", "house"}
RULES = pytest.mark.parametrize("rule", catalogue(), ids=lambda rule: rule.code)


def module_names() -> list[str]:
    found = pkgutil.walk_packages(policylint.__path__, "policylint.")
    return [one.name for one in found if not one.name.endswith("__main__")]


def is_law(module: str) -> bool:
    return module.startswith("policylint.law.") and not module.startswith("policylint.law.packs.")


def defined(kind: type[Kind]) -> Mapping[int, tuple[str, Kind]]:
    found: dict[int, tuple[str, Kind]] = {}
    for module in filter(is_law, module_names()):
        for name, value in vars(import_module(module)).items():
            if isinstance(value, kind):
                found.setdefault(id(value), (name, value))
    return found


PROVISIONS = defined(Provision)
INSTRUMENTS = defined(Instrument)
INSTRUMENT = pytest.mark.parametrize(
    "instrument", [one for _, one in INSTRUMENTS.values()], ids=lambda one: one.key
)


def used() -> Iterator[Provision]:
    for rule in catalogue():
        yield from rule.citations
    for code in PACKS:
        one = pack(code)
        assert one is not None
        yield from (one.cookie_law, *one.guidance)
    # A problem may cite others than its rule; ruff sees to it that what is imported is used.
    for module in module_names():
        if not module.startswith("policylint.law."):
            yield from (
                one for one in vars(import_module(module)).values() if isinstance(one, Provision)
            )


def here(rule: Rule, jurisdiction: str) -> list[Provision]:
    return [one for one in rule.citations if one.within is None or jurisdiction in one.within]


def carries_an_error(provision: Provision, jurisdiction: str) -> bool:
    own = provision.within is not None and jurisdiction in provision.within
    return provision.force in FIRM or (provision.force == "authority" and own)


def error_scopes(rule: Rule) -> list[Scope]:
    return [scope for scope in rule.scopes if scope.severity is Severity.ERROR]


@RULES
def test_a_rule_has_a_ground_and_cites_nothing_twice(rule: Rule) -> None:
    assert rule.citations
    assert len({id(one) for one in rule.citations}) == len(rule.citations)


def test_every_provision_is_cited_somewhere() -> None:
    cited = {id(one) for one in used()}

    assert [name for key, (name, _) in PROVISIONS.items() if key not in cited] == []


def test_every_instrument_has_a_provision() -> None:
    held = {id(one.instrument) for _, one in PROVISIONS.values()}

    assert [name for key, (name, _) in INSTRUMENTS.items() if key not in held] == []


def test_every_provision_in_use_is_written_below_the_law() -> None:
    assert [one.cite("en") for one in used() if id(one) not in PROVISIONS] == []


def test_every_provision_is_written_once() -> None:
    places = Counter(
        (
            one.instrument.key,
            one.article,
            one.paragraph,
            one.point,
            one.section,
            one.force,
            one.within,
        )
        for _, one in PROVISIONS.values()
    )

    assert [place for place, count in places.items() if count > 1] == []


def test_every_instrument_is_written_once() -> None:
    keys = Counter(one.key for _, one in INSTRUMENTS.values())

    assert [key for key, count in keys.items() if count > 1] == []


@RULES
def test_no_error_rests_on_unverified_provisions_alone(rule: Rule) -> None:
    weak = [
        code
        for scope in error_scopes(rule)
        for code in sorted(scope.jurisdictions)
        if all(one.verified == "unverified" for one in here(rule, code))
    ]

    assert weak == []


@RULES
def test_guidance_makes_no_error_and_an_authority_only_at_home(rule: Rule) -> None:
    weak = [
        code
        for scope in error_scopes(rule)
        for code in sorted(scope.jurisdictions)
        if not any(
            carries_an_error(one, code) and one.verified != "unverified" for one in here(rule, code)
        )
    ]

    assert weak == []


@INSTRUMENT
def test_an_instrument_has_its_titles_and_names_in_both_languages(instrument: Instrument) -> None:
    for texts in (instrument.titles, instrument.names):
        assert set(texts) == {"en", "fr"}
        assert all(text.strip() == text and text for text in texts.values())


@INSTRUMENT
def test_an_address_of_an_instrument_is_https(instrument: Instrument) -> None:
    assert instrument.url.startswith("https://")


def test_an_address_of_a_provision_or_an_authority_is_https() -> None:
    links = {one.link for _, one in PROVISIONS.values()}
    for code in PACKS:
        one = pack(code)
        assert one is not None
        links |= {one.authority.url, one.authority.complaint_url}

    assert [link for link in links if not link.startswith("https://")] == []
