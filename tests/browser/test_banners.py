"""Which control is found in a banner, in a real browser: by its words and by its place."""

import asyncio
from collections.abc import Coroutine, Iterator
from typing import Any

import pytest
from playwright.async_api import Page, async_playwright

from policylint.browser.controls import find_control
from policylint.browser.plan import Plan, Selectors
from policylint.browser.platforms import Intent, platforms
from policylint.browser.session import fresh_browser

FIXED = "position: fixed; bottom: 0"
SHADOW = f"""<div id=host style="{FIXED}"></div><script>
host.attachShadow({{mode: "open"}}).innerHTML = "<p>Cookies</p><button>Accept all</button>";
</script>"""


class Tab:
    """A tab of a browser that is used from tests that are not asynchronous."""

    def __init__(self, loop: asyncio.AbstractEventLoop, plan: Plan, page: Page) -> None:
        self.loop = loop
        self.plan = plan
        self.page = page

    def run(self, work: Coroutine[Any, Any, Any]) -> Any:
        return self.loop.run_until_complete(work)

    def found(self, html: str, intent: Intent, **selectors: str) -> str | None:
        plan = self.plan.changed(selectors=Selectors(**selectors))
        self.run(self.page.set_content(f"<!doctype html><body>{html}"))
        control = self.run(find_control(self.page, plan, intent))
        return None if control is None else control.click.text


@pytest.fixture(scope="module")
def tab(chromium: str) -> Iterator[Tab]:
    loop = asyncio.new_event_loop()
    plan = Plan(pages=(), browser=chromium, folder="")
    driver = async_playwright()
    browser = fresh_browser(loop.run_until_complete(driver.start()), plan)
    context = loop.run_until_complete(browser.__aenter__())
    yield Tab(loop, plan, context.pages[0])
    loop.run_until_complete(browser.__aexit__(None, None, None))
    loop.run_until_complete(driver.__aexit__(None, None, None))
    loop.close()


def banner(*buttons: str, says: str = "We use cookies.") -> str:
    shown = "".join(f"<button>{text}</button>" for text in buttons)
    return f'<div style="{FIXED}"><p>{says}</p>{shown}</div>'


@pytest.mark.parametrize(
    ("says", "accept", "reject"),
    [
        ("We use cookies.", "Accept all", "Reject all"),
        ("We value your privacy", "I agree", "Continue without accepting"),
        ("Nous utilisons des traceurs", "J'accepte", "Continuer sans accepter →"),
        ("Gestion des cookies", "Tout accepter", "Tout refuser"),
        ("Wir verwenden Cookies", "Alle akzeptieren", "Nur notwendige Cookies"),
        ("Ihre Einwilligung", "Zustimmen", "Ablehnen"),
        ("Usamos cookies", "Aceptar todas", "Rechazar todas"),
        ("Questo sito usa i cookie", "Accetta tutti", "Continua senza accettare"),
        ("Wij gebruiken cookies", "Alles accepteren", "Alleen noodzakelijke cookies"),
        ("Używamy plików cookies", "Akceptuję wszystkie", "Odrzuć wszystkie"),
        ("Utilizamos cookies", "Aceitar todos", "Rejeitar todos"),
        ("Cookies", "OK", "No, thanks"),
        ("Cookies", "ACCEPT ALL COOKIES", "Use necessary cookies only"),
    ],
)
def test_controls_are_found_by_their_words(tab: Tab, says: str, accept: str, reject: str) -> None:
    html = banner("Settings", reject, accept, says=says)
    assert tab.found(html, "accept") == accept
    assert tab.found(html, "reject") == reject


def test_accepting_only_what_is_necessary_is_a_refusal(tab: Tab) -> None:
    html = banner("Accept only necessary", "Manage")
    assert tab.found(html, "accept") is None
    assert tab.found(html, "reject") == "Accept only necessary"


@pytest.mark.parametrize(
    "html",
    [
        "<p>Our cookies are baked daily.</p><button>Accept all</button>",
        f'<div style="{FIXED}"><p>Your basket</p><button>Accept all</button></div>',
        f'<div style="{FIXED}; display: none">Cookies <button>Accept all</button></div>',
        f'<div style="{FIXED}; visibility: hidden">Cookies <button>Accept all</button></div>',
        f'<div style="{FIXED}; opacity: 0">Cookies <button>Accept all</button></div>',
        f'<div style="{FIXED}">Cookies <button>Accept the invitation to our party</button></div>',
        f'<div style="{FIXED}">Cookies {"word " * 2_000}<button>Accept all</button></div>',
    ],
)
def test_nothing_is_clicked_outside_of_a_banner(tab: Tab, html: str) -> None:
    assert tab.found(html, "accept") is None


@pytest.mark.parametrize(
    "html",
    [
        "<div role=dialog>Cookies <button>Accept all</button></div>",
        "<dialog open>Cookies <button>Accept all</button></dialog>",
        '<div style="position: absolute; z-index: 999">Cookies <a href=#>Accept all</a></div>',
        f'<div style="{FIXED}">Cookies <input type=button value="Accept all"></div>',
        f'<div style="{FIXED}">Cookies <span role=button tabindex=0>Accept all</span></div>',
        SHADOW,
        "<iframe srcdoc='<p>We use cookies</p><button>Accept all</button>'></iframe>",
    ],
)
def test_a_banner_is_recognised_in_all_its_forms(tab: Tab, html: str) -> None:
    tab.run(tab.page.set_content(html))
    tab.run(tab.page.wait_for_timeout(200))
    control = tab.run(find_control(tab.page, tab.plan, "accept"))
    assert control is not None
    assert control.click.method == "text"


def test_the_way_back_is_found_anywhere_on_the_page(tab: Tab) -> None:
    assert tab.found("<footer><a href=#>Gérer mes cookies</a></footer>", "reopen") == (
        "Gérer mes cookies"
    )


def test_the_selector_of_the_site_overrides_all_others(tab: Tab) -> None:
    html = banner("Accept all", "Reject all") + "<button id=mine>Mine</button>"
    assert tab.found(html, "accept", accept="#mine") == "Mine"
    assert tab.found(html, "accept", accept="#none") is None
    assert tab.found(html, "reject", accept="#mine") == "Reject all"


@pytest.mark.parametrize("one", platforms(), ids=lambda one: one.id)
def test_the_selectors_of_a_platform_are_valid(tab: Tab, one: Any) -> None:
    for selector in (one.accept, one.reject, one.reopen, one.refuse_all, one.toggles, one.save):
        if selector is not None:
            assert tab.run(tab.page.query_selector_all(selector)) == []
