"""Pages as a real browser shows and prints them."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

SIZES = (320, 1280)
SCHEMES = ("light", "dark")
# One pass: WCAG 2.2 A and AA, and best practices such as landmarks.
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@contextmanager
def opened(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium)
        yield browser
        browser.close()


def shown(browser: Browser, page: Path, scheme: Any, width: int) -> Page:
    """Open a page; the context lets axe in, which the policy of the page would keep out."""
    size: Any = {"width": width, "height": 900}
    context = browser.new_context(color_scheme=scheme, viewport=size, bypass_csp=True)
    found = context.new_page()
    found.goto(page.as_uri())
    return found


def barriers(page: Page, axe: Path) -> list[str]:
    """List what axe finds, each with the first element that it names."""
    page.add_script_tag(path=axe)
    options = {"runOnly": TAGS, "resultTypes": ["violations"]}
    found = page.evaluate("options => axe.run(document, options)", options)
    return [f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in found["violations"]]


def printed_pages(page: Page) -> int:
    """Count the pages of a print: Chromium writes each as an object of the PDF."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))


SHEET = 695
"""The width between the margins of a sheet of A4, as a report has them, in pixels of CSS."""


def cut_on_paper(page: Page) -> list[str]:
    """List the tables that are wider than a sheet: paper has no bar to scroll with."""
    page.set_viewport_size({"width": SHEET, "height": 900})
    page.emulate_media(media="print")
    script = """() => [...document.querySelectorAll("table")]
        .filter(one => one.getBoundingClientRect().right > innerWidth + 1).map(one => one.id)"""
    found: list[str] = page.evaluate(script)
    return found
