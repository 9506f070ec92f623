"""One entry of an HTTP archive: what the request carried, and what the answer asked to store."""

import re
from array import array
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from policylint.evidence import foreign
from policylint.evidence.address import Address, read_address
from policylint.evidence.consent_query import read_modes
from policylint.evidence.cookie_date import read_server_date
from policylint.evidence.gathering import FileReading
from policylint.evidence.har_phases import KINDS, MARKER, Marker, is_consent_name
from policylint.evidence.set_lines import Asked, read_line, read_parsed

MOST_LINES = 200_000
MOST_NAMES = 2_000_000
_LENGTHS = frozenset(map(len, ("cookie", "set-cookie", "date", "sec-gpc")))


class Said(NamedTuple):
    """What requests to a host told of consent."""

    host: str
    gcs: str | None
    gcd: str | None
    gpc: bool


class Recording:
    """What the entries of an archive tell, before its phases are known.

    Times are in milliseconds; those of very many requests take eight bytes each.
    """

    def __init__(self, reading: FileReading) -> None:
        self.reading = reading
        self.hosts: dict[str, array[int]] = {}
        self.sent: dict[tuple[str, tuple[str, ...]], array[int]] = {}
        self.said: dict[Said, array[int]] = {}
        self.asked: list[Asked] = []
        self.markers: list[Marker] = []
        self.first: int | None = None
        self.last = 0
        self.choice: int | None = None
        self.has_cookies = False
        self.documents = 0
        self.secure_documents = 0
        self._names = 0

    def take(self, entry: Any) -> None:
        """Take what an entry tells; one that tells nothing is counted."""
        request = foreign.fields(foreign.fields(entry).get("request"))
        url = request.get("url")
        if type(url) is not str:
            self.reading.leave_out("entry without a request or its address")
            return
        at = foreign.moment(entry.get("startedDateTime"))
        at = self._clock(at)
        if MARKER in url[:60]:
            self._mark(url, at)
            return
        address = read_address(url)
        if address is None:
            self.reading.leave_out("request to no host: data, an extension, or no address")
            return
        response = foreign.fields(entry.get("response"))
        error = response.get("_error")
        if type(error) is str and "ERR_BLOCKED_BY" in error:
            self.reading.leave_out("request that the browser blocked")
            return
        self.reading.entries += 1
        _append(self.hosts, address.host, at)
        self._request(request, url, address.host, at)
        self._response(entry, response, address, at)

    def _clock(self, at: int | None) -> int:
        """Give the time of an entry; one without takes that of the entry before."""
        if at is None:
            return self.last
        if self.first is None or at < self.first:
            self.first = at
        self.last = max(at, self.last)
        return at

    def _mark(self, url: str, at: int) -> None:
        kind = re.split(r"[/?#]", url.partition(MARKER)[2])[0]
        known = next((one for one in KINDS if one == kind), None)
        if known is None:
            self.reading.leave_out("marker of a phase that does not exist")
        else:
            self.markers.append(Marker(at, known))

    def _request(self, request: Mapping[str, Any], url: str, host: str, at: int) -> None:
        gpc = False
        names: tuple[str, ...] = ()
        for kind, value in _headers(request):
            if kind == "cookie":
                names += tuple(part.partition("=")[0].strip() for part in value.split(";"))
            elif kind == "sec-gpc":
                gpc = value.strip() == "1"
        if not names:
            told = (
                foreign.fields(raw).get("name") for raw in foreign.items(request.get("cookies"))
            )
            names = tuple(one for one in told if type(one) is str)
        if names:
            self._carried(host, names, at)
        gcs, gcd = read_modes(url)
        if gcs or gcd or gpc:
            _append(self.said, Said(host, gcs, gcd, gpc), at)

    def _carried(self, host: str, names: tuple[str, ...], at: int) -> None:
        self.has_cookies = True
        key = (host, names)
        times = self.sent.get(key)
        if times is not None:
            times.append(at)
        elif self._names + len(names) > MOST_NAMES:
            self.reading.leave_out(f"name in a Cookie header beyond the first {MOST_NAMES:,}")
            return
        else:
            self._names += len(names)
            self.sent[key] = array("q", (at,))
        if (self.choice is None or at < self.choice) and any(map(is_consent_name, names)):
            self.choice = at

    def _response(
        self, entry: Mapping[str, Any], response: Mapping[str, Any], address: Address, at: int
    ) -> None:
        lines: list[str] = []
        date: str | None = None
        for kind, value in _headers(response):
            if kind == "set-cookie":
                lines += value.split("\n")
            elif kind == "date":
                date = value
        parsed = foreign.items(response.get("cookies"))
        if lines or parsed:
            self._asks(
                lines, parsed, address, _Clock(at, _received(entry, at), read_server_date(date))
            )
        mime = foreign.fields(response.get("content")).get("mimeType")
        if entry.get("_resourceType") == "document" or (type(mime) is str and "html" in mime):
            self.documents += 1
            self.secure_documents += address.scheme == "https"

    def _asks(self, lines: list[str], parsed: Any, address: Address, clock: "_Clock") -> None:
        self.has_cookies = True
        for line in lines:
            if not line.strip():
                continue
            if len(self.asked) >= MOST_LINES:
                self.reading.leave_out(f"Set-Cookie line beyond the first {MOST_LINES:,}")
                continue
            cookie = read_line(
                self.reading, line, received=clock.received, server_date=clock.server
            )
            if cookie is not None:
                self.asked.append(Asked(cookie, address, clock.at, "http"))
        if lines:
            return
        for raw in parsed[: MOST_LINES - len(self.asked)]:
            cookie = read_parsed(raw, clock.server or clock.received)
            if cookie is None:
                self.reading.leave_out("cookie without a name")
            else:
                self.asked.append(Asked(cookie, address, clock.at, "http"))


class _Clock(NamedTuple):
    at: int
    received: int
    server: int | None


def _append(times: dict[Any, "array[int]"], key: Any, at: int) -> None:
    known = times.get(key)
    if known is None:
        times[key] = array("q", (at,))
    else:
        known.append(at)


def _headers(part: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Give the headers that matter, by their names in lower case."""
    headers = part.get("headers")
    if type(headers) is not list:
        return
    for header in headers:
        if type(header) is not dict:
            continue
        name, value = header.get("name"), header.get("value")
        if type(name) is str and len(name) in _LENGTHS and type(value) is str:
            yield name.lower(), value


def _received(entry: Mapping[str, Any], at: int) -> int:
    took = foreign.number(entry.get("time"))
    return at + int(took) if took is not None and 0 < took < 86_400_000 else at  # noqa: PLR2004 - a day
