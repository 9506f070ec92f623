from collections.abc import Iterator
from datetime import date

from policylint.law.guidance import (
    AEPD_CONDITIONS,
    CNIL_SELF_ASSESSMENT,
    GARANTE_COOKIES,
    ICO_STORAGE_ACCESS,
)
from policylint.law.jurisdictions import ES, FR, IT, NL, UK
from policylint.law.national import CODICE_122, PECR_A1_5, PECR_A1_6, TW_11_7A_3_B
from policylint.model.cookie import Cookie
from policylint.model.sentence import sentence, series
from policylint.model.terms import ExemptionName
from policylint.rule import Context, NotEvaluated, Problem, Scope, Severity, Yield, rule
from policylint.rules.classification.conditions import CONDITIONS, NO_OBJECTION, state
from policylint.rules.listing import quoted
from policylint.source.pointer import Pointer

OUTSIDE = ("conversions", "campaigns", "reach")
SCHEDULE_A1 = date(2026, 2, 5)


def _claiming(context: Context, name: ExemptionName) -> Iterator[tuple[Pointer, Cookie]]:
    for at, cookie in context.cookies:
        claimed = context.claimed_exemption(cookie)
        if claimed is not None and claimed.name == name:
            yield at, cookie


@rule(
    "CLS012",
    citations=[CNIL_SELF_ASSESSMENT, AEPD_CONDITIONS],
    scopes=[Scope(jurisdictions=FR | ES, severity=Severity.WARNING)],
    since="0.1.0",
    yields_to=("CLS025", "CLS011"),
)
def measurement_uses_outside_list(context: Context) -> Iterator[Yield]:
    """Statistics that claim an exemption serve a use that is not on the authority's list.

    ## Why it matters
    The CNIL and the AEPD list what exempt statistics may be for: performance, problems of
    navigation, technical tuning, server capacity, which content is read. Where visitors come
    from, what they buy and whether a campaign works is the site's need, not the visitor's.

    ## How to fix it
    Say in `measurement.uses` what the statistics are for. Switch the reports on conversions,
    campaigns and reach off in the tool, or ask for consent.
    """
    for at, cookie in _claiming(context, "audience-measurement"):
        uses = cookie.measurement.uses if cookie.measurement else None
        place = (*at, "measurement", "uses")
        if not uses:
            yield Problem(
                at=place,
                message=sentence(
                    "'{name}' measures without consent in {country}, and 'uses' does not say what"
                    " the statistics are for",
                    name=cookie.name,
                    country=context.jurisdiction,
                ),
            )
        elif outside := [one for one in uses if one in OUTSIDE]:
            yield Problem(
                at=place,
                message=sentence(
                    "the statistics of '{name}' serve {uses}, which the exemption for audience"
                    " measurement in {country} does not cover",
                    name=cookie.name,
                    uses=quoted(outside),
                    country=context.jurisdiction,
                ),
            )


@rule(
    "CLS013",
    citations=[CNIL_SELF_ASSESSMENT, AEPD_CONDITIONS],
    scopes=[Scope(jurisdictions=FR | ES, severity=Severity.WARNING)],
    since="0.1.0",
    yields_to=("CLS025", "CLS011"),
    unseen="How fine the location is, and how much of the referring address is kept.",
)
def measurement_safeguards_missing(context: Context) -> Iterator[Yield]:
    """Statistics that claim an exemption keep whole addresses or offer no objection.

    ## Why it matters
    Statistics stay anonymous only if the visitor's address is cut before it is used, and
    whoever measures without consent should let visitors object.

    ## How to fix it
    Cut at least the last byte of the address (`measurement.ip_bytes_removed: 1`; 2 are safer),
    or do not gather it. Offer an objection that needs no explanation, and name its place in
    `opt_out`.
    """
    for at, cookie in _claiming(context, "audience-measurement"):
        removed = cookie.measurement.ip_bytes_removed if cookie.measurement else None
        lacking = [] if cookie.opt_out else [NO_OBJECTION]
        if "ip-address" in cookie.data and not removed:
            fault = state("ip_bytes_removed", removed)
            lacking.append(sentence("addresses are gathered whole: {fault}", fault=fault))
        if lacking:
            yield Problem(
                at=(*at, "opt_out") if not cookie.opt_out else (*at, "measurement"),
                message=sentence(
                    "'{name}' measures without consent in {country}, and {faults}",
                    name=cookie.name,
                    country=context.jurisdiction,
                    faults=series(lacking, "; "),
                ),
            )


