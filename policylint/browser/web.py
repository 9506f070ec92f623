"""Addresses, headers and query values as far as evidence may keep them."""

import re
from collections.abc import Iterator, Sequence
from urllib.parse import parse_qs, urlsplit

from policylint.browser.seen import Moment, SeenWrite
from policylint.evidence.address import Address
from policylint.evidence.cookie_date import read_cookie_date
from policylint.evidence.observation import Mechanism
from policylint.evidence.set_cookie import SetCookie, parse_set_cookie

MOST_NAMES = 500
GCS = re.compile(r"G1[01-]{2}")
GCD = re.compile(r"[0-9A-Za-z_-]{4,40}")


def http_writes(
    lines: Sequence[str], address: Address, moment: Moment, received: int, served: int | None
) -> Iterator[SeenWrite]:
    """Read the Set-Cookie lines of one answer."""
    for text in lines:
        for line in text.split("\n"):
            cookie = parse_set_cookie(line, received=received, server_date=served)
            if cookie is not None:
                yield cookie_write(cookie, address, moment, "http", address.bare)


def cookie_write(
    cookie: SetCookie, address: Address, moment: Moment, mechanism: Mechanism, setter: str | None
) -> SeenWrite:
    """Tell of a cookie that an answer or a script of an address sets."""
    return SeenWrite(
        moment=moment,
        storage="cookie",
        name=cookie.name,
        address=address,
        mechanism=mechanism,
        setter=setter,
        cookie=cookie,
    )


def read_date(text: str | None) -> int | None:
    """Read the Date header in milliseconds, None where there is none."""
    if text is None:
        return None
    seconds = read_cookie_date(text)
    return None if seconds is None else seconds * 1_000


def cookie_names(header: str) -> tuple[str, ...]:
    """List the names in a Cookie header."""
    parts = header.split(";")[:MOST_NAMES] if header else []
    return tuple(name for part in parts if (name := part.partition("=")[0].strip()))


def consent_signals(url: str) -> tuple[str | None, str | None]:
    """Read Google's `gcs` and `gcd` from a request that carries them."""
    if "gcs=" not in url and "gcd=" not in url:
        return None, None
    try:
        query = parse_qs(urlsplit(url).query, max_num_fields=200)
    except ValueError:
        return None, None
    return _first(query, "gcs", GCS), _first(query, "gcd", GCD)


def _first(query: dict[str, list[str]], key: str, form: re.Pattern[str]) -> str | None:
    value = query.get(key, [""])[0]
    return value if form.fullmatch(value) else None
