"""Jurisdictions, and the pack of dated facts that each is judged by."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from importlib import import_module
from typing import Literal

from policylint.law.citation import Provision, Verified
from policylint.model.lifetime import Lifetime
from policylint.model.record import Record

EU = frozenset({"EU"})
UK = frozenset({"UK"})
CH = frozenset({"CH"})
FR = frozenset({"FR"})
DE = frozenset({"DE"})
AT = frozenset({"AT"})
ES = frozenset({"ES"})
IT = frozenset({"IT"})
GR = frozenset({"GR"})
LU = frozenset({"LU"})
BE = frozenset({"BE"})
IE = frozenset({"IE"})
NL = frozenset({"NL"})
DK = frozenset({"DK"})
PT = frozenset({"PT"})
FI = frozenset({"FI"})

# The 27 member states, Iceland, Liechtenstein and Norway.
EEA_COUNTRIES = frozenset(
    (
        *("AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE"),
        *("IS", "IT", "LI", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK"),
    )
)
EEA = EEA_COUNTRIES | EU
ALL = EEA | UK | CH

PACKS = (
    *("EU", "AT", "BE", "CH", "DE", "DK", "ES", "FI", "FR", "GR"),
    *("IE", "IT", "LU", "NL", "PT", "UK"),
)
KNOWN_PACKS = (
    f"the packs are {', '.join(PACKS)}, and any other country of the European Economic Area is"
    " judged by EU"
)


class Authority(Record):
    """The authority that visitors complain to. Names are per language."""

    names: Mapping[str, str]
    url: str
    complaint_url: str
    verified: Verified
    place: str = "EU"
    """Code of its jurisdiction."""

    def name(self, language: str) -> str:
        """Give its name in a language; where it has none, as in English, often its own."""
        from policylint.law.translations import translated

        return (
            self.names.get(language)
            or translated(language, "authorities", self.place)
            or self.names["en"]
        )


class Pack(Record):
    """What the law and its authority say in one jurisdiction.

    `model` is whether improvement cookies wait for consent or run until an objection.
    `consent_max` is the longest that a consent is relied on, `refusal_min` the shortest wait before
    a refusal is questioned; None where no figure was found in law or guidance. `marks` gives the
    verification of single facts where it differs from that of the pack.
    """

    code: str
    names: Mapping[str, str]
    model: Literal["opt-in", "opt-out"] = "opt-in"
    cookie_law: Provision
    guidance: Sequence[Provision] = ()
    authority: Authority
    consent_max: Lifetime | None = None
    refusal_min: Lifetime | None = None
    first_layer_reject: Literal["required", "expected"] | None = None
    cookie_wall: Literal["prohibited", "with-alternative", "case-by-case", "disfavoured"] | None = (
        None
    )
    digital_consent_age: int | None = None
    languages: Sequence[str] = ()
    notes: Mapping[str, str] = {}
    baseline: bool = False
    """Whether it stands for a country without a pack of its own."""
    verified: Verified
    marks: Mapping[str, Verified] = {}
    checked: date


@cache
def pack(code: str) -> Pack | None:
    """Find the pack of a jurisdiction; an EEA country without its own gets the EU baseline.

    None for a code outside the EEA without a pack.
    """
    if code in PACKS:
        found: Pack = import_module(f"policylint.law.packs.{code.lower()}").PACK
        return found.changed(authority=found.authority.changed(place=code))
    if code not in EEA_COUNTRIES:
        return None
    baseline = pack("EU")
    assert baseline is not None  # noqa: S101 - EU is in PACKS
    changes = {"code": code, "baseline": True, "authority": _authority(code)}
    return Pack(**{**baseline.__dict__, **changes})


def packs_of(codes: Iterable[str]) -> list[Pack]:
    """List the packs of jurisdictions, without those that have none."""
    return [found for code in codes if (found := pack(code)) is not None]


def _authority(code: str) -> Authority:
    from policylint.law.authorities import AUTHORITIES

    names, url = AUTHORITIES[code]
    return Authority(names=names, url=url, complaint_url=url, verified="known", place=code)
