from collections.abc import Iterator

from policylint.law.guidance import WP194_3, WP194_3_7, WP194_4
from policylint.law.jurisdictions import EEA, UK
from policylint.law.national import PECR_A1_4, PECR_A1_6
from policylint.law.provisions import EPD_5_3
from policylint.law.purposes import PURPOSES
from policylint.law.rulings import FASHION_ID_EMBED
from policylint.model.sentence import sentence
from policylint.rule import Context, Problem, Scope, Severity, Yield, rule
from policylint.rules.classification.order import before
from policylint.rules.listing import quoted


@rule(
    "CLS019",
    citations=[EPD_5_3, WP194_3, PECR_A1_4, PECR_A1_6],
    scopes=[Scope(jurisdictions=EEA | UK, severity=Severity.WARNING)],
    since="0.1.0",
    yields_to=before("CLS019"),
)
def preference_not_chosen(context: Context) -> Iterator[Yield]:
    """A preference is claimed essential, and nothing says that the visitor chose it.

    ## Why it matters
    A language, a theme or a letter size is part of the service if the visitor picked it. One
    that the site guesses, from the address or from conduct, is nobody's request.

    ## How to fix it
    Say in `requested` how the visitor chooses ("language picked in the menu"). Where the site
    guesses, let the visitor confirm the guess and store only the answer; or declare
    `category: improvement` and ask for consent. In the United Kingdom the exception for
    appearance may fit (`exempt_in: {UK: appearance}`, with `opt_out`).
    """
    for at, cookie in context.cookies:
        if cookie.category != "essential" or cookie.requested:
            continue
        chosen = [one for one in cookie.purposes if PURPOSES[one].own_rule == "CLS019"]
        if chosen:
            yield Problem(
                at=(*at, "purposes"),
                message=sentence(
                    "'{name}' is claimed essential for {purposes}, and 'requested' does not say"
                    " how the visitor chose it",
                    name=cookie.name,
                    purposes=quoted(chosen),
                ),
            )


@rule(
    "CLS020",
    citations=[EPD_5_3, WP194_3_7, PECR_A1_4, FASHION_ID_EMBED],
    scopes=[Scope(jurisdictions=EEA | UK, severity=Severity.ERROR)],
    since="0.1.0",
    yields_to=before("CLS020"),
)
def social_sharing_for_everyone(context: Context) -> Iterator[Yield]:
    """A cookie for sharing on a social network is claimed essential for every visitor.

    ## Why it matters
    Sharing is a service asked for by members of the network who are logged in and press the
    button. For everybody else nothing is requested, and embedding the button already sends
    their data.

    ## How to fix it
    Show a plain link or picture, load the network's button only after a click, and say so in
    `requested`. Otherwise declare `category: improvement` and ask for consent.
    """
    for at, cookie in context.cookies:
        if (
            cookie.category == "essential"
            and "social-sharing" in cookie.purposes
            and not cookie.requested
        ):
            yield Problem(
                at=(*at, "category"),
                message=sentence(
                    "'{name}' is claimed essential for 'social-sharing', and 'requested' does not"
                    " limit it to members who share",
                    name=cookie.name,
                ),
            )


@rule(
    "CLS021",
    citations=[EPD_5_3, WP194_4],
    scopes=[Scope(jurisdictions=EEA | UK, severity=Severity.WARNING)],
    since="0.1.0",
    yields_to=before("CLS021"),
)
def ab_testing_claimed_essential(context: Context) -> Iterator[Yield]:
    """A cookie that compares versions of a page is claimed essential.

    ## Why it matters
    The visitor asked for the page, not for being sorted into a group whose conduct is compared.
    Some countries count such tests as audience measurement, under the conditions of that
    exemption; none counts them as strictly necessary.

    ## How to fix it
    Declare `category: improvement` and ask for consent, or see whether a national exemption
    fits (`exempt_in`). A gradual release that measures nothing and holds no identifier is
    `feature-rollout`.
    """
    for at, cookie in context.cookies:
        if cookie.category == "essential" and "ab-testing" in cookie.purposes:
            yield Problem(
                at=(*at, "category"),
                message=sentence(
                    "'{name}' is claimed essential, but 'ab-testing' is nothing that a visitor"
                    " asks for",
                    name=cookie.name,
                ),
            )
