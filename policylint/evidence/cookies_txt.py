"""Netscape's cookies.txt, as curl, yt-dlp, browser extensions and HTTrack write it."""

from policylint.evidence import foreign
from policylint.evidence.gathering import FileReading
from policylint.evidence.jar import (
    UNKNOWN,
    Captured,
    jar_lifetime,
    note_expired,
)
from policylint.evidence.observation import Attributes, SetLifetime
from policylint.evidence.opened import Text
from policylint.model.sentence import sentence

TITLE = "Netscape cookies.txt"
HTTRACK = "HTTrack cookies.txt"
HTTRACK_LIMIT = sentence("HTTrack writes one made-up expiry for every cookie: no lifetime is known")
_HTTP_ONLY = "#HttpOnly_"
_COLUMNS = 7
_TRUTH = {"TRUE": True, "FALSE": False}
# HTTrack takes an attribute of Set-Cookie for a cookie where it does not know the attribute.
_ATTRIBUTES = frozenset(
    ("samesite", "max-age", "expires", "domain", "path", "secure", "httponly", "priority")
)


def recognises(head: str) -> bool:
    """Tell by the first lines whether this is a cookies.txt."""
    first, *lines = [line.rstrip("\r") for line in head.lstrip("\ufeff").split("\n")[:200]]
    if first.startswith("#") and "cookie" in first.lower():
        return True
    return any(_is_row(line) for line in (first, *lines))


def _is_row(line: str) -> bool:
    columns = line.removeprefix(_HTTP_ONLY).split("\t")
    return (
        len(columns) in {_COLUMNS - 1, _COLUMNS} and columns[1] in _TRUTH and columns[3] in _TRUTH
    )


def read(text: Text, reading: FileReading, captured: Captured) -> None:
    """Take one cookie a line."""
    reading.tells = {"tells_cookies": True}
    for number, raw in enumerate(text.lines()):
        if number == 0 and "httrack" in raw.lower():
            reading.format_name = HTTRACK
            reading.limits.append(HTTRACK_LIMIT)
        line = raw.lstrip("\ufeff")
        is_http_only = line.startswith(_HTTP_ONLY)
        if (line.startswith("#") and not is_http_only) or not line.strip():
            continue
        _take(reading, line.removeprefix(_HTTP_ONLY), captured, is_http_only=is_http_only)


def _take(reading: FileReading, line: str, captured: Captured, *, is_http_only: bool) -> None:
    columns = line.split("\t")
    # an editor may have cut the tab before an empty value
    if len(columns) not in {_COLUMNS - 1, _COLUMNS}:
        reading.leave_out("line without the seven columns of the format")
        return
    written, subdomains, path, secure, expires, name = columns[:6]
    domain, found = foreign.host(written), foreign.name(name)
    if domain is None or found is None:
        reading.leave_out("cookie without a host" if domain is None else "cookie without a name")
        return
    is_httrack = reading.format_name == HTTRACK
    if is_httrack and name.lower() in _ATTRIBUTES:
        reading.leave_out("attribute that HTTrack took for a cookie")
        return
    trace = reading.trace(("cookie", found, domain, path or None, None))
    if trace is None:
        return
    reading.entries += 1
    trace.present.add(captured.phase)
    if is_httrack:
        trace.take_jar(UNKNOWN)
        return  # its other columns are as made up as its expiry
    trace.take_jar(_lifetime(reading, expires, captured))
    wide = _TRUTH.get(subdomains.upper())
    trace.take_host_only(None if wide is None else not (wide or written.startswith(".")))
    trace.take_attributes(
        Attributes(secure=_TRUTH.get(secure.upper()), http_only=is_http_only or None)
    )


def _lifetime(reading: FileReading, expires: str, captured: Captured) -> SetLifetime:
    expiry = foreign.expiry(expires.strip())
    lifetime = jar_lifetime(expiry, captured.at)
    if expiry is not None and captured.at is not None and lifetime is UNKNOWN:
        note_expired(reading)
    return lifetime
