"""One fresh browser: its own profile, third-party cookies allowed, removed at the end."""

import os
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from playwright.async_api import BrowserContext, Error, Playwright

from policylint.browser.plan import Plan
from policylint.errors import InputError

# Without it Chromium refuses every cookie of another site that is not partitioned.
PREFERENCES = '{"profile":{"cookie_controls_mode":0}}'
FLAGS = (
    # Banners hide from programs, and then the scan would see none.
    "--disable-blink-features=AutomationControlled",
    "--no-default-browser-check",
    "--disable-background-networking",
)
GPC_SCRIPT = """Object.defineProperty(Navigator.prototype, "globalPrivacyControl", {
  get: () => true, configurable: true, enumerable: true,
});"""
START_LIMIT = 60_000


@asynccontextmanager
async def fresh_browser(
    playwright: Playwright, plan: Plan, *, gpc: bool = False
) -> AsyncIterator[BrowserContext]:
    """Start the browser with an empty profile. Raises InputError where it does not start."""
    with tempfile.TemporaryDirectory(
        prefix="policylint-profile-", ignore_cleanup_errors=True
    ) as profile:
        _seed(profile)
        context = await _started(playwright, plan, profile, gpc=gpc)
        try:
            yield context
        finally:
            await _closed(context)


def _seed(profile: str) -> None:
    os.mkdir(os.path.join(profile, "Default"))
    with open(os.path.join(profile, "Default", "Preferences"), "w", encoding="utf-8") as file:
        file.write(PREFERENCES)


async def _started(
    playwright: Playwright, plan: Plan, profile: str, *, gpc: bool
) -> BrowserContext:
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    try:
        context = await playwright.chromium.launch_persistent_context(
            profile,
            executable_path=plan.browser,
            args=[*FLAGS],
            chromium_sandbox=not root,  # Chromium does not start as root with its sandbox
            accept_downloads=False,
            extra_http_headers={"Sec-GPC": "1"} if gpc else None,
            locale=plan.locale,
            timezone_id=plan.timezone,
            timeout=START_LIMIT,
            user_agent=plan.user_agent,
            viewport={"width": 1280, "height": 900},
        )
        if gpc:
            await context.add_init_script(GPC_SCRIPT)
    except Error as error:
        raise InputError(f"the browser {plan.browser} does not start: {sentence(error)}") from None
    return context


async def _closed(context: BrowserContext) -> None:
    with suppress(Error):  # it may have died: then there is nothing left to close
        await context.close()


def sentence(error: Exception) -> str:
    """Give the first line of what the browser's driver says, without its own names."""
    text = str(error).strip() or type(error).__name__
    line = text.splitlines()[0]
    return line.rpartition(": ")[2][:300] if ": " in line else line[:300]
