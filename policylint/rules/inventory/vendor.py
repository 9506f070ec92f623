from collections.abc import Iterable, Iterator

from policylint.law.jurisdictions import ALL
from policylint.law.provisions import GDPR_13_1_E
from policylint.law.rulings import PLANET49_DURATION
from policylint.law.technical import HOUSE_CHECK
from policylint.model.cookie import Cookie
from policylint.model.inventory import Inventory
from policylint.model.sentence import sentence
from policylint.model.traits import party
from policylint.rule import Context, Problem, Scope, Severity, Yield, rule
from policylint.source.pointer import Pointer

# Each search for a nearest name looks at every vendor.
MOST_HINTS = 20


@rule(
    "INV004",
    citations=[PLANET49_DURATION, GDPR_13_1_E],
    scopes=[Scope(jurisdictions=ALL, severity=Severity.ERROR)],
    since="0.1.0",
)
def third_party_without_vendor(context: Context) -> Iterator[Yield]:
    """A third-party cookie names no vendor.

    ## Why it matters
    Visitors must be told whether third parties have access, and who relies on their consent.

    ## How to fix it
    Declare the company under `vendors`, and its id as the `vendor` of the cookie.
    """
    for at, cookie in context.cookies:
        if cookie.vendor is None and party(cookie, context.inventory) == "third":
            yield Problem(
                at=(*at, "party" if cookie.party else "domain"),
                message=_without_vendor(cookie),
            )


def _without_vendor(cookie: Cookie) -> str:
    if not cookie.domain:
        return sentence("'{name}' is third-party and names no vendor", name=cookie.name)
    return sentence(
        "'{name}' is third-party (domain '{domain}') and names no vendor",
        name=cookie.name,
        domain=cookie.domain,
    )


@rule(
    "INV005",
    citations=[HOUSE_CHECK],
    scopes=[Scope(jurisdictions=ALL, severity=Severity.ERROR)],
    since="0.1.0",
)
def vendor_undeclared(context: Context) -> Iterator[Yield]:
    """A vendor is used that `vendors` does not declare.

    ## Why it matters
    Who the vendor is, where it stands and for whom it acts then stay unknown, and the policy
    cannot name it.

    ## How to fix it
    Declare the id under `vendors`, or correct its spelling.
    """
    known = context.inventory.vendors
    nearest: dict[str, str | None] = {}
    for at, vendor in vendor_uses(context.inventory):
        if vendor not in known:
            if vendor not in nearest and len(nearest) < MOST_HINTS:
                nearest[vendor] = _nearest(vendor, known)
            yield Problem(at=at, message=_undeclared(vendor, nearest.get(vendor)))


def _undeclared(vendor: str, nearest: str | None) -> str:
    if nearest is None:
        return sentence("'{vendor}' is no key of 'vendors'", vendor=vendor)
    return sentence(
        "'{vendor}' is no key of 'vendors'; did you mean '{nearest}'?",
        vendor=vendor,
        nearest=nearest,
    )


def vendor_uses(inventory: Inventory) -> Iterator[tuple[Pointer, str]]:
    """List every place that names a vendor."""
    if inventory.consent is not None and inventory.consent.platform is not None:
        yield ("consent", "platform"), inventory.consent.platform
    for index, cookie in enumerate(inventory.cookies):
        if cookie.vendor is not None:
            yield ("cookies", index, "vendor"), cookie.vendor
        for item, vendor in enumerate(cookie.recipients or ()):
            yield ("cookies", index, "recipients", item), vendor
        if cookie.measurement is not None:
            for item, vendor in enumerate(cookie.measurement.shared_with):
                yield ("cookies", index, "measurement", "shared_with", item), vendor


def _nearest(vendor: str, known: Iterable[str]) -> str | None:
    from difflib import get_close_matches

    return next(iter(get_close_matches(vendor, list(known), n=1)), None)
