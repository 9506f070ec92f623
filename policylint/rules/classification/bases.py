from collections.abc import Iterator

from policylint.law.guidance import EDPB_BANNER_REPORT
from policylint.law.jurisdictions import EEA, UK
from policylint.law.provisions import GDPR_6_1, GDPR_6_1_F, GDPR_13_1_D
from policylint.law.rulings import MOUSSE_INTEREST
from policylint.model.sentence import sentence
from policylint.rule import Context, Problem, Scope, Severity, Yield, rule


@rule(
    "CLS008",
    citations=[GDPR_6_1, EDPB_BANNER_REPORT],
    scopes=[Scope(jurisdictions=EEA | UK, severity=Severity.WARNING)],
    since="0.1.0",
)
def bases_mixed(context: Context) -> Iterator[Yield]:
    """Consent is asked for the device, and what follows rests on another basis.

    ## Why it matters
    Visitors who take their consent back expect that the processing ends. On another basis it
    would go on, so the choice would mean less than it says. Authorities leave room for another
    basis of the later processing, but it must be argued.

    ## How to fix it
    Declare `legal_basis: consent` where consent is asked. Where a national exemption lets a
    country do without, give one basis per country: `legal_basis: {FR: legitimate-interests,
    BE: consent}`.
    """
    for at, cookie in context.in_need:
        if cookie.consent != "opt-in" or context.jurisdiction in cookie.exempt_in:
            continue
        basis = cookie.legal_basis.within(context.jurisdiction) if cookie.legal_basis else None
        if basis not in {None, "consent"}:
            yield Problem(
                at=(*at, "legal_basis"),
                message=sentence(
                    "'{name}' asks consent for the device, and its data rests on '{basis}';"
                    " expected 'consent'",
                    name=cookie.name,
                    basis=basis,
                ),
            )


@rule(
    "CLS010",
    citations=[GDPR_13_1_D, GDPR_6_1_F, MOUSSE_INTEREST],
    scopes=[Scope(jurisdictions=EEA | UK, severity=Severity.ERROR)],
    since="0.1.0",
    lowered=[(Severity.WARNING, "the interest is named, and no balancing test is referred to")],
    yields_to=("CLS007", "CLS025"),
)
def interest_unnamed(context: Context) -> Iterator[Yield]:
    """Data rests on legitimate interests, and nothing says which.

    ## Why it matters
    Visitors must be told the interest when the data is gathered. One that was not disclosed
    cannot be relied on, and the balance with the visitor's interests must have been struck.

    ## How to fix it
    Name the interest in `interest` ("keep robots out of the comments"), and the balancing test
    in `interest_assessment`.
    """
    for at, cookie in context.cookies:
        basis = cookie.legal_basis.within(context.jurisdiction) if cookie.legal_basis else None
        if basis != "legitimate-interests":
            continue
        if cookie.interest is None:
            yield Problem(
                at=(*at, "interest"),
                message=sentence(
                    "'{name}' rests on legitimate interests, and 'interest' does not say which",
                    name=cookie.name,
                ),
            )
        elif cookie.interest_assessment is None:
            yield Problem(
                at=(*at, "interest_assessment"),
                message=sentence(
                    "'{name}' rests on legitimate interests, and 'interest_assessment' names no"
                    " balancing test",
                    name=cookie.name,
                ),
                severity=Severity.WARNING,
            )
