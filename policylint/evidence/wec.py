"""The EDPS website evidence collector's `inspection.json`, and the log beside it."""

from collections.abc import Mapping
from typing import Any

from policylint.evidence import foreign
from policylint.evidence.event_log import blamed
from policylint.evidence.gathering import FileReading
from policylint.evidence.host_lists import take_hosts
from policylint.evidence.jar import (
    SESSION,
    UNKNOWN,
    Captured,
    left_of,
    partition_of,
    take_jar_cookie,
)
from policylint.evidence.observation import Mechanism, SetLifetime, Write
from policylint.evidence.storage_state import take_stored_keys

TITLE = "website evidence collector"
_MECHANISMS: Mapping[str, Mechanism] = {"Cookie.HTTP": "http", "Cookie.JS": "script"}


def recognises(data: Mapping[str, Any]) -> bool:
    """Tell whether this is an inspection of the collector."""
    return "uri_ins" in data and type(data.get("cookies")) is list and "reports" not in data


def read(data: Mapping[str, Any], reading: FileReading, captured: Captured) -> None:
    """Take the jar at the end of the visit, the writes that the log tells, storage and hosts."""
    ended = foreign.moment(data.get("end_time")) or foreign.moment(data.get("start_time"))
    visit = Captured(ended if ended is not None else captured.at, captured.phase)
    reading.captured = visit.at
    reading.tells = {"tells_cookies": True, "tells_requests": True, "tells_storage": True}
    for raw in data["cookies"]:
        _take(reading, foreign.fields(raw), visit)
    for origin, stored in foreign.fields(data.get("localStorage")).items():
        take_stored_keys(reading, origin, foreign.fields(stored), visit)
    hosts = foreign.fields(foreign.fields(data.get("hosts")).get("requests"))
    take_hosts(reading, hosts, visit.phase)


def _take(reading: FileReading, raw: Mapping[str, Any], visit: Captured) -> None:
    """Take a cookie; one that only the log knows was not in the jar at the end."""
    log = foreign.fields(raw.get("log"))
    in_jar = "size" in raw or "httpOnly" in raw
    if in_jar:
        take_jar_cookie(reading, raw, visit, dot_tells=False)
    name, domain = foreign.name(raw.get("name")), foreign.host(raw.get("domain"))
    if name is None or domain is None:
        if not in_jar:
            reading.leave_out("cookie without a name" if name is None else "cookie without a host")
        return
    partition = partition_of(raw.get("partitionKey"))
    trace = reading.trace(("cookie", name, domain, foreign.text(raw.get("path")), partition))
    kind = log.get("type")
    if trace is None or type(kind) is not str or kind not in _MECHANISMS:
        return
    if not in_jar:
        reading.entries += 1
    at, setter = foreign.moment(log.get("timestamp")), blamed(log)
    write = Write(
        phase=visit.phase,
        lifetime=_lifetime(raw, at, in_jar=in_jar),
        outcome="stored" if in_jar else "unknown",
        mechanism=_MECHANISMS[kind],
        at=at,
        setter=setter.bare if setter else None,
    )
    reading.write(trace, write)


def _lifetime(raw: Mapping[str, Any], at: int | None, *, in_jar: bool) -> SetLifetime:
    """Tell what the write asked for: of the jar what it kept, of the log what was written."""
    if "expires" not in raw or at is None:
        return SESSION if raw.get("session") is True else UNKNOWN
    expiry = foreign.expiry(raw["expires"])
    if expiry is None or expiry == 0:
        return UNKNOWN if expiry is None else SESSION
    seconds = expiry - at // 1_000
    if in_jar or seconds < 0:
        return left_of(seconds)
    return SetLifetime(source="expires", seconds=seconds)
