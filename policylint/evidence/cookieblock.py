"""CookieBlock's crawl in JSON: what Firefox was seen to store on many sites."""

from collections.abc import Mapping
from typing import Any

from policylint.evidence import foreign
from policylint.evidence.address import read_address
from policylint.evidence.gathering import FileReading
from policylint.evidence.jar import SESSION, UNKNOWN, Captured, left_of, same_site
from policylint.evidence.observation import Attributes, SetLifetime, Write

TITLE = "CookieBlock crawl"
OTHER_SITE = "cookie seen on another site"
_LOOKED_AT = 20


def recognises(data: Mapping[str, Any]) -> bool:
    """Tell by the first cookies whether this is a crawl."""
    first = list(data.values())[:_LOOKED_AT]
    return bool(first) and all(type(one) is dict and "variable_data" in one for one in first)


def read(data: Mapping[str, Any], reading: FileReading, captured: Captured) -> None:
    """Take the cookies of the site, or of all sites where nobody said which is meant."""
    reading.tells = {"tells_cookies": True}
    parties = reading.gathering.parties
    for raw in data.values():
        told = foreign.fields(raw)
        page = read_address(foreign.text(told.get("first_party_domain")) or "")
        if parties.are_known and page is not None and parties.of(page.host) == "third":
            reading.leave_out(OTHER_SITE)
        else:
            _take(reading, told, captured)


def _take(reading: FileReading, told: Mapping[str, Any], captured: Captured) -> None:
    """Take a cookie, each of its updates as a write."""
    name, domain = foreign.name(told.get("name")), foreign.host(told.get("domain"))
    updates = [one for one in foreign.items(told.get("variable_data")) if type(one) is dict]
    if name is None or domain is None or not updates:
        reading.leave_out("cookie without a name, a host or an update")
        return
    trace = reading.trace(("cookie", name, domain, foreign.text(told.get("path")), None))
    if trace is None:
        return
    reading.entries += 1
    for update in updates:
        attributes = Attributes(
            secure=foreign.truth(update.get("secure")),
            http_only=foreign.truth(update.get("http_only")),
            same_site=same_site(update.get("same_site")),
        )
        trace.take_attributes(attributes)
        trace.take_host_only(foreign.truth(update.get("host_only")))
        lifetime = _lifetime(update)
        is_deletion = lifetime.source == "jar" and not lifetime.seconds
        if is_deletion:
            reading.leave_out("deletion of a cookie: it is no setting")
        write = Write(
            phase=captured.phase,
            lifetime=lifetime,
            outcome="deleted" if is_deletion else "stored",
            attributes=attributes,
        )
        reading.write(trace, write)


def _lifetime(update: Mapping[str, Any]) -> SetLifetime:
    """Read what was left when the browser stored it, which needs no time of capture."""
    if update.get("session") is True:
        return SESSION
    seconds = foreign.number(update.get("expiry"))
    return UNKNOWN if seconds is None or seconds > foreign.LAST_SECOND else left_of(int(seconds))
