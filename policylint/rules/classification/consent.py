from collections.abc import Iterator

from policylint.law.guidance import EDPB_BANNER_REPORT, EDPB_INTERPLAY_40
from policylint.law.jurisdictions import CH, EEA, UK
from policylint.law.national import LIL_82
from policylint.law.provisions import EPD_5_3, GDPR_6_1
from policylint.model.cookie import Cookie
from policylint.model.sentence import sentence
from policylint.model.traits import is_personal, is_unknown_to_be_personal
from policylint.rule import Context, NotEvaluated, Problem, Scope, Severity, Yield, rule

UNDECLARED = sentence("neither 'personal_data' nor 'data' is declared")


@rule(
    "CLS001",
    citations=[EPD_5_3, LIL_82],
    scopes=[
        Scope(jurisdictions=EEA | UK, severity=Severity.ERROR),
        Scope(jurisdictions=CH, severity=Severity.WARNING),
    ],
    since="0.1.0",
    yields_to=("CLS007", "CLS025"),
    unseen="Whether the site really waits for the consent that it declares.",
)
def improvement_without_consent(context: Context) -> Iterator[Yield]:
    """An improvement cookie is set without consent, and no exemption that holds covers it.

    ## Why it matters
    Storing or reading anything on a visitor's device is allowed only with consent given before,
    unless the visitor asked for the service or the transmission needs it. National exemptions
    for measurement do not travel: each holds in its own country.

    ## How to fix it
    Hold the cookie back until the visitor agrees, then declare `consent: opt-in`. Where a
    national exemption is claimed in `exempt_in` for a country that knows none, take that country
    out and ask for consent there.
    """
    for at, cookie in context.in_need:
        claimed = cookie.exempt_in.get(context.jurisdiction)
        if cookie.consent == "opt-in" and claimed is None:
            continue
        if context.jurisdiction in CH and claimed is None and cookie.consent == "opt-out":
            continue
        yield Problem(
            at=(*at, "consent"),
            message=_claim(context, cookie, claimed) if claimed else _silence(cookie),
            related=(((*at, "exempt_in", context.jurisdiction), "claimed here"),)
            if claimed
            else (),
        )


def _silence(cookie: Cookie) -> str:
    if cookie.consent is None:
        return sentence(
            "'{name}' needs consent and declares none; expected 'consent: opt-in'",
            name=cookie.name,
        )
    return sentence(
        "'{name}' needs consent and declares '{consent}'; expected 'opt-in'",
        name=cookie.name,
        consent=cookie.consent,
    )


def _claim(context: Context, cookie: Cookie, claimed: str) -> str:
    return sentence(
        "'{name}' is set without consent in {country} under the exemption '{exemption}', which"
        " does not hold there on {day}",
        name=cookie.name,
        country=context.jurisdiction,
        exemption=claimed,
        day=context.as_of,
    )


@rule(
    "CLS007",
    citations=[EPD_5_3, EDPB_INTERPLAY_40, EDPB_BANNER_REPORT],
    scopes=[Scope(jurisdictions=EEA | UK, severity=Severity.ERROR)],
    since="0.1.0",
)
def legitimate_interest_for_device_access(context: Context) -> Iterator[Yield]:
    """A basis of art. 6 GDPR is given in place of consent for a cookie that needs consent.

    ## Why it matters
    Art. 5(3) of directive 2002/58/EC knows consent and two exemptions. Legitimate interests, a
    contract or any other basis of the GDPR answers for what is done with the data afterwards,
    never for storing on the device or reading from it.

    ## How to fix it
    Ask for consent: `consent: opt-in` and `legal_basis: consent`.
    """
    for at, cookie in context.in_need:
        basis = cookie.legal_basis.within(context.jurisdiction) if cookie.legal_basis else None
        if context.jurisdiction in cookie.exempt_in:
            continue  # CLS001 names the exemption that does not hold
        if cookie.consent != "opt-in" and basis not in {None, "consent"}:
            yield Problem(
                at=(*at, "legal_basis"),
                message=sentence(
                    "'{name}' rests on '{basis}' where only consent can allow access to the device",
                    name=cookie.name,
                    basis=basis,
                ),
            )


@rule(
    "CLS009",
    citations=[GDPR_6_1],
    scopes=[Scope(jurisdictions=EEA | UK, severity=Severity.ERROR)],
    since="0.1.0",
)
def legal_basis_missing(context: Context) -> Iterator[Yield]:
    """Personal data is processed and no basis of art. 6(1) GDPR is declared.

    ## Why it matters
    What happens to the data after it was read needs a basis of its own, and visitors must be
    told which.

    ## How to fix it
    Declare `legal_basis`, one for everywhere or a map per jurisdiction. Where nothing personal
    is gathered, say `personal_data: false`.
    """
    for at, cookie in context.cookies:
        if is_unknown_to_be_personal(cookie):
            yield NotEvaluated(at=at, reason=UNDECLARED)
        if not is_personal(cookie):
            continue
        if cookie.legal_basis is None:
            yield Problem(
                at=(*at, "legal_basis"),
                message=sentence(
                    "'{name}' processes personal data and declares no legal basis",
                    name=cookie.name,
                ),
            )
        elif cookie.legal_basis.within(context.jurisdiction) is None:
            yield Problem(
                at=(*at, "legal_basis"),
                message=sentence(
                    "'legal_basis' of '{name}' names none for {country}",
                    name=cookie.name,
                    country=context.jurisdiction,
                ),
            )
