"""One Set-Cookie line, or what a script assigned to `document.cookie`, as browsers read it.

The algorithm is that of RFC 6265bis, section 5.6, compared with what Chromium answers: its answers
and the few differences are in `tests/evidence/set_cookie/`. The value is dropped.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from policylint.evidence.cookie_date import read_cookie_date
from policylint.evidence.observation import Attributes, SetLifetime
from policylint.model.record import Record

LONGEST_PAIR = 4_096  # octets of name and value, beyond which the whole line is ignored
LONGEST_ATTRIBUTE = 1_024  # octets of a value, beyond which the attribute is ignored
LONGEST_LIFETIME = 253_402_300_799  # seconds: what no calendar of four digits exceeds
# No HTTP cookie is older: what expires before it was past whenever the line was sent.
FIRST_COOKIE = 788_918_400  # 1995-01-01
BLANKS = " \t"
CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")
MAX_AGE = re.compile(r"[+-]?[0-9]+")
SAME_SITE = {"strict": "Strict", "lax": "Lax", "none": "None"}
FLAGS = ("secure", "httponly", "samesite", "partitioned", "priority")
KNOWN = frozenset(("expires", "max-age", "domain", "path", *FLAGS))
# The longer prefix first: the shorter one begins it.
PREFIXES = ("__Host-Http-", "__Host-", "__Http-", "__Secure-")


class SetCookie(Record):
    """A cookie that a line asks to store, without its value.

    `domain` stands without a leading dot and is None where the line names none (`host_only`).
    `path` is None where the browser takes its own default. `unknown` names the attributes that
    browsers do not read. `refused_because` tells why no browser stores it, whatever the host.
    """

    name: str
    value_length: int
    domain: str | None
    host_only: bool
    path: str | None
    attributes: Attributes
    lifetime: SetLifetime
    is_deletion: bool = False
    prefix: str | None = None
    priority: str | None = None
    unknown: Sequence[str] = ()
    refused_because: Sequence[str] = ()


class _Age(NamedTuple):
    lifetime: SetLifetime
    is_deletion: bool


def parse_set_cookie(
    line: str | bytes, *, received: int | None = None, server_date: int | None = None
) -> SetCookie | None:
    """Read a line, None where browsers ignore it as a whole.

    `received` and `server_date` (the Date header of the answer) are in milliseconds since
    1970-01-01 UTC: Expires is measured against the Date header, else against the former.
    """
    text = _text(line)
    if CONTROL.search(text):
        return None
    pair, _, rest = text.partition(";")
    name, separator, value = pair.partition("=")
    if not separator:
        name, value = "", pair
    name, value = name.strip(BLANKS), value.strip(BLANKS)
    if not (name or value) or _octets(name) + _octets(value) > LONGEST_PAIR:
        return None
    if not name and "=" in value:
        return None  # the cookie would be sent as another one: Chromium refuses it
    given: dict[str, str] = {}
    unknown: list[str] = []
    for key, content in _attributes(rest):
        if key in KNOWN:
            given[key] = content
        elif key:
            unknown.append(key)
    age = _age(given, server_date if server_date is not None else received)
    return _cookie(name, value, given, age, unknown)


def _text(line: str | bytes) -> str:
    if isinstance(line, str):
        return line
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("latin-1")


def _octets(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-8", "surrogatepass"))


def _attributes(rest: str) -> Iterator[tuple[str, str]]:
    """Part the attributes; each name in lower case. One that is too long does not count."""
    for part in rest.split(";"):
        key, _, content = part.partition("=")
        key, content = key.strip(BLANKS), content.strip(BLANKS)
        if _octets(content) <= LONGEST_ATTRIBUTE and _octets(key) <= LONGEST_ATTRIBUTE:
            yield _lower(key), content


def _lower(text: str) -> str:
    """Fold A to Z only: other letters have no case in a header."""
    return text.lower() if text.isascii() else re.sub("[A-Z]+", lambda m: m[0].lower(), text)


def _age(given: dict[str, str], base: int | None) -> _Age:
    """Tell how long a cookie asks to live: Max-Age, else Expires, else the session."""
    text = given.get("expires")
    expires = read_cookie_date(text) if text else None
    ignored = bool(text) and expires is None
    max_age = given.get("max-age", "")
    if MAX_AGE.fullmatch(max_age):
        seconds = min(max(int(max_age), 0), LONGEST_LIFETIME)
        lifetime = SetLifetime(source="max-age", seconds=seconds, ignored_expires=ignored)
        return _Age(lifetime, is_deletion=seconds == 0)
    if expires is None:
        return _Age(SetLifetime(source="session", ignored_expires=ignored), is_deletion=False)
    if base is None:
        return _Age(SetLifetime(source="expires"), is_deletion=expires < FIRST_COOKIE)
    seconds = min(max(expires - base // 1000, 0), LONGEST_LIFETIME)
    return _Age(SetLifetime(source="expires", seconds=seconds), is_deletion=seconds == 0)


def _cookie(
    name: str, value: str, given: dict[str, str], age: _Age, unknown: list[str]
) -> SetCookie:
    domain = _lower(given.get("domain", "")).removeprefix(".") or None
    path = given.get("path", "")
    attributes = Attributes(
        secure="secure" in given,
        http_only="httponly" in given,
        same_site=SAME_SITE.get(given.get("samesite", "").lower()),
        partitioned="partitioned" in given,
    )
    cookie = SetCookie(
        name=name,
        value_length=_octets(value),
        domain=domain,
        host_only=domain is None,
        path=path if path.startswith("/") else None,
        attributes=attributes,
        lifetime=age.lifetime,
        is_deletion=age.is_deletion,
        prefix=_prefix(name or value),
        priority=given.get("priority"),
        unknown=tuple(unknown),
    )
    return cookie.changed(refused_because=tuple(_refusals(cookie)))


def _prefix(name: str) -> str | None:
    lowered = name.lower()
    return next((one for one in PREFIXES if lowered.startswith(one.lower())), None)


def _refusals(cookie: SetCookie) -> Iterator[str]:
    attributes = cookie.attributes
    if cookie.domain is not None and not cookie.domain.isascii():
        yield "domain-not-ascii"
    if cookie.prefix is not None and not (cookie.name and _keeps_prefix(cookie)):
        yield "prefix"
    if attributes.same_site == "None" and not attributes.secure:
        yield "same-site-none-insecure"
    if attributes.partitioned and not attributes.secure:
        yield "partitioned-insecure"


def _keeps_prefix(cookie: SetCookie) -> bool:
    """Tell whether a cookie has the attributes that the prefix of its name promises."""
    attributes, prefix = cookie.attributes, cookie.prefix or ""
    if not attributes.secure or ("Http" in prefix and not attributes.http_only):
        return False
    return "Host" not in prefix or (cookie.host_only and cookie.path == "/")
