"""What lies on the device: the jar, and the storage of every frame. Values are left there."""

import asyncio
import time
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

from playwright.async_api import BrowserContext, Error, Frame

from policylint.browser.seen import JarCookie, Moment, Snapshot, Stored
from policylint.evidence.address import read_address

LIMIT = 10  # seconds for one frame
SCRIPT = (files("policylint.browser") / "snapshot.js").read_text(encoding="utf-8")


async def take_snapshot(context: BrowserContext, moment: Moment) -> Snapshot:
    """List cookies and storage as they are now."""
    jar = tuple(_jar_cookie(one) for one in await context.cookies())
    stored: dict[tuple[str, str, str], Stored] = {}
    for frame in [frame for page in context.pages for frame in page.frames]:
        for one in _stored(await _asked(frame)):
            stored[one.storage, one.name, one.host] = one
    return Snapshot(moment=moment, jar=jar, stored=tuple(stored.values()))


def _jar_cookie(raw: Any) -> JarCookie:
    expires = raw.get("expires", -1)
    domain = raw["domain"]
    return JarCookie(
        name=raw["name"],
        domain=domain.removeprefix("."),
        host_only=not domain.startswith("."),
        path=raw["path"],
        seconds=None if expires < 0 else round(expires - time.time()),
        secure=raw["secure"],
        http_only=raw["httpOnly"],
        same_site=raw.get("sameSite"),
        partition=raw.get("partitionKey"),
    )


async def _asked(frame: Frame) -> Any:
    try:
        return await asyncio.wait_for(frame.evaluate(SCRIPT), LIMIT)
    except (Error, TimeoutError):
        return None  # it is being left, or has crashed: the next one is asked


def _stored(told: Any) -> Iterator[Stored]:
    address = read_address(str(told.get("page"))) if isinstance(told, dict) else None
    if address is None:
        return
    for one in told["found"]:
        yield Stored(storage=one["storage"], name=one["name"], host=address.host)
