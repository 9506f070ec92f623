from collections.abc import Iterator

from policylint.law.jurisdictions import ALL
from policylint.law.technical import HOUSE_CHECK
from policylint.model.sentence import sentence
from policylint.model.traits import vendors_in_use
from policylint.rule import Context, NotApplicable, Problem, Scope, Severity, Yield, rule


@rule(
    "INV015",
    citations=[HOUSE_CHECK],
    scopes=[Scope(jurisdictions=ALL, severity=Severity.INFO)],
    since="0.1.0",
)
def vendor_unused(context: Context) -> Iterator[Yield]:
    """A vendor is declared, and nothing in the inventory names it.

    A vendor is in use when a cookie names it (`vendor`, `recipients`, `measurement.shared_with`)
    or when it is the consent platform.

    ## Why it matters
    Either the vendor is gone and can go from the list too, or what it sets has not been declared.

    ## How to fix it
    Take the vendor out, or declare what it sets. A script, font or frame that stores nothing
    itself is an entry with `storage: resource`.
    """
    if not context.inventory.vendors:
        yield NotApplicable(reason="there are no vendors")
    used = frozenset(vendors_in_use(context.inventory))
    for key in context.inventory.vendors:
        if key not in used:
            yield Problem(
                at=("vendors", key),
                message=sentence(
                    "vendor '{vendor}' is declared, and no cookie and no platform names it",
                    vendor=key,
                ),
                on_key=True,
            )
