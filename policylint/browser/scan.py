"""The whole scan: one fresh browser after the other, and what they saw put together."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from importlib.resources import files
from typing import Any

from playwright.async_api import BrowserContext, Error, Playwright, async_playwright

from policylint.browser.canary import stores_third_party_cookies
from policylint.browser.capture import BINDING, Capture
from policylint.browser.controls import check_selectors
from policylint.browser.merging import lost, merged
from policylint.browser.plan import Part, Plan
from policylint.browser.protocol import accept_part, gpc_part, quiet_part, reject_part
from policylint.browser.seen import Seen
from policylint.browser.session import fresh_browser, sentence
from policylint.browser.visit import Say, Shot, Visit
from policylint.errors import InputError, PolicylintError, UsageError
from policylint.evidence import scan_limits
from policylint.evidence.observation import Phase, PhaseKind
from policylint.model.record import Record

Work = Callable[[Visit, list[Phase]], Awaitable[None]]
KINDS: Mapping[str, Sequence[PhaseKind]] = {
    "reject": ("pre", "reject"),
    "accept": ("accept", "withdraw"),
    "gpc": ("gpc",),
}
WORK: Mapping[str, Work] = {"reject": reject_part, "accept": accept_part, "gpc": gpc_part}


class Scanned(Record):
    """What a scan brought home; `limits` say in words what it cannot tell."""

    seen: Seen
    phases: Sequence[Phase]
    shots: Sequence[Shot]
    limits: Sequence[str]
    browser: str | None
    user_agent: str | None
    began: int
    ended: int
    stores_third_party: bool | None
    is_complete: bool


class _Run:
    def __init__(self, plan: Plan, say: Say) -> None:
        self.plan = plan
        self.say = say
        self.seen = Seen()
        self.phases: list[Phase] = []
        self.shots: list[Shot] = []
        self.limits: list[str] = []
        self.browser: str | None = None
        self.user_agent: str | None = None
        self.stores_third_party: bool | None = None
        self.started = 0
        self.script = (
            (files("policylint.browser") / "hooks.js").read_text("utf-8").replace("NAME", BINDING)
        )

    async def all(self) -> None:
        """Do every part as often as the plan says; what was seen stays whatever happens."""
        asyncio.get_running_loop().set_exception_handler(_tell)
        try:
            async with asyncio.timeout(self.plan.run_limit / 1_000), async_playwright() as driver:
                for _ in range(self.plan.repetitions):
                    for part in self.plan.parts:
                        if not self.seen.is_closed:
                            await self._part(driver, part)
        except TimeoutError:
            limit = self.plan.run_limit // 1_000
            self.end(scan_limits.ended_after(str(limit)))

    def end(self, remark: str) -> None:
        """Record that the scan ended early, and the phases that never came."""
        self.limits.append(remark)
        known = {phase.kind for phase in self.phases}
        kinds = [kind for part in self.plan.parts for kind in KINDS[part]]
        self.phases += [lost(kind, remark, began=False) for kind in kinds if kind not in known]

    async def _part(self, driver: Playwright, part: Part) -> None:
        """Run a part in a browser of its own; what fails leaves what was seen before."""
        done: list[Phase] = []
        visit = None
        try:
            async with fresh_browser(driver, self.plan, gpc=part == "gpc") as context:
                self.started += 1
                if self.browser is None:
                    await self._try_out(context)
                capture = Capture(self.seen, self.started, "gpc" if part == "gpc" else "pre")
                await capture.listen(context, self.script)
                visit = Visit(self.plan, context, capture, self.say)
                await self._work(part)(visit, done)
                await capture.drain()
        except (PolicylintError, Error) as error:
            if self.started == 0 or isinstance(error, UsageError):
                raise
            remark = error.message if isinstance(error, PolicylintError) else sentence(error)
            self.say(f"{part}: {remark}")
            done += _missing(part, done, visit, remark)
        finally:
            self.shots += visit.shots if visit else []
            self.phases += done

    def _work(self, part: Part) -> Work:
        return WORK[part] if self.plan.has_banner or part == "gpc" else quiet_part

    async def _try_out(self, context: BrowserContext) -> None:
        self.browser = context.browser.version if context.browser else "unknown"
        self.user_agent = await context.pages[0].evaluate("navigator.userAgent")
        await check_selectors(context.pages[0], self.plan)
        stored = self.stores_third_party = await stores_third_party_cookies(context)
        if stored is not True:
            self.limits.append(scan_limits.NOT_STORED if stored is False else scan_limits.NOT_TRIED)
            self.say(self.limits[-1])


def _missing(part: Part, done: Sequence[Phase], visit: Visit | None, remark: str) -> list[Phase]:
    """Tell of the phases of a part that were not finished."""
    known = {phase.kind for phase in done}
    return [
        lost(kind, remark, began=visit is not None and visit.capture.has_begun(kind))
        for kind in KINDS[part]
        if kind not in known
    ]


def _tell(loop: asyncio.AbstractEventLoop, told: dict[str, Any]) -> None:
    """Pass over what the driver says of itself when it is ended with us, and nothing else."""
    if not str(told.get("exception")).startswith("Connection closed"):
        loop.default_exception_handler(told)


def scan(plan: Plan, say: Say) -> Scanned:
    """Scan a site. Raises InputError where the browser does not start at all."""
    run = _Run(plan, say)

    began = _now()
    try:
        asyncio.run(run.all())
    except KeyboardInterrupt:
        run.end(scan_limits.INTERRUPTED)
    except Error as error:
        raise InputError(f"the browser {plan.browser} cannot be used: {sentence(error)}") from None
    phases = merged(run.phases)
    limits = [*run.limits]
    if run.seen.dropped:
        limits.append(scan_limits.too_many(f"{run.seen.dropped:,}"))
    complete = not limits and all(
        phase.is_complete and phase.result in {"confirmed", "not-needed"} for phase in phases
    )
    return Scanned(
        seen=run.seen,
        phases=phases,
        shots=run.shots,
        limits=limits,
        browser=run.browser,
        user_agent=run.user_agent,
        began=began,
        ended=_now(),
        stores_third_party=run.stores_third_party,
        is_complete=complete,
    )


def _now() -> int:
    return time.time_ns() // 1_000_000
