from collections.abc import Iterator
from typing import Final

from policylint.law.consent_guidance import CNIL_092_4, EDPB_CONSENT_PROOF, ORANGE_ROMANIA_PROOF
from policylint.law.jurisdictions import EEA, UK
from policylint.law.provisions import GDPR_5_1_E, GDPR_7_1
from policylint.model.sentence import sentence
from policylint.model.terms import ProofField
from policylint.model.traits import vendors_in_use
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
from policylint.rules.consent.banner import asked
from policylint.rules.consent.clocks import falls_short
from policylint.rules.listing import quoted

NEEDED: Final[tuple[ProofField, ...]] = ("timestamp", "purposes", "policy-version", "mechanism")


@rule(
    "CON014",
    citations=[GDPR_7_1, ORANGE_ROMANIA_PROOF, CNIL_092_4],
    scopes=[Scope(jurisdictions=EEA | UK, severity=Severity.ERROR)],
    since="0.1.0",
    lowered=[(Severity.WARNING, "a record is kept, and lacks some of the facts")],
    unseen="The record itself.",
)
def consent_unproven(context: Context) -> Iterator[Yield]:
    """No record proves that consent was given, or it lacks what a proof needs.

    ## Why it matters
    Whoever relies on consent must be able to show that it was given: when, for which purposes, on
    which text and by what act. Without a record the consent counts for nothing in a dispute.

    ## How to fix it
    Have the consent platform keep a record, and declare it: `record: {fields: [timestamp,
    purposes, policy-version, mechanism], retention: …}`.
    """
    consent = asked(context)
    if isinstance(consent, NotApplicable):
        yield consent
        return
    if consent.record is None:
        yield Problem(
            at=("consent", "record"),
            message=sentence("no record of consents is declared; expected 'record'"),
        )
        return
    kept = consent.record.fields or ()
    missing = [field for field in NEEDED if field not in kept]
    if missing:
        yield Problem(
            at=("consent", "record", "fields"),
            message=sentence(
                "the record of a consent does not hold {facts}", facts=quoted(missing)
            ),
            severity=Severity.WARNING,
        )


@rule(
    "CON015",
    citations=[GDPR_5_1_E, GDPR_7_1, EDPB_CONSENT_PROOF],
    scopes=[Scope(jurisdictions=EEA | UK, severity=Severity.WARNING)],
    since="0.1.0",
    unseen="How long claims can be brought in a country: no authority has set a figure.",
)
def proof_kept_without_end(context: Context) -> Iterator[Yield]:
    """The proof of a consent is kept without end, for an unknown time, or for too short a time.

    ## Why it matters
    The proof is personal data itself. It is needed as long as the consent counts and claims about
    it can be brought; after that nothing justifies keeping it.

    ## How to fix it
    Declare `record.retention` as a duration: at least `consent.validity`, and an end that follows
    from the time in which claims can be brought.
    """
    consent = asked(context)
    if isinstance(consent, NotApplicable):
        yield consent
        return
    if consent.record is None:
        yield NotApplicable(reason="there is no 'consent.record' (CON014)")
        return
    kept, place = consent.record.retention, ("consent", "record", "retention")
    if kept is None:
        yield Problem(
            at=place,
            message=sentence(
                "nothing says how long the proof of a consent is kept; expected 'record.retention'"
            ),
        )
    elif kept.is_unbounded:
        yield Problem(
            at=place,
            message=sentence(
                "the proof of a consent is kept '{kept}', without end; expected a duration",
                kept=str(kept),
            ),
        )
    elif consent.validity is not None and falls_short(kept, consent.validity):
        yield Problem(
            at=place,
            message=sentence(
                "the proof is kept for '{kept}', and a consent counts for"
                " '{validity}'; expected at least as long",
                kept=str(kept),
                validity=str(consent.validity),
            ),
            related=((("consent", "validity"), "how long a consent counts"),),
        )


@rule(
    "CON023",
    citations=[GDPR_7_1, CNIL_092_4],
    scopes=[Scope(jurisdictions=EEA, severity=Severity.WARNING)],
    since="0.1.0",
)
def proof_out_of_reach(context: Context) -> Iterator[Yield]:
    """A vendor collects consent for the site and gives no access to the proof.

    ## Why it matters
    The burden of proof stays with whoever relies on the consent. A clause by which the vendor
    promises to collect it well does not replace the proof.

    ## How to fix it
    Agree with the vendor on access to the proof at any time, then declare `proof_access: true`.
    """
    consent = asked(context)
    if isinstance(consent, NotApplicable):
        yield consent
        return
    vendors = context.inventory.vendors
    used = vendors_in_use(context.inventory)
    stated = [key for key in used if vendors[key].proof_access is not None]
    if consent.platform in used and consent.platform not in stated:
        yield NotEvaluated(
            at=("vendors", consent.platform, "proof_access"),
            reason=sentence("'proof_access' of the consent platform is absent"),
        )
    elif not stated:
        yield NotApplicable(reason="no vendor is declared to collect consent for the site")
    for key in stated:
        if not vendors[key].proof_access:
            yield Problem(
                at=("vendors", key, "proof_access"),
                message=sentence(
                    "vendor '{key}' collects consent for the site and gives no access to the"
                    " proof; expected 'proof_access: true'",
                    key=key,
                ),
            )
