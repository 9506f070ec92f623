"""Making a choice in a banner, and telling whether it took effect."""

import asyncio
import json
from collections.abc import Sequence
from typing import NamedTuple

from playwright.async_api import BrowserContext, Error, Page

from policylint.browser.controls import (
    CLICK_LIMIT,
    Control,
    await_control,
    click,
    find_control,
    is_shown,
)
from policylint.browser.plan import Plan
from policylint.browser.platforms import Platform, platform, platforms
from policylint.evidence.observation import ActionResult, Click

AFTER_CLICK = 1.5  # seconds that a banner may take to go and to store the choice
MOST_TOGGLES = 60
SECOND_LOOK = 3  # times as long
TOGGLES = "[role=dialog] input[type=checkbox]:checked:not(:disabled)"
KEYS = "() => Object.entries(window.localStorage).map(([key, value]) => [key, value])"


class Choice(NamedTuple):
    """What was done and what came of it."""

    result: ActionResult
    clicks: Sequence[Click] = ()
    platform: str | None = None
    remark: str | None = None


class Mark(NamedTuple):
    """How a choice is kept, to be compared before and after; never leaves the memory."""

    state: str | None
    kept: frozenset[tuple[str, int]]


async def await_banner(page: Page, plan: Plan) -> Control | None:
    """Wait for a banner, and once more for longer."""
    short = max(plan.settle, 1_000)
    found = await await_control(page, plan, ("reject", "accept"), short)
    return found or await await_control(page, plan, ("reject", "accept"), short * SECOND_LOOK)


async def mark(context: BrowserContext, page: Page, known: Platform | None) -> Mark:
    """Take down how the choice is kept now: by the platform's own places, else by any."""
    kept: set[tuple[str, int]] = set()
    names = [(one["name"], one["value"]) for one in await context.cookies(page.url)]
    names += await _evaluated(page, KEYS) or []
    for name, value in names:
        if known is None or not known.stores or known.keeps(name):
            kept.add((name, hash(value)))
    state = None
    if known is not None and known.state is not None:
        state = json.dumps(await _evaluated(page, known.state), sort_keys=True)
    return Mark(state, frozenset(kept))


async def _evaluated(page: Page, script: str) -> list[tuple[str, str]] | None:
    try:
        found: list[tuple[str, str]] | None = await page.evaluate(script)
    except Error:
        return None  # the page has no such thing
    return found


async def withdraw(page: Page, plan: Plan, hint: str | None) -> tuple[list[Click], str | None]:
    """Reopen the settings and refuse everything; gives the clicks and what was missing."""
    known = platform(hint)
    clicks: list[Click] = []
    opened = await await_control(page, plan, ("reopen",), max(plan.settle, 1_000))
    if opened is not None:
        clicks.append(opened.click)
        await click(opened)
    elif not await _show(page, known, clicks):
        return clicks, "no control was found that brings the settings back"
    return clicks, await refuse_all(page, plan, known, clicks)


async def refuse_all(
    page: Page, plan: Plan, known: Platform | None, clicks: list[Click]
) -> str | None:
    """Refuse everything in the settings that are open; tells what was missing."""
    await asyncio.sleep(AFTER_CLICK)
    refusal = await await_control(page, plan, ("refuse_all", "reject"), 2_000)
    if refusal is None:
        return await _switch_off(page, plan, known, clicks)
    clicks.append(refusal.click)
    await click(refusal)
    return None


async def _show(page: Page, known: Platform | None, clicks: list[Click]) -> bool:
    """Call what opens the settings: no visitor can do that, which the click tells."""
    for one in [known] if known else platforms():
        if one.show is None:
            continue
        try:
            await page.evaluate(f"() => {{ {one.show}; }}")
        except Error:
            continue
        clicks.append(Click(method="api", selector=one.show))
        return True
    return False


async def _switch_off(
    page: Page, plan: Plan, known: Platform | None, clicks: list[Click]
) -> str | None:
    """Switch every toggle off that is on, then save."""
    toggles = (known and known.toggles) or TOGGLES
    for _ in range(MOST_TOGGLES):
        toggle = await page.query_selector(toggles)
        if toggle is None:
            break
        shown = (await toggle.evaluate_handle("one => one.labels[0] || one")).as_element()
        if shown is None:
            break
        await shown.click(timeout=CLICK_LIMIT)
        clicks.append(Click(method="selector", selector=toggles))
    save = await find_control(page, plan, "save")
    if save is None:
        return "the settings show no control that refuses everything, and none that saves them"
    clicks.append(save.click)
    await click(save)
    return None


async def judged(
    context: BrowserContext,
    page: Page,
    before: Mark,
    control: Control | None,
    known: Platform | None,
) -> str | None:
    """Tell why a choice is not sure to have taken effect, None where it is."""
    if control is not None and await is_shown(control):
        return "the banner was still there after the click"
    after = await mark(context, page, known)
    changed = after.state is not None and after.state != before.state
    if changed or after.kept != before.kept:
        return None
    return "the browser kept nothing of the choice"
