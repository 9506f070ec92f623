"""The canary before the scan: whether this browser stores cookies of third parties.

Two sites on this machine; the one embeds a picture of the other, which sets a cookie. Where it is
not stored, the scan cannot tell anything of third parties' cookies.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from playwright.async_api import BrowserContext, Error

NAME = "policylint-canary"
SITE, OTHER = "site.localhost", "other.localhost"  # browsers take both for this machine
LIMIT = 15_000
PICTURE = (
    b"GIF89a\x01\x00\x01\x00\x80\x00\x00\xff\xff\xff\x00\x00\x00,"
    b"\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"
)


async def stores_third_party_cookies(context: BrowserContext) -> bool | None:
    """Tell whether the cookie of the embedded picture is stored; None where it cannot be tried."""
    try:
        async with _served() as port:
            page = await context.new_page()
            await page.goto(f"http://{SITE}:{port}/", wait_until="load", timeout=LIMIT)
            stored = await context.cookies()
            await page.close()
            await context.clear_cookies(name=NAME)
    except (Error, OSError):
        return None
    return any(cookie.get("name") == NAME for cookie in stored)


@asynccontextmanager
async def _served() -> AsyncIterator[int]:
    server = await asyncio.start_server(_answer, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    try:
        yield port
    finally:
        server.close()


async def _answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        head = await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), 10)
        port = writer.get_extra_info("sockname")[1]
        writer.write(_response(head, port))
        await writer.drain()
    except (asyncio.IncompleteReadError, asyncio.LimitOverrunError, OSError, TimeoutError):
        return
    finally:
        writer.close()


def _response(head: bytes, port: int) -> bytes:
    if b" /picture " in head.split(b"\r\n", 1)[0]:
        cookie = f"{NAME}=1; Path=/; Max-Age=600; Secure; SameSite=None".encode()
        return _http(b"image/gif", PICTURE, b"Set-Cookie: " + cookie + b"\r\n")
    page = f'<!doctype html><title>canary</title><img src="http://{OTHER}:{port}/picture" alt="">'
    return _http(b"text/html", page.encode(), b"")


def _http(kind: bytes, body: bytes, more: bytes) -> bytes:
    return (
        b"HTTP/1.1 200 OK\r\nConnection: close\r\nCache-Control: no-store\r\nContent-Type: "
        + kind
        + f"\r\nContent-Length: {len(body)}\r\n".encode()
        + more
        + b"\r\n"
        + body
    )
