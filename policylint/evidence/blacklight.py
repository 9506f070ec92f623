"""The Markup's Blacklight: `inspection.json` of its collector."""

from collections.abc import Mapping
from typing import Any

from policylint.evidence import foreign
from policylint.evidence.gathering import FileReading
from policylint.evidence.host_lists import take_hosts
from policylint.evidence.jar import UNKNOWN, Captured, take_jar_cookie
from policylint.evidence.observation import Mechanism, Write
from policylint.model.sentence import sentence

TITLE = "Blacklight"
NO_COOKIES = sentence("cookies were not among its tests: it tells nothing of cookies")
LAST_PAGE = sentence("it clears its cookies before each page: what it holds is of the last one")
_MECHANISMS: Mapping[str, Mechanism] = {"http": "http", "js": "script"}


def recognises(data: Mapping[str, Any]) -> bool:
    """Tell whether this is an inspection of Blacklight."""
    return "uri_ins" in data and type(data.get("reports")) is dict


def read(data: Mapping[str, Any], reading: FileReading, captured: Captured) -> None:
    """Take the cookies and the hosts of an inspection."""
    ended = foreign.moment(data.get("end_time")) or foreign.moment(data.get("start_time"))
    visit = Captured(ended if ended is not None else captured.at, captured.phase)
    reading.captured = visit.at
    cookies = data["reports"].get("cookies")
    tells = type(cookies) is list
    reading.tells = {"tells_cookies": tells, "tells_requests": True}
    reading.limits.append(LAST_PAGE if tells else NO_COOKIES)
    for raw in foreign.items(cookies):
        _take(reading, foreign.fields(raw), visit)
    hosts = foreign.fields(foreign.fields(data.get("hosts")).get("requests"))
    take_hosts(reading, hosts, visit.phase)


def _take(reading: FileReading, raw: Mapping[str, Any], visit: Captured) -> None:
    """Take a cookie; where the jar was empty, what was written stands in its place."""
    if "expires" in raw or "size" in raw:
        take_jar_cookie(reading, raw, visit, dot_tells=False)
        return
    trace = reading.cookie(raw)
    if trace is None:
        return
    kind = foreign.text(raw.get("type")) or ""
    mechanism = _MECHANISMS.get(kind, "unknown")
    reading.write(trace, Write(phase=visit.phase, lifetime=UNKNOWN, mechanism=mechanism))
