from collections.abc import Iterator

from policylint.law.jurisdictions import CH, EEA, UK
from policylint.law.national import DSG_5_A
from policylint.law.provisions import (
    GDPR_4_1,
    GDPR_5_1_C,
    GDPR_30_1,
    GDPR_30_1_C,
    GDPR_RECITAL_30,
)
from policylint.law.rulings import EDPS_SRB_OWN_VIEW
from policylint.model.sentence import sentence
from policylint.model.traits import is_personal
from policylint.rule import Context, NotApplicable, Problem, Scope, Severity, Yield, rule

NOTHING_PERSONAL = "no entry is taken to be personal data"


@rule(
    "INV007",
    citations=[GDPR_5_1_C, GDPR_30_1_C],
    scopes=[Scope(jurisdictions=EEA | UK, severity=Severity.WARNING)],
    since="0.1.0",
    unseen="Whether the list is complete.",
)
def data_undeclared(context: Context) -> Iterator[Yield]:
    """A cookie is taken to be personal data, and nothing says which data it gathers.

    An improvement cookie is taken to be personal data unless `personal_data` is false; an
    essential one when it says so, holds an identifier, or gathers more than a language, a choice,
    a browser or a kind of device.

    ## Why it matters
    Whether less would do, and whether sensitive data is among it, can only be judged from the
    list. The record of processing needs the categories too.

    ## How to fix it
    List in `data` what is gathered by means of the cookie: `[online-identifier, pages-viewed]`.
    Where it is nothing personal, say `personal_data: false`.
    """
    judged = [(at, cookie) for at, cookie in context.cookies if is_personal(cookie)]
    if not judged:
        yield NotApplicable(reason=NOTHING_PERSONAL)
    for at, cookie in judged:
        if not cookie.data:
            yield Problem(
                at=(*at, "data"),
                message=sentence(
                    "'{name}' is taken to be personal data and does not say what it gathers",
                    name=cookie.name,
                ),
            )


@rule(
    "INV008",
    citations=[GDPR_4_1, GDPR_RECITAL_30, EDPS_SRB_OWN_VIEW, DSG_5_A],
    scopes=[Scope(jurisdictions=EEA | UK | CH, severity=Severity.WARNING)],
    since="0.1.0",
    unseen="Whether the reason given is a good one.",
)
def identifier_called_impersonal(context: Context) -> Iterator[Yield]:
    """A cookie holds a unique identifier, and is declared to be no personal data without a reason.

    ## Why it matters
    Recital 30 of the GDPR names cookie identifiers among what singles people out. What counts is
    the view of whoever collects, not that of a recipient who cannot tell whose data it is.

    ## How to fix it
    Declare `personal_data: true`. If the identifier stands for a machine and never for a visitor,
    say so in `not_personal_because`.
    """
    judged = [(at, cookie) for at, cookie in context.cookies if cookie.identifier]
    if not judged:
        yield NotApplicable(reason="no entry declares 'identifier: true'")
    for at, cookie in judged:
        if cookie.personal_data is False and cookie.not_personal_because is None:
            yield Problem(
                at=(*at, "personal_data"),
                message=sentence(
                    "'{name}' holds an identifier and is declared 'personal_data: false'; expected"
                    " 'not_personal_because' to say why",
                    name=cookie.name,
                ),
                related=(((*at, "identifier"), "the identifier"),),
            )


@rule(
    "INV014",
    citations=[GDPR_30_1],
    scopes=[Scope(jurisdictions=EEA | UK, severity=Severity.WARNING)],
    since="0.1.0",
    unseen="Whether that entry exists and is up to date.",
)
def record_missing(context: Context) -> Iterator[Yield]:
    """A cookie is taken to be personal data, and no entry of the record of processing is named.

    ## Why it matters
    Controllers keep a record of what they do with personal data. That small organisations need
    none rarely helps: tracking is not occasional. This inventory feeds the record, and does not
    replace it.

    ## How to fix it
    Write the reference of the entry in `record`, such as `ROPA-017`. Where nothing personal is
    gathered, say `personal_data: false`.
    """
    judged = [(at, cookie) for at, cookie in context.cookies if is_personal(cookie)]
    if not judged:
        yield NotApplicable(reason=NOTHING_PERSONAL)
    for at, cookie in judged:
        if cookie.record is None:
            yield Problem(
                at=(*at, "record"),
                message=sentence(
                    "'{name}' is taken to be personal data and names no entry of the record of"
                    " processing",
                    name=cookie.name,
                ),
            )
