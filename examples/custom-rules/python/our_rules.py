"""What CEL cannot say: rules in Python, run only with --allow-python-rules."""

from collections.abc import Iterator

from policylint.law.citation import own_policy
from policylint.law.jurisdictions import ALL
from policylint.rule import Context, NotApplicable, Problem, Scope, Severity, Yield, rule

CONTRACTS = own_policy("Acme contract handbook", "https://acme.example/contracts", "§ 2")


@rule(
    "ACM101",
    citations=[CONTRACTS],
    scopes=[Scope(jurisdictions=ALL, severity=Severity.WARNING)],
    since="",
)
def agreement_used_twice(context: Context) -> Iterator[Yield]:
    """Two vendors name the same contract.

    ## Why it matters
    Each of our contracts has one party: one of the two references is wrong.

    ## How to fix it
    Look both up in the contract register.
    """
    if not context.inventory.vendors:
        yield NotApplicable(reason="no vendor is declared")
    first: dict[str, str] = {}
    for key, vendor in context.inventory.vendors.items():
        reference = vendor.agreement.plain if vendor.agreement else None
        if reference is None:
            continue
        other = first.setdefault(reference, key)
        if other != key:
            yield Problem(
                at=("vendors", key, "agreement"),
                message=f"'{reference}' is the contract of '{other}' too",
                related=((("vendors", other, "agreement"), "named here first"),),
            )
