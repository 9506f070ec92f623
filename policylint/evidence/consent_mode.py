"""Google's consent mode as requests carry it: `gcs` and `gcd`, decoded.

Google publishes no specification of `gcd`: this is what public decoders agree on, and whatever does
not fit gives None, never a verdict.
"""

import re
from collections.abc import Mapping
from typing import Literal

from policylint.model.record import Record

State = Literal["granted", "denied", "unset"]
KINDS = ("ad_storage", "analytics_storage", "ad_user_data", "ad_personalization")
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_"
_STATES: Mapping[int, State] = {1: "unset", 2: "denied", 3: "granted"}
_GCS_STATES: Mapping[str, State] = {"1": "granted", "0": "denied", "-": "unset"}
_GCS = re.compile(r"G1([01-])([01-])")
# A digit of the version, then a digit before each of the letters, whose order is that of KINDS.
_GCD = re.compile(r"[0-9][0-9](.)[0-9](.)[0-9](.)[0-9](.)[0-9A-Za-z_-]*")
_LETTERS = range(16, 32)  # of these digits two bits are the default and two the update


class Consent(Record):
    """One kind of consent: what held before the visitor chose, and what the choice made of it."""

    default: State
    update: State

    @property
    def effective(self) -> State:
        """Give what tags go by: the update, else the default."""
        return self.default if self.update == "unset" else self.update

    @property
    def is_granted_by_default(self) -> bool:
        """Tell whether tags act as if granted without a choice: granted so, or never set."""
        return self.default != "denied" and self.update == "unset"


def read_gcs(text: str | None) -> Mapping[str, State] | None:
    """Read `gcs`: ad_storage and analytics_storage; None if absent or not understood."""
    match = _GCS.fullmatch(text or "")
    if match is None:
        return None
    return {kind: _GCS_STATES[sign] for kind, sign in zip(KINDS, match.groups(), strict=False)}


def read_gcd(text: str | None) -> Mapping[str, Consent | None] | None:
    """Read `gcd` by kind of consent; None as a whole or for a letter that is not understood."""
    match = _GCD.fullmatch(text or "")
    if match is None:
        return None
    return {kind: _consent(letter) for kind, letter in zip(KINDS, match.groups(), strict=False)}


def _consent(letter: str) -> Consent | None:
    digit = _DIGITS.find(letter)
    default, update = _STATES.get(digit >> 2 & 3), _STATES.get(digit & 3)
    if digit not in _LETTERS or default is None or update is None:
        return None
    return Consent(default=default, update=update)
