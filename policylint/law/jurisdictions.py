"""Jurisdictions, and the pack of dated facts that each is judged by."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib import import_module
from typing import Literal

from policylint.law.citation import Provision, Verified
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

# The 27 member states, Iceland, Liechtenstein and Norway.
EEA_COUNTRIES = frozenset(
    (
        *("AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE"),
        *("IS", "IT", "LI", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK"),
    )
)
EEA = EEA_COUNTRIES | EU
ALL = EEA | UK | CH

PACKS = ("EU", "FR")
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


class Pack(Record):
    """What the law and its authority say in one jurisdiction."""

    code: str
    names: Mapping[str, str]
    cookie_law: Provision
    authority: Authority
    notes: Mapping[str, str] = {}
    digital_consent_age: int | None = None
    first_layer_reject: Literal["required", "expected"]
    baseline: bool = False
    """Whether it stands for a country without a pack of its own."""
    verified: Verified
    checked: date


@cache
def pack(code: str) -> Pack | None:
    """Find the pack of a jurisdiction; an EEA country without its own gets the EU baseline.

    None for a code outside the EEA without a pack.
    """
    if code in PACKS:
        found: Pack = import_module(f"policylint.law.packs.{code.lower()}").PACK
        return found
    if code not in EEA_COUNTRIES:
        return None
    baseline = pack("EU")
    assert baseline is not None  # noqa: S101 - EU is in PACKS
    return Pack(**{**baseline.__dict__, "code": code, "baseline": True})
