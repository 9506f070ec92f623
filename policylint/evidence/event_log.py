"""The logs of the website evidence collector and of Blacklight: one event a line.

They hold what the inspections beside them lose: each Set-Cookie line and each assignment of a
script, with its time.
"""

import json
from collections.abc import Mapping
from typing import Any

from policylint.errors import InputError
from policylint.evidence import foreign
from policylint.evidence.address import Address, read_address
from policylint.evidence.gathering import FileReading
from policylint.evidence.jar import Captured
from policylint.evidence.observation import Mechanism, PhaseKind
from policylint.evidence.opened import Text
from policylint.evidence.set_lines import Asked, read_line, take_write
from policylint.evidence.storage_state import take_stored_keys
from policylint.model.sentence import sentence

TITLE = "log of the website evidence collector or of Blacklight"
NO_PAGE = "cookie of a page that is not told"
INCOMPLETE = sentence("it names no host but those of trackers and of cookies")


def recognises(head: str) -> bool:
    """Tell by the first line whether this is such a log."""
    event = _event(head.partition("\n")[0])
    return event is not None and {"level", "message", "timestamp"} <= event.keys()


def read(text: Text, reading: FileReading, phase: PhaseKind) -> None:
    """Take the events. Raises InputError where there is none."""
    reading.tells = {"tells_cookies": True, "tells_storage": True}
    reading.limits.append(INCOMPLETE)
    last: int | None = None
    for line in text.lines():
        if not line.strip():
            continue
        event = _event(line)
        if event is None:
            reading.leave_out("line that is no JSON")
            continue
        at = foreign.moment(event.get("timestamp"))
        last = at if at is not None else last
        inner = event.get("message")
        _take(reading, inner if type(inner) is dict else event, Captured(at, phase))
    reading.captured = last
    if last is None:
        raise InputError(f"{reading.path} has no event with a time; expected a log of a crawler")


def _event(line: str) -> dict[str, Any] | None:
    try:
        event = json.loads(line, strict=False)
    except (ValueError, RecursionError):
        return None
    return event if type(event) is dict else None


def _take(reading: FileReading, event: Mapping[str, Any], when: Captured) -> None:
    kind = foreign.text(event.get("type"))
    if kind == "Storage.LocalStorage":
        origin = foreign.text(event.get("origin")) or ""
        take_stored_keys(reading, origin, foreign.fields(event.get("data")), when)
    elif kind in {"Request.Tracking", "TrackingRequest"}:
        _contact(reading, event, when)
    elif kind == "Cookie.HTTP":
        address = blamed(event)
        if address is not None:
            reading.contact(address.host, [when.phase])
        _write(reading, event.get("raw"), (address, address), "http", when)
    elif kind == "Cookie.JS":
        _write(reading, event.get("raw"), (_page(event), blamed(event)), "script", when)
    elif kind == "JsInstrument.ObjectProperty":
        told = foreign.fields(event.get("data"))
        is_setter = str(told.get("operation")).startswith("set")
        if is_setter and str(told.get("symbol")).endswith("document.cookie"):
            _write(reading, told.get("value"), (_page(event), blamed(event)), "script", when)


def _write(
    reading: FileReading,
    raw: Any,
    by: tuple[Address | None, Address | None],
    mechanism: Mechanism,
    when: Captured,
) -> None:
    """Take the lines of an event; `by` are the address that stores and the one to blame."""
    page, setter = by
    if page is None or type(raw) is not str:
        reading.leave_out(NO_PAGE)
        return
    for line in raw.split("\n") if mechanism == "http" else (raw,):
        cookie = read_line(reading, line, received=when.at, server_date=None)
        if cookie is not None:
            reading.entries += 1
            blamed = (setter or page).bare
            take_write(reading, Asked(cookie, page, when.at, mechanism, blamed), when.phase)


def _contact(reading: FileReading, event: Mapping[str, Any], when: Captured) -> None:
    url = foreign.fields(event.get("data")).get("url", event.get("url"))
    reading.request(url, when.phase, when.at)


def blamed(event: Mapping[str, Any]) -> Address | None:
    """Give the first address of the stack."""
    frames = foreign.items(event.get("stack"))
    urls = (foreign.text(foreign.fields(frame).get("fileName")) or "" for frame in frames)
    return next((found for url in urls if (found := read_address(url))), None)


def _page(event: Mapping[str, Any]) -> Address | None:
    """Give the document in which a script ran: that of the frame, with its path where told."""
    told = (foreign.text(event.get(key)) or "" for key in ("origin", "location", "url"))
    found = [address for url in told if (address := read_address(url))]
    return next((one for one in found if one.host == found[0].host and one.path != "/"), None) or (
        found[0] if found else None
    )
