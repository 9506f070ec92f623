from collections.abc import Iterator

from policylint.law.guidance import (
    EDPB_DEROGATION_ROUTINE,
    EDPB_EXPORT_BROWSER,
    EDPB_SUPPLEMENTARY,
)
from policylint.law.jurisdictions import EEA, UK
from policylint.law.provisions import (
    GDPR_13_1_F,
    GDPR_44,
    GDPR_46,
    GDPR_49_1,
    SCC_CLAUSE_14,
)
from policylint.law.rulings import SCHREMS_2_ASSESSMENT
from policylint.model.sentence import sentence
from policylint.model.terms import TransferMechanism
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
from policylint.rules.vendors.declared import inside, older, resting_on

OF_THE_EEA: tuple[TransferMechanism, ...] = ("adequacy", "dpf", "scc", "bcr", "derogation")


@rule(
    "VEN006",
    citations=[GDPR_44, GDPR_13_1_F, EDPB_EXPORT_BROWSER],
    scopes=[Scope(jurisdictions=EEA | UK, severity=Severity.ERROR)],
    since="0.1.0",
    lowered=[
        (
            Severity.WARNING,
            "the vendor is a controller of its own, or declares no role: there may be no exporter",
        )
    ],
    unseen="Access from outside by a vendor that stands inside.",
)
def transfer_undeclared(context: Context) -> Iterator[Yield]:
    """A vendor stands outside the European Economic Area, and no transfer is declared.

    ## Why it matters
    Personal data may leave only on one of the grounds of GDPR arts 45 to 49, and visitors must
    be told where it goes and on which.

    ## How to fix it
    Declare `transfers`: the country and the mechanism, such as `{country: US, mechanism: dpf}`.
    """
    home = inside(context.jurisdiction)
    if all(vendor.country in home for vendor in context.inventory.vendors.values()):
        yield NotApplicable(reason="no vendor stands outside")
    for key, vendor in context.inventory.vendors.items():
        if vendor.country not in home and not vendor.transfers:
            exports = vendor.role in {"processor", "joint-controller"}
            yield Problem(
                at=("vendors", key, "transfers"),
                message=sentence(
                    "vendor '{vendor}' stands in {country} and declares no transfer",
                    vendor=key,
                    country=vendor.country,
                ),
                severity=None if exports else Severity.WARNING,
            )


@rule(
    "VEN007",
    citations=[GDPR_44, GDPR_46],
    scopes=[Scope(jurisdictions=EEA | UK, severity=Severity.ERROR)],
    since="0.1.0",
    lowered=[
        (
            Severity.WARNING,
            "in the EEA, the only mechanism is the United Kingdom's transfer agreement (idta)",
        )
    ],
    unseen="In the United Kingdom, whether standard contractual clauses carry its addendum.",
)
def transfer_without_mechanism(context: Context) -> Iterator[Yield]:
    """A transfer is declared, and rests on nothing.

    The international data transfer agreement of the United Kingdom (`idta`) is a safeguard there
    and none in the European Economic Area.

    ## Why it matters
    Without an adequacy decision, a safeguard or a derogation the transfer is unlawful.

    ## How to fix it
    Agree on a mechanism with the vendor, then declare it; or stop the transfer.
    """
    if not any(vendor.transfers for vendor in context.inventory.vendors.values()):
        yield NotApplicable(reason="no transfer is declared")
    for one in resting_on(context, "none"):
        yield Problem(
            at=(*one.at, "mechanism"),
            message=sentence("{transfer} has no mechanism", transfer=one.words),
        )
    if context.jurisdiction in UK:
        return
    covered = {(one.vendor, one.transfer.country) for one in resting_on(context, *OF_THE_EEA)}
    for one in resting_on(context, "idta"):
        if (one.vendor, one.transfer.country) not in covered:
            yield Problem(
                at=(*one.at, "mechanism"),
                message=sentence(
                    "{transfer} rests on 'idta' alone, which is no safeguard under the GDPR",
                    transfer=one.words,
                ),
                severity=Severity.WARNING,
            )


@rule(
    "VEN011",
    citations=[SCHREMS_2_ASSESSMENT, SCC_CLAUSE_14, EDPB_SUPPLEMENTARY],
    scopes=[Scope(jurisdictions=EEA, severity=Severity.WARNING)],
    since="0.1.0",
    unseen="What the assessment says.",
)
def transfer_unassessed(context: Context) -> Iterator[Yield]:
    """A transfer rests on clauses or binding corporate rules, and its country was not assessed.

    ## Why it matters
    Clauses bind the recipient, not its state. The exporter must assess, case by case, whether
    the law there defeats them, and look again from time to time; 24 months are our figure.

    ## How to fix it
    Make the assessment, or update it; name it in `assessment`, and the day in `assessed`.
    """
    found = resting_on(context, "scc", "bcr")
    if not found:
        yield NotApplicable(reason="no transfer rests on clauses or binding corporate rules")
    for one in found:
        assessed = one.transfer.assessed
        if one.transfer.assessment is None:
            yield Problem(
                at=(*one.at, "mechanism"),
                message=sentence(
                    "{transfer} rests on '{mechanism}', and 'assessment' names no assessment of"
                    " the country",
                    transfer=one.words,
                    mechanism=one.transfer.mechanism,
                ),
            )
        elif assessed is None:
            yield NotEvaluated(at=one.at, reason=absent("assessed"))
        elif older(assessed, 24, context.as_of):
            yield Problem(
                at=(*one.at, "assessed"),
                message=sentence(
                    "{transfer} rests on '{mechanism}', last assessed on {day}, over 24 months ago",
                    transfer=one.words,
                    mechanism=one.transfer.mechanism,
                    day=assessed,
                ),
            )


@rule(
    "VEN012",
    citations=[GDPR_49_1, EDPB_DEROGATION_ROUTINE],
    scopes=[Scope(jurisdictions=EEA, severity=Severity.WARNING)],
    since="0.1.0",
)
def derogation_for_routine_tracking(context: Context) -> Iterator[Yield]:
    """A transfer that happens with every visit rests on a derogation for single cases.

    ## Why it matters
    The derogations of art. 49 GDPR are exceptions. Consent to cookies is not the explicit
    consent to a transfer whose risks were told.

    ## How to fix it
    Agree on standard contractual clauses and assess the country, then declare `mechanism: scc`.
    """
    found = resting_on(context, "derogation")
    if not found:
        yield NotApplicable(reason="no transfer rests on a derogation")
    for one in found:
        yield Problem(
            at=(*one.at, "mechanism"),
            message=sentence(
                "{transfer} rests on a derogation, which is for single cases", transfer=one.words
            ),
        )
