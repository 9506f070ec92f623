"""Finding and clicking what a visitor sees."""

import asyncio
import time
from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Any, NamedTuple, cast

from playwright.async_api import ElementHandle, Error, Frame, JSHandle, Page

from policylint.browser.plan import Plan
from policylint.browser.platforms import Intent, about, phrases, selectors
from policylint.errors import UsageError
from policylint.evidence.observation import Click

SCRIPT = (files("policylint.browser") / "find.js").read_text(encoding="utf-8")
POLL = 0.25
CLICK_LIMIT = 5_000
LOOK_LIMIT = 10  # seconds for one frame
# What a control must not be called, whatever else fits.
NEVER: Mapping[Intent, Intent] = {"accept": "reject", "save": "accept"}


class Control(NamedTuple):
    """A control of a banner that is on the screen."""

    element: ElementHandle
    click: Click
    platform: str | None


async def check_selectors(page: Page, plan: Plan) -> None:
    """Try the site's own selectors on an empty page. Raises UsageError for one that is no CSS."""
    for option, selector in plan.selectors.__dict__.items():
        if selector is None:
            continue
        try:
            await page.evaluate("css => document.querySelector(css) === null", selector)
        except Error:
            raise UsageError(
                f"--{option} '{selector}' is no selector; expected CSS, such as '#refuse'"
            ) from None


async def find_control(page: Page, plan: Plan, intent: Intent) -> Control | None:
    """Find a control as the page stands now, in the page itself and in its frames."""
    wanted = _wanted(plan, intent)
    for frame in page.frames:
        found = await _look(frame, wanted)
        if found is not None:
            return found
    return None


async def await_control(
    page: Page, plan: Plan, intents: Sequence[Intent], limit: int
) -> Control | None:
    """Look until a control is there; `limit` in milliseconds. The first intent is preferred."""
    end = time.monotonic() + limit / 1_000
    while True:
        for intent in intents:
            if found := await find_control(page, plan, intent):
                return found
        if time.monotonic() >= end:
            return None
        await asyncio.sleep(POLL)


async def click(control: Control) -> None:
    """Click as a visitor does: a control that is covered is scrolled to, not forced."""
    await control.element.click(timeout=CLICK_LIMIT)


async def is_shown(control: Control) -> bool:
    """Tell whether a control is still on the screen."""
    try:
        return await control.element.is_visible()
    except Error:
        return False  # its page has gone


def _wanted(plan: Plan, intent: Intent) -> dict[str, Any]:
    never = NEVER.get(intent)
    return {
        "site": _own(plan, intent),
        "selectors": selectors(intent),
        "about": about(),
        "phrases": phrases(intent),
        "never": phrases(never) if never else (),
        "anywhere": intent == "reopen",
    }


def _own(plan: Plan, intent: Intent) -> str | None:
    own = plan.selectors
    return {"accept": own.accept, "reject": own.reject, "reopen": own.reopen}.get(intent)


async def _look(frame: Frame, wanted: Mapping[str, Any]) -> Control | None:
    try:
        told = await asyncio.wait_for(frame.evaluate_handle(SCRIPT, wanted), LOOK_LIMIT)
        return await _control(told)
    except (Error, TimeoutError):
        return None  # the frame is being left


async def _control(told: JSHandle) -> Control | None:
    fields = await told.evaluate("found => found && {...found, element: null}")
    element = (await told.get_property("element")).as_element() if fields else None
    if element is None:
        return None
    done = Click(
        method=cast("Any", fields["method"]),
        selector=fields["selector"],
        text=fields["text"],
        at=time.time_ns() // 1_000_000,
    )
    return Control(element, done, fields["platform"])
