"""Addresses, headers and query values as far as evidence may keep them."""

from collections.abc import Iterator, Sequence

from policylint.browser.seen import Moment, SeenWrite
from policylint.evidence.address import Address
from policylint.evidence.observation import Mechanism
from policylint.evidence.set_cookie import SetCookie, parse_set_cookie

MOST_NAMES = 500


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


def cookie_names(header: str) -> tuple[str, ...]:
    """List the names in a Cookie header."""
    parts = header.split(";")[:MOST_NAMES] if header else []
    return tuple(name for part in parts if (name := part.partition("=")[0].strip()))
