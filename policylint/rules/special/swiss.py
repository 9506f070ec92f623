from collections.abc import Iterator

from policylint.law.guidance import EDOEB_COOKIES
from policylint.law.jurisdictions import CH
from policylint.law.national import DSG_6, DSG_30, FMG_45C
from policylint.model.cookie import Cookie
from policylint.model.sentence import sentence
from policylint.model.traits import is_of_security_family, is_third_party
from policylint.rule import Context, Problem, Scope, Severity, Yield, rule
from policylint.rules.listing import joined
from policylint.rules.special.facts import first_words


@rule(
    "SPC016",
    citations=[DSG_6, DSG_30, FMG_45C, EDOEB_COOKIES],
    scopes=[Scope(jurisdictions=CH, severity=Severity.WARNING)],
    since="0.1.0",
    yields_to=("CLS001",),
)
def ch_high_risk_without_consent(context: Context) -> Iterator[Yield]:
    """In Switzerland, an entry of high risk runs without the visitor's consent.

    ## Why it matters
    Swiss law lets most cookies run until the visitor objects. Sensitive data, decisions without a
    person, and other companies that recognise visitors across sites go further: there the FDPIC
    expects consent beforehand, explicit where the data is sensitive.

    ## How to fix it
    Ask before the entry is set, also in Switzerland, and declare `consent: opt-in`.
    """
    for at, cookie in context.cookies:
        risks = _risks(context, cookie)
        if risks and cookie.consent != "opt-in":
            yield Problem(
                at=(*at, "consent"),
                message=sentence(
                    "'{name}' {risks}, and {said}; expected 'opt-in' in Switzerland too",
                    name=cookie.name,
                    risks=joined(risks),
                    said=first_words(cookie),
                ),
            )


def _risks(context: Context, cookie: Cookie) -> list[str]:
    """Say in words what makes the risk of an entry high."""
    risks: list[str] = []
    if cookie.special_categories:
        risks.append(sentence("processes sensitive data"))
    if cookie.profiling is not None and cookie.profiling.automated_decisions:
        risks.append(sentence("takes decisions without a person"))
    # Security of what the visitor asked for, such as a payment, needs no consent.
    protects = cookie.category == "essential" and is_of_security_family(cookie)
    if cookie.cross_site and not protects and is_third_party(cookie, context.inventory):
        risks.append(sentence("lets another company recognise visitors across sites"))
    return risks
