"""`policylint scan`."""

import os
import time
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

import click

from policylint.cli.options import Value, law_options
from policylint.cli.scan_options import ScanAsked, scan_options
from policylint.errors import ExitCode, InputError, PolicylintError, UsageError

HINT = "pip install 'policylint[browser]'"
INVENTORY = "cookies.yaml"
MOST_PAGES = 20


@click.command(
    epilog="\b\nExamples:\n"
    "  policylint scan https://www.example.com\n"
    "  policylint scan https://www.example.com --page https://www.example.com/contact"
    " --vantage FR\n"
    "  policylint scan https://www.example.com --reject '#refuse' --accept '#accept'"
    " --repeat 1\n"
    "  policylint scan http://localhost:8000 --allow-private --inventory cookies.yaml"
)
@click.argument("url", type=Value())
@scan_options
@law_options
@click.pass_context
def scan(context: click.Context, /, **given: Any) -> int:
    """Visit a site in a real browser, make each choice, and audit what was seen.

    Visits URL in fresh browsers: without a choice, after refusing, after accepting, after
    withdrawing, and with Global Privacy Control. Writes a folder of evidence without any cookie's
    value, then checks it against the inventory. Scan only sites that you may test.

    Exit codes as for 'check'; 3 also where the collection is incomplete: no banner was found, a
    click was without effect, a page did not load.
    """
    asked = ScanAsked(**given)
    inventory = _inventory(asked.inventory)
    scan_site, make_folder, write_folder = _scanner()
    plan = _plan(asked)
    make_folder(plan.folder)
    try:
        scanned = scan_site(plan, _say)
    except PolicylintError:
        with suppress(OSError):  # nothing was seen: an empty folder would look like evidence
            os.rmdir(plan.folder)
        raise
    write_folder(plan, scanned)
    _say(f"the evidence is in {plan.folder}")
    code = ExitCode.CLEAN
    if inventory is None:
        _say(f"nothing was audited: there is no {INVENTORY} here; name one with --inventory")
    else:
        code = _audit(context, asked, inventory, plan.folder)
    if scanned.is_complete:
        return code
    for sentence in _gaps(scanned):
        _say(f"the collection is incomplete: {sentence}")
    return ExitCode.FAILED


def _say(sentence: str) -> None:
    """Tell how it goes, on standard error: standard output is the report's."""
    from policylint.cli.telling import tell

    tell(f"policylint: {sentence}")


def _scanner() -> Any:
    """Import the scan. Raises UsageError where its library is not installed."""
    try:
        import playwright.async_api  # noqa: F401 - only to learn whether it is there
    except ModuleNotFoundError:
        raise UsageError("a scan needs playwright", HINT) from None
    from policylint.browser.folder import make_folder, write_folder
    from policylint.browser.scan import scan as scan_site

    return scan_site, make_folder, write_folder


def _inventory(asked: str | None) -> str | None:
    """Find the inventory before anything is visited. Raises InputError."""
    if asked is None:
        return INVENTORY if os.path.isfile(INVENTORY) else None
    if not os.path.isfile(asked):
        raise InputError(f"{asked} does not exist or is no file; expected an inventory")
    return asked


def _plan(asked: ScanAsked) -> Any:
    from policylint.browser.address import read_url
    from policylint.browser.find import find_browser
    from policylint.browser.plan import Plan, Selectors
    from policylint.cli.evidence_options import read_vantage

    urls = [asked.url, *asked.pages]
    if len(urls) > MOST_PAGES:
        raise UsageError(f"{len(urls)} pages are asked for; expected at most {MOST_PAGES}")
    pages = [read_url(url, allows_private=asked.allow_private) for url in urls]
    return Plan(
        pages=tuple(dict.fromkeys(pages)),
        browser=find_browser(asked.browser),
        folder=asked.output or _folder(pages[0]),
        selectors=Selectors(accept=asked.accept, reject=asked.reject, reopen=asked.reopen),
        repetitions=asked.repeat,
        settle=round(asked.settle * 1_000),
        page_limit=round(asked.page_limit * 1_000),
        run_limit=round(asked.time_limit * 1_000),
        has_banner=not asked.no_banner,
        allows_private=asked.allow_private,
        locale=asked.locale,
        timezone=asked.timezone,
        user_agent=asked.user_agent,
        vantage=None if asked.vantage is None else read_vantage(asked.vantage),
    )


def _folder(url: str) -> str:
    from urllib.parse import urlsplit

    stamp = time.strftime("%Y%m%dT%H%M%SZ", time.gmtime())
    host = (urlsplit(url).hostname or "site").replace(":", "-")
    return os.path.join("policylint-evidence", f"{host}-{stamp}")


def _audit(context: click.Context, asked: ScanAsked, inventory: str, folder: str) -> ExitCode:
    """Check the inventory with the evidence, as `check --evidence` does."""
    from policylint.cli.check import check

    try:
        code: ExitCode = context.invoke(
            check, paths=(inventory,), evidence=(folder,), **asked.for_check()
        )
    except PolicylintError:
        _say(f"the evidence is kept: policylint check {inventory} --evidence {folder}")
        raise
    return code


def _gaps(scanned: Any) -> Sequence[str]:
    missing = [
        f"{phase.kind}: {phase.remark or phase.result}"
        for phase in scanned.phases
        if not phase.is_complete or phase.result not in {"confirmed", "not-needed"}
    ]
    return [*scanned.limits, *missing]
