"""DuckDuckGo's Tracker Radar Collector: one JSON file a site."""

from collections.abc import Mapping
from typing import Any

from policylint.evidence import foreign
from policylint.evidence.address import Address, read_address
from policylint.evidence.cookie_date import read_server_date
from policylint.evidence.gathering import FileReading, Trace
from policylint.evidence.jar import Captured, take_jar_cookie
from policylint.evidence.observation import Write
from policylint.evidence.set_lines import Asked, read_line, take_write
from policylint.model.sentence import sentence

TITLE = "Tracker Radar Collector"
NO_COOKIES = sentence("cookies were not collected: it tells nothing of cookies")
NO_PAGE = "cookie of a script whose page is not told"
_SETTER = "Document.cookie setter"


def recognises(data: Mapping[str, Any]) -> bool:
    """Tell whether this is a site as the collector writes it."""
    return type(data.get("initialUrl")) is str and type(data.get("data")) is dict


def read(data: Mapping[str, Any], reading: FileReading, captured: Captured) -> None:
    """Take the jar, the answers and what scripts assigned."""
    ended = foreign.clock(data.get("testFinished")) or foreign.clock(data.get("testStarted"))
    visit = Captured(ended if ended is not None else captured.at, captured.phase)
    reading.captured = visit.at
    told = data["data"]
    cookies, requests = told.get("cookies"), told.get("requests")
    reading.tells = {
        "tells_cookies": type(cookies) is list,
        "tells_requests": type(requests) is list,
    }
    if type(cookies) is not list:
        reading.limits.append(NO_COOKIES)
    for raw in foreign.items(cookies):
        take_jar_cookie(reading, raw, visit)
    for raw in foreign.items(requests):
        _request(reading, foreign.fields(raw), visit)
    calls = foreign.fields(told.get("apis")).get("savedCalls")
    for raw in foreign.items(calls):
        _assignment(reading, foreign.fields(raw), visit)


def _request(reading: FileReading, raw: Mapping[str, Any], visit: Captured) -> None:
    address = reading.request(raw.get("url"), visit.phase)
    if address is None:
        return
    headers = foreign.fields(raw.get("responseHeaders"))
    server = read_server_date(foreign.text(headers.get("date")))
    for line in (foreign.text(headers.get("set-cookie")) or "").split("\n"):
        if line.strip():
            _answer(reading, line, address, visit, server)


def _answer(
    reading: FileReading, line: str, address: Address, visit: Captured, server: int | None
) -> None:
    cookie = read_line(reading, line, received=visit.at, server_date=server)
    if cookie is not None:
        take_write(reading, Asked(cookie, address, visit.at, "http"), visit.phase)


def _assignment(reading: FileReading, raw: Mapping[str, Any], visit: Captured) -> None:
    """Take what a script assigned; the collector tells the script, but not its page."""
    lines = foreign.items(raw.get("arguments"))
    if raw.get("description") != _SETTER or not lines or type(lines[0]) is not str:
        return
    cookie = read_line(reading, lines[0], received=visit.at, server_date=None)
    if cookie is None:
        return
    trace = _only_one_named(reading, cookie.name)
    if trace is None:
        reading.leave_out(NO_PAGE)
        return
    source = read_address(foreign.text(raw.get("source")) or "")
    write = Write(
        phase=visit.phase,
        lifetime=cookie.lifetime,
        outcome="deleted" if cookie.is_deletion else "unknown",
        mechanism="script",
        attributes=cookie.attributes,
        setter=source.bare if source else None,
    )
    reading.write(trace, write)


def _only_one_named(reading: FileReading, name: str) -> Trace | None:
    found = [one for one in reading.gathering.traces.values() if one.name == name]
    return found[0] if len(found) == 1 else None
