"""Set-Cookie lines and assignments to `document.cookie`, taken as writes of their cookies."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from policylint.evidence import foreign
from policylint.evidence.address import Address
from policylint.evidence.gathering import FileReading
from policylint.evidence.jar import same_site
from policylint.evidence.observation import (
    Attributes,
    Mechanism,
    Outcome,
    PhaseKind,
    SetLifetime,
    Write,
)
from policylint.evidence.set_cookie import SetCookie, parse_set_cookie
from policylint.evidence.storage_model import refusals, stored_for

IGNORED = "Set-Cookie line that browsers ignore"


class Asked(NamedTuple):
    """A cookie that was asked to be stored: when (in milliseconds), by whom, and how."""

    cookie: SetCookie
    address: Address
    at: int | None
    mechanism: Mechanism
    setter: str | None = None


def read_line(
    reading: FileReading, line: str, *, received: int | None, server_date: int | None
) -> SetCookie | None:
    """Read a line; what browsers ignore and what has no name is counted."""
    cookie = parse_set_cookie(line, received=received, server_date=server_date)
    if cookie is None or len(cookie.name) > foreign.MOST_NAME:
        reading.leave_out(IGNORED)
        return None
    if not cookie.name:
        reading.leave_out("cookie without a name")
        return None
    name = foreign.sound(cookie.name)
    return cookie if name is cookie.name else cookie.changed(name=name)


def read_parsed(raw: Any, received: int | None) -> SetCookie | None:
    """Read a cookie that the recorder parsed itself; None where it has no name."""
    told = foreign.fields(raw)
    name = foreign.name(told.get("name"))
    if name is None:
        return None
    domain = foreign.host(told.get("domain"))
    path = foreign.text(told.get("path"))
    lifetime, is_deletion = _parsed_lifetime(told, received)
    return SetCookie(
        name=name,
        value_length=0,
        domain=domain,
        host_only=domain is None,
        path=path if path is not None and path.startswith("/") else None,
        attributes=Attributes(
            secure=foreign.truth(told.get("secure")),
            http_only=foreign.truth(told.get("httpOnly")),
            same_site=same_site(told.get("sameSite")),
        ),
        lifetime=lifetime,
        is_deletion=is_deletion,
    )


def _parsed_lifetime(told: Mapping[str, Any], received: int | None) -> tuple[SetLifetime, bool]:
    expiry = foreign.expiry(told.get("expires"))
    if expiry == 0:
        return SetLifetime(source="session"), False
    if expiry is None or received is None:
        return SetLifetime(source="expires" if expiry else "unknown"), False
    seconds = max(expiry - received // 1_000, 0)
    return SetLifetime(source="expires", seconds=seconds), seconds == 0


def take_write(reading: FileReading, asked: Asked, phase: PhaseKind) -> None:
    """Record a write with its outcome: deleted, refused, or unknown, as no file tells it."""
    cookie, address = asked.cookie, asked.address
    domain, host_only = stored_for(cookie, address)
    path = cookie.path or address.default_path
    trace = reading.trace(("cookie", cookie.name, domain, path, None))
    if trace is None:
        return
    reasons = tuple(dict.fromkeys(refusals(cookie, address)))
    if asked.mechanism == "script" and cookie.attributes.http_only:
        reasons += ("http-only-from-script",)
    outcome: Outcome = "unknown"
    if reasons:
        outcome = "refused"
    elif cookie.is_deletion:
        outcome = "deleted"
    if outcome == "unknown":
        trace.take_host_only(host_only)
        trace.take_attributes(cookie.attributes)
    if outcome == "deleted":
        reading.leave_out("deletion of a cookie: it is no setting")
    write = Write(
        phase=phase,
        lifetime=cookie.lifetime,
        outcome=outcome,
        mechanism=asked.mechanism,
        at=asked.at,
        attributes=cookie.attributes,
        setter=asked.setter or address.bare,
        refused_because=reasons,
    )
    reading.write(trace, write)
