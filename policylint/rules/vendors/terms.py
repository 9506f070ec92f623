from collections.abc import Iterator
from datetime import date

from policylint.catalog.known import KnownVendor
from policylint.law.jurisdictions import EEA, UK
from policylint.law.provisions import GDPR_13_1_F, GDPR_26, GDPR_28, GDPR_44
from policylint.law.rulings import FASHION_ID_EMBED
from policylint.law.technical import HOUSE_CHECK
from policylint.model.sentence import sentence, series
from policylint.model.terms import VendorRole
from policylint.model.traits import vendors_in_use
from policylint.rule import Context, NotApplicable, Problem, Scope, Severity, Yield, rule
from policylint.rules.known import known_vendor, tools_of
from policylint.rules.vendors.declared import inside


@rule(
    "VEN005",
    citations=[GDPR_26, GDPR_28, FASHION_ID_EMBED, HOUSE_CHECK],
    scopes=[Scope(jurisdictions=EEA | UK, severity=Severity.WARNING)],
    since="0.1.0",
    unseen="Whether the terms tell the truth; contracts of the site's own; vendors of whose terms"
    " the catalogue is not sure.",
)
def role_contradicts_terms(context: Context) -> Iterator[Yield]:
    """A vendor is declared a processor, and its own terms make it a controller; or the reverse.

    The catalogue holds the role that published terms give a product, with their source and day.
    A controller and a joint controller are not told apart here: where one ends and the other
    begins is for a lawyer.

    ## Why it matters
    A processor acts on the site's instructions alone. A vendor that says of itself that it uses
    the data for its own ends does not, and art. 28(10) treats it as a controller.

    ## How to fix it
    Declare the role that the terms you agreed to give it, with its contract or arrangement in
    `agreement`. Name the product in `service` where a vendor has several.
    """
    if not any(vendor.role for vendor in context.inventory.vendors.values()):
        yield NotApplicable(reason="no vendor declares a role")
    for key, vendor in context.inventory.vendors.items():
        tools = tools_of(context, key)
        if vendor.role is None or not tools or any(one.role is None for one in tools):
            continue
        if all(_contradicts(vendor.role, one.role) for one in tools):
            yield Problem(
                at=("vendors", key, "role"),
                message=_contradicting(key, vendor.role, tools[0]),
            )


def _contradicts(declared: VendorRole, known: VendorRole | None) -> bool:
    return (declared == "processor") != (known == "processor")


def _contradicting(vendor: str, declared: VendorRole, tool: KnownVendor) -> str:
    values = {"vendor": vendor, "told": _told(tool)}
    if declared == "processor":
        return sentence("vendor '{vendor}' is declared a processor; {told}", **values)
    if declared == "joint-controller":
        return sentence("vendor '{vendor}' is declared a joint controller; {told}", **values)
    return sentence("vendor '{vendor}' is declared a controller; {told}", **values)


def _told(tool: KnownVendor) -> str:
    values = {
        "service": tool.services[0] if tool.services else tool.name,
        "source": tool.role_source,
        "day": date.fromisoformat(tool.role_date) if tool.role_date else "",
    }
    if tool.role == "processor":
        return sentence("for {service}, {source} makes it a processor (as of {day})", **values)
    if tool.role == "joint-controller":
        return sentence(
            "for {service}, {source} makes it a joint controller (as of {day})", **values
        )
    return sentence("for {service}, {source} makes it a controller (as of {day})", **values)


@rule(
    "VEN016",
    citations=[GDPR_13_1_F, GDPR_44, HOUSE_CHECK],
    scopes=[Scope(jurisdictions=EEA | UK, severity=Severity.WARNING)],
    since="0.1.0",
    unseen="What the site agreed with the vendor on where data stays; vendors of which the"
    " catalogue knows no transfer.",
)
def known_transfer_undeclared(context: Context) -> Iterator[Yield]:
    """A vendor stands inside, its services are known to reach outside, and no transfer is declared.

    ## Why it matters
    The Irish company of a group signs the contract, and its parent in another country runs the
    machines. Visitors must be told of that transfer and of its ground all the same.

    ## How to fix it
    Declare `transfers`: the country and the mechanism, such as `{country: US, mechanism: dpf}`.
    If the data stays inside by contract, say so with `transfers: []`.
    """
    used = vendors_in_use(context.inventory)
    if not used:
        yield NotApplicable(reason="no vendor is in use")
    home = inside(context.jurisdiction)
    for key in used:
        vendor = context.inventory.vendors[key]
        if vendor.transfers is not None or vendor.country not in home:
            continue
        known = known_vendor(context, key)
        reached = [one for one in known.transfers if one not in home] if known else []
        if known and reached:
            yield Problem(
                at=("vendors", key, "transfers"),
                message=sentence(
                    "vendor '{vendor}' declares no transfer; services of {owner} reach {countries}"
                    " ({source})",
                    vendor=key,
                    owner=known.name,
                    countries=series(reached),
                    source=known.transfers_source,
                ),
            )
