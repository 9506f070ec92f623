"""Playwright's storage state: the cookies of a context, and what its origins store."""

from collections.abc import Mapping
from typing import Any

from policylint.evidence import foreign
from policylint.evidence.address import read_address
from policylint.evidence.gathering import FileReading
from policylint.evidence.jar import Captured, take_jar_cookie
from policylint.model.terms import Storage

TITLE = "Playwright storage state"
_STORES: tuple[tuple[str, Storage], ...] = (
    ("localStorage", "local-storage"),
    ("sessionStorage", "session-storage"),
    ("indexedDB", "indexed-db"),
)


def recognises(data: Mapping[str, Any]) -> bool:
    """Tell whether this is a storage state."""
    return type(data.get("cookies")) is list and type(data.get("origins")) is list


def read(data: Mapping[str, Any], reading: FileReading, captured: Captured) -> None:
    """Take the cookies and the names of what origins store."""
    reading.tells = {"tells_cookies": True, "tells_storage": True}
    for raw in data["cookies"]:
        take_jar_cookie(reading, raw, captured)
    for raw in data["origins"]:
        address = read_address(foreign.text(foreign.fields(raw).get("origin")) or "")
        if address is None:
            reading.leave_out("origin that is no address")
            continue
        for key, storage in _STORES:
            for entry in foreign.items(raw.get(key)):
                take_stored(
                    reading, storage, foreign.fields(entry).get("name"), address.host, captured
                )


def take_stored(
    reading: FileReading, storage: Storage, name: Any, host: str, captured: Captured
) -> None:
    """Take a key of other storage than cookies."""
    found = foreign.name(name)
    if found is None:
        reading.leave_out("stored item without a name")
        return
    trace = reading.trace((storage, found, host, None, None))
    if trace is not None:
        reading.entries += 1
        trace.present.add(captured.phase)


def take_stored_keys(
    reading: FileReading, origin: str, stored: Mapping[str, Any], captured: Captured
) -> None:
    """Take the keys of the local storage of an origin."""
    address = read_address(origin)
    if address is None:
        reading.leave_out("origin that is no address")
        return
    for key in stored:
        take_stored(reading, "local-storage", key, address.host, captured)
