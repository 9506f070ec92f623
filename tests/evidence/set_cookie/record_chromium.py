"""Record what Chromium makes of every line of cases.json: `python record_chromium.py [BROWSER]`.

Serves each line over loopback and reads the browser's jar; writes chromium.json.
"""

import asyncio
import json
import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from playwright.async_api import CDPSession, Page, async_playwright

HERE = Path(__file__).parent
HOST = "www.shop.localhost"  # Chromium takes it for this machine, and for trustworthy
SERVED_AT = b"Thu, 01 Oct 2026 12:00:00 GMT"  # lifetimes are measured against it, on any day
FOLDER = "dir"


def served(case: dict[str, str]) -> bytes:
    return bytes.fromhex(case["hex"]) if "hex" in case else case["line"].encode()


class Server:
    """Answers /dir/N with the line of case N, and /dir/N?before with what shall be there first."""

    def __init__(self, cases: list[dict[str, str]]) -> None:
        self.cases = cases

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        path, _, query = head.split(b" ")[1].decode().partition("?")
        number, line = path.rpartition("/")[2], None
        if number.isdigit():
            case = self.cases[int(number)]
            line = case["before"].encode() if query == "before" else served(case)
        header = b"" if line is None else b"Set-Cookie: " + line + b"\r\n"
        writer.write(
            b"HTTP/1.1 200 OK\r\nDate: " + SERVED_AT + b"\r\nContent-Type: text/html\r\n"
            b"Cache-Control: no-store\r\nConnection: close\r\nContent-Length: 0\r\n"
            + header
            + b"\r\n"
        )
        await writer.drain()
        writer.close()


async def answer_of(
    page: Page, session: CDPSession, number: int, case: dict[str, str]
) -> dict[str, Any]:
    await session.send("Network.clearBrowserCookies")
    if "before" in case:
        await page.evaluate(f"fetch('/{FOLDER}/{number}?before')")
        assert (await session.send("Network.getAllCookies"))["cookies"], case
    await page.evaluate(f"fetch('/{FOLDER}/{number}').then(answer => answer.text())")
    now = time.time()
    cookies = (await session.send("Network.getAllCookies"))["cookies"]
    return {"cookies": [_told(cookie, now) for cookie in cookies]}


def _told(cookie: dict[str, Any], now: float) -> dict[str, Any]:
    seconds = None if cookie["session"] else round(cookie["expires"] - now)
    return {
        "name": cookie["name"],
        "value_length": len(cookie["value"].encode()),
        "domain": cookie["domain"],
        "path": cookie["path"],
        "seconds": seconds,
        "secure": cookie["secure"],
        "http_only": cookie["httpOnly"],
        "same_site": cookie.get("sameSite"),
        "partitioned": "partitionKey" in cookie,
    }


async def record(browser: str) -> None:
    cases = json.loads((HERE / "cases.json").read_text())
    server = await asyncio.start_server(Server(cases).answer, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with async_playwright() as playwright:
        with tempfile.TemporaryDirectory() as folder:
            context = await playwright.chromium.launch_persistent_context(
                folder, executable_path=browser
            )
            page = await context.new_page()
            await page.goto(f"http://{HOST}:{port}/{FOLDER}/page")
            session = await context.new_cdp_session(page)
            version = (await session.send("Browser.getVersion"))["product"]
            answers = [
                await answer_of(page, session, number, case) for number, case in enumerate(cases)
            ]
            await context.close()
    lines = ",\n".join(f"    {json.dumps(answer)}" for answer in answers)
    head = f'{{\n  "browser": {json.dumps(version)},\n  "answers": [\n'
    (HERE / "chromium.json").write_text(f"{head}{lines}\n  ]\n}}\n")


if __name__ == "__main__":
    asyncio.run(record(sys.argv[1] if len(sys.argv) > 1 else shutil.which("chromium") or ""))
