from collections.abc import Iterator

from policylint.law.exemptions import Exemption
from policylint.law.guidance import AEPD_CONDITIONS, CNIL_091_5, CNIL_091_47
from policylint.law.jurisdictions import DE, EEA, ES, FR, GR, LU, UK
from policylint.law.national import LIL_82
from policylint.law.provisions import EPD_5_3
from policylint.model.sentence import sentence, series
from policylint.rule import Context, Problem, Scope, Severity, Yield, rule
from policylint.rules.classification.conditions import own_statistics
from policylint.rules.listing import quoted


@rule(
    "CLS011",
    citations=[LIL_82, CNIL_091_5, AEPD_CONDITIONS],
    scopes=[Scope(jurisdictions=FR | ES, severity=Severity.ERROR)],
    since="0.1.0",
    yields_to=("CLS025",),
)
def measurement_conditions_unmet(context: Context) -> Iterator[Yield]:
    """An exemption for audience measurement is claimed, and its conditions are not all met.

    ## Why it matters
    The CNIL and the AEPD exempt measurement that serves the publisher alone, follows nobody over
    several sites, is matched with nothing else and yields anonymous statistics. Outside those
    conditions the cookie needs consent.

    ## How to fix it
    Declare the four facts under `measurement`, once they are true: `own_account: true`,
    `cross_site: false`, `cross_matching: false`, `anonymous_output: true`, and share the data
    with processors only. Otherwise take the country out of `exempt_in` and ask for consent.
    """
    for at, cookie in context.cookies:
        claimed = context.claimed_exemption(cookie)
        if claimed is None or claimed.name != "audience-measurement":
            continue
        unmet = own_statistics(context, cookie).unmet
        if unmet:
            yield Problem(
                at=(*at, "measurement"),
                message=sentence(
                    "'{name}' claims the exemption for audience measurement in {country}, and"
                    " {faults}",
                    name=cookie.name,
                    country=context.jurisdiction,
                    faults=series(unmet, "; "),
                ),
            )


@rule(
    "CLS018",
    citations=[EPD_5_3],
    scopes=[Scope(jurisdictions=DE | GR | LU, severity=Severity.WARNING)],
    since="0.1.0",
    yields_to=("CLS025",),
)
def exemption_contested_here(context: Context) -> Iterator[Yield]:
    """A national exemption is claimed that is narrow or contested in the country.

    ## Why it matters
    Some authorities read an exemption for measurement narrowly, or disagree about it. Whoever
    relies on it there takes a risk that somebody should have accepted.

    ## How to fix it
    Have the case reviewed for that country, or ask for consent there.
    """
    for at, cookie in context.cookies:
        claimed = context.claimed_exemption(cookie)
        if claimed is not None and claimed.status in {"narrow", "contested"}:
            yield Problem(
                at=(*at, "exempt_in", context.jurisdiction),
                message=_disputed(context, cookie.name, claimed),
            )


def _disputed(context: Context, name: str, claimed: Exemption) -> str:
    values = {"exemption": claimed.name, "name": name, "country": context.jurisdiction}
    if claimed.status == "narrow":
        return sentence(
            "the exemption '{exemption}' that '{name}' claims is narrow in {country}", **values
        )
    return sentence(
        "the exemption '{exemption}' that '{name}' claims is contested in {country}", **values
    )


@rule(
    "CLS025",
    citations=[EPD_5_3, CNIL_091_47],
    scopes=[Scope(jurisdictions=EEA | UK, severity=Severity.ERROR)],
    since="0.1.0",
    lowered=[
        (Severity.INFO, "the purpose is on the list, but nobody has read its inclusion at source")
    ],
)
def exemption_beyond_its_purposes(context: Context) -> Iterator[Yield]:
    """A national exemption is claimed for a purpose that it does not cover.

    ## Why it matters
    Such exemptions hold for their own purposes exclusively. Another purpose beside them takes
    the exemption away.

    ## How to fix it
    Serve the other purpose with a cookie of its own, after consent, or take the country out of
    `exempt_in`.
    """
    for at, cookie in context.cookies:
        claimed = context.claimed_exemption(cookie)
        if claimed is None:
            continue
        outside = [one for one in cookie.purposes if one not in claimed.purposes]
        unread = [one for one in cookie.purposes if one in claimed.unverified]
        place = (*at, "exempt_in", context.jurisdiction)
        if outside:
            yield Problem(
                at=place,
                message=sentence(
                    "'{exemption}', which '{name}' claims in {country}, does not cover {purposes}",
                    exemption=claimed.name,
                    name=cookie.name,
                    country=context.jurisdiction,
                    purposes=quoted(outside),
                ),
            )
        elif unread:
            yield Problem(
                at=place,
                message=sentence(
                    "'{exemption}', which '{name}' claims in {country}, is taken to cover"
                    " {purposes}, which was not read at source",
                    exemption=claimed.name,
                    name=cookie.name,
                    country=context.jurisdiction,
                    purposes=quoted(unread),
                ),
                severity=Severity.INFO,
            )
