from collections.abc import Iterator
from datetime import date

from policylint.law.jurisdictions import EEA
from policylint.law.provisions import TTPA_18
from policylint.model.sentence import sentence
from policylint.rule import Context, NotApplicable, Problem, Scope, Severity, Yield, rule
from policylint.rules.listing import named
from policylint.rules.special.facts import first_words, waits


@rule(
    "SPC015",
    citations=[TTPA_18],
    scopes=[Scope(jurisdictions=EEA, severity=Severity.ERROR, start=date(2025, 10, 10))],
    since="0.1.0",
    unseen="Whether the consent is explicit, and asked for apart from any other.",
)
def political_ads_bundled(context: Context) -> Iterator[Yield]:
    """Political adverts are targeted without an explicit consent of their own.

    ## Why it matters
    Regulation (EU) 2024/900 allows targeting for political adverts only with explicit consent
    that is given separately for that purpose. A consent to advertising at large is none.

    ## How to fix it
    Give political advertising an entry of its own with no other purpose, ask for it separately,
    and declare `consent: opt-in`.
    """
    political = [
        (at, one) for at, one in context.cookies if "political-advertising" in one.purposes
    ]
    if not political:
        yield NotApplicable(reason="no entry serves political advertising")
    for at, cookie in political:
        others = [one for one in cookie.purposes if one != "political-advertising"]
        if others:
            yield Problem(
                at=(*at, "purposes"),
                message=sentence(
                    "'{name}' serves 'political-advertising' beside {others};"
                    " expected an entry and a consent of its own",
                    name=cookie.name,
                    others=named(others),
                ),
            )
        elif not waits(context, cookie):
            yield Problem(
                at=(*at, "consent"),
                message=sentence(
                    "'{name}' serves political advertising and {said};"
                    " expected 'opt-in', asked for separately",
                    name=cookie.name,
                    said=first_words(cookie),
                ),
            )
