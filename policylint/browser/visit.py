"""Visiting pages: loading, settling, and telling what went wrong."""

import asyncio
import time
from collections.abc import Callable
from typing import NamedTuple

from playwright.async_api import BrowserContext, Error, Page, Response
from playwright.async_api import TimeoutError as PageTimeoutError

from policylint.browser.address import ALLOW, is_private
from policylint.browser.capture import Capture
from policylint.browser.plan import Plan
from policylint.browser.seen import Seen
from policylint.browser.session import sentence
from policylint.browser.snapshot import take_snapshot
from policylint.errors import PolicylintError

QUIET_LIMIT = 10  # seconds; some pages are never quiet
STILL = (0.5, 1)  # seconds without a request: an answer that never ends is not waited for
POLL = 0.1
SHOT_LIMIT = 15_000
FIRST_ERROR = 400
Say = Callable[[str], None]


class PageError(PolicylintError):
    """A page that could not be visited; what was seen so far is kept."""


class Shot(NamedTuple):
    """A picture of the page, as PNG."""

    name: str
    content: bytes


class Visit:
    """One browser at work on a plan, with all that it saw."""

    def __init__(self, plan: Plan, context: BrowserContext, capture: Capture, say: Say) -> None:
        self.plan = plan
        self.context = context
        self.capture = capture
        self.say = say
        self.shots: list[Shot] = []
        self.page: Page = context.pages[0]

    @property
    def seen(self) -> Seen:
        """Give what was collected."""
        return self.capture.seen

    async def load(self, url: str) -> None:
        """Load a page and wait until it has settled. Raises PageError."""
        try:
            answer = await self._gone_to(url)
        except PageTimeoutError:
            limit = self.plan.page_limit // 1_000
            await self.look()
            raise PageError(f"{url} did not load within {limit} s") from None
        except Error as error:
            raise PageError(f"{url} could not be visited: {sentence(error)}") from None
        await self._check(url, answer)
        await self.settle()
        await self.look()
        phase, jar = self.seen.snapshots[-1].moment.phase, self.seen.snapshots[-1].jar
        self.say(f"{phase}: {url} is loaded, {len(jar)} cookies")

    async def load_all(self, *, but_first: bool = False) -> None:
        """Load the pages of the plan, one after the other."""
        for url in self.plan.pages[1 if but_first else 0 :]:
            await self.load(url)

    async def reload(self) -> None:
        """Load the page anew. Raises PageError."""
        await self.load(self.plan.pages[0])

    async def settle(self) -> None:
        """Wait until the page has gone quiet, and then for as long as the plan says."""
        end = time.monotonic() + QUIET_LIMIT
        idle = asyncio.ensure_future(self._idle())
        still = min(max(self.plan.settle / 1_000, STILL[0]), STILL[1])
        while not idle.done() and time.monotonic() < end and self.capture.still_for < still:
            await asyncio.wait({idle}, timeout=POLL)
        idle.cancel()
        await asyncio.sleep(self.plan.settle / 1_000)
        await self.capture.drain()

    async def _idle(self) -> None:
        try:
            await self.page.wait_for_load_state("networkidle", timeout=QUIET_LIMIT * 1_000)
        except Error:
            return  # some pages are never quiet; a page that is lost is met by the next step

    async def look(self) -> None:
        """Take down what lies on the device now. Raises PageError."""
        try:
            snapshot = await take_snapshot(self.context, self.capture.moment())
        except Error as error:
            raise PageError(f"the browser was lost: {sentence(error)}") from None
        if not self.seen.is_closed:
            self.seen.snapshots.append(snapshot)

    async def shoot(self, name: str) -> None:
        """Take a picture; one that fails is done without."""
        try:
            content = await self.page.screenshot(timeout=SHOT_LIMIT)
        except Error:
            return
        self.shots.append(Shot(f"{name}-{self.capture.repetition}.png", content))

    async def _gone_to(self, url: str) -> Response | None:
        try:
            return await self.page.goto(url, wait_until="load", timeout=self.plan.page_limit)
        except PageTimeoutError:
            raise
        except Error as error:
            if "interrupted by another navigation" not in str(error):
                raise
        # Some platforms load the page anew after a choice.
        await self.page.wait_for_load_state("load", timeout=self.plan.page_limit)
        return await self.page.goto(url, wait_until="load", timeout=self.plan.page_limit)

    async def _check(self, url: str, answer: Response | None) -> None:
        if answer is None:
            return
        try:
            server = await answer.server_addr()
        except Error:
            server = None
        if server and not self.plan.allows_private and is_private(server["ipAddress"]):
            self.seen.close()
            raise PageError(f"{url} led to the private address {server['ipAddress']}", ALLOW)
        if answer.status >= FIRST_ERROR:
            raise PageError(f"{url} answered with status {answer.status}")
