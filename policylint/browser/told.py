"""What the hook in the pages tells. A page can tell lies, so that nothing in it is trusted."""

import math
from collections.abc import Callable, Mapping
from typing import Any, cast, get_args

from policylint.browser.seen import Moment, SeenRequest, SeenWrite
from policylint.browser.web import cookie_write
from policylint.evidence.address import Address, read_address
from policylint.evidence.observation import Attributes, Mechanism, SetLifetime
from policylint.evidence.set_cookie import LONGEST_LIFETIME, SAME_SITE, SetCookie, parse_set_cookie
from policylint.model.terms import Storage

LONGEST_NAME = 4_096


def read_told(
    message: Any, stamp: Callable[[int | None], Moment]
) -> SeenWrite | SeenRequest | None:
    """Read one message, None where it makes no sense; `stamp` tells the phase of its time."""
    if not isinstance(message, dict):
        return None
    address = read_address(_text(message, "page"))
    writer = read_address(_text(message, "writer"))
    if address is None:
        return None
    setter = writer.bare if writer else address.bare
    at = _number(message, "at")
    moment = stamp(None if at is None else int(at))
    kind = message.get("kind")
    if kind == "storage":
        return _storage(message, address, moment, setter)
    if kind == "beacon":
        return _beacon(_text(message, "address"), moment)
    cookie = None
    if kind == "cookie":
        cookie = parse_set_cookie(_text(message, "line"), received=moment.at)
    elif kind == "cookie-store":
        cookie = _from_store(message, moment.at)
    if cookie is None:
        return None
    mechanism: Mechanism = "script" if kind == "cookie" else "cookie-store"
    return cookie_write(cookie, address, moment, mechanism, setter)


def _text(message: Mapping[str, Any], key: str) -> str:
    value = message.get(key)
    return value if isinstance(value, str) else ""


def _number(message: Mapping[str, Any], key: str) -> float | None:
    value = message.get(key)
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        return None
    return value


def _from_store(message: Mapping[str, Any], at: int) -> SetCookie:
    """Read the argument of `cookieStore.set`, which is always secure and never HttpOnly."""
    domain = _text(message, "domain").lower().removeprefix(".") or None
    lifetime, is_deletion = _store_lifetime(message, at)
    return SetCookie(
        name=_text(message, "name")[:LONGEST_NAME],
        value_length=int(_number(message, "size") or 0),
        domain=domain,
        host_only=domain is None,
        path=_text(message, "path") or "/",
        attributes=Attributes(
            secure=True,
            http_only=False,
            same_site=SAME_SITE.get(_text(message, "sameSite").lower(), "Strict"),
            partitioned=message.get("partitioned") is True,
        ),
        lifetime=lifetime,
        is_deletion=is_deletion,
    )


def _store_lifetime(message: Mapping[str, Any], at: int) -> tuple[SetLifetime, bool]:
    max_age, expires = _number(message, "maxAge"), _number(message, "expires")
    if max_age is not None:
        seconds, source = max_age, "max-age"
    elif expires is not None:
        seconds, source = (expires - at) / 1_000, "expires"
    else:
        return SetLifetime(source="session"), False
    whole = round(min(max(seconds, 0), LONGEST_LIFETIME))
    return SetLifetime.build({"source": source, "seconds": whole}), whole == 0


def _storage(
    message: Mapping[str, Any], address: Address, moment: Moment, setter: str
) -> SeenWrite | None:
    storage, name = _text(message, "storage"), _text(message, "name")[:LONGEST_NAME]
    if storage not in get_args(Storage) or not name:
        return None
    return SeenWrite(
        moment=moment,
        storage=cast("Storage", storage),
        name=name,
        address=address,
        mechanism="storage",
        setter=setter,
    )


def _beacon(url: str, moment: Moment) -> SeenRequest | None:
    address = read_address(url)
    if address is None:
        return None
    return SeenRequest(
        moment=moment, host=address.host, address=address.bare, type="beacon", method="POST"
    )
