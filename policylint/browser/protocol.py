"""The protocol: what is visited and clicked in each part, and what that proves.

reject: nothing chosen, then refused, then seen again on later pages. accept: accepted, then
withdrawn. gpc: a browser that sends Global Privacy Control.
"""

import asyncio

from playwright.async_api import Error

from policylint.browser.choice import (
    AFTER_CLICK,
    Choice,
    Mark,
    await_banner,
    judged,
    mark,
    refuse_all,
    withdraw,
)
from policylint.browser.controls import Control, await_control, click, find_control
from policylint.browser.platforms import Intent, Platform, platform
from policylint.browser.session import sentence
from policylint.browser.visit import Visit
from policylint.evidence.observation import ActionResult, Phase, PhaseKind

Phases = list[Phase]


async def reject_part(visit: Visit, phases: Phases) -> None:
    """Visit without a choice, then refuse."""
    await _before(visit, phases)
    await visit.reload()
    await _chosen(visit, phases, "reject")


async def accept_part(visit: Visit, phases: Phases) -> None:
    """Accept everything, then withdraw."""
    await visit.reload()
    phases.append(_phase(visit, "pre"))
    accepted = await _chosen(visit, phases, "accept")
    if accepted.result in {"confirmed", "unconfirmed"}:
        if len(visit.plan.pages) > 1:
            await visit.reload()
        await _withdrawn(visit, phases, accepted)
    else:
        phases.append(_phase(visit, "withdraw", Choice(accepted.result, remark=accepted.remark)))


async def gpc_part(visit: Visit, phases: Phases) -> None:
    """Visit with Global Privacy Control, and choose nothing."""
    await visit.load_all()
    phases.append(_phase(visit, "gpc", Choice("not-needed")))


async def quiet_part(visit: Visit, phases: Phases) -> None:
    """Visit a site that, its operator declares, asks for nothing."""
    await _before(visit, phases)


async def _before(visit: Visit, phases: Phases) -> None:
    visit.say("pre: visiting before any choice")
    await visit.load_all()
    phases.append(_phase(visit, "pre"))


async def _chosen(visit: Visit, phases: Phases, kind: Intent) -> Choice:
    """Click a control of the banner, load everything anew, and tell what came of it."""
    phase: PhaseKind = "accept" if kind == "accept" else "reject"
    try:
        choice = await _clicked(visit, kind, phase)
    except Error as error:
        choice = Choice("failed", remark=f"the click failed: {sentence(error)}")
    visit.say(f"{phase}: {_in_words(choice)}")
    if choice.result in {"confirmed", "unconfirmed"}:
        await visit.reload()
        if choice.result == "confirmed" and await find_control(visit.page, visit.plan, kind):
            choice = choice._replace(result="unconfirmed", remark="the banner came back")
        await visit.load_all(but_first=True)
    phases.append(_phase(visit, phase, choice))
    return choice


async def _clicked(visit: Visit, kind: Intent, phase: PhaseKind) -> Choice:
    banner = await await_banner(visit.page, visit.plan)
    if banner is None:
        return Choice("no-banner", remark="no banner was found")
    control = await await_control(visit.page, visit.plan, (kind,), 1_000)
    if control is None and kind == "reject":
        return await _refused_inside(visit, banner)
    if control is None:
        missed = "the banner shows no control to accept"
        return Choice("no-control", platform=banner.platform, remark=missed)
    known = platform(control.platform)
    before = await mark(visit.context, visit.page, known)
    await visit.shoot(f"{phase}-before")
    await visit.capture.drain()
    visit.capture.begin(phase)
    await click(control)
    remark = await _effect(visit, before, control, known)
    await visit.shoot(f"{phase}-after")
    result: ActionResult = "unconfirmed" if remark else "confirmed"
    return Choice(result, (control.click,), control.platform, remark)


async def _refused_inside(visit: Visit, banner: Control) -> Choice:
    """Refuse on the second layer: the first shows no control for it."""
    missed = "the banner shows no control to refuse on its first layer"
    settings = await find_control(visit.page, visit.plan, "settings")
    known = platform(banner.platform)
    if settings is None:
        return Choice("no-control", platform=banner.platform, remark=missed)
    before = await mark(visit.context, visit.page, known)
    await visit.shoot("reject-before")
    await click(settings)
    await visit.capture.drain()
    visit.capture.begin("reject")
    clicks = [settings.click]
    remark = await refuse_all(visit.page, visit.plan, known, clicks)
    if remark is not None:
        remark = f"{missed}; {remark}"
        return Choice("no-control", tuple(clicks), banner.platform, remark)
    remark = await _effect(visit, before, None, known)
    await visit.shoot("reject-after")
    result: ActionResult = "unconfirmed" if remark else "confirmed"
    return Choice(result, tuple(clicks), banner.platform, remark or missed)


async def _effect(
    visit: Visit, before: Mark, control: Control | None, known: Platform | None
) -> str | None:
    await asyncio.sleep(AFTER_CLICK)
    await visit.settle()
    return await judged(visit.context, visit.page, before, control, known)


async def _withdrawn(visit: Visit, phases: Phases, accepted: Choice) -> None:
    """Withdraw what was accepted, and see what is left."""
    known = platform(accepted.platform)
    before = await mark(visit.context, visit.page, known)
    await visit.shoot("withdraw-before")
    await visit.capture.drain()
    visit.capture.begin("withdraw")
    try:
        clicks, remark = await withdraw(visit.page, visit.plan, accepted.platform)
    except Error as error:
        clicks, remark = [], f"the click failed: {sentence(error)}"
    missed = remark is not None
    remark = remark or await _effect(visit, before, None, known)
    await visit.shoot("withdraw-after")
    result: ActionResult = "unconfirmed" if remark else "confirmed"
    result = "no-control" if missed else result
    choice = Choice(result, tuple(clicks), accepted.platform, remark)
    visit.say(f"withdraw: {_in_words(choice)}")
    if not missed:
        await visit.reload()
        await visit.load_all(but_first=True)
    phases.append(_phase(visit, "withdraw", choice))


def _phase(visit: Visit, kind: PhaseKind, choice: Choice | None = None) -> Phase:
    return Phase(
        kind=kind,
        known_by="performed",
        result=choice.result if choice else "not-needed",
        platform=choice.platform if choice else None,
        clicks=choice.clicks if choice else (),
        pages=tuple(visit.plan.pages),
        remark=choice.remark if choice else None,
    )


def _in_words(choice: Choice) -> str:
    count = len(choice.clicks)
    words = f"{choice.result}, {count} click{'' if count == 1 else 's'}"
    return f"{words}: {choice.remark}" if choice.remark else words
