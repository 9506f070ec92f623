"""Listens to one browser: every request, every Set-Cookie line, every write of a script."""

import asyncio
import time
from collections.abc import Coroutine, Mapping
from typing import Any

from playwright.async_api import BrowserContext, Error, Page, Request, Response

from policylint.browser.seen import Moment, Refusal, Seen, SeenRequest
from policylint.browser.told import read_told
from policylint.browser.web import cookie_names, http_writes
from policylint.evidence.address import Address, read_address
from policylint.evidence.consent_query import read_modes
from policylint.evidence.cookie_date import read_server_date
from policylint.evidence.observation import PhaseKind
from policylint.evidence.set_cookie import parse_set_cookie

MOST = 50_000  # events of one kind; a page that floods the scan is cut short
ANSWER_LIMIT = 10  # seconds for the headers of one answer
BINDING = "__policylint_tell"


class Capture:
    """Collects into `seen`; what arrives belongs to the phase that had begun when it happened."""

    def __init__(self, seen: Seen, repetition: int, phase: PhaseKind) -> None:
        self.seen = seen
        self.repetition = repetition
        self._phases: list[tuple[int, PhaseKind]] = [(_now(), phase)]
        self._last = time.monotonic()
        self._began: dict[Request, Moment] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    async def listen(self, context: BrowserContext, script: str) -> None:
        """Start to listen to all pages, frames and workers of a browser."""
        context.on("request", self._on_request)
        context.on("response", lambda answer: self._later(self._on_response(answer)))
        context.on("requestfailed", lambda request: self._later(self._on_failed(request)))
        context.on("page", lambda page: self._later(self._watch_refusals(context, page)))
        await context.expose_binding(BINDING, self._on_told)
        await context.add_init_script(script)
        for page in context.pages:
            await self._watch_refusals(context, page)

    async def drain(self) -> None:
        """Wait until all that has arrived is read."""
        while self._tasks:
            await asyncio.wait(self._tasks, timeout=ANSWER_LIMIT)
            self._tasks = {task for task in self._tasks if not task.done()}

    def has_begun(self, phase: PhaseKind) -> bool:
        """Tell whether a phase has begun."""
        return any(begun == phase for _, begun in self._phases)

    def begin(self, phase: PhaseKind) -> None:
        """Let a phase begin now."""
        self._phases.append((_now(), phase))

    def moment(self, at: int | None = None) -> Moment:
        """Stamp what happened, now or at a time that a page tells."""
        first, last = self._phases[0][0], _now()
        at = last if at is None else min(max(at, first), last)
        phase = next(phase for start, phase in reversed(self._phases) if start <= at)
        return Moment(phase=phase, repetition=self.repetition, at=at)

    def _later(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.ensure_future(_quietly(work))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    @property
    def still_for(self) -> float:
        """Tell for how many seconds nothing was asked for."""
        return time.monotonic() - self._last

    def _on_request(self, request: Request) -> None:
        self._last = time.monotonic()
        self._began[request] = self.moment()

    async def _on_response(self, answer: Response) -> None:
        moment = self._began.get(answer.request) or self.moment()
        address = read_address(answer.url)
        if address is None:
            return
        await self._keep_request(answer.request, moment, address, answer.status)
        headers = await asyncio.wait_for(answer.headers_array(), ANSWER_LIMIT)
        served = next((one["value"] for one in headers if one["name"].lower() == "date"), None)
        lines = [one["value"] for one in headers if one["name"].lower() == "set-cookie"]
        for write in http_writes(lines, address, moment, _now(), read_server_date(served)):
            self._keep(self.seen.writes, write)

    async def _on_failed(self, request: Request) -> None:
        address = read_address(request.url)
        if address is not None:
            moment = self._began.get(request) or self.moment()
            await self._keep_request(request, moment, address, None)

    async def _keep_request(
        self, request: Request, moment: Moment, address: Address, status: int | None
    ) -> None:
        try:
            headers: Mapping[str, str] = await asyncio.wait_for(request.all_headers(), ANSWER_LIMIT)
        except (Error, TimeoutError):
            headers = request.headers
        gcs, gcd = read_modes(request.url)
        self._keep(
            self.seen.requests,
            SeenRequest(
                moment=moment,
                host=address.host,
                address=address.bare,
                type=request.resource_type,
                method=request.method,
                status=status,
                cookies=cookie_names(headers.get("cookie", "")),
                gcs=gcs,
                gcd=gcd,
                gpc=headers.get("sec-gpc") == "1",
                by_worker=request.service_worker is not None,
            ),
        )

    def _on_told(self, _: Any, message: Any) -> None:
        told = read_told(message, self.moment)
        if told is None:
            return
        if isinstance(told, SeenRequest):
            self._keep(self.seen.requests, told)
        else:
            self._keep(self.seen.writes, told)

    async def _watch_refusals(self, context: BrowserContext, page: Page) -> None:
        """Listen to what the page's own protocol tells of cookies that were not taken."""
        session = await context.new_cdp_session(page)
        hosts: dict[str, str] = {}

        def sent(event: Any) -> None:
            address = read_address(event["request"]["url"])
            if address is not None:
                hosts[event["requestId"]] = address.host

        def answered(event: Any) -> None:
            for blocked in event.get("blockedCookies", ()):
                cookie = parse_set_cookie(blocked["cookieLine"])
                host = hosts.get(event["requestId"])
                if cookie is not None and host is not None:
                    reasons = tuple(blocked["blockedReasons"])
                    one = Refusal(
                        moment=self.moment(), host=host, name=cookie.name, reasons=reasons
                    )
                    self._keep(self.seen.refusals, one)

        session.on("Network.requestWillBeSent", sent)
        session.on("Network.responseReceivedExtraInfo", answered)
        await session.send("Network.enable")

    def _keep(self, kept: list[Any], one: object) -> None:
        if self.seen.is_closed:
            return
        if len(kept) < MOST:
            kept.append(one)
        else:
            self.seen.dropped += 1


def _now() -> int:
    return time.time_ns() // 1_000_000


async def _quietly(work: Coroutine[Any, Any, None]) -> None:
    """Let an answer go whose page or browser has gone: what it told so far is kept."""
    try:
        await work
    except (Error, TimeoutError):
        return