def _judged(context: Context, code: str, name: ExemptionName) -> Iterator[Yield]:
    for at, cookie in _claiming(context, name):
        unmet, unknown = CONDITIONS[code](context, cookie)
        if unmet:
            yield Problem(
                at=(*at, "exempt_in", context.jurisdiction),
                message=sentence(
                    "'{name}' claims the exemption '{exemption}' in {country}, and {faults}",
                    name=cookie.name,
                    exemption=name,
                    country=context.jurisdiction,
                    faults=series(unmet, "; "),
                ),
            )
        else:
            yield from (NotEvaluated(at=at, reason=reason) for reason in unknown)


@rule(
    "CLS014",
    citations=[CODICE_122, GARANTE_COOKIES],
    scopes=[Scope(jurisdictions=IT, severity=Severity.ERROR)],
    since="0.1.0",
    yields_to=("CLS025",),
)
def it_measurement_conditions_unmet(context: Context) -> Iterator[Yield]:
    """Italy's exemption for measurement is claimed, and its conditions are not all met.

    ## Why it matters
    The Garante treats statistics as technical only if they are aggregate and of one site. Where
    another company supplies the tool, it must mask at least the last component of the address,
    match the data with nothing and pass it to nobody. A cookie of your own host is no answer:
    what counts is whether the tool is another's.

    ## How to fix it
    Switch address masking on in the tool and declare `measurement.ip_bytes_removed: 1`; declare
    `cross_site: false` and `cross_matching: false` once they are true, and share with processors
    only. Otherwise take IT out of `exempt_in` and ask for consent there.
    """
    yield from _judged(context, "CLS014", "audience-measurement")


@rule(
    "CLS015",
    citations=[TW_11_7A_3_B],
    scopes=[Scope(jurisdictions=NL, severity=Severity.WARNING)],
    since="0.1.0",
    yields_to=("CLS025",),
    unseen="Whether the effect on privacy is small: a person must argue that in the note.",
)
def nl_low_impact_unjustified(context: Context) -> Iterator[Yield]:
    """The Dutch exemption is claimed, and nothing shows that the effect on privacy is small.

    ## Why it matters
    Dutch law exempts measuring the quality or effectiveness of a service if that has no or
    little effect on privacy. Following visitors over several sites, or handing the data to a
    company that uses it for itself, has more.

    ## How to fix it
    Say in `note` why the effect is small, keep to one site and share with processors only. Or
    take NL out of `exempt_in` and ask for consent there.
    """
    yield from _judged(context, "CLS015", "low-impact-analytics")


@rule(
    "CLS016",
    citations=[PECR_A1_5, ICO_STORAGE_ACCESS],
    scopes=[Scope(jurisdictions=UK, severity=Severity.ERROR, start=SCHEDULE_A1)],
    since="0.1.0",
    yields_to=("CLS025",),
    unseen="Data that a device emits by itself, which the exception does not cover; and whether"
    " visitors are really told.",
)
def uk_statistics_conditions_unmet(context: Context) -> Iterator[Yield]:
    """The United Kingdom's exception for statistics is claimed, and its conditions are not met.

    ## Why it matters
    Since 5 February 2026 the statute allows statistics on how a service is used, to improve it,
    if visitors are told and can object simply and free of charge, and if nobody gets the data
    but those who help. It is about how the service is used, not about who uses it.

    ## How to fix it
    Name the place of the objection in `opt_out`, share with processors only, and keep no data on
    single visitors (`measurement.individual_level: false`). Or take UK out of `exempt_in` and
    ask for consent there.
    """
    yield from _judged(context, "CLS016", "statistics")


@rule(
    "CLS017",
    citations=[PECR_A1_6, ICO_STORAGE_ACCESS],
    scopes=[Scope(jurisdictions=UK, severity=Severity.ERROR, start=SCHEDULE_A1)],
    since="0.1.0",
    yields_to=("CLS025",),
    unseen="Whether visitors are really told.",
)
def uk_appearance_conditions_unmet(context: Context) -> Iterator[Yield]:
    """The United Kingdom's exception for appearance is claimed without a way to object.

    ## Why it matters
    Since 5 February 2026 the statute lets a site adapt its appearance and functions to what the
    visitor prefers, if visitors are told and can object simply and free of charge.

    ## How to fix it
    Offer the objection and name its place in `opt_out`. What the visitor picked in a menu needs
    no such exception: declare it essential, with `requested`.
    """
    yield from _judged(context, "CLS017", "appearance")
