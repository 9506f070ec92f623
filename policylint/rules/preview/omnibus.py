from collections.abc import Iterator

from policylint.law.jurisdictions import EEA
from policylint.law.proposals import (
    OMNIBUS_88A_4,
    OMNIBUS_88A_4_A,
    OMNIBUS_88B,
    OMNIBUS_COUNCIL_REPEAT,
)
from policylint.model.lifetime import Lifetime
from policylint.model.sentence import sentence
from policylint.rule import (
    Context,
    NotApplicable,
    NotEvaluated,
    Problem,
    Scope,
    Severity,
    Yield,
    rule,
)
from policylint.rules.absent import absent
from policylint.rules.consent.banner import asked

COMMISSION = Lifetime("6 months", ((6, "month"),))
COUNCIL = Lifetime("4 months", ((4, "month"),))


@rule(
    "PRE001",
    citations=[OMNIBUS_88A_4_A],
    scopes=[Scope(jurisdictions=EEA, severity=Severity.INFO)],
    since="0.1.0",
    unseen="Whether the proposal becomes law, and in which words: the Council's texts of 2026 drop"
    " art. 88a.",
)
def omnibus_single_click_reject(context: Context) -> Iterator[Yield]:
    """Refusing takes more than the single click that the Digital Omnibus proposes: not law.

    ## Why it matters
    This is a proposal, not law. Under art. 88a(4)(a) of the GDPR as the Commission would have it,
    visitors refuse with a single click or something equivalent. Some courts and authorities read
    much the same into the law in force (CON004, CON005).

    ## How to fix it
    Nothing has to be done. Whoever builds the banner anew can put a button that refuses everything
    on the first layer, and declare `reject: button` and `clicks: {reject: 1}`.
    """
    consent = asked(context)
    if isinstance(consent, NotApplicable):
        yield consent
        return
    if consent.wall == "pay-or-consent":
        yield NotApplicable(reason="the site offers consent or pay (CON020)")
        return
    clicks = consent.clicks.reject if consent.clicks else None
    reject = consent.first_layer.reject if consent.first_layer else None
    if clicks is not None and clicks > 1:
        yield Problem(
            at=("consent", "clicks", "reject"),
            message=sentence(
                "refusing takes {count} clicks; the proposed art. 88a(4)(a) GDPR (not law) wants a"
                " single one",
                count=clicks,
            ),
        )
    elif reject == "none":
        yield Problem(
            at=("consent", "first_layer", "reject"),
            message=sentence(
                "the first layer offers no click that refuses; the proposed art. 88a(4)(a) GDPR"
                " (not law) wants a single one"
            ),
        )
    elif clicks is None and reject is None:
        yield NotEvaluated(at=("consent",), reason=absent("clicks.reject"))


@rule(
    "PRE002",
    citations=[OMNIBUS_88A_4, OMNIBUS_COUNCIL_REPEAT],
    scopes=[Scope(jurisdictions=EEA, severity=Severity.INFO)],
    since="0.1.0",
    unseen="Whether the proposal becomes law, and with which of the figures.",
)
def omnibus_asks_again_early(context: Context) -> Iterator[Yield]:
    """A refusal is forgotten sooner than the Digital Omnibus proposes: not law.

    ## Why it matters
    This is a proposal, not law. The Commission's text bars a new request for 6 months after a
    refusal; the Council's text of September 2026 is reported to bar it for 4.

    ## How to fix it
    Nothing has to be done. Six months in `consent.refusal_memory` would satisfy both texts.
    """
    consent = asked(context)
    if isinstance(consent, NotApplicable):
        yield consent
        return
    kept = consent.refusal_memory
    if kept is None:
        yield NotEvaluated(at=("consent",), reason=absent("refusal_memory"))
    elif COMMISSION.exceeds(kept):
        council = COUNCIL.exceeds(kept)
        yield Problem(
            at=("consent", "refusal_memory"),
            message=_kept_briefly(kept, council=council),
            citations=None if council else [OMNIBUS_88A_4],
        )


def _kept_briefly(kept: Lifetime, *, council: bool) -> str:
    if council:
        return sentence(
            "a refusal is kept for '{kept}'; the proposed art. 88a(4) GDPR (not law) wants"
            " 6 months (Commission) or 4 (Council)",
            kept=str(kept),
        )
    return sentence(
        "a refusal is kept for '{kept}'; the proposed art. 88a(4) GDPR (not law) wants"
        " 6 months (Commission)",
        kept=str(kept),
    )


@rule(
    "PRE003",
    citations=[OMNIBUS_88B],
    scopes=[Scope(jurisdictions=EEA, severity=Severity.INFO)],
    since="0.1.0",
    unseen="Whether the site is a media service, which the proposal leaves out, and whether the"
    " proposal becomes law: the Council's texts have no art. 88b.",
)
def omnibus_signal_unhandled(context: Context) -> Iterator[Yield]:
    """The browser's signal of a choice is ignored, which the Digital Omnibus would end: not law.

    ## Why it matters
    This is a proposal, not law. Under art. 88b of the GDPR as the Commission would have it, sites
    follow choices that a browser states by a signal, 24 months after the text enters into force.
    Global Privacy Control is such a signal; which ones will count is open.

    ## How to fix it
    Nothing has to be done. A consent platform that follows the signal already can be declared
    with `signals: {gpc: honour}`.
    """
    consent = asked(context)
    if isinstance(consent, NotApplicable):
        yield consent
        return
    gpc = consent.signals.gpc if consent.signals else None
    if gpc is None:
        yield NotEvaluated(at=("consent",), reason=absent("signals.gpc"))
    elif gpc == "ignore":
        yield Problem(
            at=("consent", "signals", "gpc"),
            message=sentence(
                "the browser's signal is ignored; the proposed art. 88b GDPR (not law) wants it"
                " followed"
            ),
        )
