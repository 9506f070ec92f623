from collections.abc import Iterator

from policylint.law.guidance import EDPB_MANY_PARTNERS
from policylint.law.jurisdictions import EEA, UK
from policylint.law.provisions import GDPR_4_11, GDPR_5_1_A, GDPR_13_1_E
from policylint.law.rulings import PLANET49_DURATION
from policylint.law.technical import HOUSE_CHECK
from policylint.model.sentence import sentence
from policylint.model.traits import controllers_behind, readers
from policylint.rule import Context, NotApplicable, Problem, Scope, Severity, Yield, rule
from policylint.rules.listing import MOST_NAMED, named

TOO_MANY = 200


@rule(
    "VEN014",
    citations=[GDPR_4_11, GDPR_5_1_A, EDPB_MANY_PARTNERS, HOUSE_CHECK],
    scopes=[Scope(jurisdictions=EEA, severity=Severity.WARNING)],
    since="0.1.0",
    lowered=[(Severity.INFO, f"there are at most {TOO_MANY} of them")],
)
def too_many_controllers(context: Context) -> Iterator[Yield]:
    """More companies rely on one consent than a visitor can be told of.

    ## Why it matters
    Consent is given to known controllers for known purposes. No statute has a number; 50
    (`vendors` under `[limits]` in the configuration) and 200 are policylint's own. The more there
    are, the harder it is to show that the consent was informed.

    ## How to fix it
    Drop the vendors that earn or deliver little, and ask for consent in steps.
    """
    many = context.limits.vendors
    found = dict.fromkeys(
        key
        for _, cookie in context.in_need
        for key in controllers_behind(cookie, context.inventory)
    )
    if not found:
        yield NotApplicable(reason="no controller relies on a consent")
    elif len(found) > many:
        yield Problem(
            at=("vendors",),
            message=sentence(
                "{count} controllers rely on the consent of one visitor, more than {limit}:"
                " {vendors}",
                count=len(found),
                limit=TOO_MANY if len(found) > TOO_MANY else many,
                vendors=named(list(found)),
            ),
            severity=None if len(found) > TOO_MANY else Severity.INFO,
            related=tuple((("vendors", key), "relies on it") for key in list(found)[:MOST_NAMED]),
            on_key=True,
        )


@rule(
    "VEN015",
    citations=[PLANET49_DURATION, GDPR_13_1_E],
    scopes=[Scope(jurisdictions=EEA | UK, severity=Severity.ERROR)],
    since="0.1.0",
    yields_to=("INV004",),
)
def third_party_access_unstated(context: Context) -> Iterator[Yield]:
    """A cookie needs consent, and nothing says whether third parties get at it.

    ## Why it matters
    The Court of Justice counts among what visitors must be told before they consent: whether
    third parties may have access to the cookie.

    ## How to fix it
    Name whoever sets or reads it in `vendor`, and who else gets the data in `recipients`.
    `recipients: []` says that nobody does.
    """
    if not context.in_need:
        yield NotApplicable(reason="no cookie needs consent")
    for at, cookie in context.in_need:
        if cookie.recipients is None and not readers(cookie):
            yield Problem(
                at=(*at, "recipients"),
                message=sentence(
                    "'{name}' needs consent, and neither 'vendor' nor 'recipients' says whether"
                    " third parties get at it; expected '[]' if nobody does",
                    name=cookie.name,
                ),
            )
