from collections.abc import Iterator

from policylint.law.guidance import (
    CNIL_091_WHOLE,
    CNIL_092_2,
    EDPB_BANNER_REPORT,
    EDPB_CONSENT_WHOLE,
)
from policylint.law.jurisdictions import AT, DE, EEA, FR, IT, UK
from policylint.law.provisions import GDPR_4_11, GDPR_7_1
from policylint.law.rulings import BVWG_ORF_REJECT, OLG_KOELN_REJECT, PLANET49_TICK
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
from policylint.rules.listing import quoted


def asked(context: Context) -> Consent | NotApplicable:
    """Give the `consent` section, or why no rule about it applies."""
    if not context.in_need:
        return NotApplicable(reason="no cookie needs consent")
    if context.inventory.consent is None:
        return NotApplicable(reason="there is no 'consent' section (CON001)")
    return context.inventory.consent


@rule(
    "CON001",
    citations=[GDPR_7_1, GDPR_4_11],
    scopes=[Scope(jurisdictions=EEA | UK, severity=Severity.ERROR)],
    since="0.1.0",
)
def consent_undescribed(context: Context) -> Iterator[Yield]:
    """Cookies need consent, and nothing says how the site asks for it.

    ## Why it matters
    Whoever relies on consent must be able to show that it was given, freely and informed. What
    the banner does can only be checked and told when it is declared.

    ## How to fix it
    Add a `consent` section: the platform, the first layer, how a choice is withdrawn and proved.
    """
    if not context.in_need:
        yield NotApplicable(reason="no cookie needs consent")
    elif context.inventory.consent is None:
        yield Problem(at=("consent",), message=_need(len(context.in_need)))


def _need(count: int) -> str:
    if count == 1:
        return sentence("1 cookie needs consent, and there is no 'consent' section")
    return sentence("{count} cookies need consent, and there is no 'consent' section", count=count)


@rule(
    "CON002",
    citations=[PLANET49_TICK, GDPR_4_11, EDPB_BANNER_REPORT],
    scopes=[Scope(jurisdictions=EEA | UK, severity=Severity.ERROR)],
    since="0.1.0",
)
def box_prechecked(context: Context) -> Iterator[Yield]:
    """Groups of cookies are on before the visitor chose.

    ## Why it matters
    A box ticked in advance is no clear affirmative act, so it is no consent.

    ## How to fix it
    Switch every group but the necessary one off by default, and declare `prechecked: []`.
    """
    consent = asked(context)
    if isinstance(consent, NotApplicable):
        yield consent
    elif consent.prechecked is None:
        yield NotEvaluated(at=("consent",), reason=absent("prechecked"))
    elif consent.prechecked:
        groups = quoted(consent.prechecked)
        yield Problem(
            at=("consent", "prechecked"),
            message=sentence("{groups} is on before the visitor chose", groups=groups),
        )


@rule(
    "CON003",
    citations=[GDPR_4_11, EDPB_CONSENT_WHOLE],
    scopes=[Scope(jurisdictions=EEA | UK, severity=Severity.ERROR)],
    since="0.1.0",
)
def consent_implied(context: Context) -> Iterator[Yield]:
    """Scrolling, closing the banner or browsing on counts as consent.

    ## Why it matters
    Consent is a clear affirmative act. Whoever merely goes on has not agreed.

    ## How to fix it
    Take only a click on the accepting control for consent, and declare `implied_by: []`.
    """
    consent = asked(context)
    if isinstance(consent, NotApplicable):
        yield consent
    elif consent.implied_by is None:
        yield NotEvaluated(at=("consent",), reason=absent("implied_by"))
    elif consent.implied_by:
        signs = quoted(consent.implied_by)
        yield Problem(
            at=("consent", "implied_by"), message=sentence("{signs} counts as consent", signs=signs)
        )


@rule(
    "CON004",
    citations=[CNIL_091_WHOLE, CNIL_092_2, OLG_KOELN_REJECT, BVWG_ORF_REJECT, EDPB_BANNER_REPORT],
    scopes=[
        Scope(jurisdictions=FR | DE | AT, severity=Severity.ERROR),
        Scope(jurisdictions=(EEA | UK) - FR - DE - AT, severity=Severity.WARNING),
    ],
    since="0.1.0",
    unseen="What the banner really looks like.",
)
def reject_not_on_first_layer(context: Context) -> Iterator[Yield]:
    """The first layer offers to accept and not to refuse.

    ## Why it matters
    Consent is free only if refusing is as easy. Authorities and courts in France, Germany and
    Austria demand it on the first layer; a large majority of the others expect it. In France a
    link does when it stands out as much; in Italy an X that refuses does.

    ## How to fix it
    Put a button that refuses beside the one that accepts, and declare `reject: button`.
    """
    consent = asked(context)
    if isinstance(consent, NotApplicable):
        yield consent
        return
    if consent.wall == "pay-or-consent":
        yield NotApplicable(reason="the site offers consent or pay (CON020)")
        return
    reject = consent.first_layer.reject if consent.first_layer else None
    place = ("consent", "first_layer", "reject")
    if reject is None:
        yield NotEvaluated(at=place, reason=absent("first_layer.reject"))
    elif reject == "none" or (reject == "close" and context.jurisdiction not in IT):
        yield Problem(
            at=place,
            message=sentence(
                "the first layer offers no refusal: 'reject: {reject}'", reject=reject
            ),
        )
    elif reject == "link" and context.jurisdiction in FR:
        if consent.equal_prominence is None:
            yield NotEvaluated(at=place, reason=absent("equal_prominence"))
        elif not consent.equal_prominence:
            yield Problem(
                at=place,
                message=sentence("the refusal is a link that does not stand out like accepting"),
            )
