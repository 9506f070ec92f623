from collections.abc import Iterator

from policylint.law.jurisdictions import EEA, UK
from policylint.law.technical import HOUSE_CHECK
from policylint.rule import Context, NotApplicable, Problem, Scope, Severity, Yield, rule
from policylint.rules.consent.banner import asked


@rule(
    "CON016",
    citations=[HOUSE_CHECK],
    scopes=[Scope(jurisdictions=EEA | UK, severity=Severity.ERROR)],
    since="0.1.0",
    lowered=[(Severity.WARNING, "the cookie is not declared at all, or for other purposes")],
)
def choice_cookie_undeclared(context: Context) -> Iterator[Yield]:
    """The cookie that stores the choice is missing from the inventory, or misdeclared.

    ## Why it matters
    It is exempt, and still part of what the site stores. Claimed as an improvement, it would
    need consent before it could record that consent.

    ## How to fix it
    Name it in `consent.choice_cookie`, and declare an entry of that name with
    `category: essential` and `purposes: [consent-choice]`.
    """
    consent = asked(context)
    if isinstance(consent, NotApplicable):
        yield consent
        return
    name = consent.choice_cookie
    if name is None:
        yield Problem(
            at=("consent", "choice_cookie"),
            message="'choice_cookie' does not say which cookie stores the choice",
            severity=Severity.WARNING,
        )
        return
    entries = [(at, cookie) for at, cookie in context.cookies if cookie.name == name]
    if not entries:
        yield Problem(
            at=("consent", "choice_cookie"),
            message=f"'{name}', which stores the choice, is no entry of 'cookies'",
            severity=Severity.WARNING,
        )
    for at, cookie in entries:
        if cookie.category == "improvement":
            yield Problem(
                at=(*at, "category"),
                message=f"'{name}' stores the choice, and is claimed to need consent itself",
            )
        elif "consent-choice" not in cookie.purposes:
            yield Problem(
                at=(*at, "purposes"),
                message=f"'{name}' stores the choice, and 'consent-choice' is none of its purposes",
                severity=Severity.WARNING,
            )
