from collections.abc import Iterator

from policylint.law.consent_guidance import (
    CNIL_WALL_CRITERIA,
    CONSEIL_ETAT_WALLS,
    DSK_SUBSCRIPTIONS,
    EDPB_CONSENT_OR_PAY,
    EDPB_CONSENT_WALL,
    ICO_CONSENT_OR_PAY,
)
from policylint.law.guidance import (
    APD_COOKIE_CHECKLIST,
    GARANTE_COOKIES,
    HDPA_COOKIES,
)
from policylint.law.jurisdictions import BE, EEA, UK
from policylint.law.provisions import GDPR_7_4, GDPR_RECITAL_42, GDPR_RECITAL_43
from policylint.model.sentence import sentence
from policylint.rule import Context, NotApplicable, Problem, Scope, Severity, Yield, rule
from policylint.rules.consent.banner import asked


@rule(
    "CON019",
    citations=[
        GDPR_7_4,
        GDPR_RECITAL_42,
        GDPR_RECITAL_43,
        APD_COOKIE_CHECKLIST,
        GARANTE_COOKIES,
        HDPA_COOKIES,
        CONSEIL_ETAT_WALLS,
        CNIL_WALL_CRITERIA,
        EDPB_CONSENT_WALL,
    ],
    scopes=[
        Scope(jurisdictions=BE, severity=Severity.ERROR),
        Scope(jurisdictions=(EEA | UK) - BE, severity=Severity.WARNING),
    ],
    since="0.1.0",
    lowered=[(Severity.INFO, "an equivalent alternative is declared, except in Belgium")],
    unseen="Whether the alternative is equivalent.",
)
def cookie_wall(context: Context) -> Iterator[Yield]:
    """The site can be read only after consent.

    ## Why it matters
    Consent that buys access is rarely free. The Belgian authority prohibits such walls; elsewhere
    an equivalent offer without consent can make the difference, case by case.

    ## How to fix it
    Take the wall down: `wall: none`. Outside Belgium, offer the same content without consent as
    well, and describe that offer in `alternative`.
    """
    consent = asked(context)
    if isinstance(consent, NotApplicable):
        yield consent
        return
    if consent.wall != "cookie-wall":
        yield NotApplicable(reason="there is no cookie wall")
        return
    if context.jurisdiction in BE:
        yield Problem(
            at=("consent", "wall"),
            message=sentence(
                "the site can be read only after consent ('wall: cookie-wall'), which the"
                " Belgian authority prohibits; expected 'wall: none'"
            ),
        )
    elif consent.alternative is None:
        yield Problem(
            at=("consent", "wall"),
            message=sentence(
                "the site can be read only after consent ('wall: cookie-wall'), and no"
                " equivalent 'alternative' is declared"
            ),
        )
    else:
        yield Problem(
            at=("consent", "wall"),
            message=sentence(
                "the site can be read only after consent ('wall: cookie-wall'); somebody"
                " should judge whether the 'alternative' is equivalent"
            ),
            severity=Severity.INFO,
            related=((("consent", "alternative"), "the alternative"),),
        )


@rule(
    "CON020",
    citations=[
        GDPR_7_4,
        EDPB_CONSENT_OR_PAY,
        CNIL_WALL_CRITERIA,
        ICO_CONSENT_OR_PAY,
        DSK_SUBSCRIPTIONS,
    ],
    scopes=[Scope(jurisdictions=EEA | UK, severity=Severity.WARNING)],
    since="0.1.0",
    lowered=[(Severity.INFO, "an alternative is declared")],
    unseen="The price, and whether the alternative is equivalent.",
)
def pay_or_consent(context: Context) -> Iterator[Yield]:
    """Visitors choose between consent and payment.

    ## Why it matters
    Whether such a consent is free is contested, and turns on the price, the power of the site and
    what else is on offer. The European authorities advise large platforms to offer a further
    choice that is free and without behavioural advertising.

    ## How to fix it
    Offer a third way, such as free access with contextual adverts, and describe it in
    `alternative`. Have the price and the offer reviewed, and keep the assessment.
    """
    consent = asked(context)
    if isinstance(consent, NotApplicable):
        yield consent
    elif consent.wall != "pay-or-consent":
        yield NotApplicable(reason="visitors do not choose between consent and payment")
    elif consent.alternative is None:
        yield Problem(
            at=("consent", "wall"),
            message=sentence(
                "visitors choose between consent and payment ('wall: pay-or-consent'), which"
                " is contested, and no 'alternative' is declared"
            ),
        )
    else:
        yield Problem(
            at=("consent", "wall"),
            message=sentence(
                "visitors choose between consent and payment ('wall: pay-or-consent'), which"
                " is contested; a reviewer should look at the 'alternative'"
            ),
            severity=Severity.INFO,
            related=((("consent", "alternative"), "the alternative"),),
        )
