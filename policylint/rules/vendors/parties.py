from collections.abc import Iterator

from policylint.law.jurisdictions import EEA, UK
from policylint.law.provisions import (
    GDPR_12_1,
    GDPR_13_1_E,
    GDPR_26,
    GDPR_26_1,
    GDPR_28,
    GDPR_28_3,
)
from policylint.law.rulings import FASHION_ID_EMBED
from policylint.law.technical import HOUSE_CHECK
from policylint.model.sentence import sentence
from policylint.model.traits import vendors_in_use
from policylint.rule import Context, NotApplicable, Problem, Scope, Severity, Yield, rule


@rule(
    "VEN001",
    citations=[GDPR_13_1_E, GDPR_12_1, HOUSE_CHECK],
    scopes=[Scope(jurisdictions=EEA | UK, severity=Severity.WARNING)],
    since="0.1.0",
    unseen="Whether the address can be reached, and what stands there.",
)
def privacy_policy_missing(context: Context) -> Iterator[Yield]:
    """A vendor that the site works with has no link to its privacy policy.

    ## Why it matters
    Visitors must know who gets their data, and can judge it only from the vendor's own notice.
    That the link stands in the inventory is our check; the duty to inform is the law's.

    ## How to fix it
    Fill `privacy_policy` with the address of the vendor's notice.
    """
    used = vendors_in_use(context.inventory)
    if not used:
        yield NotApplicable(reason="no vendor is in use")
    for key in used:
        if context.inventory.vendors[key].privacy_policy is None:
            yield Problem(
                at=("vendors", key, "privacy_policy"),
                message=sentence("vendor '{vendor}' has no link to its privacy policy", vendor=key),
            )


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
                at=("vendors", key, "role"),
                message=sentence("vendor '{vendor}' does not say its role", vendor=key),
            )


@rule(
    "VEN003",
    citations=[GDPR_28_3],
    scopes=[Scope(jurisdictions=EEA | UK, severity=Severity.ERROR)],
    since="0.1.0",
    unseen="What the contract says.",
)
def processor_without_contract(context: Context) -> Iterator[Yield]:
    """A vendor is declared a processor, and no contract with it is named.

    ## Why it matters
    A processor may act only on a contract that binds it to the controller's instructions.
    Without one the processing is unlawful, and the vendor may be no processor at all.

    ## How to fix it
    Conclude the contract (most vendors offer one online) and name it in `agreement`, such as
    `DPA-2025-11`.
    """
    processors = _acting_as(context, "processor")
    if not processors:
        yield NotApplicable(reason="no vendor is a processor")
    for key in processors:
        if context.inventory.vendors[key].agreement is None:
            yield Problem(
                at=("vendors", key, "agreement"),
                message=sentence(
                    "vendor '{vendor}' is a processor, and 'agreement' names no contract",
                    vendor=key,
                ),
            )


@rule(
    "VEN004",
    citations=[GDPR_26_1, FASHION_ID_EMBED],
    scopes=[Scope(jurisdictions=EEA | UK, severity=Severity.ERROR)],
    since="0.1.0",
    unseen="What the arrangement says.",
)
def joint_controller_without_arrangement(context: Context) -> Iterator[Yield]:
    """A vendor is declared a joint controller, and no arrangement with it is named.

    ## Why it matters
    Who embeds another's tool decides with it on collecting and sending the data. The two must
    settle who informs, who asks and who answers requests.

    ## How to fix it
    Conclude the arrangement (large platforms offer an addendum) and name it in `agreement`.
    """
    joint = _acting_as(context, "joint-controller")
    if not joint:
        yield NotApplicable(reason="no vendor is a joint controller")
    for key in joint:
        if context.inventory.vendors[key].agreement is None:
            yield Problem(
                at=("vendors", key, "agreement"),
                message=sentence(
                    "vendor '{vendor}' is a joint controller, and 'agreement' names no arrangement",
                    vendor=key,
                ),
            )


def _acting_as(context: Context, role: str) -> list[str]:
    return [key for key, vendor in context.inventory.vendors.items() if vendor.role == role]
