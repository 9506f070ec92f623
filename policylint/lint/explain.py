"""One cookie, jurisdiction by jurisdiction: is consent needed, why, and which clocks apply."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal

from policylint.law.citation import Provision
from policylint.law.exemptions import EXEMPTIONS, Exemption
from policylint.law.guidance import CNIL_092_5, THIRTEEN_MONTHS
from policylint.law.jurisdictions import Pack, pack
from policylint.law.provisions import EPD_5_3
from policylint.law.purposes import PURPOSES
from policylint.lint.finding import Finding
from policylint.lint.select import catalogue
from policylint.model.consent import Consent
from policylint.model.cookie import Cookie
from policylint.model.inventory import Inventory
from policylint.model.record import Record
from policylint.model.wildcard import covering
from policylint.rule import Context, Limits
from policylint.rules.classification.conditions import CONDITIONS
from policylint.rules.lifetime.measurement import MOST_KEPT

Need = Literal["needed", "not-needed", "objection", "disputed"]


class Reason(Record):
    """One sentence of the answer, with what it rests on."""

    text: str
    citations: Sequence[Provision] = ()


class ExemptionView(Record):
    """A national exemption seen from one cookie: claimed or not, and what stands against it.

    `outside` are purposes that it does not cover, `unread` those whose inclusion nobody has read at
    source; `unmet` and `unknown` are conditions in words.
    """

    exemption: Exemption
    claimed: bool
    in_force: bool
    outside: Sequence[str]
    unread: Sequence[str]
    unmet: Sequence[str]
    unknown: Sequence[str]
    checkable: bool
    citations: Sequence[Provision]


class Clock(Record):
    """One of the five clocks: what is declared, which figure holds here, and whether it is kept.

    `kept` is None where nothing is declared or no figure is known.
    """

    name: str
    declared: str | None
    figure: str | None
    kept: bool | None
    citations: Sequence[Provision] = ()


class Answer(Record):
    """What the law of one jurisdiction makes of a cookie on a day."""

    pack: Pack
    need: Need
    reasons: Sequence[Reason]
    exemptions: Sequence[ExemptionView]
    clocks: Sequence[Clock]
    findings: Sequence[Finding]


class CookieExplanation(Record):
    """A cookie, and the answers of all jurisdictions of the site."""

    name: str
    index: int
    as_of: date
    answers: Sequence[Answer]


def find_cookies(inventory: Inventory, name: str) -> list[int]:
    """Find the entries of a name: the exact one, else the patterns that cover it, longest first."""
    exact = [index for index, one in enumerate(inventory.cookies) if one.name == name]
    fitting = [index for index, one in enumerate(inventory.cookies) if covering(one.name)(name)]
    return exact or sorted(fitting, key=lambda index: -len(inventory.cookies[index].name))[:1]


def explain(  # noqa: PLR0913 - what an answer rests on
    inventory: Inventory,
    index: int,
    jurisdictions: Sequence[str],
    as_of: date,
    limits: Limits,
    findings: Sequence[Finding],
) -> CookieExplanation:
    """Explain one entry in each jurisdiction, with the findings on it that hold there."""
    cookie = inventory.cookies[index]
    own = [one for one in findings if one.cookie == cookie.name]
    answers = []
    for code in jurisdictions:
        facts = pack(code)
        if facts is not None:
            context = Context(inventory, facts, as_of, limits)
            here = [one for one in own if code in one.jurisdictions]
            answers.append(_answer(context, cookie, here))
    return CookieExplanation(name=cookie.name, index=index, as_of=as_of, answers=answers)


def _answer(context: Context, cookie: Cookie, findings: Sequence[Finding]) -> Answer:
    views = list(_exemptions(context, cookie))
    need, reasons = _need(context, cookie, views)
    return Answer(
        pack=context.pack,
        need=need,
        reasons=reasons,
        exemptions=views,
        clocks=list(_clocks(context, cookie)),
        findings=findings,
    )


def _exemptions(context: Context, cookie: Cookie) -> Iterator[ExemptionView]:
    claimed = cookie.exempt_in.get(context.jurisdiction)
    for one in EXEMPTIONS:
        if one.jurisdiction != context.jurisdiction:
            continue
        if one.name != claimed and not one.purposes.intersection(cookie.purposes):
            continue
        check = CONDITIONS.get(one.checked_by or "")
        conditions = check(context, cookie) if check else None
        yield ExemptionView(
            exemption=one,
            claimed=one.name == claimed,
            in_force=one.holds_on(context.as_of),
            outside=[purpose for purpose in cookie.purposes if purpose not in one.purposes],
            unread=[purpose for purpose in cookie.purposes if purpose in one.unverified],
            unmet=conditions.unmet if conditions else (),
            unknown=conditions.unknown if conditions else (),
            checkable=conditions is not None,
            citations=_grounds(one.checked_by, context.jurisdiction),
        )


def _grounds(code: str | None, jurisdiction: str) -> Sequence[Provision]:
    return [
        provision
        for rule in catalogue()
        if rule.code == code
        for provision in rule.citations
        if provision.within is not None and jurisdiction in provision.within
    ]


def _need(
    context: Context, cookie: Cookie, views: Sequence[ExemptionView]
) -> tuple[Need, Sequence[Reason]]:
    law = context.pack.cookie_law
    if cookie.category == "essential":
        return _essential(cookie, law)
    if context.pack.model == "opt-out":
        return "objection", _objection(context, cookie)
    declared = cookie.exempt_in.get(context.jurisdiction)
    if declared is None:
        text = "it is an improvement, and no national exemption is claimed for it here"
        none = Reason(text="no exemption for it is known here", citations=context.pack.guidance)
        known = [] if views else [none]
        return "needed", [Reason(text=text, citations=[law]), *known, _declared(cookie)]
    claimed = next((view for view in views if view.claimed and view.in_force), None)
    need, text = _of_claim(claimed)
    return need, [Reason(text=f"'exempt_in' claims '{declared}', {text}", citations=[law])]


def _of_claim(claimed: ExemptionView | None) -> tuple[Need, str]:
    if claimed is None:
        return "needed", "which the law here does not know on this day"
    if claimed.outside:
        listed = ", ".join(f"'{one}'" for one in claimed.outside)
        return "needed", f"which does not cover {listed}"
    disputed = claimed.exemption.status in {"narrow", "contested"}
    if claimed.unmet or claimed.unknown or disputed:
        return "disputed", f"which is known here ({claimed.exemption.status})"
    return "not-needed", f"which holds here ({claimed.exemption.status})"


def _objection(context: Context, cookie: Cookie) -> Sequence[Reason]:
    return [
        Reason(
            text="visitors must be informed and can object; consent is needed only for what is"
            " intense or sensitive (SPC016)",
            citations=[context.pack.cookie_law],
        ),
        _declared(cookie),
    ]


def _declared(cookie: Cookie) -> Reason:
    if cookie.consent == "opt-in":
        return Reason(text="it is declared to be asked for: 'consent: opt-in'")
    return Reason(text=f"what is declared is 'consent: {cookie.consent or 'nothing'}'")


def _essential(cookie: Cookie, law: Provision) -> tuple[Need, Sequence[Reason]]:
    reasons = []
    need: Need = "not-needed"
    for purpose in cookie.purposes:
        facts = PURPOSES[purpose]
        if facts.limb is None:
            need = "needed"
            text = f"'{purpose}' is carried by no limb of art. 5(3), whatever the entry claims"
        elif facts.eprivacy == "exempt":
            text = f"'{purpose}' is exempt under the limb '{facts.limb}'"
        elif cookie.requested is not None:
            text = f"'{purpose}' is exempt as '{facts.limb}' for what the visitor asked for"
        else:
            need = "disputed" if need == "not-needed" else need
            text = f"'{purpose}' is exempt only if asked for, and 'requested' is absent"
        reasons.append(Reason(text=text, citations=[law] if law is EPD_5_3 else [EPD_5_3, law]))
    return need, reasons


def _clocks(context: Context, cookie: Cookie) -> Iterator[Clock]:
    claimed = context.claimed_exemption(cookie)
    measuring = (
        claimed is not None and claimed.checked_by == "CLS011" and claimed.jurisdiction == "FR"
    )
    limit, life = context.limits.lifetime, cookie.lifetime
    yield Clock(
        name="lifetime",
        declared=str(life) if life else None,
        figure=f"at most {limit}",
        kept=None if life is None else not life.exceeds(limit),
        citations=[CNIL_092_5 if measuring else THIRTEEN_MONTHS],
    )
    kept = cookie.retention.lifetime if cookie.retention else None
    judged = measuring and kept is not None
    yield Clock(
        name="retention",
        declared=_retention(cookie),
        figure=f"at most {MOST_KEPT}" if measuring else None,
        kept=not kept.exceeds(MOST_KEPT) if judged and kept else None,
        citations=[CNIL_092_5] if measuring else (),
    )
    if context.inventory.consent is not None and cookie.category == "improvement":
        yield from _clocks_of_consent(context, context.inventory.consent)


def _clocks_of_consent(context: Context, consent: Consent) -> Iterator[Clock]:
    longest, shortest = context.pack.consent_max, context.pack.refusal_min
    yield Clock(
        name="consent.validity",
        declared=str(consent.validity) if consent.validity else None,
        figure=f"at most {longest}" if longest else None,
        kept=not consent.validity.exceeds(longest) if consent.validity and longest else None,
        citations=_grounds("CON011", context.jurisdiction) if longest else (),
    )
    memory = consent.refusal_memory
    yield Clock(
        name="consent.refusal_memory",
        declared=str(memory) if memory else None,
        figure=f"at least {shortest}" if shortest else None,
        kept=not shortest.exceeds(memory) if memory and shortest else None,
        citations=_grounds("CON012", context.jurisdiction) if shortest else (),
    )
    proof = consent.record.retention if consent.record else None
    yield Clock(
        name="consent.record.retention",
        declared=str(proof) if proof else None,
        figure=None,
        kept=None,
    )


def _retention(cookie: Cookie) -> str | None:
    if cookie.retention is None:
        return None
    if cookie.retention.lifetime is not None:
        return str(cookie.retention.lifetime)
    text = cookie.retention.criterion
    if text is None:
        return None
    return text.plain or next(iter(text.by_language.values()))
