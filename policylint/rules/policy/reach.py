from collections.abc import Iterator

from policylint.law.jurisdictions import EEA, UK
from policylint.law.national import PECR_6
from policylint.law.provisions import EPD_5_3, GDPR_12_1, GDPR_13_2_E
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
    "POL006",
    citations=[GDPR_13_2_E],
    scopes=[Scope(jurisdictions=EEA | UK, severity=Severity.WARNING)],
    since="0.1.0",
)
def refusal_consequence_unstated(context: Context) -> Iterator[Yield]:
    """Nothing says what happens when the visitor refuses.

    ## Why it matters
    Visitors must be told whether they have to provide data and what follows if they do not. Who
    fears that the site will not work does not choose freely.

    ## How to fix it
    Say it in `consent.if_refused` ("the site works in full without these cookies"), and what does
    not work if something does not.
    """
    consent = asked(context)
    if isinstance(consent, NotApplicable):
        yield consent
    elif consent.if_refused is None:
        yield Problem(
            at=("consent", "if_refused"),
            message=sentence(
                "'if_refused' is absent; expected what happens when the visitor refuses"
            ),
        )


@rule(
    "POL007",
    citations=[GDPR_12_1, EPD_5_3, PECR_6],
    scopes=[Scope(jurisdictions=EEA | UK, severity=Severity.WARNING)],
    since="0.1.0",
    unseen="Whether the page of the policy sets cookies itself.",
)
def policy_unreachable_before_choice(context: Context) -> Iterator[Yield]:
    """Visitors are asked for consent, and cannot read the policy first.

    ## Why it matters
    Consent is informed only if the information comes before it and is easy to reach.

    ## How to fix it
    Publish the policy and declare its address in `site.policy_url`; link it on the first layer of
    the banner and declare `policy_link: true`.
    """
    if not context.in_need:
        yield NotApplicable(reason="no cookie needs consent")
        return
    if context.inventory.site.policy_url is None:
        yield Problem(
            at=("site", "policy_url"),
            message=sentence(
                "visitors are asked for consent, and 'policy_url' is absent; expected the address"
                " of the policy"
            ),
        )
    consent = context.inventory.consent
    if consent is None:
        return
    linked = consent.first_layer.policy_link if consent.first_layer else None
    if linked is None:
        yield NotEvaluated(at=("consent", "first_layer"), reason=absent("policy_link"))
    elif not linked:
        yield Problem(
            at=("consent", "first_layer", "policy_link"),
            message=sentence(
                "the first layer asks for consent and links no policy; expected 'policy_link: true'"
            ),
        )
