from collections.abc import Iterator

from policylint.law.consent_guidance import (
    EDPB_DECEPTIVE_DESIGN,
    HDPA_SAME_CLICKS,
    VG_HANNOVER_REJECT,
)
from policylint.law.guidance import (
    CNIL_091_WHOLE,
    CNIL_092_2,
    EDPB_BANNER_REPORT,
)
from policylint.law.jurisdictions import AT, DE, EEA, FR, UK
from policylint.law.provisions import GDPR_4_11
from policylint.law.rulings import BVWG_ORF_REJECT, OLG_KOELN_REJECT
from policylint.model.consent import Consent
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


@rule(
    "CON005",
    citations=[
        GDPR_4_11,
        CNIL_091_WHOLE,
        CNIL_092_2,
        OLG_KOELN_REJECT,
        VG_HANNOVER_REJECT,
        BVWG_ORF_REJECT,
        HDPA_SAME_CLICKS,
        EDPB_DECEPTIVE_DESIGN,
        EDPB_BANNER_REPORT,
    ],
    scopes=[
        Scope(jurisdictions=FR | DE | AT, severity=Severity.ERROR),
        Scope(jurisdictions=(EEA | UK) - FR - DE - AT, severity=Severity.WARNING),
    ],
    since="0.1.0",
    lowered=[(Severity.WARNING, "in Germany, where refusing stands out less but takes no more")],
    unseen="What the banner really looks like.",
)
def reject_harder_than_accept(context: Context) -> Iterator[Yield]:
    """Refusing takes more clicks than accepting, or stands out less.

    A first layer without any refusal is the matter of CON004; a choice between consent and
    payment that of CON020.

    ## Why it matters
    Consent is free only if refusing costs no more than accepting. The CNIL asks for the same
    size, legibility and emphasis; courts in Germany and Austria want an equivalent refusal.

    ## How to fix it
    Let one click refuse where one click accepts, with two controls of the same kind, size and
    colour. Then declare `clicks: {accept: 1, reject: 1}` and `equal_prominence: true`.
    """
    consent = asked(context)
    if isinstance(consent, NotApplicable):
        yield consent
    elif consent.wall == "pay-or-consent":
        yield NotApplicable(reason="the site offers consent or pay (CON020)")
    else:
        yield from _more_clicks(consent)
        yield from _less_prominent(context, consent)


def _more_clicks(consent: Consent) -> Iterator[Yield]:
    place = ("consent", "clicks", "reject")
    accept = consent.clicks.accept if consent.clicks else None
    reject = consent.clicks.reject if consent.clicks else None
    if accept is None or reject is None:
        missing = "accept" if accept is None else "reject"
        yield NotEvaluated(at=place, reason=absent(f"clicks.{missing}"))
    elif reject > accept:
        yield Problem(
            at=place,
            message=_more(reject, accept),
        )


def _more(reject: int, accept: int) -> str:
    if reject == 1:
        return sentence(
            "refusing takes 1 click, and accepting {accept}; expected {accept} at most",
            accept=accept,
        )
    return sentence(
        "refusing takes {reject} clicks, and accepting {accept}; expected {accept} at most",
        reject=reject,
        accept=accept,
    )


def _less_prominent(context: Context, consent: Consent) -> Iterator[Yield]:
    reject = consent.first_layer.reject if consent.first_layer else None
    elsewhere = {"none", "close", "link"} if context.jurisdiction in FR else {"none", "close"}
    if reject in elsewhere:
        return  # CON004 judges whether that is a refusal at all
    place = ("consent", "equal_prominence")
    if consent.equal_prominence is None:
        yield NotEvaluated(at=place, reason=absent("equal_prominence"))
    elif not consent.equal_prominence:
        yield Problem(
            at=place,
            message=sentence(
                "refusing stands out less than accepting; expected 'equal_prominence: true'"
            ),
            severity=Severity.WARNING if context.jurisdiction in DE else None,
        )
