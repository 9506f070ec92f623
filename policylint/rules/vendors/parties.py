from collections.abc import Iterator

from policylint.law.guidance import EDPB_EXPORT_BROWSER
from policylint.law.jurisdictions import EEA, EEA_COUNTRIES, UK
from policylint.law.provisions import GDPR_13_1_F, GDPR_26, GDPR_28, GDPR_44, GDPR_46
from policylint.rule import Context, NotApplicable, Problem, Scope, Severity, Yield, rule


@rule(
    "VEN002",
    citations=[GDPR_26, GDPR_28],
    scopes=[Scope(jurisdictions=EEA | UK, severity=Severity.ERROR)],
    since="0.1.0",
)
def role_missing(context: Context) -> Iterator[Yield]:
    """A vendor does not say for whom it acts.

    ## Why it matters
    Duties follow the role: a processor needs a contract, a joint controller an arrangement, and
    visitors must be told who decides.

    ## How to fix it
    Declare `role`: `processor`, `joint-controller` or `controller`, as its terms and its conduct
    say.
    """
    if not context.inventory.vendors:
        yield NotApplicable(reason="there are no vendors")
    for key, vendor in context.inventory.vendors.items():
        if vendor.role is None:
            yield Problem(
                at=("vendors", key, "role"), message=f"vendor '{key}' does not say its role"
            )


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
    inside = EEA_COUNTRIES | {"GB"} if context.jurisdiction in UK else EEA_COUNTRIES
    if all(vendor.country in inside for vendor in context.inventory.vendors.values()):
        yield NotApplicable(reason="no vendor stands outside")
    for key, vendor in context.inventory.vendors.items():
        if vendor.country not in inside and not vendor.transfers:
            exports = vendor.role in {"processor", "joint-controller"}
            yield Problem(
                at=("vendors", key, "transfers"),
                message=f"vendor '{key}' stands in {vendor.country} and declares no transfer",
                severity=None if exports else Severity.WARNING,
            )


@rule(
    "VEN007",
    citations=[GDPR_44, GDPR_46],
    scopes=[Scope(jurisdictions=EEA | UK, severity=Severity.ERROR)],
    since="0.1.0",
)
def transfer_without_mechanism(context: Context) -> Iterator[Yield]:
    """A transfer is declared, and rests on nothing.

    ## Why it matters
    Without an adequacy decision, a safeguard or a derogation the transfer is unlawful.

    ## How to fix it
    Agree on a mechanism with the vendor, then declare it; or stop the transfer.
    """
    transfers = [
        (("vendors", key, "transfers", index, "mechanism"), key, transfer)
        for key, vendor in context.inventory.vendors.items()
        for index, transfer in enumerate(vendor.transfers or ())
    ]
    if not transfers:
        yield NotApplicable(reason="no transfer is declared")
    for at, key, transfer in transfers:
        if transfer.mechanism == "none":
            yield Problem(
                at=at,
                message=f"the transfer of vendor '{key}' to {transfer.country} has no mechanism",
            )
