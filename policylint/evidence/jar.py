"""Cookies of a jar: what a browser held at one moment, with what was left of their lifetime."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from policylint.evidence import foreign
from policylint.evidence.gathering import FileReading
from policylint.evidence.observation import Attributes, PhaseKind, SetLifetime
from policylint.model.sentence import sentence

CUT = 34_560_000
"""Seconds that browsers keep a cookie at most: 400 days (RFC 6265bis)."""
NEAR_CUT = CUT - 86_400
SESSION = SetLifetime(source="session")
UNKNOWN = SetLifetime(source="unknown")
EXPIRED = sentence("cookies had expired before the time of capture: their lifetime is unknown")
_SAME_SITE = {"strict": "Strict", "lax": "Lax", "none": "None", "no_restriction": "None"}
_EXPIRY = ("expires", "expirationDate", "expiry")


class Captured(NamedTuple):
    """When and in which phase a jar was written; the time in milliseconds, None if unknown."""

    at: int | None
    phase: PhaseKind


def jar_lifetime(expiry: int | None, captured: int | None) -> SetLifetime:
    """Tell what was left of a lifetime; `expiry` in seconds, 0 for a session."""
    if expiry == 0:
        return SESSION
    if expiry is None or captured is None:
        return UNKNOWN
    return left_of(expiry - captured // 1_000)


def left_of(seconds: int) -> SetLifetime:
    """Tell what a jar still showed; near the longest that browsers keep, it was perhaps cut."""
    if seconds < 0:
        return UNKNOWN
    return SetLifetime(source="jar", seconds=seconds, is_lower_bound=seconds >= NEAR_CUT)


def same_site(value: Any) -> str | None:
    """Read SameSite as the tools write it; None where it is not specified."""
    return _SAME_SITE.get(value.lower()) if type(value) is str else None


def partition_of(value: Any) -> str | None:
    """Read the key of a partition: a text, or an object with its site."""
    if type(value) is dict:
        value = value.get("topLevelSite")
    found = foreign.text(value)
    return found if found is not None and len(found) <= foreign.MOST_HOST else None


def take_jar_cookie(
    reading: FileReading, raw: Any, captured: Captured, *, dot_tells: bool = True
) -> None:
    """Take one cookie of a jar in JSON; `dot_tells` where a leading dot means its subdomains too.

    Reads what Playwright, Selenium, browser extensions and the DevTools protocol write.
    """
    if type(raw) is not dict:
        reading.leave_out("cookie that is no object")
        return
    trace = reading.cookie(raw, partition_of(raw.get("partitionKey")))
    if trace is None:
        return
    trace.present.add(captured.phase)
    lifetime = _lifetime(reading, raw, captured.at)
    trace.take_jar(lifetime)
    host_only = foreign.truth(raw.get("hostOnly"))
    if host_only is None and dot_tells:
        host_only = not raw["domain"].startswith(".")
    trace.take_host_only(host_only)
    trace.take_attributes(_attributes(raw))


def _lifetime(reading: FileReading, raw: Mapping[str, Any], captured: int | None) -> SetLifetime:
    if raw.get("session") is True:
        return SESSION
    value = next((raw[key] for key in _EXPIRY if key in raw), None)
    expiry = foreign.expiry(value)
    lifetime = jar_lifetime(expiry, captured)
    if expiry is not None and captured is not None and lifetime is UNKNOWN:
        note_expired(reading)
    return lifetime


def note_expired(reading: FileReading) -> None:
    """Say once that the time of capture does not fit the file."""
    if EXPIRED not in reading.limits:
        reading.limits.append(EXPIRED)


def _attributes(raw: Mapping[str, Any]) -> Attributes:
    http_only = raw.get("httpOnly", raw.get("http_only"))
    partition = partition_of(raw.get("partitionKey"))
    return Attributes(
        secure=foreign.truth(raw.get("secure")),
        http_only=foreign.truth(http_only),
        same_site=same_site(raw.get("sameSite", raw.get("same_site"))),
        partitioned=True if partition else None,
    )
